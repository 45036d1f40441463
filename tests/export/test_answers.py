"""Answers that consist of triples, as Turtle and N-Triples."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.cli import asking
from kg.errors import QueryError
from kg.export.answers import FORMATS, render
from kg.graph.query import run
from kg.graph.store import store_of

STORE = store_of(
    ox.Triple(ox.NamedNode(f"https://w3id.org/treaty-kg/id/state/{name}"), ox.NamedNode(predicate), value)
    for name in ("b", "a")
    for predicate, value in (
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ox.NamedNode("https://w3id.org/treaty-kg/ontology#State")),
        ("http://www.w3.org/2000/01/rdf-schema#label", ox.Literal(name, language="en")),
    )
)


def test_turtle_is_written_as_in_our_files() -> None:
    text = render(run(STORE, "CONSTRUCT { ?s a kg:State ; rdfs:label ?l } WHERE { ?s rdfs:label ?l }"), "turtle")
    assert text == (
        "@prefix kg: <https://w3id.org/treaty-kg/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix state: <https://w3id.org/treaty-kg/id/state/> .\n"
        "\n"
        'state:a a kg:State ;\n  rdfs:label "a"@en .\n'
        "\n"
        'state:b a kg:State ;\n  rdfs:label "b"@en .\n'
    )


def test_n_triples_are_sorted() -> None:
    lines = render(run(STORE, "DESCRIBE ?s { ?s a kg:State }"), "ntriples").splitlines()
    assert len(lines) == 4 and lines == sorted(lines)
    assert lines[1] == ('<https://w3id.org/treaty-kg/id/state/a> <http://www.w3.org/2000/01/rdf-schema#label> "a"@en .')


@pytest.mark.parametrize(
    ("query", "form", "message"),
    [
        (
            "SELECT * { ?s ?p ?o }",
            "turtle",
            "turtle holds triples: ask with CONSTRUCT or DESCRIBE, or take csv, tsv or json for rows",
        ),
        (
            "CONSTRUCT { [] a ?s } WHERE { ?s a kg:State }",
            "ntriples",
            "ntriples is written without blank nodes: name things with IRIs in the CONSTRUCT template",
        ),
        ("ASK {}", "xml", "there is no format 'xml'; there are: table, csv, tsv, json, markdown, turtle, ntriples"),
    ],
)
def test_what_cannot_be_written_is_told(query: str, form: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        render(run(STORE, query), form)
    assert str(caught.value) == message


def test_the_command_line_offers_all_formats() -> None:
    assert asking.FORMATS == FORMATS
