"""Of what the vocabulary's properties are said, and what their values are: their domains and ranges."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from kg import vocab
from kg.axioms import local_name, members_of_union

_ENDS = (vocab.RDFS + "domain", vocab.RDFS + "range")


def domain(name: str) -> tuple[str, ...]:
    """Return the classes that a property is said of, sorted; its superproperty's where it has none of its own."""
    return _end(name, _ENDS[0])


def value_types(name: str) -> tuple[str, ...]:
    """Return what the values of a property are, sorted: classes, "Concept" (SKOS), "integer"; () where not declared."""
    return _end(name, _ENDS[1])


def _end(name: str, end: str) -> tuple[str, ...]:
    found = _declared()
    return next((found[one, end] for one in (name, *vocab.superproperties(name)) if (one, end) in found), ())


@cache
def _declared() -> dict[tuple[str, str], tuple[str, ...]]:
    """The domains and ranges by (property, which of them): one class, or the members of an owl:unionOf."""
    return {
        (local_name(triple.subject), triple.predicate.value): tuple(sorted(members_of_union(triple.object)))
        for triple in vocab.triples()
        if isinstance(triple.subject, ox.NamedNode) and triple.predicate.value in _ENDS
    }
