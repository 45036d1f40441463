"""The vocabulary as triples: what the ontology's files declare, with its links to other vocabularies."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from kg import vocab
from kg.graph.emit import triple_key
from kg.graph.statements import Statement, statements
from kg.paths import ontology_path

_FILES = (*vocab.FILES, "alignments.ttl")


@cache
def _store() -> ox.Store:
    store = ox.Store()
    for name in _FILES:
        store.bulk_load(path=str(ontology_path(name)), format=ox.RdfFormat.TURTLE)
    return store


def ontology_triples() -> list[ox.Triple]:
    """Return all that the ontology's files say, sorted."""
    return sorted((quad.triple for quad in _store()), key=triple_key)


def declared() -> dict[str, list[Statement]]:
    """Return what is said of each kg: term, by its local name, sorted."""
    found: dict[str, list[Statement]] = {}
    for statement in statements(_store(), ontology_triples()):
        if statement.subject.startswith(vocab.KG):
            found.setdefault(statement.subject.removeprefix(vocab.KG), []).append(statement)
    return found
