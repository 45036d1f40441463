"""Facts gathered by triple: what one claim says, after superproperties are written out and duplicates are joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg import vocab
from kg.errors import GraphError
from kg.graph.iris import Iris
from kg.model import Fact, Passage, Resolution

Triple3 = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]

_DATE_TYPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), ox.NamedNode(vocab.XSD + "date")),
    (re.compile(r"\d{4}-\d{2}"), ox.NamedNode(vocab.XSD + "gYearMonth")),
    (re.compile(r"\d{4}"), ox.NamedNode(vocab.XSD + "gYear")),
)
_INTEGER = ox.NamedNode(vocab.XSD + "integer")


@dataclass(slots=True)
class ClaimRecord:
    """One asserted triple with what speaks for it, and the IRIs of the claims that it conflicts with."""

    triple: Triple3
    confidence: float = 0.0
    sources: int = 0
    passages: set[Passage] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    conflicts: set[str] = field(default_factory=set)


def claim_records(resolution: Resolution, iris: Iris) -> dict[str, ClaimRecord]:
    """Return every triple that the facts make, by claim IRI, with superproperties written out.

    A triple that several facts make (a chair and speaker is a participant once) has one record: all passages, the
    highest confidence, and the number of different works that the passages come from.
    Raises KnowledgeError for a term that the vocabulary lacks, GraphError for a value that is none of its datatype.
    """
    work_of = {identifier: work.id for work in resolution.works for identifier in work.articles}
    by_slot = _by_slot(resolution.facts)
    records: dict[str, ClaimRecord] = {}
    for fact in resolution.facts:
        for predicate in (fact.predicate, *vocab.superproperties(fact.predicate)):
            triple = _triple(fact, predicate, iris)
            record = records.setdefault(_claim_iri(triple, iris), ClaimRecord(triple))
            _add(record, fact, work_of)
            if predicate == fact.predicate:
                record.conflicts.update(_conflicting(fact, by_slot, iris))
    _symmetric(records)
    return records


def date_literal(text: str) -> ox.Literal:
    """Return "2025-10-25", "2025-10" or "2025" as an xsd:date, xsd:gYearMonth or xsd:gYear; GraphError for others."""
    for form, datatype in _DATE_TYPES:
        if form.fullmatch(text):
            return ox.Literal(text, datatype=datatype)
    raise GraphError(f"{text!r} is no complete date: a fact needs YYYY-MM-DD, YYYY-MM or YYYY")


def text_literal(text: str, language: str) -> ox.Literal:
    """Return a text with its language ("und" where it is not known); GraphError for what is no BCP 47 code."""
    try:
        return ox.Literal(text, language=language or "und")
    except ValueError as error:
        raise GraphError(f"{language!r} is no BCP 47 language code (of the text {text!r})") from error


def _term(fact: Fact, iris: Iris) -> ox.NamedNode | ox.Literal:
    match fact.datatype:
        case "":
            return ox.NamedNode(iris.entity(fact.object))
        case "concept":
            return ox.NamedNode(vocab.iri(fact.object))
        case "integer":
            try:
                return ox.Literal(str(int(fact.object)), datatype=_INTEGER)
            except ValueError as error:
                raise GraphError(f"{fact.object!r} is no integer (kg:{fact.predicate} of {fact.subject})") from error
        case "date":
            return date_literal(fact.object)
        case "text":
            return text_literal(fact.object, fact.language)
    raise GraphError(f"{fact.datatype!r} is no datatype of a fact (kg:{fact.predicate} of {fact.subject})")


def _triple(fact: Fact, predicate: str, iris: Iris) -> Triple3:
    return (ox.NamedNode(iris.entity(fact.subject)), ox.NamedNode(vocab.iri(predicate)), _term(fact, iris))


def _claim_iri(triple: Triple3, iris: Iris) -> str:
    return iris.claim(*(str(term) for term in triple))


def _add(record: ClaimRecord, fact: Fact, work_of: Mapping[str, str]) -> None:
    record.confidence = max(record.confidence, fact.confidence)
    record.passages.update(fact.passages)
    record.rules.update(fact.rules)
    if fact.qualifier:
        record.qualifiers.add(fact.qualifier)
    works = {work_of.get(passage.article, passage.article) for passage in record.passages}
    record.sources = max(record.sources, fact.sources, len(works))


def _by_slot(facts: Iterable[Fact]) -> dict[tuple[str, str, str], list[Fact]]:
    found: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        found.setdefault((fact.subject, fact.predicate, fact.object), []).append(fact)
    return found


def _conflicting(fact: Fact, by_slot: Mapping[tuple[str, str, str], list[Fact]], iris: Iris) -> Iterable[str]:
    for predicate, value in fact.conflicts:
        for other in by_slot.get((fact.subject, predicate, value), ()):
            yield _claim_iri(_triple(other, predicate, iris), iris)


def _symmetric(records: Mapping[str, ClaimRecord]) -> None:
    for iri in sorted(records):
        records[iri].conflicts.discard(iri)
        for other in sorted(records[iri].conflicts):
            records[other].conflicts.add(iri)
