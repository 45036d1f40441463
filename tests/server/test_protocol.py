"""The endpoint as the SPARQL 1.1 Protocol has it, asked over HTTP."""

from __future__ import annotations

import json

import pytest
import rdflib

from kg.server.protocol import READ_ONLY
from tests.server.conftest import Server
from tests.server.protocol_cases import OURS, W3C, Case

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
NAMES = "SELECT ?name { ?t a kg:Treaty ; skos:prefLabel ?name } ORDER BY ?name"


@pytest.mark.parametrize("case", [*W3C, *OURS], ids=lambda case: case.name)
def test_a_request_gives_its_status_and_type(server: Server, case: Case) -> None:
    reply = server.send(case.method, case.path, case.body, **case.headers)
    assert (reply.status, reply.type in case.types) == (case.status, True), (reply.type, reply.text)


def test_a_query_is_answered_with_the_usual_prefixes(server: Server) -> None:
    assert server.ask(NAMES).text.splitlines() == ["name", "Lake Convention", "Seenabkommen"]
    found = json.loads(server.ask(NAMES, "application/sparql-results+json").text)["results"]["bindings"]
    assert found[1] == {"name": {"type": "literal", "value": "Seenabkommen", "xml:lang": "de"}}
    assert server.ask(NAMES, "text/tab-separated-values").text.splitlines()[2] == '"Seenabkommen"@de'


def test_a_bad_query_is_told_with_line_and_column(server: Server) -> None:
    sparql = "SELECT ?x {\n  ?x kg:treaty }"
    reply = server.ask(sparql)
    assert reply.status == 400
    assert reply.text.startswith("line 2, column 16 of the query: ")
    problem = json.loads(server.ask(sparql, "application/problem+json").text)
    assert (problem["status"], problem["line"], problem["column"]) == (400, 2, 16)


@pytest.mark.parametrize(
    ("sparql", "status", "message"),
    [
        (
            "DROP ALL",
            403,
            READ_ONLY,
        ),
        (
            "ASK { SERVICE <http://e/> {} }",
            403,
            "SERVICE asks another machine, and queries stay on this one: leave it out",
        ),
    ],
)
def test_what_is_refused_says_why(server: Server, sparql: str, status: int, message: str) -> None:
    reply = server.ask(sparql)
    assert (reply.status, reply.text) == (status, f"{message}\n")


def test_what_cannot_be_had_says_what_can(server: Server) -> None:
    assert server.ask("ASK {}", "image/png").text == (
        "this can be had as application/sparql-results+json, application/sparql-results+xml, text/csv, "
        "text/tab-separated-values; the request accepts only image/png\n"
    )


def test_without_a_query_the_endpoint_describes_itself(server: Server) -> None:
    reply = server.send("GET", "/sparql", Accept="text/turtle")
    graph = rdflib.Graph().parse(data=reply.body, format="turtle")
    service = graph.value(predicate=rdflib.RDF.type, object=SD.Service)
    assert service == rdflib.URIRef(f"{server.address}/sparql")
    assert graph.value(service, SD.endpoint) == service
    assert list(graph.objects(service, SD.supportedLanguage)) == [SD.SPARQL11Query]
    assert len(set(graph.objects(service, SD.resultFormat))) == 8
    dataset = graph.value(service, SD.defaultDataset)
    assert graph.value(graph.value(dataset, SD.defaultGraph), rdflib.RDF.type) == SD.Graph


def test_a_browser_is_led_to_the_editor(server: Server) -> None:
    reply = server.send("GET", "/sparql?query=ASK%20%7B%7D", Accept="text/html,application/xml;q=0.9,*/*;q=0.8")
    assert (reply.status, reply.headers["location"]) == (303, "/query?query=ASK%20%7B%7D")


def test_head_has_the_headers_of_get_and_no_body(server: Server) -> None:
    path = "/sparql?query=SELECT%20(1%20AS%20?x)%20%7B%7D"
    got, head = server.send("GET", path), server.send("HEAD", path)
    assert (head.status, head.body) == (200, b"")
    assert {**head.headers, "date": ""} == {**got.headers, "date": ""}


def test_options_tells_what_can_be_sent(server: Server) -> None:
    reply = server.send("OPTIONS", "/sparql")
    assert (reply.status, reply.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    assert server.send("PUT", "/sparql").headers["allow"]


def test_other_sites_are_not_let_in_unless_asked(server: Server) -> None:
    reply = server.send("GET", "/sparql?query=ASK%7B%7D", Origin="https://example.org")
    assert not [name for name in reply.headers if name.startswith("access-control")]


def test_a_term_that_there_is_not_is_noted_beside_the_answer(server: Server) -> None:
    reply = server.ask("SELECT * { ?x kg:signedby ?y }")
    assert reply.status == 200
    place = "line 1, column 15 of the query"
    assert reply.headers["kg-note"] == f"{place}: there is no kg:signedby; did you mean kg:signedBy?"


def test_a_named_query_is_filled_with_what_somebody_types(server: Server) -> None:
    filled = json.loads(server.send("GET", "/filled?query=names&thing=Seenabkommen").text)
    assert filled["understood"] == [
        {"parameter": "thing", "label": "Lake Convention", "iri": "https://example.org/id/treaty/lake-convention"}
    ]
    assert "Seenabkommen" in server.ask(filled["sparql"]).text
    wrong = server.send("GET", "/filled?query=names&thin=x")
    message = "names has no parameter 'thin'; did you mean thing?; it has thing, language\n"
    assert (wrong.status, wrong.text) == (400, message)
