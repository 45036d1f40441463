"""What in a graph contradicts an axiom of the ontology, told in words: the triples, and what articles say for them.

The axioms are looked at one by one, so this needs no reasoner and works at any size. A contradiction is
one in OWL's open world: what is not said of a thing contradicts nothing (`shapes.ttl` checks what has to be there).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg import axioms, ends, vocab
from kg.graph.access import subject_values, subjects
from kg.graph.explain import facts_saying
from kg.graph.explanation import StatedFact, said_of
from kg.graph.names import label_of

_NO_KINDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing that cannot be. things: IRIs of what it is about; words: what is said, and why that cannot be.

    facts: the claims that say it; empty where only classes contradict each other, which no claim says.
    """

    things: tuple[str, ...]
    words: str
    facts: tuple[StatedFact, ...] = ()

    def __str__(self) -> str:
        """Return it as text for eyes, with the words of the articles."""
        return "\n".join([self.words, *(f"  {line}" for fact in self.facts for line in said_of(fact))])


def contradictions(store: ox.Store) -> Iterator[Contradiction]:
    """Yield what contradicts an axiom, in order: classes, ends of properties, single values, pairs of properties."""
    kinds = _kinds(store)
    told: set[str] = set()  # a thing of two classes that exclude each other breaks more rules than that one
    for thing in sorted(kinds):
        for one, other in _exclusive(kinds[thing]):
            told.add(thing)
            words = f"{label_of(store, thing)} is {_said(one)} and {_said(other)}: nothing is both"
            yield Contradiction((thing,), words)
    for name in sorted(vocab.object_properties()):
        for subject, value in sorted(_pairs(store, name)):
            for thing, allowed, how in (
                (subject, ends.domain(name), "is said only of"),
                (value, ends.value_types(name), "leads only to"),
            ):
                wrong = "" if thing in told else _misfit(kinds.get(thing, _NO_KINDS), allowed)
                if wrong:
                    said = f"{label_of(store, subject)} \u2013 {vocab.label(name)}: {label_of(store, value)}"
                    may = " or ".join(map(_said, allowed))
                    words = f"{said}: {_said(name)} {how} {may}, and {label_of(store, thing)} is {_said(wrong)}"
                    yield Contradiction((thing,), words, _facts(store, (subject, name, value)))
    yield from _of_properties(store)


def _of_properties(store: ox.Store) -> Iterator[Contradiction]:
    for name in axioms.functional():
        values: defaultdict[str, list[str]] = defaultdict(list)
        for thing, value in sorted(_pairs(store, name)):
            values[thing].append(value)
        for thing, several in values.items():
            if len(several) > 1:
                given = ", ".join(label_of(store, value) for value in several)
                words = (
                    f"{label_of(store, thing)} \u2013 {vocab.label(name)}: {given}: {_said(name)} has one value at most"
                )
                yield Contradiction((thing,), words, _facts(store, *((thing, name, value) for value in several)))
    for one, other in axioms.disjoint_properties():
        for thing, value in sorted(_pairs(store, one) & _pairs(store, other)):
            words = (
                f"{label_of(store, thing)} \u2013 {vocab.label(one)}, {vocab.label(other)}: {label_of(store, value)}: "
                f"{_said(one)} and {_said(other)} never lead to the same thing"
            )
            yield Contradiction((thing,), words, _facts(store, (thing, one, value), (thing, other, value)))


def _kinds(store: ox.Store) -> dict[str, frozenset[str]]:
    """Return the classes of all things but claims and passages: nothing contradicts itself by those."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind in vocab.classes():
        if kind not in ("Claim", "Passage"):
            for thing in subjects(store, vocab.RDF + "type", vocab.iri(kind)):
                found[thing].add(kind)
    return {thing: frozenset(kinds) for thing, kinds in found.items()}


def _pairs(store: ox.Store, name: str) -> set[tuple[str, str]]:
    found = subject_values(store, vocab.iri(name))
    return {(subject, value.value) for subject, value in found if isinstance(value, ox.NamedNode)}


@cache
def _exclusive(kinds: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of classes that are declared to have nothing in common."""
    pairs = sorted(tuple(sorted(pair)) for pair in axioms.disjoint_pairs() if pair <= kinds)
    return tuple((one, other) for one, other in pairs)


@cache
def _misfit(kinds: frozenset[str], allowed: tuple[str, ...]) -> str:
    """Return the topmost of some classes that has nothing in common with any allowed one, "" where all may fit."""
    found = (
        [kind for kind in sorted(kinds) if all(axioms.are_disjoint(kind, one) for one in allowed)] if allowed else []
    )
    return next((kind for kind in found if not set(vocab.superclasses(kind)) & set(found)), "")


def _facts(store: ox.Store, *triples: tuple[str, str, str]) -> tuple[StatedFact, ...]:
    """Return the claims that say some triples between things."""
    nodes = (ox.Triple(*map(ox.NamedNode, (subject, vocab.iri(name), value))) for subject, name, value in triples)
    return tuple(fact for triple in nodes for fact in facts_saying(store, triple))


def _said(name: str) -> str:
    label = vocab.label(name) if vocab.is_term(name) else name.lower()
    return f"\u201c{label}\u201d"
