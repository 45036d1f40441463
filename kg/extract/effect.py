"""When a withdrawal takes effect: "the denunciation takes effect on 1 May" is the withdrawal's own later event, and no
entry into force of the treaty.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.frame import Frame
from kg.extract.view import Cue, View

_NEAR = 4  # items between the withdrawal and its effect
_NOUNS = ("noun", "instrument")


def effects(view: View, frames: Sequence[Frame], told: Sequence[Frame]) -> list[Frame]:
    """The frames of a sentence, those of a withdrawal's effect made withdrawals by whoever withdrew.

    Args:
        view: the sentence. frames: its frames. told: those of the sentences before.
    """
    forces = {c.start: c for c in view.of("act") if c.value == "EntryIntoForce"}
    nouns = [c for c in view.of("act") if c.value == "Withdrawal" and c.form in _NOUNS]
    out = []
    for frame in frames:
        cue = forces.get(frame.cue) if frame.kind == "EntryIntoForce" else None
        if cue is None or not any(_of(view, noun, cue) for noun in nouns):
            out.append(frame)
            continue
        before = [f for f in (*told, *frames) if f.kind == "Withdrawal" and f.agents]
        if before:
            frame.kind, frame.treaty, frame.agents = "Withdrawal", before[-1].treaty, list(before[-1].agents)
            frame.roles, frame.noun = [("withdrawnBy", agent, frame.rule) for agent in frame.agents], "effect"
            out.append(frame)
    return out


def _of(view: View, noun: Cue, cue: Cue) -> bool:
    """Whether what takes effect is the withdrawal right before it."""
    between = range(noun.end, cue.start)
    return len(between) <= _NEAR and cue.start >= noun.end and not any(t in between for t in view.treaties())
