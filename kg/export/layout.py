"""Where the things of a graph stand on the page: computed once, before anybody looks.

The method is force-directed placement (Fruchterman and Reingold 1991) with masses and gravity as in ForceAtlas2
(Jacomy et al. 2014), after which overlapping labels are pushed apart. networkx's own `spring_layout` is not used: from
500 nodes on it demands scipy, and it adds up with instructions that round differently from one processor to another, so
that the page would not be the same bytes everywhere. Here only +, -, *, / and square roots are used, whose results
IEEE 754 fixes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import product

import networkx as nx
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Point = tuple[float, float]

SPACING = 160.0  # wanted length of an edge, in pixels at scale 1
STRETCH = 1.2  # labels are wider than high, so the picture is stretched sideways
BOX = (185.0, 92.0)  # room that a node with its label takes, width and height in pixels
CROWD = 1.4  # nodes that may stand in the space of one box before the picture is enlarged
EXACT_LIMIT = 1_000  # up to here every node repels every other one
SAMPLE = 400  # above it, each step uses so many nodes, drawn by a seeded generator, in place of all
SEED = 20_251_025
TURN = (-0.7373688780783197, 0.6754902942615238)  # cosine and sine of the golden angle, 137.5 degrees


def layout(nodes: Collection[str], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Places nodes in the plane so that connected ones are near and labels do not overlap.

    Args:
        nodes: identifiers.
        edges: pairs of identifiers; direction, repetition and loops are ignored.
    Returns:
        Whole pixels (x to the right, y down, centre at the origin) by identifier, sorted by identifier; the same for
        the same graph in any order. Parts that nothing connects stand in rows below the largest one.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in edges if a != b}))
    parts = [_place(graph, order) for order in _outward(graph)]
    found = {name: (round(x), round(y)) for name, (x, y) in _pack(parts).items()}
    return dict(sorted(found.items()))


def _outward(graph: nx.Graph[str]) -> list[list[str]]:
    """The connected parts, the largest first, each breadth first from its best connected node."""
    components = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p[0]))
    orders: list[list[str]] = []
    for part in components:
        hub = min(part, key=lambda node: (-graph.degree(node), node))
        orders.append([hub, *(child for _, child in nx.bfs_edges(graph, hub, sort_neighbors=sorted))])
    return orders


def _place(graph: nx.Graph[str], order: list[str]) -> dict[str, Point]:
    """One connected part on its own."""
    if len(order) == 1:
        return {order[0]: (0.0, 0.0)}
    points = _settle(graph, order) * np.array([STRETCH, 1.0])
    placed = _spread([(float(x), float(y)) for x, y in points * _room(points)])
    return dict(zip(order, placed, strict=True))


def _room(points: Floats) -> float:
    """How much to enlarge a picture so that the densest parts have about one node for every box or so."""
    cells = np.floor(points / np.array(BOX)).astype(np.int64)
    counts = np.unique(cells, axis=0, return_counts=True)[1]
    crowd = np.sort(np.repeat(counts, counts))[int(len(points) * 0.9)]
    return float(np.sqrt(max(1.0, float(crowd) / CROWD)))


def _pack(parts: list[dict[str, Point]]) -> dict[str, Point]:
    """Puts the parts into centred rows, the first on top, in about the shape of a screen."""
    frames = [_frame(part.values()) for part in parts]
    area = sum(right * bottom for _, _, right, bottom in frames)
    width = max([float(np.sqrt(area * STRETCH)), *(frame[2] for frame in frames)], default=0.0)
    rows: list[list[int]] = []
    used = width
    for index, frame in enumerate(frames):
        if used + frame[2] > width:
            rows.append([])
            used = 0.0
        rows[-1].append(index)
        used += frame[2]
    found: dict[str, Point] = {}
    top = -sum(max(frames[index][3] for index in row) for row in rows) / 2
    for row in rows:
        left = -sum(frames[index][2] for index in row) / 2
        for index in row:
            across, down, wide, _ = frames[index]
            found |= {name: (x - across + left, y - down + top) for name, (x, y) in parts[index].items()}
            left += wide
        top += max(frames[index][3] for index in row)
    return found


def _frame(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Left edge, top edge, width and height of what the points' boxes cover."""
    across, down = zip(*points, strict=True)
    left, top = min(across) - BOX[0] / 2, min(down) - BOX[1] / 2
    return left, top, max(across) + BOX[0] / 2 - left, max(down) + BOX[1] / 2 - top


def _spiral(count: int) -> Floats:
    """Start positions: a sunflower's seeds, so that neighbours in the order are spread evenly around the centre."""
    x, y = 1.0, 0.0
    points = np.empty((count, 2))
    for index in range(count):
        radius = SPACING * 0.7 * float(np.sqrt(index))
        points[index] = (x * radius, y * radius)
        x, y = x * TURN[0] - y * TURN[1], x * TURN[1] + y * TURN[0]
    return points


def _settle(graph: nx.Graph[str], order: list[str]) -> Floats:
    """Lets repulsion, edges and gravity move the nodes, in ever smaller steps."""
    count = len(order)
    index = {name: position for position, name in enumerate(order)}
    # A subgraph's own order is that of a set; sums of floating point numbers depend on it.
    pairs = sorted((min(index[a], index[b]), max(index[a], index[b])) for a, b in graph.subgraph(order).edges)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    degree = np.array([graph.degree(name) for name in order], dtype=np.float64)
    points = _spiral(count)
    random = np.random.Generator(np.random.PCG64(SEED))
    steps = 300 if count <= 300 else 110
    for step in range(steps):
        others = np.arange(count) if count <= EXACT_LIMIT else np.sort(random.integers(0, count, SAMPLE))
        force = _repulsion(points, degree, others) + _attraction(points, degree, ends) - _gravity(points, degree)
        length = np.sqrt(force[:, 0] * force[:, 0] + force[:, 1] * force[:, 1]) + 1e-9
        limit = SPACING * 0.8 * (1.0 - step / steps) + 0.5
        points = points + force * (np.minimum(length, limit) / length)[:, None]
    return points


def _repulsion(points: Floats, degree: Floats, others: npt.NDArray[np.int64]) -> Floats:
    """The push of all (or of the drawn) nodes on each, falling with distance; better connected ones push more."""
    mass = np.sqrt(degree + 1.0)
    near = points.astype(np.float32)
    right = near[:, None, 0] - near[None, others, 0]
    down = near[:, None, 1] - near[None, others, 1]
    weight = right * right
    weight += down * down
    weight += np.float32(25.0)
    np.divide(mass[others].astype(np.float32)[None, :], weight, out=weight)
    right *= weight
    down *= weight
    push = np.stack([np.add.reduce(right, axis=1), np.add.reduce(down, axis=1)], axis=1).astype(np.float64)
    scale = SPACING * 0.55 * (len(points) / len(others))
    result: Floats = push * (mass * scale)[:, None]
    return result


def _attraction(points: Floats, degree: Floats, ends: npt.NDArray[np.int64]) -> Floats:
    """The pull along edges, growing with the square of their length; weaker between two hubs."""
    if not len(ends):
        return np.zeros_like(points)
    one, two = ends[:, 0], ends[:, 1]
    gap = points[two] - points[one]
    length = np.sqrt(gap[:, 0] * gap[:, 0] + gap[:, 1] * gap[:, 1])
    pull = gap * (length / SPACING / np.sqrt(np.minimum(degree[one], degree[two])) * 0.5)[:, None]
    total = np.zeros_like(points)
    for axis in (0, 1):
        total[:, axis] += np.bincount(one, pull[:, axis], len(points))
        total[:, axis] -= np.bincount(two, pull[:, axis], len(points))
    return total


def _gravity(points: Floats, degree: Floats) -> Floats:
    """A steady pull to the centre, which keeps parts that nothing connects in the same picture."""
    length = np.sqrt(points[:, 0] * points[:, 0] + points[:, 1] * points[:, 1]) + SPACING
    strength = 1.2 * np.sqrt(degree + 1.0) * float(np.sqrt(len(points)))
    result: Floats = points * (strength / length)[:, None]
    return result


def _spread(points: list[tuple[float, float]], rounds: int = 40) -> list[tuple[float, float]]:
    """Pushes apart nodes whose boxes overlap, each pair along the direction that needs less."""
    places = [list(point) for point in points]
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, (x, y) in enumerate(places):
            cells[int(x // BOX[0]), int(y // BOX[1])].append(index)
        moved = False
        for index, (x, y) in enumerate(places):
            column, row = int(x // BOX[0]), int(y // BOX[1])
            for across, along in product((-1, 0, 1), repeat=2):
                for other in cells.get((column + across, row + along), ()):
                    moved = (other > index and _part(places[index], places[other])) or moved
        if not moved:
            break
    return [(x, y) for x, y in places]


def _part(one: list[float], two: list[float]) -> bool:
    """Moves two places half the overlap each; tells whether they overlapped."""
    right, down = two[0] - one[0], two[1] - one[1]
    wide, high = BOX[0] - abs(right), BOX[1] - abs(down)
    if wide <= 0.5 or high <= 0.5:
        return False
    axis, gap, overlap = (0, right, wide) if wide < high else (1, down, high)
    shift = overlap / 2 if gap >= 0 else -overlap / 2
    one[axis] -= shift
    two[axis] += shift
    return True
