"""Identifiers of entities, works and events: made from what a thing is, never from the order it was met in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.slug import stable_hash


def unique(wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return an id of its own for each (base id, what tells the thing from others).

    A base that only one thing wants is its id; where several want it, each gets a short hash of what tells it apart.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for base, apart in wanted:
        groups[base].add(apart)
    return {
        (base, apart): base if len(group) == 1 else f"{base}-{stable_hash(apart, 6)}"
        for base, group in groups.items()
        for apart in group
    }
