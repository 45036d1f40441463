"""Which things of a network stand in the middle, and which belong together.

Everything is computed by additions, multiplications and divisions in one order, so that it is the same on every
machine.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from kg.graph.network import Neighbours

_DAMPING = 0.85  # Brin and Page 1998
_ROUNDS, _STILL = 100, 1e-9
_EXACT = 500  # things up to which every shortest path is counted; above it, those from so many things
_PIVOTS = 100
_SEED = 20_251_025
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Central:
    """How central a thing is. neighbours: how many things it has facts with; betweenness: the share of the shortest
    paths between others that lead through it; pagerank: the share of a random walker's time that it gets."""

    iri: str
    neighbours: int
    betweenness: float
    pagerank: float


def central(graph: Neighbours) -> dict[str, Central]:
    """Return how central each thing is, the most central by PageRank first.

    Betweenness is estimated from 100 things above 500 (Brandes and Pich 2007, with a fixed seed).
    """
    pivots = None if len(graph) <= _EXACT else _PIVOTS
    between: dict[str, float] = nx.betweenness_centrality(graph, k=pivots, seed=_SEED)
    rank = pagerank(graph)
    return {
        node: Central(node, graph.degree(node), round(between[node], _PLACES), round(rank[node], _PLACES))
        for node in sorted(graph, key=lambda node: (-round(rank[node], _PLACES), -graph.degree(node), node))
    }


def pagerank(graph: Neighbours) -> dict[str, float]:
    """Return each node's PageRank (Brin and Page 1998) by power iteration; networkx's own needs scipy.

    The walker leaves along any edge alike, and from a node without edges to anywhere. The ranks add up to 1.
    """
    count = len(graph)
    rank = dict.fromkeys(graph, 1 / count) if count else {}
    for _ in range(_ROUNDS):
        lost = sum(rank[node] for node in graph if not graph.degree(node))
        base = (1 - _DAMPING + _DAMPING * lost) / count if count else 0.0
        share = {node: rank[node] / graph.degree(node) for node in graph if graph.degree(node)}
        new = {node: base + _DAMPING * sum(share[other] for other in graph[node]) for node in graph}
        moved = sum(abs(new[node] - rank[node]) for node in graph)
        rank = new
        if moved < _STILL:
            break
    return rank


def communities(graph: Neighbours) -> tuple[float, list[list[str]]]:
    """Return the modularity and the groups (Louvain, Blondel et al. 2008, with a fixed seed), the largest first.

    Things without facts with others are in none.
    """
    nodes = [node for node in graph if graph.degree(node)]
    if not nodes:
        return 0.0, []
    number = {node: at for at, node in enumerate(nodes)}
    plain: nx.Graph[int] = nx.Graph()  # sets of numbers have one order everywhere, sets of texts have none
    plain.add_nodes_from(range(len(nodes)))
    plain.add_edges_from((number[one], number[other]) for one, other in graph.edges())
    groups = nx.community.louvain_communities(plain, seed=_SEED)
    found = [sorted(nodes[at] for at in group) for group in groups]
    modularity = round(nx.community.modularity(plain, groups), 2)
    return modularity, sorted(found, key=lambda group: (-len(group), group[0]))
