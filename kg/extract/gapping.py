"""Clauses whose verb is left out because the one before has the same: "Italy ratified in 2020, TUNISIA IN 2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.frame import Frame
from kg.extract.slots import finite, kind_of, named_in
from kg.extract.status import dated_status
from kg.extract.view import Cue, Group, View

_KINDS = ("Ratification", "Signing", "Withdrawal")
_JOINS, _ENDS = ",;&", ",;&."
_SMALL = 2  # items between a state and the date: "in", "on the"


def gapped(view: View, found: Sequence[tuple[Cue, Frame]]) -> Iterator[Frame]:
    """The act of a sentence as other states did it on other days, told without its verb.

    Args:
        view: the sentence. found: its acts with their frames, in order.
    """
    if view.context.annotation.knowledge.lexicon.language.writing.order not in ("SVO", "V2"):
        return
    for cue, frame in found:
        if frame.kind not in _KINDS or not (frame.verbal and frame.agents and frame.date):
            continue
        prop = next(p for p, agent, _ in frame.roles if agent == frame.agents[0])
        for group in view.groups:
            states = named_in(view, group, ["State"])
            at = _own_date(view, group) if states and not group.marker and _goes_on(view, cue, group) else None
            if at is None or all(kind_of(view.context, t) != "State" for t in frame.agents):
                continue
            roles = [(prop, state, frame.rule) for state in states]
            other = replace(frame, agents=states, roles=roles, places=[], counts=[], spans={}, also=[])
            other.date = view.context.date_of(view.items[at])
            other.status = dated_status(view.context, other)
            yield other


def _goes_on(view: View, cue: Cue, group: Group) -> bool:
    """Whether a group behind a verb opens a clause of the same kind, and no other verb stands between."""
    opens = group.start > cue.end and view.items[group.start - 1].symbol in _JOINS
    return opens and not any(cue.end <= c.start < group.end for c in finite(view.of("act", "relation")))


def _own_date(view: View, group: Group) -> int | None:
    """Where the date stands that closes the clause which a group opens."""
    for at in range(group.end, min(group.end + _SMALL + 1, len(view.items))):
        if view.items[at].symbol == "D" and view.context.date_of(view.items[at]) is not None:
            closed = at + 1 == len(view.items) or view.items[at + 1].symbol in _ENDS
            return at if closed else None
        if view.items[at].symbol not in "onwdi":
            return None
    return None
