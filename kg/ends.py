"""Of what the vocabulary's properties are said, and what their values are: their domains and ranges."""

from __future__ import annotations

import re
from functools import cache

import pyoxigraph as ox

from kg import vocab

_ENDS = (vocab.RDFS + "domain", vocab.RDFS + "range")
_NIL = ox.NamedNode(vocab.RDF + "nil")


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
    triples = vocab.triples()
    values = {(str(triple.subject), triple.predicate.value): triple.object for triple in triples}

    def members(term: object) -> list[str]:
        if isinstance(term, ox.NamedNode):
            return [re.split("[/#]", term.value)[-1]]
        found, rest = [], values.get((str(term), vocab.OWL + "unionOf"))
        while rest is not None and rest != _NIL:
            found += members(values[str(rest), vocab.RDF + "first"])
            rest = values[str(rest), vocab.RDF + "rest"]
        return found

    return {
        (triple.subject.value.removeprefix(vocab.KG), triple.predicate.value): tuple(sorted(members(triple.object)))
        for triple in triples
        if isinstance(triple.subject, ox.NamedNode) and triple.predicate.value in _ENDS
    }
