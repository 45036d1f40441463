"""A graph as it was known on a day."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg import cli
from kg.errors import GraphError, QueryError
from kg.graph.asof import Known, known_in, known_on
from kg.graph.explain import facts_of
from kg.graph.names import find_one
from kg.graph.query import run
from kg.graph.store import open_graph, store_of
from tests.graph import sample
from tests.graph.sample import BASE
from tests.graph.test_validate import Triples, date, triple

PUBLISHED = "https://schema.org/datePublished"
EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "articles"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples."""
    out = tmp_path_factory.mktemp("examples") / "out"
    kg.build([EXAMPLES], out, page=False)
    return out


def counts(known: Known) -> tuple[int, int, int]:
    return known.articles, known.undated, known.later


def status(store: ox.Store, event: str) -> list[object]:
    return [row["status"] for row in run(store, f"SELECT ?status {{ <{BASE}{event}> kg:status ?status }}")]


def test_before_the_first_article_nothing_is_known(store: ox.Store) -> None:
    known = known_on(store, "2024-05-03")
    assert counts(known) == (0, 1, 2)
    assert not list(run(known.store, "SELECT ?s { ?s a kg:Agent }"))


def test_a_fact_is_known_from_its_first_article_on(store: ox.Store) -> None:
    known = known_on(store, "2024-05-04")
    assert known.note == "as known on 2024-05-04: 1 article, 1 later; 1 article without a date left out"
    told = {fact.predicate: fact for fact in facts_of(known.store, BASE + sample.SIGNING)}
    assert [quote.article for quote in told["chair"].quotes] == ["en/lake.txt"]
    party = triple(sample.TREATY, kg.vocab.KG + "party", ox.NamedNode(BASE + sample.ARLAND))
    assert ox.Quad(*party) in known.store


def test_an_article_of_a_month_counts_from_its_last_day(store: ox.Store) -> None:
    assert counts(known_on(store, "2024-05-30")) == (1, 1, 1)
    assert counts(known_on(store, "2024-05")) == (2, 1, 0)


def test_names_come_with_the_articles_in_their_language(store: ox.Store) -> None:
    names = 'SELECT ?name { ?thing skos:prefLabel ?name . ?thing rdfs:label "Ana Sol"@en }'
    assert {str(row["name"]) for row in run(known_on(store, "2024-05-04").store, names)} == {"Ana Sol"}
    assert {str(row["name"]) for row in run(known_on(store, "2024-05").store, names)} == {"Ana Sol", "آنا سول"}


def test_a_claim_that_conflicts_with_nothing_known_yet_stands_alone(store: ox.Store) -> None:
    known = known_on(store, "2024-12-31").store
    assert not list(run(known, "SELECT ?c { ?c kg:conflictsWith ?d }"))
    assert len(list(run(known, "SELECT ?n { ?t a kg:Treaty ; kg:signatoryCount ?n }"))) == 1


def test_an_event_that_later_articles_report_is_planned_while_it_lies_ahead(emitted: tuple[Triples, Triples]) -> None:
    start = next(t.subject for t in emitted[1] if t.object == date("2024-05-03"))
    words = ox.NamedNode(BASE + "article/de-lake-txt#char=0,36")
    early = [ox.Triple(start, ox.NamedNode(kg.vocab.KG + "evidence"), words),
             triple("article/de-lake-txt", PUBLISHED, date("2023-01-01"))]  # fmt: skip
    graph = store_of([*emitted[0], *emitted[1], *early])
    known = known_on(graph, "2023").store
    assert [str(one) for one in status(known, sample.SIGNING)] == [kg.vocab.KG + "Planned"]
    assert [str(one) for one in status(known_on(graph, "2025").store, sample.SIGNING)] == [kg.vocab.KG + "Happened"]


def test_what_is_no_date_is_refused(store: ox.Store) -> None:
    with pytest.raises(QueryError) as error:
        known_on(store, "yesterday")
    assert str(error.value) == "as-of: 'yesterday' is no date; write 2025-12-31, 2025-12 or 2025"


def test_on_the_last_day_all_is_known_unchanged(examples: Path) -> None:
    store = open_graph(examples)
    assert {str(quad) for quad in known_on(store, "2026").store} == {str(quad) for quad in store}


def test_sources_and_confidence_grow_with_the_articles(examples: Path) -> None:
    store = open_graph(examples)
    found = {}
    for day in ("2026-04-14", "2026-04-15", "2026-04-16"):
        known = known_on(store, day).store
        facts = facts_of(known, find_one(known, "Kaveh Daryabandi").iri)
        found[day] = [(fact.sources, fact.confidence) for fact in facts if fact.predicate == "signedBy"]
    assert found == {"2026-04-14": [(2, 0.9)], "2026-04-15": [(4, 0.99)], "2026-04-16": [(4, 0.99)]}


def test_files_and_store_give_the_same(examples: Path) -> None:
    store = open_graph(examples)
    for day in ("2025", "2026-04-14"):
        one, other = known_on(store, day), known_in(examples, day)
        assert {str(quad) for quad in one.store} == {str(quad) for quad in other.store}
        assert one.note == other.note


def test_a_folder_without_a_graph_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as error:
        known_in(tmp_path, "2025")
    assert str(error.value) == (
        f"{tmp_path} holds no graph.ttl: build the graph first, kg build ARTICLES -o {tmp_path}"
    )


VOUCHED = (
    ("wasAttributedTo", ox.NamedNode(BASE + "editor/kim-lee")),
    ("generatedAtTime", ox.Literal("2024-05-10T00:00:00Z", datatype=ox.NamedNode(kg.vocab.XSD + "dateTime"))),
)


@pytest.mark.parametrize(("day", "known", "told"), [("2024-05-09", True, False), ("2024-05-10", True, True)])
def test_who_vouches_for_a_claim_is_known_from_then_on(
    emitted: tuple[Triples, Triples], day: str, known: bool, told: bool
) -> None:
    claim = next(t.subject for t in emitted[1] if t.object == date("2024-05-03"))
    vouched = [ox.Triple(claim, ox.NamedNode(kg.vocab.PROV + name), value) for name, value in VOUCHED]
    store = known_on(store_of([*emitted[0], *emitted[1], *vouched]), day).store
    said = {quad.predicate.value for quad in store.quads_for_pattern(claim, None, None)}
    assert (kg.vocab.KG + "confidence" in said) is known
    assert (kg.vocab.PROV + "wasAttributedTo" in said, kg.vocab.PROV + "generatedAtTime" in said) == (told, told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["query", "--name", "signatories", "--format", "csv"], ["Cybercrime,Vietnam,1,"]),
        (["ask", "parties", "--format", "csv"], []),
        (["path", "Vietnam", "Hanoi"], ["1 way"]),
        (["stats"], ["5 articles, 3 works"]),
        (["export", "--format", "ntriples", "--output", "-"], ["01-hanoi-discussion.vi.txt"]),
        (["explain", "Luong Cuong"], ["Luong Cuong (official)"]),
    ],
)
def test_commands_go_by_what_was_known(
    examples: Path, asked: list[str], told: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.run([asked[0], str(examples), *asked[1:], "--as-of", "2025"]) == 0
    done = capfdbinary.readouterr()
    assert all(text.encode() in done.out for text in told)
    assert b"muscat" not in done.out.lower()
    assert done.err.decode() == "kg: as known on 2025-12-31: 5 articles, 5 later\n"


def test_what_nothing_was_known_of_is_not_found(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["explain", str(examples), "Kaveh Daryabandi", "--as-of", "2025"]) == 1
    assert "nothing called 'Kaveh Daryabandi'" in capsys.readouterr().err
