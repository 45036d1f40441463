"""The quick look lets nothing pass to which pySHACL objects."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import vocab
from kg.graph import validate
from kg.graph.sieve import Sieve
from kg.graph.store import store_of
from tests.graph import sample
from tests.graph.sample import BASE
from tests.graph.test_validate import CASES, Triples, date, node

ODD: list[ox.NamedNode | ox.Literal] = [
    node(sample.PORTO), node(sample.SOL), node("nobody/known"), node(vocab.KG + "Happened"), ox.Literal("many"),
    ox.Literal(-1), ox.Literal(0), ox.Literal("1.5", datatype=ox.NamedNode(vocab.XSD + "decimal")), ox.Literal(""),
    ox.Literal("x", language="en"), date("2024-13-01"), date("2024-02-30"), date("2024-02", "gYearMonth"),
    ox.Literal("x", datatype=ox.NamedNode(vocab.XSD + "integer")),
]  # fmt: skip


def held_back(store: ox.Store) -> list[str]:
    return validate.sieve(store).suspicious(validate.things(store))


def passes_nothing_wrong(graph: Triples) -> bool:
    """Whether all that pySHACL objects to, looking at everything, is held back."""
    store = store_of(graph)
    return {one.focus for one in validate.validate_things(store, validate.things(store))} <= set(held_back(store))


def test_of_a_good_graph_nothing_is_held_back(emitted: tuple[Triples, Triples]) -> None:
    assert held_back(store_of([*emitted[0], *emitted[1]])) == []


@pytest.mark.parametrize("case", CASES)
def test_what_offends_against_a_shape_is_held_back(emitted: tuple[Triples, Triples], case: str) -> None:
    assert passes_nothing_wrong(CASES[case][0]([*emitted[0], *emitted[1]]))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_edited_what_offends_is_held_back(emitted: tuple[Triples, Triples], data: st.DataObject) -> None:
    graph = sorted([*emitted[0], *emitted[1]], key=str)
    places = st.integers(0, len(graph) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=4), "replaced"):
        graph[place] = ox.Triple(graph[place].subject, graph[place].predicate, data.draw(st.sampled_from(ODD)))
    for place in data.draw(st.lists(places, max_size=2), "added beside"):
        graph.append(ox.Triple(graph[place].subject, graph[place].predicate, data.draw(st.sampled_from(ODD))))
    gone = set(data.draw(st.lists(places, max_size=3), "gone"))
    assert passes_nothing_wrong([one for place, one in enumerate(graph) if place not in gone])


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:closed true",
        "sh:property [ sh:path [ sh:inversePath kg:place ] ; sh:maxCount 9 ]",
        "sh:property [ sh:path kg:place ; sh:property [ sh:path kg:place ; sh:maxCount 9 ] ]",
        "sh:property [ sh:path kg:place ; sh:maxExclusive 9 ]",
        "sh:not [ sh:class kg:Place ]",
        "sh:xone ( [ sh:class kg:Event ] [ sh:nodeKind sh:Literal ] )",
    ],
)
def test_a_constraint_that_it_does_not_know_makes_things_suspicious(
    emitted: tuple[Triples, Triples], constraint: str
) -> None:
    shapes = rdflib.Graph().parse(
        data=f"@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <{vocab.KG}> .\n"
        f"kg:Shape a sh:NodeShape ; sh:targetClass kg:Signing ; {constraint} .",
        format="turtle",
    )
    assert Sieve(store_of(emitted[0]), shapes).suspicious([BASE + sample.SIGNING]) == [BASE + sample.SIGNING]
