"""SPARQL: what it answers, in which order, and what is told where it cannot be read."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.query import run
from kg.graph.rows import Rows, render, short
from kg.vocab import PREFIXES


def columns(rows: Rows, names: str) -> list[tuple[str, ...]]:
    """Return some columns of the rows as short text."""
    at = [rows.variables.index(name) for name in names.split()]
    return [tuple(short(row[column]) for column in at) for row in rows.rows]


def test_usual_prefixes_need_no_declaration(store: ox.Store) -> None:
    for prefix in ["kg", "rdfs", "skos", "schema", "dcterms", "oa", "org", "prov", "xsd", "owl", "foaf"]:
        assert prefix in PREFIXES
        run(store, f"ASK {{ ?s {prefix}:x ?o }}")


def test_rows_without_a_stated_order_are_sorted(store: ox.Store) -> None:
    rows = columns(run(store, "SELECT ?l { ?s a kg:State ; rdfs:label ?l }"), "l")
    assert rows == [("Arland",), ("Borland",)]
    back = columns(run(store, "SELECT ?l { ?s a kg:State ; rdfs:label ?l } order by desc(?l)"), "l")
    assert back == [("Borland",), ("Arland",)]


def test_ask_and_construct(store: ox.Store) -> None:
    yes = run(store, "ASK { ?s a kg:Treaty }")
    assert (yes.kind, yes.variables, render(yes, "csv")) == ("ask", ("answer",), "answer\r\ntrue\r\n")
    assert json.loads(render(yes, "json")) == {"head": {}, "boolean": True}
    made = run(store, "CONSTRUCT { ?s a kg:Thing } WHERE { ?s a kg:State }")
    assert (made.kind, len(made.rows)) == ("construct", 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT ?x\nWHERE { ?x a zz:Foo }",
            "line 2, column 14 of the query: unknown prefix zz:; known without a declaration: "
            "dcterms, foaf, kg, oa, org, owl, prov, rdf, rdfs, schema, skos, xsd\n"
            "  WHERE { ?x a zz:Foo }\n               ^",
        ),
        (
            "SELECT ?x { ?x skso:prefLabel ?y }",
            "line 1, column 16 of the query: unknown prefix skso:; did you mean skos:?\n"
            "  SELECT ?x { ?x skso:prefLabel ?y }\n                 ^",
        ),
        (
            "SELECT ?x {\n?x a kg:Foo ",
            'line 2, column 13 of the query: expected one of ",", ".", ";", "{", "{|", "}", "~", [_]\n'
            "  ?x a kg:Foo \n              ^",
        ),
        (
            "SELECT * { ?s a kg:State }\nORDR BY ?s",
            "line 2, column 1 of the query: ORDR is no word of SPARQL; did you mean ORDER?\n  ORDR BY ?s\n  ^",
        ),
        (
            "SELECT ?x (COUNT(?s) AS ?c) { ?s ?p ?x }",
            "line 1, column 41 of the query: The SELECT contains a variable that is unbound, [_]\n"
            "  SELECT ?x (COUNT(?s) AS ?c) { ?s ?p ?x }\n" + " " * 42 + "^",
        ),
    ],
)
def test_a_query_that_cannot_be_read_is_shown_with_its_place(store: ox.Store, text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["", "SELEKT", "DROP ALL", "SELECT * {"])
def test_what_is_no_query_is_refused(store: ox.Store, text: str) -> None:
    with pytest.raises(QueryError):
        run(store, text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 5service <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s a kg:.SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s a 'x\\'' . \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_nothing_is_asked_of_another_machine(store: ox.Store, text: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, text)
    assert str(caught.value) == "SERVICE asks another machine, and queries stay on this one: leave it out"


def test_the_word_service_is_allowed_elsewhere(store: ox.Store) -> None:
    run(
        store,
        "# service\nSELECT ?service { ?service a kg:service, <http://x/service> ; rdfs:label 'service', \"service\" }",
    )
