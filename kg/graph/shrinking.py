"""The fewest statements that contradict each other, found with a reasoner that only says that a whole does.

Statements are put together until they contradict each other: the one that made them do so belongs to the contradiction,
and what would have come after it does not. This, again and again, leaves a set of which no statement can be missed
(insertion-based extraction, see J. Marques-Silva, "Minimal Unsatisfiability: Models, Algorithms and Applications",
ISMVL 2010, section 3). What shares a thing with statements found comes first, so that most runs see few statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

_AT_ONCE = 8  # Java takes a second to start, and a quarter of one for each small set after the first

FirstContradictory = Callable[[Sequence[Sequence[ox.Triple]]], int | None]
"""Tells which of some sets of statements, each larger than the one before, is the first that contradicts itself."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """Statements that contradict each other, sorted. fewest: whether none can be missed. runs: of the reasoner."""

    statements: tuple[ox.Triple, ...]
    fewest: bool
    runs: int


def shrink(statements: Iterable[ox.Triple], first_contradictory: FirstContradictory, most: int) -> Shrunk:
    """Return as few as possible of statements that contradict each other as a whole.

    first_contradictory: asks the reasoner. most: how many runs of it are enough; what is left then is returned.
    Of several contradictions one is found; the same for the same statements.
    """
    core: list[ox.Triple] = []
    rest = sorted(statements, key=str)
    runs = 0
    while True:
        least, enough = -1, len(rest)  # the core with so many of the rest is in order, and contradicts itself
        sizes = [0, *(size for step in range(1, _AT_ONCE - 1) if (size := 4**step) < enough)]
        while enough - least > 1:
            if runs == most:
                return _sorted([*core, *rest[:enough]], False, runs)
            at = first_contradictory([[*core, *rest[:size]] for size in sizes])
            runs += 1
            least, enough = (sizes[-1], enough) if at is None else (sizes[at - 1] if at else least, sizes[at])
            sizes = _between(least, enough)
        if enough == 0:
            return _sorted(core, True, runs)
        core.append(rest[enough - 1])
        rest = _nearest_first(rest[: enough - 1], core)


def _between(least: int, enough: int) -> list[int]:
    """Return some sizes between two, evenly spread."""
    steps = min(_AT_ONCE, enough - least)
    return sorted({least + (enough - least) * step // steps for step in range(1, steps)})


def _nearest_first(statements: Sequence[ox.Triple], core: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return statements by how many steps away from those of the core they are, as far as steps lead."""
    left, ordered = list(statements), list[ox.Triple]()
    reached = {end for triple in core for end in _ends(triple)}
    while left:
        near = [triple for triple in left if not reached.isdisjoint(_ends(triple))]
        if not near:
            break
        reached |= {end for triple in near for end in _ends(triple)}
        ordered += near
        chosen = set(near)
        left = [triple for triple in left if triple not in chosen]
    return [*ordered, *left]


def _ends(triple: ox.Triple) -> tuple[object, object]:
    return triple.subject, triple.object


def _sorted(statements: Iterable[ox.Triple], fewest: bool, runs: int) -> Shrunk:
    return Shrunk(tuple(sorted(statements, key=str)), fewest, runs)
