"""Which things stand in the middle, and which belong together."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.centrality import central, communities, pagerank

STAR: list[tuple[str, str]] = [("hub", name) for name in "abcd"]
TWO_RINGS = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("c", "x")]


def test_the_hub_of_a_star_has_every_measure() -> None:
    found = central(nx.Graph(STAR))
    assert list(found) == ["hub", "a", "b", "c", "d"]
    assert (found["hub"].neighbours, found["hub"].betweenness, found["hub"].pagerank) == (4, 1.0, 0.4757)
    assert (found["a"].neighbours, found["a"].betweenness, found["a"].pagerank) == (1, 0.0, 0.1311)


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1))
def test_ranks_add_up_to_one_and_are_a_fixed_point(edges: set[tuple[int, int]]) -> None:
    graph: nx.Graph[str] = nx.Graph([(str(a), str(b)) for a, b in sorted(edges) if a != b])
    graph.add_nodes_from(["alone", "other"])
    rank = pagerank(graph)
    assert sum(rank.values()) == pytest.approx(1)
    lost = sum(rank[node] for node in graph if not graph.degree(node))
    for node in graph:
        flow = sum(rank[other] / graph.degree(other) for other in graph[node])
        assert rank[node] == pytest.approx((0.15 + 0.85 * lost) / len(graph) + 0.85 * flow, abs=1e-6)


def test_communities_are_what_hangs_together() -> None:
    graph: nx.Graph[str] = nx.Graph(TWO_RINGS)
    graph.add_node("alone")
    assert communities(graph) == (0.36, [["a", "b", "c"], ["x", "y", "z"]])


def test_an_empty_network() -> None:
    assert central(nx.Graph()) == {}
    assert communities(nx.Graph()) == (0.0, [])


def test_a_large_network_is_estimated_alike_each_time() -> None:
    graph: nx.Graph[str] = nx.relabel_nodes(nx.barabasi_albert_graph(700, 2, seed=3), str)
    first = central(graph)
    assert first == central(graph)
    exact = nx.betweenness_centrality(graph)
    top = max(exact, key=lambda node: exact[node])
    assert first[top].betweenness == pytest.approx(exact[top], rel=0.1)
