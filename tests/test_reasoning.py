"""`kg reason`: the file beside the graph, staleness, explanations, contradictions, with and without Java."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import kg
from kg.cli import run
from kg.errors import GraphError
from kg.export.turtle import write_turtle
from kg.graph.emit import emit
from kg.graph.inferences import INFERRED_FILE, open_inferences
from kg.graph.soundness import check
from kg.graph.store import open_graph, with_inferences
from tests.graph import sample
from tests.graph.sample import BASE, RESOLUTION, TEXTS


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with the sample, as a build writes it."""
    for triples, name in zip(emit(RESOLUTION, TEXTS, BASE), ("graph.ttl", "evidence.ttl"), strict=True):
        write_turtle(triples, tmp_path / name)
    return tmp_path


def add(out: Path, *triples: str) -> None:
    """Add triples to a graph by hand."""
    with (out / "graph.ttl").open("a", encoding="utf-8") as file:
        file.writelines(f"{triple} .\n" for triple in triples)


def test_what_follows_is_written_beside_the_graph_alike_each_time(out: Path) -> None:
    before = (out / "graph.ttl").read_bytes()
    done = kg.reason(out)
    assert str(done).splitlines() == [
        "Inferred     3 facts by",
        "             1  official-of-state: who holds a post of a state is an official of the state",
        "             1  post-of-state: a post in a body of a state is a post of the state",
        "             1  represented: who takes part in an event is there for the state or organization whose "
        "official he is",
        f"Written      {out / INFERRED_FILE}",
    ]
    text = (out / INFERRED_FILE).read_text("utf-8")
    assert text.startswith("# What follows from graph.ttl, made by kg reason.\n# graph.ttl: SHA-256 ")
    assert "\nofficial:ana-sol kg:officialOf state:arland .\n" in text
    kg.reason(out)
    assert (out / INFERRED_FILE).read_text("utf-8") == text
    assert (out / "graph.ttl").read_bytes() == before


def test_a_fact_that_follows_is_explained_down_to_the_words(out: Path) -> None:
    kg.reason(out)
    text = str(kg.load(out).explain("Ana Sol"))
    quote = "\u201cForeign Minister Ana Sol of Arland chaired the ceremony in Porto on 3 May 2024\u201d"
    assert (
        "inferred\n"
        "  official of: Arland  [0.9]\n"
        "    because who holds a post of a state is an official of the state (official-of-state):\n"
        "      Ana Sol \u2013 holds post: minister of foreign affairs, Arland  [0.9, 2 independent sources]\n"
        f"        {quote}  en/lake.txt:36-114, en\n"
    ) in text
    fact, post = kg.load(out).inferred("Ana Sol", predicate="officialOf"), "of state"
    (official,) = fact
    assert [premise.label for premise in official.premises] == ["holds post", post]
    assert {one.predicate for one in kg.load(out).inferred()} == {"ofState", "officialOf", "represented"}


def test_inferences_are_asked_with_the_graph(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kg.reason(out)
    ask = "ASK { ?s kg:officialOf ?o . ?i a kg:Inference ; rdf:subject ?s ; kg:inferredFrom/kg:evidence/oa:exact ?w }"
    for stored_from in (0, math.inf):  # on disk, in memory
        with with_inferences(out, stored_from=stored_from) as store:
            assert store.query(ask, prefixes=dict(kg.vocab.PREFIXES))
    assert list((out / ".cache" / "second").iterdir()) == []
    assert not open_graph(out, stored_from=0).query(ask, prefixes=dict(kg.vocab.PREFIXES))
    assert run(["query", str(out), ask, "--inferred", "-f", "csv"]) == 0
    assert run(["query", str(out), ask, "-f", "csv"]) == 0
    assert capsys.readouterr().out.split() == ["answer", "true", "answer", "false"]


def test_inferences_from_another_graph_are_not_used(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(GraphError) as missing:
        open_inferences(out)
    assert str(missing.value) == f"{out} holds no inferred.ttl: infer first, kg reason {out}"
    kg.reason(out)
    add(out, "<https://e.org/x> a kg:Place")
    message = f"{out / INFERRED_FILE} was made of another graph.ttl or by other rules: infer again, kg reason {out}"
    with pytest.raises(GraphError) as stale, with_inferences(out):
        pass
    assert str(stale.value) == message
    assert run(["explain", str(out), "Ana Sol"]) == 0
    told = capsys.readouterr()
    assert told.err == f"kg: {message}\n" and "\ninferred\n" not in told.out
    assert kg.load(out).explain("Ana Sol").inferred == ()


def test_without_java_the_axioms_are_checked_all_the_same(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert str(check(out, 20_000)).splitlines()[-1] == (
        "HermiT              not run: the reasoner HermiT needs Java, which is not installed: "
        "apt-get install default-jre-headless"
    )
    assert check(out, 20_000).sound
    add(
        out, f"<{BASE}{sample.ARLAND}> a kg:Place", f"<{BASE}{sample.SIGNING}> kg:status kg:Planned",
        f"<{BASE}{sample.PORTO}> kg:ofState <{BASE}{sample.BORLAND}>",
        f"<{BASE}{sample.SOL}> kg:formerlyHeldPost <{BASE}{sample.POST}>",
    )  # fmt: skip
    found = check(out, 20_000)
    assert [one.words for one in found.contradictions] == [
        "Arland is \u201cplace\u201d and \u201cstate\u201d: nothing is both",
        "Porto \u2013 of state: Borland: \u201cof state\u201d is said only of \u201corganization\u201d or "
        "\u201cpost\u201d, and Porto is \u201cplace\u201d",
        "Signing of the Lake Convention \u2013 status: happened, planned: \u201cstatus\u201d has one value at most",
        "Ana Sol \u2013 holds post, formerly held post: minister of foreign affairs, Arland: \u201cholds post\u201d "
        "and \u201cformerly held post\u201d never lead to the same thing",
    ]
    assert [len(one.facts) for one in found.contradictions] == [0, 0, 1, 1]
    assert run(["reason", str(out), "--check"]) == 1


@pytest.mark.slow
def test_hermit_finds_what_contradicts_the_ontology(out: Path) -> None:
    assert str(check(out, 20_000)).endswith("HermiT              ontology and graph: consistent")
    assert str(check(out, 1)).endswith(
        "HermiT              ontology: consistent\n"
        "HermiT              the graph has more than 1 triples: raise --most to check it as a whole"
    )
    add(out, f"<{BASE}{sample.ARLAND}> a kg:Place")
    assert str(check(out, 20_000)).endswith(
        "HermiT              ontology and graph: they contradict each other, as told above"
    )


@pytest.mark.slow
def test_what_no_axiom_shows_is_told_by_the_fewest_statements(out: Path) -> None:
    one, other = sample.SIGNING, sample.REFUSAL
    add(out, f"<{BASE}{one}> <http://www.w3.org/2002/07/owl#sameAs> <{BASE}{other}>")
    head = "HermiT              ontology and graph: they contradict each other in a way no single axiom shows\n\n"
    told = str(check(out, 20_000)).split(head)[1].splitlines()
    assert told == [
        "3 statements that contradict the ontology together; without any one of them it would be in order "
        "(9 runs of HermiT):",
        "  Signing of the Lake Convention \u2013 owl:sameAs: Refusal of Borland to sign the Lake Convention",
        "  Signing of the Lake Convention \u2013 status: happened  [0.9, 1 independent source]",
        "    \u201cForeign Minister Ana Sol of Arland chaired the ceremony in Porto on 3 May 2024\u201d  "
        "en/lake.txt:36-114, en",
        "  Refusal of Borland to sign the Lake Convention \u2013 status: denied  [0.9, 1 independent source]",
        "    \u201cBorland refused to sign\u201d  en/lake.txt:174-197, en",
    ]
    short = str(check(out, 20_000, runs=1)).split(head)[1].splitlines()
    assert short[0] == (
        "150 statements that contradict the ontology together, perhaps fewer would: stopped after 1 run of HermiT "
        "(--runs)"
    )
    assert short[-1] == "  and 130 more"
    add(out, f"<{BASE}{sample.ARLAND}> a kg:Place")  # what an axiom shows is told once; the other all the same
    both = check(out, 20_000)
    assert len(both.contradictions) == 1
    assert str(both).split(head)[1].splitlines()[1:] == told[1:]
