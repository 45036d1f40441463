"""The page as a file: what is in it, and that it is the same for the same graph."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.layout import BOX, layout
from kg.export.page import network, write_page
from kg.export.page.data import CONTEXT, page_data
from kg.export.page.write import page, script_json
from kg.model import Article, Attribution, Decision, Entity, Fact, Label, Passage, Resolution
from tests.browser.fixture import BRANDAO, CHARTER, LI, SIGNING, WATERS, articles, resolution, says

ROOT = Path(__file__).parents[2]


def embedded(text: str) -> dict[str, Any]:
    """The data that a page carries."""
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def named(identifier: str, kind: str, text: str = "Name") -> Entity:
    return Entity(identifier, kind, Label(text, "en", True), (Label(text, "en", True),))


def folded(*facts: Fact, entities: tuple[Entity, ...]) -> list[dict[str, Any]]:
    data = page_data(Resolution((), (), entities, facts), {})
    result: list[dict[str, Any]] = data["facts"]
    return result


def test_page_asks_for_nothing_from_outside() -> None:
    text = page(resolution(), articles(), "Lakes")
    markup = re.sub(r"<script\b.*?</script>|<style>.*?</style>", "", text, flags=re.DOTALL)
    style = "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
    assert re.findall(r'(?:src|href)="(?!data:)[^"]*"', markup) == []
    assert re.search(r"@import|url\(", style) is None
    assert re.search(r"<script[^>]*\ssrc=|cdnjs|jsdelivr|bootstrap", text) is None
    assert "default-src 'none'" in markup


def test_page_is_the_same_for_any_order_of_the_graph() -> None:
    whole = resolution()
    shuffled = random.Random(7)
    other = replace(
        whole,
        entities=tuple(shuffled.sample(whole.entities, len(whole.entities))),
        facts=tuple(shuffled.sample(whole.facts, len(whole.facts))),
        mentions=tuple(shuffled.sample(whole.mentions, len(whole.mentions))),
        readings=tuple(reversed(whole.readings)),
    )
    assert page(other, dict(reversed(articles().items())), "Lakes") == page(whole, articles(), "Lakes")


def test_page_is_the_same_in_every_process(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, str(ROOT / "tests/browser/fixture.py"), str(tmp_path / f"{seed}.html")]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)})
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_page_replaces_the_old_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text("old", encoding="utf-8")
    write_page(resolution(), articles(), path, "Lakes & <rivers>")
    assert [file.name for file in tmp_path.iterdir()] == ["graph.html"]
    text = path.read_text(encoding="utf-8")
    assert "<title>Lakes &amp; &lt;rivers&gt;</title>" in text
    assert embedded(text)["title"] == "Lakes & <rivers>"


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@settings(max_examples=60, deadline=None)
def test_json_in_a_script_never_ends_it_and_reads_back(value: object) -> None:
    text = script_json([value, "</script><!--\u2028"])
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == [value, "</script><!--\u2028"]


def test_posts_articles_and_works_are_no_nodes() -> None:
    data = embedded(page(resolution(), articles(), "Lakes"))
    kinds = {thing["kind"] for thing in data["things"]}
    assert kinds.isdisjoint({"Post", "Article", "Work"})
    assert {node["id"] for node in data["network"]["nodes"]} == {thing["id"] for thing in data["things"]}


def test_a_post_becomes_a_fact_from_its_holder_to_its_body_with_the_words_of_both() -> None:
    data = page_data(resolution(), articles())
    fact = next(fact for fact in data["facts"] if fact["s"] == BRANDAO and fact["p"] == "holdsPost")
    assert (fact["o"], fact["role"], fact["type"]) == (WATERS, "DeputyMinister", "")
    assert len(fact["evidence"]) == 3


def test_where_a_post_stands_has_words_of_its_own_where_they_are_others() -> None:
    holder, post, state = named("official/a", "Official"), named("post/p", "Post", "Envoy"), named("state/s", "State")
    who, where = Passage("a", 0, 4, "Anna"), Passage("b", 0, 5, "Envoy")
    vouched = (Attribution("Kim Lee", "2026-05-01", "She told me."),)
    for seat in ((who, where), ()):
        facts = (
            Fact("official/a", "holdsPost", "post/p", passages=(who,)),
            Fact("post/p", "ofState", "state/s", passages=seat, asserted=() if seat else vouched),
        )
        (fact,) = folded(*facts, entities=(holder, post, state))
        told = {"asserted": [{"who": "Kim Lee", "when": "2026-05-01", "why": "She told me."}]}
        assert fact["evidence"] == [0]
        assert fact["seat"] == ({"evidence": [0, 1]} if seat else {"evidence": [], **told})


def test_what_people_decided_is_there_with_the_things_that_are_drawn() -> None:
    by = Attribution("Kim Lee", "2026-05-01", "A slip.")
    decision = Decision("reject", ("a: State", "memberOf", "b"), ("post/p", "state/s"), by)
    entities = (named("post/p", "Post"), named("state/s", "State"))
    assert page_data(Resolution((), (), entities, (), decisions=(decision,)), {})["decisions"] == [
        {"kind": "reject", "told": ["a: State", "memberOf", "b"], "about": ["state/s"], "who": "Kim Lee",
         "when": "2026-05-01", "why": "A slip."}
    ]  # fmt: skip


def test_a_post_without_body_stands_at_its_state_else_where_it_is_accredited_else_by_its_name() -> None:
    holder, post, state, other = (
        named("official/a", "Official"),
        named("post/p", "Post", "Envoy"),
        named("state/s", "State"),
        named("state/t", "State"),
    )
    holds = Fact("official/a", "holdsPost", "post/p")
    of_state, sent = Fact("post/p", "ofState", "state/s"), Fact("post/p", "accreditedTo", "state/t")
    everything = (holder, post, state, other)
    assert [(f["p"], f["o"], f["role"]) for f in folded(holds, of_state, sent, entities=everything)] == [
        ("accreditedTo", "state/t", "Envoy"),
        ("holdsPost", "state/s", "Envoy"),
    ]
    assert [(f["p"], f["o"]) for f in folded(holds, sent, entities=everything)] == [("holdsPost", "state/t")]
    assert [(f["p"], f["o"], f["type"]) for f in folded(holds, entities=everything)] == [("holdsPost", "Envoy", "text")]


def test_a_post_that_nobody_holds_is_told_of_its_body() -> None:
    facts = folded(
        Fact("post/p", "postIn", "state/s"), entities=(named("post/p", "Post", "Envoy"), named("state/s", "State"))
    )
    assert [(fact["s"], fact["p"], fact["o"]) for fact in facts] == [("state/s", "post", "Envoy")]


def test_a_fact_about_an_unknown_thing_is_left_out() -> None:
    assert folded(Fact("state/s", "memberOf", "organization/none"), entities=(named("state/s", "State"),)) == []


def test_evidence_is_exact_and_has_the_words_around_it() -> None:
    words = says("lakes-en.txt", "Deputy Minister of Waters Elena Brandão chaired the ceremony")
    data = page_data(resolution(), articles())
    shown = next(passage for passage in data["passages"] if passage["exact"] == words.exact)
    assert data["articles"][shown["a"]]["id"] == "lakes-en.txt"
    assert shown["before"] == "The Assembly of Border Lake States adopted its text last November. "
    assert shown["after"] == ", and more than 40 delegations attended."


def test_words_around_a_passage_are_cut_between_words_only_where_words_have_spaces() -> None:
    spaced, solid = "wordone " * 30, "文" * 200
    for text in (spaced, solid):
        passage = Passage("a", 104, 111, text[104:111])
        entity = named("state/s", "State")
        fact = Fact("state/s", "rank", "x", "text", passages=(passage,))
        shown = page_data(Resolution((), (), (entity,), (fact,)), {"a": Article("a", text)})["passages"][0]
        assert shown["before"].startswith("…") and shown["after"].endswith("…")
        assert len(shown["before"]) > CONTEXT * 0.6 and len(shown["after"]) > CONTEXT * 0.6
        assert text.endswith(shown["before"][1:], 0, 104)


def test_a_passage_of_an_article_that_is_not_given_is_still_shown() -> None:
    data = page_data(resolution(), {})
    assert all(passage["exact"] and passage["before"] == "" for passage in data["passages"])


def test_conflicts_and_qualifiers_are_kept() -> None:
    data = page_data(resolution(), articles())
    counts = {fact["o"]: fact for fact in data["facts"] if fact["p"] == "delegationCount"}
    assert counts["40"]["qualifier"] == "more than"
    assert counts["38"]["conflicts"] == [["delegationCount", "40"]]


def test_of_too_many_things_the_best_connected_are_drawn_and_all_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST", 3)
    entities = tuple(named(f"state/{name}", "State", name) for name in "abcdef")
    facts = tuple(Fact(f"state/{one}", "memberOf", f"state/{two}") for one, two in ("ef", "fd", "ed", "ba"))
    data = embedded(page(Resolution((), (), entities, facts), {}, "Lakes"))
    assert [node["id"] for node in data["network"]["nodes"]] == ["state/d", "state/e", "state/f"]
    assert [edge["id"] for edge in data["network"]["edges"]] == [
        "state/d~state/e",
        "state/d~state/f",
        "state/e~state/f",
    ]
    assert len(data["things"]) == 6 and len(data["facts"]) == 4


def test_two_facts_between_the_same_things_share_one_edge() -> None:
    edges = embedded(page(resolution(), articles(), "Lakes"))["network"]["edges"]
    identifiers = [edge["id"] for edge in edges]
    assert identifiers == sorted(set(identifiers))
    assert f"{SIGNING}~{CHARTER}" in identifiers
    assert f"{SIGNING}~{LI}" in identifiers


@given(
    st.integers(0, 40).flatmap(
        lambda count: st.tuples(
            st.just(count), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60)
        )
    ),
    st.randoms(use_true_random=False),
)
@settings(max_examples=25, deadline=None)
def test_layout_is_the_same_for_any_order_and_labels_do_not_overlap(
    graph: tuple[int, list[tuple[int, int]]], shuffle: random.Random
) -> None:
    count, pairs = graph
    nodes = [f"n{number}" for number in range(count)]
    edges = [(f"n{a}", f"n{b}") for a, b in pairs if a < count and b < count]
    places = layout(nodes, edges)
    assert list(places) == sorted(nodes)
    turned = [pair[::-1] for pair in shuffle.sample(edges, len(edges))]
    assert layout(shuffle.sample(nodes, len(nodes)), turned) == places
    points = list(places.values())
    for index, (x, y) in enumerate(points):
        assert all(abs(x - u) > BOX[0] * 0.85 or abs(y - v) > BOX[1] * 0.85 for u, v in points[:index])


@pytest.mark.parametrize("count", [1, 2, 3])
def test_layout_of_few_nodes_is_near_the_centre(count: int) -> None:
    places = layout([f"n{number}" for number in range(count)], [])
    assert all(abs(x) <= 400 and abs(y) <= 400 for x, y in places.values())


def test_layout_keeps_connected_nodes_nearer_than_others() -> None:
    cliques = [[f"{name}{number}" for number in range(6)] for name in "ab"]
    edges = [(one, two) for clique in cliques for one in clique for two in clique] + [("a0", "b0")]
    places = layout([node for clique in cliques for node in clique], edges)

    def mean(pairs: list[tuple[str, str]]) -> float:
        gaps = [abs(places[a][0] - places[b][0]) + abs(places[a][1] - places[b][1]) for a, b in pairs if a != b]
        return sum(gaps) / len(gaps)

    assert mean([(a, b) for a in cliques[0] for b in cliques[0]]) < mean(
        [(a, b) for a in cliques[0] for b in cliques[1]]
    )
