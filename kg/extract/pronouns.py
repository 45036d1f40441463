"""Whom a pronoun that opens a clause stands for."""

from __future__ import annotations

from kg.extract.view import Cue, Group, View


def meant(view: View, cue: Cue) -> tuple[int, Group] | None:
    """(where the pronoun ends, the group that it stands for) of the clause of a verb that comes last.

    "भारत ने कहा कि वह ... हस्ताक्षर नहीं करेगा": who says so is who does it. None where no pronoun opens the clause.
    """
    opened = [c for c in view.of("pronoun") if c.end <= cue.start and _opens(view, c.start)]
    if not opened or view.breaks(opened[-1].end, cue.start):
        return None
    before = [g for g in view.groups if g.end <= opened[-1].start]
    subject = next((g for g in reversed(before) if g.marker in ("", "subject")), None)
    return (opened[-1].end, subject) if subject is not None else None


def _opens(view: View, at: int) -> bool:
    """Whether a clause begins at items[at]."""
    return at > 0 and (view.items[at - 1].symbol in ',"' or any(c.end == at for c in view.of("clause")))
