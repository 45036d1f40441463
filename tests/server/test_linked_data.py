"""Every thing of the graph, and every term, at an address of its own."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from rdflib import Graph, URIRef

from kg import vocab
from tests.graph.sample import BASE, SOL, TREATY
from tests.server.conftest import HOSTILE, Server

LABEL = URIRef(vocab.RDFS + "label")


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/html", "html"),
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/rdf+xml", "rdf"),
        ("application/n-triples", "nt"),
        ("text/html;q=0.5, application/n-triples", "nt"),
    ],
)
def test_a_thing_leads_to_the_document_that_fits(server: Server, accept: str, suffix: str) -> None:
    reply = server.send("GET", f"/id/{SOL}", Accept=accept)
    assert (reply.status, reply.headers["location"], reply.headers["vary"]) == (303, f"/id/{SOL}.{suffix}", "Accept")
    document = server.send("GET", f"/id/{SOL}.{suffix}")
    assert (document.status, document.type.partition(";")[0]) == (200, accept.rpartition(" ")[2])
    assert document.headers["link"] == f'<{BASE}{SOL}>; rel="describes"'


@pytest.mark.parametrize(("suffix", "form"), [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld"), ("rdf", "xml")])
def test_data_of_a_thing_has_its_own_triples_and_those_that_lead_to_it(server: Server, suffix: str, form: str) -> None:
    graph = Graph().parse(data=server.send("GET", f"/id/{SOL}.{suffix}").body, format=form)
    assert {str(name) for name in graph.objects(URIRef(BASE + SOL), LABEL)} == {"Ana Sol"}
    assert URIRef(vocab.iri("chair")) in set(graph.predicates(None, URIRef(BASE + SOL)))


def test_the_page_of_a_thing_tells_names_facts_and_words(server: Server) -> None:
    page = server.send("GET", f"/id/{SOL}.html").text
    assert '<h2 dir="ltr">Ana Sol</h2>' in page
    assert '<span lang="fa" dir="rtl" class="name">آنا سول</span>' in page
    assert '<a dir="ltr" href="/id/event/signing-lake-convention-2024-05-03">Signing of the Lake Convention</a>' in page
    assert '<p lang="fa" dir="rtl">آنا سول وزیر خارجه آرلند ریاست مراسم امضا را بر عهده داشت</p>' in page
    assert "confidence 0.97, 2 independent sources" in page


def test_a_whole_iri_is_answered_wherever_it_is_from(server: Server) -> None:
    passage = f"{BASE}article/de-lake-txt#char=0,36"
    reply = server.send("GET", f"/id?iri={quote(passage, safe='')}", Accept="text/turtle")
    assert (reply.status, reply.type) == (200, "text/turtle; charset=utf-8")
    assert "Das Seenabkommen tritt 2026 in Kraft" in reply.text
    term = server.send("GET", f"/id?iri={quote(vocab.iri('Treaty'), safe='')}", Accept="text/html")
    assert BASE + TREATY in term.text or "Lake Convention" in term.text


@pytest.mark.parametrize(
    "path",
    ["/id/official/nobody", "/id/official/nobody.ttl", f"/id/{SOL}.exe", "/id?iri=http%3A%2F%2Fe%2F", "/id?iri=%22"],
)
def test_what_the_graph_does_not_know_is_not_found(server: Server, path: str) -> None:
    assert server.send("GET", path).status == 404


def test_an_iri_is_asked_for(server: Server) -> None:
    reply = server.send("GET", "/id")
    assert (reply.status, reply.text) == (400, "give the whole IRI of a thing, percent-encoded, as /id?iri=IRI\n")


def test_the_vocabulary_is_a_page_and_data(server: Server) -> None:
    page = server.send("GET", "/ontology", Accept="text/html")
    assert (page.status, 'id="Treaty"' in page.text) == (200, True)
    data = server.send("GET", "/ontology", Accept="text/turtle")
    graph = Graph().parse(data=data.body, format="turtle")
    assert all((URIRef(vocab.iri(name)), LABEL, None) in graph for name in vocab.classes())
    assert server.send("GET", "/ontology.nt").type == "application/n-triples"


def test_a_name_leads_to_its_thing_or_to_a_choice(server: Server) -> None:
    reply = server.send("GET", f"/find?name={quote('آنا سول')}")
    assert (reply.status, reply.headers["location"]) == (303, f"/id/{SOL}")
    several = server.send("GET", "/find?name=Lake+Conv")
    assert several.status in (200, 303)
    nothing = server.send("GET", "/find?name=Zzzyx", Accept="text/html")
    assert (nothing.status, nothing.type) == (404, "text/html; charset=utf-8")


def test_what_articles_write_is_never_markup(server: Server) -> None:
    for path in (
        "/id/person/bad.html",
        "/find?name=hacked",
        f"/find?name={quote(HOSTILE)}x",
        f"/id?iri={quote(HOSTILE)}",
    ):
        reply = server.send("GET", path, Accept="text/html")
        assert "<script>" not in reply.text, path
    assert "&lt;script&gt;" in server.send("GET", "/id/person/bad.html").text


@pytest.mark.parametrize(
    "path",
    [
        "/../graph.ttl",
        "/assets/..%2f..%2ferrors.py",
        "/assets/../__init__.py",
        "/.cache/x",
        "/id/../../etc/passwd",
        "/assets/",
    ],
)
def test_no_path_leads_out(server: Server, path: str) -> None:
    assert server.send("GET", path).status == 404


def test_every_answer_protects_who_reads_it(server: Server) -> None:
    for path in ("/", "/query", "/graph.html", "/sparql", "/nothing", f"/id/{SOL}.html", "/assets/editor.js"):
        headers = server.send("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")


def test_the_files_of_the_build_are_there(server: Server) -> None:
    graph = server.send("GET", "/graph.ttl")
    assert (graph.status, graph.type) == (200, "text/turtle; charset=utf-8")
    assert server.send("GET", "/graph.html").type == "text/html; charset=utf-8"
    assert "SPARQL" in server.send("GET", "/").text
