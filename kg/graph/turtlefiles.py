"""The two Turtle files of a graph, which are the truth: what state they are in, and reading them as one graph."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import GraphError

T = TypeVar("T")
Signature = tuple[tuple[int, int], ...]  # of each file: bytes, and when it was last changed, in nanoseconds

GRAPH_FILE = "graph.ttl"
EVIDENCE_FILE = "evidence.ttl"
TURTLE_FILES = (GRAPH_FILE, EVIDENCE_FILE)
_ATTEMPTS = 3  # a build replaces both files within a millisecond, and then not soon again


def signature(folder: Path) -> Signature:
    """Return what tells quickly whether the files have changed; GraphError where one is missing."""
    found = []
    for name in TURTLE_FILES:
        path = folder / name
        if not path.is_file():
            raise GraphError(f"{folder} holds no {name}: build the graph first, kg build ARTICLES -o {folder}")
        status = path.stat()
        found.append((status.st_size, status.st_mtime_ns))
    return tuple(found)


def digests(folder: Path) -> tuple[str, ...]:
    """Return the SHA-256 of each file, hexadecimal."""
    found = []
    for name in TURTLE_FILES:
        with (folder / name).open("rb") as file:
            found.append(file_digest(file, "sha256").hexdigest())
    return tuple(found)


def load(store: ox.Store, folder: Path) -> None:
    """Add both files to a store; GraphError for invalid Turtle, OSError for what cannot be read (or stored)."""
    for name in TURTLE_FILES:
        load_file(store, folder / name)


def load_file(store: ox.Store, path: Path, way_out: str = "build the graph again") -> None:
    """Add a Turtle file to a store; GraphError, with the way out, for invalid Turtle, OSError as from `load`."""
    try:
        store.bulk_load(path=path, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphError(f"{path} is no valid Turtle ({error}): {way_out}") from error


def unchanged(folder: Path, read: Callable[[], T]) -> tuple[T, Signature]:
    """Return what `read` makes of the files, and their signature meanwhile.

    read: reads both files; called again where a build replaced them, so that both belong to one build.
    Raises GraphError where they never stay as they are.
    """
    before = signature(folder)
    for _ in range(_ATTEMPTS):
        result, after = read(), signature(folder)
        if after == before:
            return result, after
        before = after
    raise GraphError(f"the files in {folder} change while they are read: wait for the build to end, then ask again")
