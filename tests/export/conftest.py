"""Graphs that several tests of the exports look at."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.export.source import Source
from kg.graph.emit import emit
from kg.graph.store import open_graph, store_of
from tests.graph.sample import BASE, RESOLUTION, TEXTS

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "articles"


@pytest.fixture(scope="session")
def examples_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of the example articles."""
    out = tmp_path_factory.mktemp("examples") / "out"
    kg.build([EXAMPLES], out, page=False, jobs=1)
    return out


@pytest.fixture(scope="session")
def examples(examples_out: Path) -> Source:
    """The examples' graph."""
    return Source(open_graph(examples_out))


@pytest.fixture(scope="session")
def sample() -> Source:
    """The small graph of tests/graph/sample.py."""
    graph, evidence = emit(RESOLUTION, TEXTS, BASE)
    return Source(store_of([*graph, *evidence]))
