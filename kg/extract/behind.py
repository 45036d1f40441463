"""Who does something and stands right behind its verb, or behind where and when it is done."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.slots import PASSIVE, finite, named_in
from kg.extract.view import Cue, Group, View


def right_behind(view: View, cue: Cue, group: Group) -> bool:
    """Whether at most an article or "of" parts a group from the words before it: "chaired by THE minister"."""
    return group.start >= cue.end and not "".join(i.symbol for i in view.items[cue.end : group.start]).strip("do")


def in_turn(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Who follows a verb as another does the verb before it: "which organized A and hosted B, chaired C"."""
    before = next((g for g in reversed(view.groups) if g.end <= cue.start), None)
    behind = next((g for g in view.groups if g.start >= cue.end), None)
    if before is None or behind is None or not right_behind(view, cue, behind):
        return []
    verb = next((c for c in finite(view.of("relation")) if c.end == before.start and c.form not in PASSIVE), None)
    if verb is None or "".join(i.symbol for i in view.items[before.end : cue.start]).strip(",&n"):
        return []
    ends = {c.end for c in finite(view.of("relation"))}
    fronted = any(g.end <= verb.start and g.start not in ends for g in view.groups)
    return [] if fronted or before.marker or behind.marker else named_in(view, behind, kinds)


def behind_setting(view: View, cue: Cue) -> list[Group]:
    """Who stands behind where and when a passive verb's act was done, with "of": "was signed in A, on 12 May, OF X"."""
    out: list[Group] = []
    for group in view.groups:
        between = view.items[(out[-1].end if out else cue.end) : group.start]
        symbols = "".join(i.symbol for i in between)
        if group.start < cue.end or (not out and group.marker == "place"):
            continue
        first = symbols.endswith(("Do", ",o")) and not symbols.strip("bidwL,Do") if not out else False
        if group.marker or not (first or (out and symbols in (",&o", "&o"))):
            break
        out.append(group)
    return out
