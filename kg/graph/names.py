"""From a name as somebody types it to the things of a graph that it may mean."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox
from anyascii import anyascii

from kg import vocab
from kg.errors import QueryError
from kg.graph.access import subject_values, texts
from kg.graph.rows import short

NAME_PROPERTIES = (vocab.RDFS + "label", vocab.SKOS + "prefLabel", vocab.SKOS + "altLabel")
_EXACT, _FOLDED, _PREFIX, _SUBSTRING = range(4)


@dataclass(frozen=True, slots=True)
class Choice:
    """A thing that a name may mean. kind: its most special classes ("Official"; several joined by "/")."""

    iri: str
    kind: str
    label: str


def find(store: ox.Store, name: str) -> tuple[Choice, ...]:
    """Return the things that a name fits best: one where it is clear which is meant, else those to choose from.

    name: as typed, in any language and script of the thing's labels; case and accents do not matter; the beginning or a
    part of a name does where nothing fits as a whole. An IRI, or its tail ("official/pham-the-tung"), is unambiguous.
    Raises QueryError where nothing fits.
    """
    found = _find(store, name)
    if not found:
        raise QueryError(f"the graph has nothing called {name!r}: try a part of the name, or kg query OUT --name names")
    return tuple(choice_of(store, iri) for iri in found)


def fold(name: str) -> str:
    """Return what two spellings of a name have in common: Latin letters and digits, without case, accents and signs."""
    return " ".join("".join(c if c.isalnum() else " " for c in anyascii(name).lower().replace("'", "")).split())


def choice_of(store: ox.Store, iri: str) -> Choice:
    """Return a thing with its kind and label."""
    kinds = _kinds(store, iri)
    special = [kind for kind in kinds if not any(kind in vocab.superclasses(other) for other in kinds)]
    return Choice(iri, "/".join(special), label_of(store, iri))


def label_of(store: ox.Store, iri: str) -> str:
    """Return what a thing is called, for eyes: its label, else that of a term, else its IRI as short as it can be."""
    found = texts(store, iri, vocab.RDFS + "label")
    if found:
        return found[0]
    return vocab.label(iri.removeprefix(vocab.KG)) if iri.startswith(vocab.KG) else short(ox.NamedNode(iri))


def _find(store: ox.Store, name: str) -> list[str]:
    wanted, folded = name.strip(), fold(name)
    best: dict[str, int] = {}
    for predicate in NAME_PROPERTIES:
        for iri, label in subject_values(store, predicate):
            if wanted and (iri == wanted or iri.endswith(f"/{wanted}")):
                return [iri]
            fit = _fit(label.value, wanted, folded)
            if fit is not None and fit < best.get(iri, fit + 1):
                best[iri] = fit
    things = {iri: fit for iri, fit in best.items() if not iri.startswith(vocab.KG) and not _is_document(store, iri)}
    found = things or best
    return sorted(iri for iri, fit in found.items() if fit == min(found.values()))


def _fit(label: str, wanted: str, folded: str) -> int | None:
    if label.casefold() == wanted.casefold():
        return _EXACT
    key = fold(label)
    if not folded or folded not in key:
        return None
    return _FOLDED if key == folded else _PREFIX if key.startswith(folded) else _SUBSTRING


def _is_document(store: ox.Store, iri: str) -> bool:
    return bool({"Article", "Work"}.intersection(_kinds(store, iri)))


def _kinds(store: ox.Store, iri: str) -> list[str]:
    types = texts(store, iri, vocab.RDF + "type")
    return [kind.removeprefix(vocab.KG) for kind in types if kind.startswith(vocab.KG)]
