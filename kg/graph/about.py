"""What a graph says of one IRI, as triples, and the base IRI under which its things are named."""

from __future__ import annotations

from itertools import islice

import pyoxigraph as ox

from kg import vocab
from kg.graph.emit import triple_key
from kg.graph.iris import DEFAULT_BASE


def about(store: ox.Store, iri: str, most: int) -> list[ox.Triple]:
    """Return the triples that have a thing as subject or object, sorted, those that it is the subject of first.

    most: how many at most that it is the object of; a state may be mentioned in a hundred thousand articles.
    Empty where the graph does not know the IRI, or where it is none.
    """
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return []
    own = sorted((quad.triple for quad in store.quads_for_pattern(node, None, None)), key=triple_key)
    leading = (quad.triple for quad in store.quads_for_pattern(None, None, node) if quad.subject != node)
    return own + sorted(islice(leading, most), key=triple_key)


def base_of(store: ox.Store) -> str:
    """Return the base IRI of a graph's things, ending in "/": that of its articles, the usual one where it has none."""
    kind, article = ox.NamedNode(vocab.RDF + "type"), ox.NamedNode(vocab.iri("Article"))
    for quad in islice(store.quads_for_pattern(None, kind, article), 1):
        if isinstance(quad.subject, ox.NamedNode):
            return quad.subject.value.rpartition("article/")[0]
    return DEFAULT_BASE
