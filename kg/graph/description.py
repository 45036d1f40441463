"""What a SPARQL endpoint says of itself (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

import pyoxigraph as ox

from kg import vocab

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip


def service_description(endpoint: str) -> list[ox.Triple]:
    """Return the triples that describe the endpoint at an address: what it speaks, and its one graph."""
    service, dataset, graph = (ox.NamedNode(endpoint + tail) for tail in ("", "#dataset", "#graph"))
    said = [
        (service, vocab.RDF + "type", _SD + "Service"),
        (service, _SD + "endpoint", endpoint),
        (service, _SD + "supportedLanguage", _SD + "SPARQL11Query"),
        *((service, _SD + "resultFormat", f"http://www.w3.org/ns/formats/{name}") for name in _FORMATS),
        (service, _SD + "defaultDataset", dataset.value),
        (dataset, vocab.RDF + "type", _SD + "Dataset"),
        (dataset, _SD + "defaultGraph", graph.value),
        (graph, vocab.RDF + "type", _SD + "Graph"),
        (graph, vocab.DCTERMS + "conformsTo", vocab.KG.rstrip("#")),
    ]
    return [ox.Triple(subject, ox.NamedNode(predicate), ox.NamedNode(value)) for subject, predicate, value in said]
