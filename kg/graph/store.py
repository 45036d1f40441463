"""Opens what a build has written, `OUT/graph.ttl` with `OUT/evidence.ttl`, for queries."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.stored import STORED_FROM, is_large, open_stored, store_with
from kg.graph.turtlefiles import EVIDENCE_FILE, GRAPH_FILE, load, load_file, signature, unchanged

__all__ = ["EVIDENCE_FILE", "GRAPH_FILE", "open_graph", "store_of"]


def open_graph(
    out: str | Path, *, stored_from: float = STORED_FROM, tell: Callable[[str], None] | None = None
) -> ox.Store:
    """Return a store with the graph and the evidence of a build's output folder, as one graph.

    A small graph is parsed into memory. A large one is opened where it lies on disk, in `OUT/.cache/`, read-only and in
    some milliseconds; the first to open it makes it there (about 5 s for a million triples), and who opens it after the
    files have changed makes it anew. Where it cannot be written, memory is used.

    stored_from: bytes of both files from which a graph is large; `math.inf` for always in memory, where it may be
    changed. tell: told, in a line, where whoever asks has to wait until the store is made.
    Raises GraphError where the folder holds no graph of ours, a file of it cannot be read, or its store is of a newer
    version of kg.
    """
    folder = Path(out)
    try:
        store = open_stored(folder, tell) if is_large(signature(folder), stored_from) else None
        return unchanged(folder, lambda: _in_memory(folder))[0] if store is None else store
    except OSError as error:
        raise GraphError(f"the graph in {folder} cannot be read: {error}") from error


@contextmanager
def with_inferences(out: str | Path, *, stored_from: float = STORED_FROM) -> Iterator[ox.Store]:
    """Give a store with the graph, its evidence and what `kg reason` has inferred, for as long as the block lasts.

    Of a large graph only the inferences are read. stored_from: as for `open_graph`.
    Raises GraphError as `open_graph`, and where nothing has been inferred from the graph as it is now.
    """
    from kg.graph.inferences import checked_inferences  # only who asks for inferences needs the rules

    path = checked_inferences(Path(out))
    with store_with(path, Path(out), stored_from) as store:
        if store is None:
            store = open_graph(out, stored_from=math.inf)
            load_file(store, path)
        yield store


def store_of(triples: Iterable[ox.Triple]) -> ox.Store:
    """Return a store in memory with these triples, such as `emit` gives."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return store


def _in_memory(folder: Path) -> ox.Store:
    store = ox.Store()
    load(store, folder)
    return store
