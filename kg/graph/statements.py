"""Triples with what their parts are called, for eyes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph.names import label_of


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple. value: text of the object, or its label where it has an IRI (`value_iri`, else ""); language: its."""

    subject: str
    subject_label: str
    predicate: str
    predicate_label: str
    value: str
    value_iri: str = ""
    language: str = ""


def statements(store: ox.Store, triples: Iterable[ox.Triple]) -> list[Statement]:
    """Return triples between IRIs and literals as statements, in their order."""
    found = []
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
            continue
        names = (subject.value, label_of(store, subject.value), predicate, label_of(store, predicate))
        if isinstance(value, ox.NamedNode):
            found.append(Statement(*names, label_of(store, value.value), value.value))
        else:
            found.append(Statement(*names, value.value, "", value.language or ""))
    return found
