"""Where "and" joins two clauses and not two things: each then has its own subject, date and place."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.view import Cue, Group, View

_VERBS = ("active", "future", "passive", "future_passive")
_OWN_VERB = 1  # items between a subject and its verb


def part_clauses(view: View) -> None:
    """Mark each "and" that opens a clause with a subject and a verb: "signed it in May AND Peru ratified it"."""
    if view.context.annotation.knowledge.lexicon.language.writing.order in ("SVO", "V2"):
        view.cues += [Cue("clause", "clause", "", at, at + 1) for at in _openings(view)]


def _openings(view: View) -> Iterator[int]:
    """The places of such words."""
    verbs = [c.start for c in view.of("act", "relation") if c.form in _VERBS]
    for group in view.groups:
        at = group.start - 1
        while at > 0 and view.items[at].symbol == "d":
            at -= 1
        joined = at > 0 and view.items[at].symbol == "&" and not group.marker and any(v < at for v in verbs)
        if joined and any(0 <= v - group.end <= _OWN_VERB for v in verbs) and not _goes_on(view, group):
            yield at


def _goes_on(view: View, group: Group) -> bool:
    """Whether a word right behind a group opens another clause or phrase, so that the verb is not its own."""
    return any(c.start == group.end and c.kind in ("clause", "status", "marker") for c in view.cues)
