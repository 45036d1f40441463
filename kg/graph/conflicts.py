"""Facts that cannot hold at the same time: both sides, their words, how many say them, and which is told later."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import subject_values, subjects
from kg.graph.explain import stated_fact
from kg.graph.explanation import StatedFact, counted, quoted, weight
from kg.graph.names import find_one, tail


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts about one thing that cannot both hold.

    later: the one of the two whose last article is later than the other's last, by its claim's IRI; "" where
    that cannot be said, since the dates agree as far as they are known.
    """

    one: StatedFact
    other: StatedFact
    later: str


def conflicts_of(store: ox.Store, thing: str = "") -> tuple[Conflict, ...]:
    """Return all pairs of facts that conflict, each once, sorted by what they are about.

    thing: a name, where only facts about this thing are meant. QueryError where it does not mean one thing.
    """
    rivals = {(claim, rival.value) for claim, rival in subject_values(store, vocab.iri("conflictsWith"))}
    if thing:
        about = set(subjects(store, vocab.RDF + "subject", find_one(store, thing).iri))
        rivals = {pair for pair in rivals if not about.isdisjoint(pair)}
    facts = {claim: stated_fact(store, claim, True) for claim in {claim for pair in rivals for claim in pair}}
    pairs = {tuple(sorted((facts[claim] for claim in pair), key=_order)) for pair in rivals}
    found = (_conflict(one, other) for one, other in pairs)
    return tuple(sorted(found, key=lambda conflict: (_order(conflict.one), _order(conflict.other))))


def text(found: Sequence[Conflict]) -> str:
    """Return conflicts as text for eyes, in whole lines, grouped by what they are about."""
    lines: list[str] = []
    for (label, iri), group in groupby(found, key=lambda conflict: (conflict.one.subject, conflict.one.subject_iri)):
        lines += [f"{label}  <{tail(iri)}>"]
        lines += [line for conflict in group for line in _lines(conflict)]
        lines += [""]
    return "".join(f"{line}\n" for line in [*lines, f"({counted(len(found), 'conflict')})"])


def as_json(found: Sequence[Conflict]) -> str:
    """Return conflicts as JSON: a list of objects with `one`, `other` and `later`."""
    return json.dumps([asdict(conflict) for conflict in found], ensure_ascii=False, indent=2, default=str) + "\n"


def _conflict(one: StatedFact, other: StatedFact) -> Conflict:
    if one.reported and other.reported:
        for late, early in ((one, other), (other, one)):
            if _before(early.reported[-1], late.reported[-1]):
                return Conflict(one, other, late.claim)
    return Conflict(one, other, "")


def _before(date: str, other: str) -> bool:
    """Tell whether a date is before another as far as both are known: 2025-10 is not before 2025-10-26."""
    return date[: len(other)] < other[: len(date)]


def _order(fact: StatedFact) -> tuple[str, str, str, str, str]:
    return fact.subject, fact.subject_iri, fact.predicate, str(fact.value), fact.claim


def _lines(conflict: Conflict) -> Iterator[str]:
    yield f"  {conflict.one.label}"
    for fact in (conflict.one, conflict.other):
        dates = f", {fact.span}" if fact.span else ""
        later = ", told later" if fact.claim == conflict.later else ""
        yield f"    {' '.join((*fact.qualifiers, fact.other))}  {weight(fact)}{dates}{later}"
        yield from (f"      {quoted(quote)}" for quote in fact.quotes)
