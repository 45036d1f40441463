"""The shortest connections between two things through facts, and what the articles say of each step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from heapq import heappop, heappush
from itertools import pairwise

import networkx as nx
import pyoxigraph as ox

from kg import vocab
from kg.errors import QueryError
from kg.graph.explain import stated_fact
from kg.graph.explanation import StatedFact, counted, quoted, weight
from kg.graph.fits import Fit
from kg.graph.names import Thing, choice_of, find_one
from kg.graph.network import Neighbours, Network, neighbours, network

LENGTH, LIMIT = 6, 3
_MOST_QUOTES = 2


@dataclass(frozen=True, slots=True)
class Step:
    """From one thing to the next: the facts between them (at least one), each seen from `start`."""

    start: Thing
    end: Thing
    facts: tuple[StatedFact, ...]


@dataclass(frozen=True, slots=True)
class Connections:
    """What connects two things, given by the names that were typed. ways: how many connections are as short as these.

    paths: each from `start` to `end`. longest: the number of steps up to which connections were sought.
    """

    names: tuple[str, str]
    start: Thing
    end: Thing
    longest: int
    ways: int
    paths: tuple[tuple[Step, ...], ...]

    def __str__(self) -> str:
        """Return them as text for eyes."""
        return render(self)


def connections(store: ox.Store, start: str, end: str, longest: int = LENGTH, limit: int = LIMIT) -> Connections:
    """Return the shortest connections between two things.

    start, end: names, as for `kg.graph.names.find`. longest: steps in a connection; limit: connections.
    Facts are followed in both directions. Of connections of one length, those through things with few neighbours come
    first: a state that everything touches tells less than a meeting of five.
    Raises QueryError where a name means no thing, or several, or both mean the same.
    """
    one, other = find_one(store, start), find_one(store, end)
    net = network(store)
    for choice, name in ((one, start), (other, end)):
        if choice.iri not in net:
            raise QueryError(f"{name!r} means {choice.label}, which is no thing that facts connect: name another one")
    if one.iri == other.iri:
        raise QueryError(f"both names mean {one.label}: name two things")
    graph = neighbours(net)
    ways, paths = shortest(graph, one.iri, other.iri, longest, limit)
    steps = (tuple(_step(store, net, *pair) for pair in pairwise(path)) for path in paths)
    return Connections((start, end), one, other, longest, ways, tuple(steps))


def shortest(graph: Neighbours, start: str, end: str, longest: int, limit: int) -> tuple[int, list[tuple[str, ...]]]:
    """Return how many shortest paths of at most `longest` edges there are between two nodes, and the first of them.

    They are ordered by the sum of the degrees of the nodes between the ends, then by the nodes.
    """
    distance: dict[str, int] = nx.single_source_shortest_path_length(graph, end, cutoff=longest)
    if start not in distance:
        return 0, []

    nearer = {
        node: [other for other in graph[node] if distance.get(other) == far - 1] for node, far in distance.items()
    }
    cost = {node: graph.degree(node) for node in distance} | {end: 0}
    ways, left = {end: 1}, {end: 0}  # to the end: how many paths, and the least sum of degrees on one of them
    for node in sorted(distance.keys() - {end}, key=lambda node: (distance[node], node)):
        ways[node] = sum(ways[other] for other in nearer[node])
        left[node] = min(left[other] + cost[other] for other in nearer[node])
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[int, tuple[str, ...]]] = [
        (left[start], (start,))
    ]  # what a path costs in the end at least, since `left` is exact
    while waiting and len(found) < limit:
        total, path = heappop(waiting)
        if path[-1] == end:
            found.append(path)
        for other in nearer[path[-1]]:
            heappush(waiting, (total - left[path[-1]] + cost[other] + left[other], (*path, other)))
    return ways[start], found


def render(found: Connections) -> str:
    """Return connections as text for eyes, without a newline at its end."""
    understood = [
        text
        for choice, name in zip((found.start, found.end), found.names, strict=True)
        if (text := choice.understood(name))
    ]
    lines = [*understood, ""] if understood else []
    ends = f"{_named(found.start)} and {_named(found.end)}"
    if not found.paths:
        return "\n".join([*lines, f"No facts connect {ends} in {counted(found.longest, 'step')} or fewer."])
    shown = f", {len(found.paths)} shown" if len(found.paths) < found.ways else ""
    lines.append(f"{ends}: {counted(len(found.paths[0]), 'step')}, {counted(found.ways, 'way')}{shown}")
    for number, path in enumerate(found.paths, start=1):
        lines += ["", f"{number}. " + " \u2013 ".join([path[0].start.label, *(step.end.label for step in path)])]
        lines += [line for step in path for line in _step_lines(step)]
    return "\n".join(lines)


def as_json(found: Connections) -> str:
    """Return connections as JSON, in the fields of `Connections`; a fit by its name ("like")."""

    def plain(fields: list[tuple[str, object]]) -> dict[str, object]:
        return {name: value.name.lower() if isinstance(value, Fit) else value for name, value in fields}

    return json.dumps(asdict(found, dict_factory=plain), ensure_ascii=False, indent=2)


def _step(store: ox.Store, net: Network, start: str, end: str) -> Step:
    found = [
        stated_fact(store, claim, outgoing)
        for one, other, outgoing in ((start, end, True), (end, start, False))
        for claim in sorted(net[one][other] if net.has_edge(one, other) else ())
    ]
    found.sort(key=lambda fact: (not fact.outgoing, fact.predicate))
    return Step(choice_of(store, start), choice_of(store, end), tuple(found))


def _step_lines(step: Step) -> Iterator[str]:
    for fact in step.facts:
        qualified = " ".join((*fact.qualifiers, str(fact.value)))
        yield f"   {fact.subject}{fact.doubt} \u2013 {vocab.label(fact.predicate)}: {qualified}  {weight(fact)}"
        for quote in fact.quotes[:_MOST_QUOTES]:
            yield f"     {quoted(quote)}"
        if len(fact.quotes) > _MOST_QUOTES:
            yield f"     and {len(fact.quotes) - _MOST_QUOTES} more"


def _named(choice: Thing) -> str:
    return f"{choice.label} ({choice.kind_label})"
