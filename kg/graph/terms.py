"""RDF terms as text, in the canonical form of N-Triples (https://www.w3.org/TR/n-triples/#canonical-ntriples).

A build makes a million triples. As plain strings they are made, sorted and written many times faster than as objects of
an RDF library, which is asked only for what has rules of its own: whether an IRI or a language code is a good one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from kg import vocab
from kg.errors import GraphError

Row = tuple[str, str]  # the predicate's IRI (TYPE for rdf:type), and the object as a term
Block = tuple[str, list[Row]]  # a subject as a term, and what is said of it: sorted, without duplicates
TYPE = ""  # stands for rdf:type in a row, so that it sorts before every other predicate


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says. blocks: sorted by subject, to be gone through once.

    subjects, values: the IRIs (as terms) that are subjects and objects in it; those that the vocabulary owns and those
    of a folder that another one stands for need not be among them.
    """

    blocks: Iterable[Block]
    subjects: Iterable[str]
    values: Iterable[str]


_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)} | {
    ord(character): f"\\{letter}" for character, letter in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)
}
_TO_ESCAPE = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')
_DATE_TYPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "date"),
    (re.compile(r"\d{4}-\d{2}"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)


def node(iri: str) -> str:
    """Return an IRI as a term; ValueError where it is none."""
    return str(ox.NamedNode(iri))


def kg_node(name: str) -> str:
    """Return the vocabulary's term with a local name; KnowledgeError where there is none."""
    return f"<{vocab.iri(name)}>"


def literal(text: str) -> str:
    """Return a text without a language."""
    return f'"{text.translate(_ESCAPES) if _TO_ESCAPE.search(text) else text}"'


def text_literal(text: str, language: str) -> str:
    """Return a text with its language ("und" where it is not known); GraphError for what is no BCP 47 code."""
    try:
        return f"{literal(text)}@{_tag(language or 'und')}"
    except ValueError as error:
        raise GraphError(f"{language!r} is no BCP 47 language code (of the text {text!r})") from error


def integer(value: int) -> str:
    """Return a whole number."""
    return f'"{value}"^^<{vocab.XSD}integer>'


@cache
def decimal(value: float) -> str:
    """Return a confidence with two places: the third says nothing and would differ between machines first."""
    return f'"{Decimal(value).quantize(Decimal("0.01"))}"^^<{vocab.XSD}decimal>'


@cache
def date_literal(text: str) -> str:
    """Return "2025-10-25", "2025-10" or "2025" as an xsd:date, xsd:gYearMonth or xsd:gYear; GraphError for others."""
    for form, datatype in _DATE_TYPES:
        if form.fullmatch(text):
            return f'"{text}"^^<{vocab.XSD}{datatype}>'
    raise GraphError(f"{text!r} is no complete date: a fact needs YYYY-MM-DD, YYYY-MM or YYYY")


def block(subject: str, rows: Iterable[Row]) -> Block:
    """Return what is said of a subject, in order."""
    return subject, sorted(set(rows))


def document_of(triples: Iterable[ox.Triple]) -> Document:
    """Return triples as a document; ValueError for a blank node: its name would differ between runs."""
    rows: dict[str, list[Row]] = {}
    for triple in triples:
        if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
            raise ValueError("a blank node cannot be written: give it an IRI")
        predicate = triple.predicate.value
        row = (TYPE if predicate == vocab.RDF + "type" else predicate, str(triple.object))
        rows.setdefault(str(triple.subject), []).append(row)
    return grouped(rows)


def grouped(rows: dict[str, list[Row]]) -> Document:
    """Return rows by subject as a document, which takes them out of the dictionary as they are asked for."""
    values = {value for group in rows.values() for _, value in group if value.startswith("<")}
    return Document((block(subject, rows.pop(subject)) for subject in sorted(rows)), tuple(rows), values)


def triples_of(document: Document) -> list[ox.Triple]:
    """Return a document's triples as objects of the RDF library, in their order."""
    lines = [
        f"{subject} <{predicate or vocab.RDF + 'type'}> {value} .\n"
        for subject, rows in document.blocks
        for predicate, value in rows
    ]
    return [quad.triple for quad in ox.parse("".join(lines), format=ox.RdfFormat.N_TRIPLES)]


@cache
def _tag(language: str) -> str:
    """Return a language code in canonical letters; ValueError where it is none."""
    return str(ox.Literal("", language=language).language)
