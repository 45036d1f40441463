"""Who meets whom: a meeting has two sides, wherever the clause puts the other one."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.doers import governed
from kg.extract.slots import PASSIVE, gap, named_in
from kg.extract.view import Cue, Group, View

_REACH, _TOUCHING = 16, 6  # items


def partners(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Thing ids of those whom the doers of a verb meet: "X met Y", "X held talks with Y", "X was received by Y".

    Args:
        view: the sentence. cue: a verb of meeting, or a noun for it. kinds: classes that can meet.
    """
    out: list[str] = []
    for group in view.groups:
        if _meets(view, cue, group):
            out += named_in(view, group, kinds)
    return list(dict.fromkeys(out))


def _meets(view: View, cue: Cue, group: Group) -> bool:
    """Whether a group is the other side: what stands "with" it, the verb's object, or the subject of a passive."""
    order = view.context.annotation.knowledge.lexicon.language.writing.order
    late, after = order == "SOV", group.start >= cue.end
    low, high = (cue.end, group.start) if after else (_behind_pronoun(view, group), cue.start)
    if group.marker == "with":
        return gap(view, low, high) <= (_REACH if after != late or order == "V2" else _TOUCHING)
    if late and cue.kind == "act" and group.end == cue.start and not group.marker:
        return True  # the verb takes in the mark of whom it is done with: "X से मुलाकात की"
    if cue.kind != "act" or cue.form == "noun" or all(view.items[p].symbol not in "1P" for p in group.members):
        return False  # a bare state behind "met" is where, or whose, rather than whom
    if cue.form in PASSIVE:
        return not after and not group.marker and gap(view, low, high) <= _REACH + late * _TOUCHING
    if order == "V2":  # "has on Monday her colleague received": the clause's verb may stand at its end
        return group.marker in ("", "object") and gap(view, low, high) <= _REACH and not view.commas(low, high)
    wanted, side = (("object",), not after) if late else (("", "object"), after)
    return side and group.marker in wanted and gap(view, low, high) <= _TOUCHING


def _behind_pronoun(view: View, group: Group) -> int:
    """Where the clause of a relative pronoun that stands for the group begins: "X, who was received by Y"."""
    comma = view.items[group.end : group.end + 1]
    who = any(c.kind == "clause" and c.start == group.end + 1 for c in view.cues)
    return group.end + 2 if comma and comma[0].symbol == "," and who else group.end


def company(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Thing ids of the two sides of talks that a noun names: "X said after talks with Y"."""
    others = partners(view, cue, kinds)
    return list(dict.fromkeys([*governed(view, cue, kinds), *others])) if others else []
