"""Who does an act for states and is no subject of it: for whom one acts, some of those counted, the two sides."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.slots import gap, named_in, stretch
from kg.extract.view import Cue, Group, View

_FAR, _BESIDE, _JOINED = 18, 6, 2  # items
_APART = ("place", "from", "except", "object", "represented")  # marks of states that are none of those counted
_FOR = 2  # items: "for the"
_LISTED, _OPENS_LIST = (
    4,
    (",", "(", ":", "x"),
)  # items between a count and a list of some of what it counts; how it opens


def named_beside(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Thing ids of the states for which an act is done and of some of the states that are counted as doing it, and of
    those between whom something is signed.

    Args:
        view: the sentence. cue: an act that is done for states. kinds: classes that can do it.
    """
    told = [g for g in view.groups if g.marker == "behalf" or _of_the_counted(view, g)]
    told = [g for g in told if gap(view, *stretch(g, cue)) <= _FAR]
    sides = [g for g in view.groups if _two_sides(view, cue, g)]
    return [
        *(t for g in told for t in named_in(view, g, ["State"])),
        *(t for g in sides for t in named_in(view, g, kinds)),
    ]


def _of_the_counted(view: View, group: Group) -> bool:
    """Whether a group names some of the states that stand counted beside it: "27 states, AMONG THEM A AND B, signed",
    "A, B 등 27개국".
    """
    if group.marker in _APART or any(view.items[p].symbol != "S" for p in group.members):
        return False
    for count in view.of("count"):
        ahead = count.end <= group.start
        low, high = (count.end, group.start) if ahead else (group.end, count.start)
        between = "".join(i.symbol for i in view.items[low:high]) if 0 < high - low <= _LISTED else ""
        verbs = any(low <= c.start < high for c in view.of("act", "status", "event"))
        if count.value == "states" and not verbs and (between[:1] in _OPENS_LIST if ahead else between[-1:] == "#"):
            return bool(between)
    return False


def _two_sides(view: View, cue: Cue, group: Group) -> bool:
    """Whether what is signed is between the members of a group that stands right beside the verb."""
    beside = min(abs(group.start - cue.end), abs(cue.start - group.end)) <= _BESIDE
    verbal = cue.value == "Signing" and cue.form not in ("noun", "ceremony")
    if not verbal or not beside:
        return False
    if group.marker == "with":  # "A ile B arasında": with A, between B
        return any(_closes(view, g) and 0 < g.start - group.end <= _JOINED for g in view.groups)
    joined = any(g.marker == "with" and 0 < group.start - g.end <= _JOINED for g in view.groups)
    return _closes(view, group) and (len(group.members) > 1 or joined)


def _closes(view: View, group: Group) -> bool:
    """Whether "between" stands with a group, in front or behind."""
    behind = any(c.value == "between" and c.start == group.end for c in view.of("marker"))
    return group.marker == "between" or (group.marker == "other" and behind)


def others_for(view: View, end: int, kinds: Sequence[str]) -> list[str]:
    """Thing ids of those who act for others behind items[:end], one after another: "by X, and FOR B BY MINISTER Y"."""
    out: list[str] = []
    for group in view.groups:
        if group.start >= end and for_another(view, end, group):
            out += named_in(view, group, kinds)
            end = group.end
    return out


def counted(view: View, low: int, high: int) -> bool:
    """Whether a number of states stands among items[low:high]."""
    known = view.context.annotation.numbers
    numbers = (
        known.get(i.start) for i in view.items[low:high] if i.symbol == "#" or (i.start in known and i.symbol != "D")
    )
    several = any(n is None or n.kind != "ordinal" for n in numbers)  # not "as the fifth state"
    return several and any(c.value == "states" and low <= c.start < high for c in view.of("count"))


def for_another(view: View, end: int, group: Group) -> bool:
    """Whether a group goes on with who else acts and for whom: "for A, minister X, and FOR B minister Y"."""
    between = "".join(i.symbol for i in view.items[end : group.start])
    behalf = any(c.kind == "marker" and c.value == "agent" and end <= c.start < group.start for c in view.cues)
    behind = any(g.end == group.start and g.marker == "agent" for g in view.groups)
    if (behalf and not between.strip(",&ownA")) or (behind and not between):
        return True
    ahead = (g for g in view.groups if g.marker in ("agent", "behalf") and end <= g.start and g.end <= group.start)
    near = ("".join(i.symbol for i in view.items[g.end : group.start]) for g in ahead)
    beside = any(not symbols.strip("dx") or symbols in ("w", "n", "i") for symbols in near)
    if beside and group.marker in ("", "agent") and not between.strip(",;&ownidSTx"):
        return True  # "for A signed minister X, FOR B MINISTER Y", "FOR B BY MINISTER Y"
    told = (g for g in view.groups if g.marker in ("agent", "behalf") and 0 < g.start - group.end <= _FOR)
    return not group.marker and not between.strip(",&ownAdvS") and any(view.items[g.start].symbol == "S" for g in told)
