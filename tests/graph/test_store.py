"""Opening what a build has written."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.export.turtle import write_turtle
from kg.graph.store import open_graph


def test_graph_and_evidence_are_one_graph(
    tmp_path: Path, emitted: tuple[list[ox.Triple], list[ox.Triple]], store: ox.Store
) -> None:
    write_turtle(emitted[0], tmp_path / "graph.ttl")
    write_turtle(emitted[1], tmp_path / "evidence.ttl")
    assert len(open_graph(tmp_path)) == len(open_graph(str(tmp_path))) == len(store)


def test_a_folder_without_a_graph_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as caught:
        open_graph(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} holds no graph.ttl: build the graph first, kg build ARTICLES -o {tmp_path}"
    )


def test_a_graph_without_its_evidence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("")
    with pytest.raises(GraphError, match=r"holds no evidence\.ttl"):
        open_graph(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://a> <http://b> .")
    (tmp_path / "evidence.ttl").write_text("")
    with pytest.raises(GraphError) as caught:
        open_graph(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / 'graph.ttl'} is no valid Turtle (")
    assert str(caught.value).endswith("): build the graph again")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that even root cannot read")
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").symlink_to("/proc/self/mem")
    (tmp_path / "evidence.ttl").write_text("")
    for stored_from in (0, math.inf):
        with pytest.raises(GraphError) as caught:
            open_graph(tmp_path, stored_from=stored_from)
        assert str(caught.value) == f"the graph in {tmp_path} cannot be read: Input/output error (os error 5)"
