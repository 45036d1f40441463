"""Opens what a build has written, `OUT/graph.ttl` with `OUT/evidence.ttl`, for queries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError

GRAPH_FILE = "graph.ttl"
EVIDENCE_FILE = "evidence.ttl"


def open_graph(out: str | Path) -> ox.Store:
    """Return a store in memory with the graph and the evidence of a build's output folder, as one graph.

    Raises GraphError where the folder holds no graph of ours or a file of it cannot be read.
    """
    folder = Path(out)
    store = ox.Store()
    for name in (GRAPH_FILE, EVIDENCE_FILE):
        path = folder / name
        if not path.is_file():
            raise GraphError(f"{folder} holds no {name}: build the graph first, kg build ARTICLES -o {folder}")
        try:
            store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
        except SyntaxError as error:
            raise GraphError(f"{path} is no valid Turtle ({error}): build the graph again") from error
        except OSError as error:
            raise GraphError(f"{path} cannot be read: {error}") from error
    return store


def store_of(triples: Iterable[ox.Triple]) -> ox.Store:
    """Return a store in memory with these triples, such as `emit` gives."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return store
