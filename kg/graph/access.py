"""Looking things up in a store by IRI, sorted. Our graphs have IRIs and literals only; other terms are passed over."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.errors import GraphError

Value = ox.NamedNode | ox.Literal


def subject_values(store: ox.Store, predicate: str) -> Iterator[tuple[str, Value]]:
    """Yield every subject's IRI and value of a property, in no order."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
        subject, value = quad.subject, quad.object  # each access makes a new object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            yield subject.value, value


def subjects(store: ox.Store, predicate: str, value: str) -> list[str]:
    """Return the IRIs of the things that have the thing `value` as a property's value, sorted."""
    quads = store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(value))
    return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))


def predicates(store: ox.Store, subject: str, value: Value) -> list[str]:
    """Return the IRIs of the properties that lead from a thing to a value, sorted."""
    return sorted(quad.predicate.value for quad in store.quads_for_pattern(ox.NamedNode(subject), None, value))


def values(store: ox.Store, subject: str, predicate: str) -> list[Value]:
    """Return a thing's values of a property, sorted."""
    quads = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return sorted((quad.object for quad in quads if isinstance(quad.object, ox.NamedNode | ox.Literal)), key=str)


def texts(store: ox.Store, subject: str, predicate: str) -> list[str]:
    """Return a thing's values of a property as text (an IRI, or a literal's characters), sorted."""
    return [value.value for value in values(store, subject, predicate)]


def one(store: ox.Store, subject: str, predicate: str) -> Value:
    """Return the first of a thing's values of a property; GraphError where there is none."""
    found = values(store, subject, predicate)
    if not found:
        raise GraphError(f"{subject} has no {predicate}: the graph is incomplete, build it again")
    return found[0]
