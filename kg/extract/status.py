"""Whether an act is told as done, planned, denied or alleged, or not asserted at all.

From the cue words around the act, inside its clause. What is conditional, wished for or needed is no fact.
"""

from __future__ import annotations

from kg.extract.context import Context
from kg.extract.frame import Frame
from kg.extract.slots import DECIDING, finite
from kg.extract.view import Cue, View

_BEFORE = 7  # items in front of an act where a cue still governs it
_NEAR, _VOTES = 3, 2
_AFTER = 4
_VERB_OF_NOUN = 14
FUTURE = ("future", "future_passive")
_HELD = ("passive", *FUTURE)
_FINITE = ("active", "deposit", *_HELD)


def status_of(view: View, act: Cue) -> str:
    """The status of an act: "Happened", "Planned", "Denied", "Alleged", or "" where nothing is asserted.

    Args:
        view: the sentence. act: one of its cues.
    """
    found = view.of("status")
    if act.form.startswith(DECIDING):
        found = [c for c in found if c.start != act.start]  # "rejected the claim", "agreed to": the verb itself
    cues = {kind: [c for c in found if c.value == kind] for kind in {c.value for c in found}}
    if _conditional(view, act, cues.get("conditional", [])):
        return ""
    if any(_governs(view, c, act, _BEFORE) for k in ("modal", "need") for c in cues.get(k, [])):
        return ""
    if view.particles() and any(_follows(view, c, act) for k in ("modal", "need") for c in cues.get(k, [])):
        return ""
    if _awaited(view, act, cues.get("after", [])):
        return ""
    noun = act.form in ("noun", "ceremony") or act.kind == "event"
    denials = [c for c in cues.get("denied", []) if not _votes(view, c)]
    if any(_governs(view, c, act, _BEFORE) or _follows(view, c, act, noun) for c in denials):
        return "Denied"
    if any(_governs(view, c, act, _NEAR) for c in cues.get("negation", [])) or any(
        _follows(view, c, act) for k in ("negation_after", "negative_forms") for c in cues.get(k, [])
    ):
        return "" if _planned(view, act, cues.get("planned", [])) and act.form == "infinitive" else "Denied"
    if noun and (verb := _verb_of(view, act)) is not None and (told := status_of(view, verb)) != "Happened":
        return told
    if act.form in FUTURE or _planned(view, act, cues.get("planned", [])):
        return "Planned"
    if act.form == "infinitive" and not any(_governs(view, c, act, _NEAR) for c in cues.get("achieved", [])):
        return ""
    if any(_governs(view, c, act, _BEFORE) for c in cues.get("alleged", [])):
        return "Alleged"
    return "Happened"


def decided(view: View, noun: Cue) -> bool:
    """Whether words right before an act's noun decide it: "the government has DECIDED the denunciation of"."""
    cues = (c for c in view.of("status") if c.value == "achieved")
    return any(0 <= noun.start - c.end <= _NEAR and not view.commas(c.end, noun.start) for c in cues)


def status_of_noun(view: View, noun: Cue) -> str:
    """The status of a gathering, which the verb behind its noun may tell: "the session IS TO BE HELD in Bern".

    Args:
        view: the sentence. noun: one of its nouns for gatherings.
    """
    status = status_of(view, noun)
    if status == "Denied" and _setting(view, noun):
        status = "Happened"
    held = next((c for c in view.of("act", "event") if c.start >= noun.end), None)
    if status != "Happened" or held is None or held.value != "Meeting" or held.form not in _HELD:
        return status
    return status_of(view, held) or status


def _setting(view: View, noun: Cue) -> bool:
    """Whether a gathering is only where something is undone: "failed AT THE CONFERENCE in Accra"."""
    if view.context.annotation.knowledge.lexicon.language.table("markers").get("side") != "before":
        return False
    at = noun.start
    while at > 0 and noun.start - at < _NEAR and view.items[at - 1].symbol in "dvsA#n":
        at -= 1
    spots = range(at, noun.start + 1)
    return any(c.value == "place" and c.end in spots and c.end > noun.start - _NEAR for c in view.of("marker"))


def dated_status(context: Context, frame: Frame) -> str:
    """What is to come after the article's date is planned, however it is told."""
    known = context.published or (context.near if frame.date and frame.date.precision != "Day" else None)
    if (
        frame.status == "Happened"
        and known
        and frame.date
        and frame.date.start > known.isoformat()[: len(frame.date.start)]
    ):
        return "Planned" if frame.date.start[:1].isdigit() else frame.status
    return frame.status


def _planned(view: View, act: Cue, cues: list[Cue]) -> bool:
    late = view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"
    noun = act.kind == "event" or act.form == "noun"
    if act.form == "infinitive":  # "ma podpisać": is to sign, where "ma" alone is "has"
        cues = [*cues, *(c for c in view.of("status") if c.value == "bound")]
    if act.kind == "event" and any(_follows(view, c, act) for c in cues):
        return True  # "the conference is expected in May"
    return any(_governs(view, c, act, _BEFORE) or (late and _follows(view, c, act, noun)) for c in cues)


def _votes(view: View, cue: Cue) -> bool:
    """Whether a word for refusing only says how many voted so: "with 138 votes for and 41 AGAINST"."""
    late = view.particles()  # "반대 29명"
    beside = view.items[cue.end : cue.end + 1] if late else view.items[max(0, cue.start - _VOTES) : cue.start]
    return any(i.symbol == "#" for i in beside)


def _verb_of(view: View, noun: Cue) -> Cue | None:
    """The verb that has the noun right behind it: "will hold its first meeting"."""
    return next((c for c in finite(view.of("act")) if c.value == "Meeting" and 0 <= noun.start - c.end <= 1), None)


def _governs(view: View, cue: Cue, act: Cue, reach: int) -> bool:
    """Whether a cue in front of the act reaches it without crossing into another clause."""
    if not 0 <= act.start - cue.end <= reach:
        return act.start <= cue.start < act.end
    between = [
        c
        for c in view.of("act", "clause")
        if cue.end <= c.start < act.start and c.form not in ("noun", "ceremony", "instrument")
    ]
    # "will be put before parliament, ratified": a plan reaches over one comma, a negation does not.
    # "refused, the treaty to sign": nor does what governs an infinitive end at it.
    commas = 1 if cue.value == "planned" or act.form == "infinitive" else 0
    return not between and not view.breaks(cue.end, act.start) and view.commas(cue.end, act.start) <= commas


def _follows(view: View, cue: Cue, act: Cue, noun: bool = False) -> bool:
    """Whether a cue behind the act belongs to it: at once, or as the verb of a noun ("the ceremony in Riga was
    cancelled").
    """
    if not 0 <= cue.start - act.end <= (_VERB_OF_NOUN if noun else _AFTER):
        return False
    if noun and cue.start - act.end > _AFTER:
        verbs = [c for c in view.of("act", "relation") if act.end <= c.start < cue.start and c.form != "noun"]
        # "which was to be held in Riga" may stand between
        return all(c.value == "Meeting" for c in verbs) and view.breaks(act.end, cue.start) <= 1
    between = [c for c in view.of("act", "clause") if act.end <= c.start < cue.start and c.form not in ("noun",)]
    if act.form in _FINITE and any(i.symbol == "&" for i in view.items[act.end : cue.start]):
        return False  # "has ratified the convention AND gives up the agreement"
    return not between and not view.commas(act.end, cue.start)


def _awaited(view: View, act: Cue, cues: list[Cue]) -> bool:
    """Whether an act is what another one, still to come, waits for: "will enter into force AFTER it is ratified"."""
    told = any(c.end <= act.start <= c.end + _NEAR and not view.commas(c.end, act.start) for c in cues)
    return told and any(c.value == "EntryIntoForce" and status_of(view, c) == "Planned" for c in view.of("act"))


def _conditional(view: View, act: Cue, cues: list[Cue]) -> bool:
    """Under a condition: the "if" stands in the act's own clause, or the act is still to come."""
    for cue in cues:
        if act.kind == "relation" and act.form == "noun" and cue.end == act.start:
            continue  # "als depositaris": in the capacity of
        if act.form in (*FUTURE, "infinitive") or any(c.value == "planned" for c in view.of("status")):
            return True
        if cue.end <= act.start and not view.commas(cue.end, act.start):
            return True
    return False
