"""Answers and triples in the formats of the web, each under its media type.

SPARQL 1.1 Query Results in JSON, XML, CSV and TSV (https://www.w3.org/TR/sparql11-results-json/ and its siblings);
Turtle, N-Triples, JSON-LD and RDF/XML for triples.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph.rows import Rows, render
from kg.vocab import PREFIXES

Triples = Iterable[ox.Triple]


@dataclass(frozen=True, slots=True)
class Medium:
    """A format. type: its media type; suffix: of files in it; others: media types that ask for it as well."""

    name: str
    type: str
    suffix: str
    others: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The value of the header Content-Type; of text/* only Turtle is UTF-8 by its own definition."""
        return f"{self.type}; charset=utf-8" if self.type.startswith("text/") else self.type


JSON = Medium("JSON", "application/sparql-results+json", "json", ("application/json",))
XML = Medium("XML", "application/sparql-results+xml", "xml", ("application/xml", "text/xml"))
CSV = Medium("CSV", "text/csv", "csv")
TSV = Medium("TSV", "text/tab-separated-values", "tsv")
TURTLE = Medium("Turtle", "text/turtle", "ttl", ("application/x-turtle",))
N_TRIPLES = Medium("N-Triples", "application/n-triples", "nt")
JSON_LD = Medium("JSON-LD", "application/ld+json", "jsonld", ("application/json",))
RDF_XML = Medium("RDF/XML", "application/rdf+xml", "rdf", ("application/xml", "text/xml"))
HTML = Medium("HTML", "text/html", "html", ("application/xhtml+xml",))

# The first of each is what is given to whoever takes anything.
FOR_ROWS = (JSON, XML, CSV, TSV)
FOR_TRIPLES = (TURTLE, N_TRIPLES, JSON_LD, RDF_XML)

_RDF = {
    TURTLE: ox.RdfFormat.TURTLE,
    N_TRIPLES: ox.RdfFormat.N_TRIPLES,
    JSON_LD: ox.RdfFormat.JSON_LD,
    RDF_XML: ox.RdfFormat.RDF_XML,
}


def media_for(answer: Rows) -> tuple[Medium, ...]:
    """Return the formats in which the answer to a query can be written, the usual one first."""
    return FOR_TRIPLES if answer.kind == "construct" else FOR_ROWS


def write_answer(answer: Rows, medium: Medium) -> bytes:
    """Return the answer to a query in one of the formats of `media_for`."""
    if answer.kind == "construct":
        return write_triples((ox.Triple(*row) for row in answer.rows), medium)  # type: ignore[arg-type]
    if medium == XML:
        solutions = ox.parse_query_results(render(answer, "json"), format=ox.QueryResultsFormat.JSON)
        written = solutions.serialize(format=ox.QueryResultsFormat.XML)
        assert written is not None
        return written
    return render(answer, medium.suffix).encode()


def write_triples(triples: Triples, medium: Medium) -> bytes:
    """Return triples, in their order, in one of FOR_TRIPLES; only prefixes in use are declared."""
    several = list(triples)
    iris = {part.value for triple in several for part in triple if isinstance(part, ox.NamedNode)}
    used = {prefix: space for prefix, space in PREFIXES.items() if any(iri.startswith(space) for iri in iris)}
    written = ox.serialize(several, format=_RDF[medium], prefixes=used)
    assert written is not None
    return written
