"""`kg.load` and what its graph answers, on the sample."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDFS, URIRef

import kg
from kg import vocab
from kg.errors import QueryError
from kg.graph.emit import emit
from kg.graph.store import store_of
from kg.graph.values import IRI, Text, python_value
from tests.graph import sample
from tests.graph.sample import BASE


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    """The sample, as `kg.load` gives it."""
    graph, evidence = emit(sample.RESOLUTION, sample.TEXTS, BASE)
    return kg.Graph(store_of([*graph, *evidence]), Path("nowhere"))


def test_importing_the_package_costs_nothing() -> None:
    code = "import sys; before = set(sys.modules); import kg; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert {name for name in done.stdout.split() if name.split(".")[0] == "kg"} == {"kg"}
    assert not {name.split(".")[0] for name in done.stdout.split()} & {"pyoxigraph", "rdflib", "networkx", "click"}


def test_every_public_name_is_there_and_offered_for_completion() -> None:
    assert all(getattr(kg, name) for name in kg.__all__)
    assert set(kg.__all__) <= set(dir(kg))


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (ox.NamedNode("urn:x"), IRI("urn:x")),
        (ox.Literal("a"), "a"),
        (ox.Literal("ą", language="pl"), Text("ą", "pl")),
        (ox.Literal(7), 7),
        (ox.Literal("0.97", datatype=ox.NamedNode(vocab.XSD + "decimal")), 0.97),
        (ox.Literal(True), True),
        (ox.Literal("2024-05-03", datatype=ox.NamedNode(vocab.XSD + "date")), date(2024, 5, 3)),
        (ox.Literal("2024-05-03T10:00:00", datatype=ox.NamedNode(vocab.XSD + "dateTime")), datetime(2024, 5, 3, 10)),
        (ox.Literal("2024-05", datatype=ox.NamedNode(vocab.XSD + "gYearMonth")), "2024-05"),
        (ox.Literal("2024-02-30", datatype=ox.NamedNode(vocab.XSD + "date")), "2024-02-30"),
        (ox.BlankNode("b"), "_:b"),
    ],
    ids=str,
)
def test_a_term_as_a_python_value(term: ox.NamedNode | ox.Literal | ox.BlankNode, value: object) -> None:
    found = python_value(term)
    assert (found, type(found)) == (value, type(value))


@given(st.text(), st.sampled_from(("pl", "zh-hant")))
def test_a_text_keeps_its_language_in_copies(text: str, language: str) -> None:
    value = Text(text, language)
    for other in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert (other, other.language) == (text, language)


def test_an_answer_is_rows_of_python_values(graph: kg.Graph) -> None:
    answer = graph.query("SELECT ?e ?start ?name { ?e kg:startDate ?start OPTIONAL { ?e kg:host/rdfs:label ?name } }")
    assert len(answer) == 3 and answer
    rows = {str(row["e"]).removeprefix(BASE): (row["start"], row["name"]) for row in answer}
    assert rows == {
        sample.SIGNING: (date(2024, 5, 3), "Arland"),
        sample.REFUSAL: ("2024-05", None),
        sample.FORCE: ("2026", None),
    }
    assert answer.column("start") == [row["start"] for row in answer]
    assert answer[-1] == list(answer)[2] and list(answer[:2]) == list(answer)[:2]
    with pytest.raises(IndexError):
        _ = answer[3]
    with pytest.raises(QueryError) as caught:
        answer.column("strat")
    assert str(caught.value) == "the answer has no column 'strat'; did you mean start?; there are: e, start, name"


def test_an_answer_is_true_where_there_is_something(graph: kg.Graph) -> None:
    assert graph.query("ASK { ?t a kg:Treaty }")
    assert not graph.query("ASK { ?t a kg:Company }")
    assert not graph.query("SELECT * { ?t a kg:Company }")


def test_a_misspelt_term_is_noted(graph: kg.Graph) -> None:
    (note,) = graph.query("ASK { ?t kg:signatry ?s }").notes
    assert note == "line 1, column 10 of the query: there is no kg:signatry; did you mean kg:signatory?"


def test_a_named_query_takes_values_as_python_has_them(graph: kg.Graph) -> None:
    (arland,) = graph.find("آرلند")
    for state in (arland, arland.iri, "state/arland", "Arland"):
        answer = graph.named("signatories", who=state)
        assert answer.column("signatory") == ["Arland"]
    assert graph.named("signatories", treaty="Seenabkommen").notes == (
        "treaty: Lake Convention (treaty/lake-convention)",
    )
    assert len(graph.named("timeline", since=date(2024, 5, 3), until="2024")) == 1
    assert len(graph.named("independent-sources", least=2)) == 3
    assert str(graph.named("ambassadors", from_="Arland")).endswith("(0 rows)")


def test_things_of_a_class_and_those_below_it(graph: kg.Graph) -> None:
    assert [thing.iri for thing in graph.things("Person")] == [BASE + sample.SOL, BASE + sample.EDITOR]
    assert [thing.kind for thing in graph.things("Article")] == ["Article"] * 3
    assert len(graph.things()) == len(sample.ENTITIES)
    assert [thing.label for thing in graph.find("lake", "Treaty")] == ["Lake Convention"]
    for wrong in (graph.things, lambda kind: graph.find("lake", kind)):
        with pytest.raises(QueryError) as caught:
            wrong("Treeaty")
        assert str(caught.value) == "there is no class 'Treeaty'; did you mean Treaty?"


def test_a_name_that_means_things_of_other_classes_only(graph: kg.Graph) -> None:
    with pytest.raises(QueryError) as caught:
        graph.find("Ana Sol", "Treaty")
    assert str(caught.value) == "the graph has no treaty called 'Ana Sol', but Ana Sol (official)"


def test_facts_have_their_words(graph: kg.Graph) -> None:
    (fact,) = graph.facts(graph.things("Official")[0], predicate="chair")
    assert (fact.subject, fact.value, fact.label, fact.other) == (
        "Signing of the Lake Convention",
        "Ana Sol",
        "chair of",
        "Signing of the Lake Convention",
    )
    assert (fact.confidence, fact.sources, fact.status, len(fact.quotes)) == (0.97, 2, "Happened", 2)


def test_a_property_brings_those_below_it(graph: kg.Graph) -> None:
    found = {(fact.predicate, fact.value, fact.status) for fact in graph.facts(predicate="participant")}
    assert found == {
        ("chair", "Ana Sol", "Happened"),
        ("speaker", "Ana Sol", "Happened"),
        ("host", "Arland", "Happened"),
        ("signedBy", "Borland", "Denied"),
    }
    with pytest.raises(QueryError) as caught:
        graph.facts(predicate="chiar")
    assert str(caught.value) == "facts have no property 'chiar'; did you mean chair?"


def test_values_of_facts_are_python_values(graph: kg.Graph) -> None:
    counts = [(fact.value, fact.conflicts) for fact in graph.facts("Lake Convention", predicate="signatoryCount")]
    assert counts == [(20, (21,)), (21, (20,))]
    (rank,) = graph.facts(predicate="rank")
    assert isinstance(rank.value, Text)
    assert (rank.value, rank.value.language, rank.value_iri) == ("Ambassador", "en", "")
    starts = [fact.value for fact in graph.facts(predicate="startDate")]
    assert starts == ["2026", date(2024, 5, 3), "2024-05"]


def test_an_explanation_and_a_connection_print_as_the_command_line_does(graph: kg.Graph) -> None:
    assert str(graph.explain("Borland")).startswith("Borland (state)\n")
    assert str(graph.path("Ana Sol", graph.things("Place")[0])).startswith("Ana Sol (official) and Porto (place): 2 st")
    assert graph.stats(top=1).articles == 3


def test_the_graph_in_other_libraries(graph: kg.Graph) -> None:
    for rdf in (graph.rdflib(), graph.rdflib(copy=False)):
        assert [str(label) for label in rdf.objects(URIRef(BASE + sample.PORTO), RDFS.label)] == ["Porto"]
    assert graph.networkx().has_edge(BASE + sample.SIGNING, BASE + sample.SOL)
    assert graph.networkx(simple=True)[BASE + sample.SIGNING][BASE + sample.SOL]["facts"] == 2


def test_owlready2_has_the_dates(graph: kg.Graph) -> None:
    world = graph.owlready()
    signing, refusal, force = (world[BASE + one] for one in (sample.SIGNING, sample.REFUSAL, sample.FORCE))
    assert isinstance(signing, world[vocab.iri("Event")])
    assert (signing.startDate, refusal.startDate, force.startDate) == ([date(2024, 5, 3)], ["2024-05"], ["2026"])
    assert signing.chair == [world[BASE + sample.SOL]]
    assert [found.iri for found in world.search(type=world[vocab.iri("Official")])] == [BASE + sample.SOL]
    assert isinstance(world, owlready2.World)


def test_export_writes_the_graph_that_is_open(graph: kg.Graph, tmp_path: Path) -> None:
    path = graph.export("ntriples", tmp_path / "all.nt")
    assert path == tmp_path / "all.nt"
    assert len(path.read_text("utf-8").splitlines()) == len(graph.store)
    with pytest.raises(kg.KGError, match="there is no format 'nt'; there are: turtle, trig, ntriples"):
        graph.export("nt")


def test_a_graph_as_known_on_a_day_is_a_graph(graph: kg.Graph) -> None:
    past = graph.as_of(date(2024, 5, 4))
    assert (past.day, graph.day, past.folder) == ("2024-05-04", "", graph.folder)
    assert [(fact.predicate, fact.sources) for fact in past.facts("Ana Sol", predicate="chair")] == [("chair", 1)]
    assert [fact.sources for fact in graph.facts("Ana Sol", predicate="chair")] == [2]
    assert past.explain("Ana Sol").inferred == ()
    assert past.as_of("2023").stats().facts == 0
    with pytest.raises(QueryError) as error:
        past.inferred()
    assert str(error.value) == "nothing is inferred from a graph as known on 2024-05-04: ask the graph of today"
