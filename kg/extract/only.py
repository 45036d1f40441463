"""Negations that only say "no more than": "ne prendra effet QUE dans douze mois"."""

from __future__ import annotations

from kg.extract.view import Cue, View

_REACH = 5  # items between the negation and the word that makes "only" of it


def drop_restrictions(view: View) -> None:
    """Take out of a sentence's cues each negation that "only" follows, and the clause that its word seemed to open."""
    only = [c for c in view.of("status") if c.value == "only"]
    if not only:
        return
    negations = [c for c in view.of("status") if c.value == "negation"]
    pairs = [(n, o) for o in only for n in negations if _restricts(view, n, o, negations)]
    gone = {("negation", n.start) for n, _ in pairs} | {("clause", o.start) for _, o in pairs}
    view.cues = [c for c in view.cues if (c.value, c.start) not in gone]


def _restricts(view: View, negation: Cue, only: Cue, negations: list[Cue]) -> bool:
    """Whether nothing but a verb stands between the two; a second negation there denies for good."""
    between = range(negation.end, only.start)
    return (
        0 < len(between) <= _REACH
        and not view.commas(negation.end, only.start)
        and not any(c.start in between for c in negations)
    )
