"""What is told by the way: between two dashes, or between two commas behind a treaty ("the pact, SIGNED IN MAY, was").

An act in there has its own date, place and doer, and lends them to no act outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kg.extract.view import Cue, Group, View

_NEAR = 3  # items between a comma and the verb that opens or closes what it parts
_DASHES, _PAIR = ("-", "–", "—"), 2
_VERBS = ("active", "passive", "opening", "deposit")


def within_reach(view: View, cue: Cue, positions: Iterable[int]) -> list[int]:
    """The positions that stand in the same island as the cue, or outside of all where it does."""
    found = list(positions)
    if found and view.islands is None:  # the same for every cue of the sentence
        view.islands = _islands(view)
    islands = view.islands or []
    if not islands:
        return found
    own = _island_of(islands, cue.start)
    return [p for p in found if _island_of(islands, p) == own]


def _island_of(islands: list[tuple[int, int]], position: int) -> int:
    return next((start for start, end in islands if start <= position < end), 0)


def _islands(view: View) -> list[tuple[int, int]]:
    """What stands between two dashes, and the stretches between a comma behind a treaty and the next one that hold a
    verb at an edge, where another act follows.
    """
    items = view.items
    dashes = [i for i, item in enumerate(items) if item.symbol == "x" and view.text(i, i + 1) in _DASHES]
    found = [(dashes[0], dashes[1])] if len(dashes) == _PAIR else []
    commas = [i for i, item in enumerate(items) if item.symbol == ","]
    if len(commas) < _PAIR:
        return found
    treaties = set(view.treaties())
    acts = [c for c in view.of("act") if c.form in _VERBS]
    for left, right in pairwise(commas):
        behind = left and (left - 1 in treaties or (items[left - 1].symbol == ")" and treaties))
        inside = [c for c in acts if left < c.start < right]
        edge = any(c.start - left - 1 <= _NEAR or right - c.end <= _NEAR for c in inside)
        if behind and edge and any(c.start > right for c in acts):
            found.append((left, right))
    return found


def of_relation(view: View, group: Group) -> bool:
    """Whether words right before a group give it another part: "which, UNDER THE CHAIR OF X, was drafted"."""
    if view.context.annotation.knowledge.lexicon.language.table("markers").get("side") != "before":
        return False
    return any(c.form == "passive" and c.end == group.start for c in view.of("relation"))
