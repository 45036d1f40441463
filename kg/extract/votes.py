"""Where a treaty is voted on, and a chamber's vote on it: the ratification, or a step on the way to it where the
state's own ratification, or another chamber's refusal, is told as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.context import Context
from kg.extract.frame import Frame
from kg.extract.slots import capital_of, gap, named_in
from kg.extract.view import Cue, View

_NEAR = 18  # items
_CHAMBERS = ("parliament", "upper-house", "lower-house")


def housed(view: View, cue: Cue, refused: bool) -> list[str]:
    """The bodies in which something is voted on, which then do it: "the ratification failed IN PARLIAMENT".

    Args:
        refused: whether it was not done; then a capital stands for its government too.
    """
    near = [
        g
        for g in view.groups
        if g.marker == "place" and gap(view, min(g.end, cue.end), max(g.start, cue.start)) <= _NEAR
    ]
    out = [t for g in near for t in named_in(view, g, ["GovernmentBody"])]
    if refused and not out and cue.form in ("noun", "ceremony"):
        out = [t for g in near for p in g.members if (t := capital_of(view, p))]
    return list(dict.fromkeys(out))


def steps(context: Context, frames: Sequence[Frame]) -> None:
    """Make decisions of the votes in favour that were not the last word: "the lower house agreed, the senate did not".

    Args:
        frames: of the whole article.
    """
    votes = [(f, _chamber(context, f)) for f in frames if f.kind == "Ratification" and f.treaty]
    for frame, chamber in votes:
        if chamber and frame.status == "Happened" and any(_settles(context, frame, chamber, f, c) for f, c in votes):
            frame.kind = "Decision"
            frame.roles = [("decidedBy", thing, rule) for _, thing, rule in frame.roles if thing in frame.agents]


def _settles(
    context: Context, vote: Frame, chamber: tuple[str, str], other: Frame, another: tuple[str, str] | None
) -> bool:
    """Whether another telling is of what came of a vote."""
    if other.treaty != vote.treaty:
        return False
    if another is None:  # the state's own, by the paper that it handed over; a consent waits for any
        deposited = ".consent" in vote.rule or other.rule.endswith((".deposit", ".instrument"))
        states = {context.registry.drafts[a].key for a in other.agents}
        return other.status == "Happened" and deposited and f"state/{chamber[1]}" in states
    return other.status == "Denied" and another[1] == chamber[1] and another[0] != chamber[0]


def _chamber(context: Context, frame: Frame) -> tuple[str, str] | None:
    """(kind of chamber, country) of the one body that votes; None where a state acts."""
    drafts = [context.registry.drafts[a] for a in frame.agents]
    head, _, country = drafts[0].key.partition("/") if len(drafts) == 1 else ("", "", "")
    return (head, country) if head in _CHAMBERS else None
