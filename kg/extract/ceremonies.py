"""Ceremonies of signings that the article told of just before."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.frame import Frame
from kg.extract.view import View

_RECENT = 2  # sentences


def join_ceremonies(view: View, frames: Sequence[Frame], earlier: Sequence[Frame]) -> None:
    """A ceremony of which nothing else is said is that of the signing told of right before it: "At the ceremony ...".

    Args:
        view: the sentence. frames: those of the sentence. earlier: those of the sentences before, in order.
    """
    rows = view.context.annotation.knowledge.shared.events
    recent = [f for f in earlier if view.order - f.order <= _RECENT and f.kind in ("Signing", "Meeting", "Negotiation")]
    if not recent or recent[-1].kind != "Signing" or recent[-1].status != "Happened":
        return
    last = recent[-1]
    if not (last.noun or last.agents or last.date or last.places):
        return  # "145 states have signed it": no one occasion
    for frame in frames:
        if rows.get(frame.noun, {}).get("ceremony") and frame.kind == "Meeting" and not frame.date:
            frame.kind, frame.treaty = "Signing", recent[-1].treaty
