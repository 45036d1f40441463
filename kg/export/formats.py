"""The formats that a graph can be exported to, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kg.errors import ExportError
from kg.export import neo4j, parquet
from kg.export.jsonld import write_jsonld
from kg.export.lines import write_nquads, write_ntriples
from kg.export.neo4j import write_neo4j
from kg.export.networks import write_gexf, write_graphml
from kg.export.parquet import write_parquet
from kg.export.rdf12 import write_turtle12
from kg.export.rdfxml import write_rdfxml
from kg.export.schemaorg import write_schemaorg
from kg.export.source import Source
from kg.export.trig import write_trig, write_turtle_of
from kg.export.wikidata import write_new_items, write_quickstatements


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    suffix: how a file's name ends, "" where the format is a folder of `files`. media_type: as registered with IANA.
    write: writes one file; write_folder: writes `files` into a folder. One of them is there.
    parts: whether the graph or the evidence can be written alone.
    """

    name: str
    suffix: str
    media_type: str
    description: str
    write: Callable[[Source, IO[bytes]], None] | None = None
    write_folder: Callable[[Source, Path], None] | None = None
    files: tuple[str, ...] = ()
    parts: bool = False

    @property
    def default_name(self) -> str:
        """What the file or folder is called unless told otherwise."""
        return f"graph{self.suffix}" if self.suffix else self.name

    @property
    def shown_name(self) -> str:
        """Its default name for eyes: a folder's ends with a slash."""
        return self.default_name if self.suffix else f"{self.default_name}/"


FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format("turtle", ".ttl", "text/turtle", "Turtle: sorted, with prefixes; what a build writes, in one file",
               write_turtle_of, parts=True),
        Format("trig", ".trig", "application/trig", "TriG: a named graph an article, with the facts that it says",
               write_trig, parts=True),
        Format("ntriples", ".nt", "application/n-triples", "N-Triples: a triple a line", write_ntriples, parts=True),
        Format("nquads", ".nq", "application/n-quads", "N-Quads: a triple a line, with the graphs of trig",
               write_nquads, parts=True),
        Format("rdfxml", ".rdf", "application/rdf+xml", "RDF/XML", write_rdfxml, parts=True),
        Format("jsonld", ".jsonld", "application/ld+json", "JSON-LD 1.1: JSON with the vocabulary's terms as keys",
               write_jsonld, parts=True),
        Format("turtle12", ".1-2.ttl", "text/turtle; version=1.2",
               "Turtle 1.2: each fact carries its claim (RDF 1.2 reifiers)", write_turtle12),
        Format("schema-org", ".schema-org.jsonld", "application/ld+json", "JSON-LD in schema.org's terms",
               write_schemaorg),
        Format("graphml", ".graphml", "application/graphml+xml", "GraphML: things and the facts between them",
               write_graphml),
        Format("gexf", ".gexf", "application/gexf+xml", "GEXF, for Gephi: the same", write_gexf),
        Format("neo4j", "", "text/csv", "CSV files for neo4j-admin, with the import command",
               write_folder=write_neo4j, files=neo4j.FILES),
        Format("parquet", "", "application/vnd.apache.parquet", "Parquet tables: things, names, facts, claims ...",
               write_folder=write_parquet, files=parquet.FILES),
        Format("quickstatements", ".quickstatements.txt", "text/plain",
               "QuickStatements for Wikidata: statements on things that have an item", write_quickstatements),
        Format("quickstatements-new", ".quickstatements-new.txt", "text/plain",
               "QuickStatements for Wikidata: new items; look first whether they are there", write_new_items),
    )
}  # fmt: skip


def format_named(name: str) -> Format:
    """Return a format; ExportError with those that there are for another name."""
    if name not in FORMATS:
        raise ExportError(f"there is no format {name!r}; there are: {', '.join(FORMATS)}")
    return FORMATS[name]
