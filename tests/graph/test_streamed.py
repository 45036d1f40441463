"""The triples of a graph's files as lines."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.graph.streamed import open_triples
from tests.push.graphs import change_graph, triples, write_graph


def test_the_lines_are_the_triples_in_the_files_order(tmp_path: Path) -> None:
    write_graph(tmp_path)
    with open_triples(tmp_path) as opened:
        lines = list(opened.lines())
        assert opened.count == len(lines) == len(set(lines))
        assert list(opened.lines(skip=100)) == lines[100:]
    text = "".join(lines)
    read = ox.parse(text, format=ox.RdfFormat.N_TRIPLES)
    files = (ox.parse(path=tmp_path / name) for name in ("graph.ttl", "evidence.ttl"))
    assert list(read) == [quad for file in files for quad in file]
    assert "<html" not in text and "\\u003Chtml>" in text


def test_a_build_meanwhile_changes_nothing(tmp_path: Path) -> None:
    write_graph(tmp_path)
    former = triples(tmp_path)
    with open_triples(tmp_path) as opened:
        first, digest = list(opened.lines()), opened.digest
        other = tmp_path / "other"
        write_graph(other)
        change_graph(other)
        (other / "graph.ttl").replace(tmp_path / "graph.ttl")
        assert list(opened.lines()) == first
    assert triples(tmp_path) != former
    with open_triples(tmp_path) as opened:
        assert opened.digest != digest
