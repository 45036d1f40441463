"""How likely it is that two persons are one: names, roles, states, the work and the story that tell of them."""

from __future__ import annotations

from collections.abc import Callable

from kg.resolve.names import similarity
from kg.resolve.personal import Profile

DOUBT = 0.11
"""So far below what is demanded it is not sure that two are different."""

_IN_FAMILY = 0.6
_ALONE = 0.8
_SAME_OFFICE = 0.7
_SAME_STORY = 0.62
_SAME_ROLE = 0.12
_OTHER_ROLE = 0.10
_SAME_STATE = 0.05
_OTHER_STATE = 0.20
_REMEMBERED = 0.5
_ROUNDING = 1e-6

Weighed = tuple[float, float, tuple[str, ...]]
"""Likeness with what role and state add, what is demanded, and the reasons."""


def weigh(left: Profile, right: Profile, one_story: Callable[[], bool], always: bool = False) -> Weighed | None:
    """Return how likely two persons are one; None where it is not worth a note.

    one_story: tells whether articles that tell of them share a story; asked only where it matters. always: return the
    exact figures in any case.
    """
    more: list[float] = []
    known: list[str] = []
    for mine, other, gain, loss, word in (
        (left.roles, right.roles, _SAME_ROLE, _OTHER_ROLE, "role"),
        (left.states, right.states, _SAME_STATE, _OTHER_STATE, "state"),
    ):
        if mine and other:
            same = not mine.isdisjoint(other)
            more.append(gain if same else -loss)
            known.append(f"same {word}" if same else f"other {word}")
    threshold, why = _demanded(left, right, one_story)
    noted = 0.0 if always else max(_REMEMBERED, threshold - DOUBT)
    least = noted - sum(more) - _ROUNDING
    likeness = max(similarity(v, w, 0.0 if always else least) for v in left.texts for w in right.texts)
    score = likeness
    for change in more:
        score += change
    if score < noted and not always:
        return None
    return score, threshold, (f"names {likeness:.2f}", *known, *why)


def _demanded(left: Profile, right: Profile, one_story: Callable[[], bool]) -> tuple[float, tuple[str, ...]]:
    if left.families & right.families and not (left.weak or right.weak):
        return _IN_FAMILY, ("one work",)
    if left.roles & right.roles and left.states & right.states and not apart(left.fields, right.fields):
        if one_story():
            return _SAME_STORY + _SAME_ROLE + _SAME_STATE, ("same story",)
        return _SAME_OFFICE + _SAME_ROLE + _SAME_STATE, ()
    return _ALONE if left.named_in_full and right.named_in_full else 1.1, ()


def apart(a: set[str], b: set[str]) -> bool:
    """Whether both are known and have nothing in common."""
    return bool(a and b) and not a & b
