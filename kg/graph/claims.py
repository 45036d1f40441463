"""Facts gathered by triple: what one claim says, after superproperties are written out and duplicates are joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from kg import vocab
from kg.errors import GraphError
from kg.graph.iris import Iris
from kg.graph.terms import date_literal, integer, kg_node, text_literal
from kg.model import Attribution, Fact, Passage, Resolution

Triple3 = tuple[str, str, str]  # three terms
Slot = tuple[str, str, str]  # subject, predicate and object of a fact
_NO_CONFLICTS: frozenset[str] = frozenset()


@dataclass(slots=True)
class ClaimRecord:
    """One asserted triple with the facts that make it, and the claims (as terms) that it conflicts with.

    There are as many as triples in the graph: what can be told from the facts is not kept beside them.
    """

    triple: Triple3
    facts: list[Fact] = field(default_factory=list)
    conflicts: frozenset[str] = _NO_CONFLICTS

    @property
    def confidence(self) -> float:
        """The highest confidence of a fact."""
        return max(fact.confidence for fact in self.facts)

    def passages(self) -> Iterator[Passage]:
        """Yield the passages of all facts; one may come again."""
        for fact in self.facts:
            yield from fact.passages

    def asserted(self) -> Iterator[Attribution]:
        """Yield the persons who vouch for it; one may come again."""
        for fact in self.facts:
            yield from fact.asserted

    def sources(self, work_of: Mapping[str, str]) -> int:
        """Return how many different works the passages come from. work_of: works by article."""
        works = {work_of.get(passage.article, passage.article) for passage in self.passages()}
        return max(len(works), *(fact.sources for fact in self.facts))


def claim_records(resolution: Resolution, iris: Iris) -> dict[str, ClaimRecord]:
    """Return every triple that the facts make, by claim (as a term), with superproperties written out.

    A triple that several facts make (a chair and speaker is a participant once) has one record: all passages, the
    highest confidence, and the number of different works that the passages come from.
    Raises KnowledgeError for a term that the vocabulary lacks, GraphError for a value that is none of its datatype.
    """
    by_slot = _by_slot(resolution.facts)
    records: dict[str, ClaimRecord] = {}
    for fact in resolution.facts:
        for name, predicate in _predicates(fact.predicate):
            triple = (iris.entity_term(fact.subject), predicate, _term(fact, iris))
            claim = iris.claim_term(*triple)
            record = records.get(claim)
            if record is None:
                record = records[claim] = ClaimRecord(triple)
            record.facts.append(fact)
            if fact.conflicts and name == fact.predicate:
                record.conflicts |= _conflicting(fact, by_slot, iris)
    _symmetric(records)
    return records


@cache
def _predicates(name: str) -> tuple[tuple[str, str], ...]:
    """Return a property and its superproperties, each as its name and its term."""
    return tuple((one, kg_node(one)) for one in (name, *vocab.superproperties(name)))


def _term(fact: Fact, iris: Iris) -> str:
    match fact.datatype:
        case "":
            return iris.entity_term(fact.object)
        case "concept":
            return kg_node(fact.object)
        case "integer":
            try:
                return integer(int(fact.object))
            except ValueError as error:
                raise GraphError(f"{fact.object!r} is no integer (kg:{fact.predicate} of {fact.subject})") from error
        case "date":
            return date_literal(fact.object)
        case "text":
            return text_literal(fact.object, fact.language)
    raise GraphError(f"{fact.datatype!r} is no datatype of a fact (kg:{fact.predicate} of {fact.subject})")


def _by_slot(facts: Iterable[Fact]) -> dict[Slot, list[Fact]]:
    """Return the facts that others conflict with, by what those name them by."""
    found: dict[Slot, list[Fact]] = {
        (fact.subject, predicate, value): [] for fact in facts for predicate, value in fact.conflicts
    }
    for fact in facts if found else ():
        slot = (fact.subject, fact.predicate, fact.object)
        if slot in found:
            found[slot].append(fact)
    return found


def _conflicting(fact: Fact, by_slot: Mapping[Slot, list[Fact]], iris: Iris) -> frozenset[str]:
    return frozenset(
        iris.claim_term(iris.entity_term(other.subject), kg_node(predicate), _term(other, iris))
        for predicate, value in fact.conflicts
        for other in by_slot[fact.subject, predicate, value]
    )


def _symmetric(records: Mapping[str, ClaimRecord]) -> None:
    for claim in sorted(claim for claim, record in records.items() if record.conflicts):
        records[claim].conflicts -= {claim}
        for other in records[claim].conflicts:
            records[other].conflicts |= {claim}
