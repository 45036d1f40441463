"""Clients that people use, against a running server."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, RDFXML, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.vocab import KG
from tests.graph.sample import BASE, TREATY
from tests.server.conftest import Server

NAMES = "SELECT ?name { ?t a kg:Treaty ; skos:prefLabel ?name } ORDER BY ?name"


def test_rdflib_asks_it_as_a_graph(server: Server) -> None:
    graph = Graph(store=SPARQLStore(f"{server.address}/sparql"))
    treaty = URIRef(BASE + TREATY)
    assert (treaty, RDF.type, URIRef(KG + "Treaty")) in graph
    assert {str(name) for name in graph.objects(treaty, URIRef("http://www.w3.org/2004/02/skos/core#prefLabel"))} == {
        "Lake Convention",
        "Seenabkommen",
    }
    rows = graph.query("SELECT ?o WHERE { ?o a <https://w3id.org/treaty-kg/ontology#Official> }")
    assert [str(row[0]) for row in rows] == [f"{BASE}official/ana-sol"]  # type: ignore[index]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_gets_every_form(server: Server, method: str) -> None:
    client: Any = SPARQLWrapper(f"{server.address}/sparql")
    client.setMethod(method)
    client.setQuery(NAMES)
    client.setReturnFormat(JSON)
    rows = client.query().convert()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Lake Convention", "Seenabkommen"]
    client.setReturnFormat(XML)
    assert len(client.query().convert().getElementsByTagName("result")) == 2
    client.setReturnFormat(CSV)
    assert client.query().convert().splitlines()[1] == b"Lake Convention"
    client.setQuery(f"DESCRIBE <{BASE}{TREATY}>")
    client.setReturnFormat(TURTLE)
    described = Graph().parse(data=client.query().convert(), format="turtle")
    client.setReturnFormat(RDFXML)
    assert set(client.query().convert()) == set(described) != set()


def test_sparqlwrapper_tells_a_bad_query(server: Server) -> None:
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery("SELECT * {")
    with pytest.raises(QueryBadFormed, match="line 1, column 11 of the query"):
        client.query()


def test_curl_follows_a_thing_to_its_data(server: Server) -> None:
    program = shutil.which("curl")
    if program is None:
        pytest.skip("curl is not installed")
    command = [program, "-sL", "-H", "Accept: text/turtle", f"{server.address}/id/{TREATY}"]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    assert (URIRef(BASE + TREATY), RDF.type, URIRef(KG + "Treaty")) in Graph().parse(data=told, format="turtle")
