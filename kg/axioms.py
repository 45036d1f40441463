"""What the ontology says of its terms beside their names and places: what excludes what, and what carries on."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pyoxigraph as ox

from kg import vocab

_NIL = ox.NamedNode(vocab.RDF + "nil")


def in_list(term: object) -> list[str]:
    """Return the local names of the terms in an RDF list, in its order. term: its first node."""
    values, found = _values(), []
    while term != _NIL:
        found.append(local_name(values[str(term), vocab.RDF + "first"]))
        term = values[str(term), vocab.RDF + "rest"]
    return found


def members_of_union(term: object) -> list[str]:
    """Return the local names of the classes that an owl:unionOf joins; of a class with a name, that one."""
    if isinstance(term, ox.NamedNode):
        return [local_name(term)]
    return in_list(_values().get((str(term), vocab.OWL + "unionOf"), _NIL))


def local_name(term: object) -> str:
    """Return the last part of a term's IRI."""
    assert isinstance(term, ox.NamedNode)
    return re.split("[/#]", term.value)[-1]


@cache
def disjoint_pairs() -> frozenset[frozenset[str]]:
    """Return the pairs of classes that are declared to have no instance in common (owl:AllDisjointClasses)."""
    lists = (in_list(triple.object) for triple in vocab.triples() if triple.predicate.value == vocab.OWL + "members")
    return frozenset(frozenset(pair) for group in lists for pair in combinations(group, 2))


@cache
def are_disjoint(one: str, other: str) -> bool:
    """Tell whether nothing can be of both classes: they, or classes above them, are declared so."""
    above = [(kind, *(vocab.superclasses(kind) if vocab.is_term(kind) else ())) for kind in (one, other)]
    return any(frozenset((a, b)) in disjoint_pairs() for a in above[0] for b in above[1])


def disjoint_properties() -> tuple[tuple[str, str], ...]:
    """Return the pairs of properties that never join the same two things (owl:propertyDisjointWith), sorted."""
    return tuple(
        sorted(
            (local_name(triple.subject), local_name(triple.object))
            for triple in vocab.triples()
            if triple.predicate.value == vocab.OWL + "propertyDisjointWith"
        )
    )


def functional() -> tuple[str, ...]:
    """Return the properties that have one value at most (owl:FunctionalProperty), sorted."""
    return _of_kind("FunctionalProperty")


def transitive() -> tuple[str, ...]:
    """Return the properties that carry on from value to value (owl:TransitiveProperty), sorted."""
    return _of_kind("TransitiveProperty")


def _of_kind(kind: str) -> tuple[str, ...]:
    found = (triple.subject for triple in vocab.triples() if triple.object == ox.NamedNode(vocab.OWL + kind))
    return tuple(sorted(map(local_name, found)))


@cache
def _values() -> dict[tuple[str, str], object]:
    return {(str(triple.subject), triple.predicate.value): triple.object for triple in vocab.triples()}
