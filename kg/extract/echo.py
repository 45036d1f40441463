""" "The Soviet Union did so in 1988": a verb that stands for the act told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.frame import Frame
from kg.extract.view import Cue, View

_ECHOED = ("Signing", "Ratification", "Withdrawal")
_BACK = 2  # sentences


def echo(view: View, told: Sequence[Frame]) -> None:
    """Make each "did so" of a sentence the act that it stands for.

    Args:
        view: the sentence; its cues are changed. told: the frames of the sentences before.
    """
    view.cues = [_act(view, cue, told) if cue.kind == "did_so" else cue for cue in view.cues]


def _act(view: View, cue: Cue, told: Sequence[Frame]) -> Cue:
    """The last act of the sentence, else of those right before; the cue itself where none is told."""
    here = [c.value for c in view.of("act") if c.end <= cue.start and c.value in _ECHOED and c.form != "never"]
    before = [f.kind for f in told if f.kind in _ECHOED and f.verbal and view.order - f.order <= _BACK]
    kinds = here or before
    return replace(cue, kind="act", value=kinds[-1], form="active") if kinds else cue
