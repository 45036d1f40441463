"""The sample as triples and as a store."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph.emit import emit
from kg.graph.store import store_of
from tests.graph.sample import BASE, RESOLUTION, TEXTS


@pytest.fixture(scope="session")
def emitted() -> tuple[list[ox.Triple], list[ox.Triple]]:
    """The sample's graph and evidence."""
    return emit(RESOLUTION, TEXTS, BASE)


@pytest.fixture(scope="session")
def store(emitted: tuple[list[ox.Triple], list[ox.Triple]]) -> ox.Store:
    """The sample in a store, as `open_graph` gives it."""
    graph, evidence = emitted
    return store_of([*graph, *evidence])
