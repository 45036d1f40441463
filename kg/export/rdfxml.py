"""RDF 1.1 XML, one description a thing (https://www.w3.org/TR/rdf-syntax-grammar/).

The writers of our RDF libraries let a reader lose carriage returns, or write control characters that no reader takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO

import pyoxigraph as ox

from kg.errors import ExportError
from kg.export.source import Quoted, Source, full
from kg.export.turtle import write_texts
from kg.export.xmltext import attribute, escaped
from kg.graph.access import Value
from kg.vocab import PREFIXES, XSD

_NAME = re.compile(r"[^\W\d][\w.-]*\Z")  # the longest end of an IRI that can be an element's name
_TEXT = XSD + "string"


def write_rdfxml(source: Source, file: IO[bytes]) -> None:
    """Write RDF/XML. Characters that XML 1.0 cannot hold become U+FFFD; ExportError for a predicate without a name."""
    write_texts(_lines(source), file)


def _lines(source: Source) -> Iterator[str]:
    prefixes = {iri: prefix for prefix, iri in PREFIXES.items()}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield from (f"\n  xmlns:{prefix}={attribute(iri)}" for prefix, iri in sorted(PREFIXES.items()))
    yield ">\n"
    for iri, rows in source.descriptions():
        yield _description(iri, rows, prefixes)
    yield "</rdf:RDF>\n"


def _description(iri: str, rows: list[Quoted], prefixes: Mapping[str, str]) -> str:
    inside = "".join(_property(full(predicate), value, prefixes) for predicate, value in rows)
    return f"  <rdf:Description rdf:about={attribute(iri)}>\n{inside}  </rdf:Description>\n"


def _property(predicate: str, value: Value, prefixes: Mapping[str, str]) -> str:
    name, declared = _element(predicate, prefixes)
    if isinstance(value, ox.NamedNode):
        return f"    <{name}{declared} rdf:resource={attribute(value.value)}/>\n"
    if value.language:
        declared += f" xml:lang={attribute(value.language)}"
    elif value.datatype.value != _TEXT:
        declared += f" rdf:datatype={attribute(value.datatype.value)}"
    return f"    <{name}{declared}>{escaped(value.value)}</{name}>\n"


def _element(predicate: str, prefixes: Mapping[str, str]) -> tuple[str, str]:
    """Return a predicate as the name of an element, and the declaration that it needs of its namespace."""
    found = _NAME.search(predicate)
    if found is None or not found.start():
        raise ExportError(f"RDF/XML cannot write the property {predicate}: its IRI has no end that is a name")
    space, local = predicate[: found.start()], found[0]
    if space in prefixes:
        return f"{prefixes[space]}:{local}", ""
    return f"p:{local}", f" xmlns:p={attribute(space)}"
