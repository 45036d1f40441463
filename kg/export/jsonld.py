"""Compact JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), a thing a line, with the context of ontology/context.jsonld.

The context stands in the file itself, so that a reader needs no network. Names keep their language, and say so where
they run from right to left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import IO, Any

import pyoxigraph as ox

from kg import vocab
from kg.errors import KnowledgeError
from kg.export.direction import is_right_to_left
from kg.export.source import Quoted, Source, by_predicate
from kg.export.turtle import write_texts
from kg.graph.access import Value
from kg.graph.terms import TYPE
from kg.paths import ontology_path

# Whole numbers that JSON writes just so, and that every reader keeps: from 2^53 on, some make them floating point.
_PLAIN_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def write_jsonld(source: Source, file: IO[bytes]) -> None:
    """Write JSON-LD: the context, and the things under "@graph"."""
    shortener = _Shortener(context())
    nodes = ({"id": iri, **shortener.properties(rows)} for iri, rows in source.descriptions())
    write_texts(json_document(context(), nodes), file)


def json_document(context: Mapping[str, Any], nodes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the text of a document: its context, and one node a line."""
    yield f'{{\n"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": ['
    between = "\n"
    for node in nodes:
        yield f"{between}{json.dumps(node, ensure_ascii=False)}"
        between = ",\n"
    yield "\n]\n}\n"


@cache
def context() -> Mapping[str, Any]:
    """Return the context of ontology/context.jsonld."""
    path = ontology_path("context.jsonld")
    try:
        found: Mapping[str, Any] = json.loads(path.read_text("utf-8"))["@context"]
    except (ValueError, KeyError) as error:
        raise KnowledgeError(f"{path} is no JSON-LD context: {error}") from error
    return found


def text_value(value: ox.Literal) -> Any:
    """Return a text with its language and, from right to left, its direction; a text without a language as it is."""
    if not value.language:
        return value.value
    found = {"@value": value.value, "@language": value.language}
    return found | {"@direction": "rtl"} if is_right_to_left(value.value, value.language) else found


class _Shortener:
    """Says things by the terms of a context (https://www.w3.org/TR/json-ld11-api/#compaction, as far as we need it)."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._prefixes = {iri: name for name, iri in context.items() if name in vocab.PREFIXES}
        self._terms: dict[str, str] = {}
        self._reads: dict[str, str] = {}
        for term, entry in context.items():
            short = entry if isinstance(entry, str) else entry.get("@id", "") if isinstance(entry, dict) else ""
            prefix, colon, name = short.partition(":")
            if colon and prefix in vocab.PREFIXES:
                self._terms[vocab.PREFIXES[prefix] + name] = term
                how = entry.get("@type", "") if isinstance(entry, dict) else ""
                self._reads[term] = how.replace("xsd:", vocab.XSD)

    def properties(self, rows: list[Quoted]) -> dict[str, Any]:
        """Return what is said of a thing, by term; a property with one value has no list."""
        found: dict[str, Any] = {}
        for predicate, values in by_predicate(rows).items():
            if predicate == TYPE:
                found["type"] = [self._term(value.value) for value in values]
                continue
            term = self._term(predicate)
            several = [self._value(value, self._reads.get(term, "")) for value in values]
            found[term] = several[0] if len(several) == 1 else several
        return found

    def _value(self, value: Value, read_as: str) -> Any:
        if isinstance(value, ox.NamedNode):
            if read_as == "@id":
                return value.value
            return self._term(value.value) if read_as == "@vocab" else {"id": value.value}
        datatype = value.datatype.value
        if datatype == read_as:
            return value.value
        if not read_as and (value.language or datatype == vocab.XSD + "string"):
            return text_value(value)
        if not read_as and datatype == vocab.XSD + "integer" and _PLAIN_NUMBER.fullmatch(value.value):
            return int(value.value)
        text = text_value(value)
        if isinstance(text, dict):
            return text
        return {"@value": text} if datatype == vocab.XSD + "string" else {"@value": text, "@type": self._term(datatype)}

    def _term(self, iri: str) -> str:
        """Return a term or prefixed name for an IRI of a vocabulary, another IRI as it is."""
        if iri in self._terms:
            return self._terms[iri]
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        space, name = iri[:end], iri[end:]
        prefix = self._prefixes.get(space)
        if not prefix or not name or name.startswith("//"):
            return iri
        return name if space == vocab.KG and name not in self._reads and ":" not in name else f"{prefix}:{name}"
