"""The door to pyvis: the drawn network as vis-network wants it, and vis-network's own script.

Of pyvis's page only the network's data, options and the script are used. Its template asks for two Bootstrap files from
another server even with `cdn_resources="in_line"`, so our own page takes the template's place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SCRIPT = "lib/vis-9.1.2/vis-network.min.js"
MOST = 3_000  # things drawn; more are no picture, and a browser drags them along. All can be searched and read
SMALL_GRAPH = 400  # edges are curved up to so many of them; drawing curves is what makes a large picture slow


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page needs to draw: nodes, edges and options as JSON data, and the text of vis-network's script."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]
    script: str


def edge_id(one: str, two: str) -> str:
    """The id of the edge between two things, whichever way its facts point."""
    return f"{min(one, two)}~{max(one, two)}"


def _ends(edge: str) -> tuple[str, str]:
    start, _, end = edge.partition("~")
    return start, end


def draw(things: Mapping[str, str], links: Sequence[tuple[str, str]]) -> Drawing:
    """Makes a network with fixed positions.

    Args:
        things: the main label of each thing by id.
        links: (subject, object) of each fact between two things; several between one pair make one edge.
    Returns:
        The drawing; nodes and edges are sorted by id. Of more than `MOST` things only the best connected are drawn.
    """
    # Here, because both take a while to import: numpy and networkx, and IPython, which pyvis imports.
    from pyvis.network import Network

    from kg.export.layout import layout

    edges = {edge_id(subject, target) for subject, target in links if subject != target}
    degree = dict.fromkeys(things, 0)
    for identifier in edges:
        for end in _ends(identifier):
            degree[end] += 1
    drawn = set(sorted(things, key=lambda thing: (-degree[thing], thing))[:MOST])
    pairs = {key: _ends(key) for key in sorted(edges) if drawn.issuperset(_ends(key))}
    places = layout(drawn, pairs.values())
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    # pyvis's add_node and add_edge look through a list for every call, which is too slow for large graphs.
    network.nodes = [_node(key, things[key], degree[key], places[key]) for key in sorted(drawn)]
    network.edges = [{"id": key, "from": start, "to": end} for key, (start, end) in pairs.items()]
    network.set_options(json.dumps(_options(len(drawn), len(pairs))))
    nodes, edges, _, _, _, options = network.get_network_data()
    source: str = network.templateEnv.loader.get_source(network.templateEnv, SCRIPT)[0]
    return Drawing(nodes, edges, options if isinstance(options, dict) else json.loads(options), source)


def _node(identifier: str, label: str, degree: int, place: tuple[int, int]) -> dict[str, Any]:
    size = min(9 + round(3.5 * degree**0.5), 34)
    return {"id": identifier, "label": label, "size": size, "x": place[0], "y": place[1]}


def _options(nodes: int, edges: int) -> dict[str, Any]:
    """vis-network's options: nothing moves by itself, and what is costly is left out where there is much to draw."""
    curved = {"enabled": True, "type": "continuous", "roundness": 0.25}
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": nodes <= 1_500,
            "hideEdgesOnDrag": edges > 1_500,
            "hideEdgesOnZoom": edges > 1_500,
            "multiselect": False,
            "tooltipDelay": 10**9,
        },
        "edges": {"smooth": curved if edges <= SMALL_GRAPH else {"enabled": False}},
    }
