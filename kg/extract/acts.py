"""Treaty acts, visits, decisions, meetings and negotiations: from a verb or its noun to a frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.annotate.dateresolve import DateValue
from kg.annotate.phrase import Treaty
from kg.extract.context import Context
from kg.extract.doers import doers, governed
from kg.extract.frame import Frame
from kg.extract.gapping import gapped
from kg.extract.partners import partners
from kg.extract.pronouns import pronoun_ends
from kg.extract.rulings import able, row_of, settles, without_repeats
from kg.extract.slots import (
    ITS_NOUN,
    NOUNS,
    PASSIVE,
    between,
    date_at,
    finite,
    kind_of,
    lent,
    near,
    place_of,
    treaty_of,
)
from kg.extract.status import FUTURE, dated_status, decided, status_of
from kg.extract.verblast import is_late, unsaid
from kg.extract.view import Cue, View
from kg.extract.votes import housed

_ITS_TEXT = 16  # items between a verb and the word "text" that stands for the treaty
_CARRIED = (
    "Ratification",
    "Withdrawal",
    "EntryIntoForce",
    "Signing",
)  # acts whose treaty may stand in an earlier sentence


def act_frames(view: View, last_treaty: str) -> Iterator[Frame]:
    """The frames that a sentence's acts open.

    Args:
        view: the sentence. last_treaty: thing id of the treaty spoken of last before it.
    """
    acts = _one_sense(view, _deposits([c for c in view.of("act") if c.form not in ("never", "lapse")]))
    found: list[tuple[Cue, Frame]] = []
    for cue in acts:
        row = row_of(view, cue)
        frame = _frame(view, cue, acts, row, last_treaty) if row is not None else None
        if frame is not None and not _tells_of_noun(view, cue, frame, found):
            _take_description(view, cue, frame, found)
            found.append((cue, frame))
    yield from without_repeats(view, found)
    yield from gapped(view, found)


def _tells_of_noun(view: View, cue: Cue, held: Frame, found: list[tuple[Cue, Frame]]) -> bool:
    """Whether a verb like "was held" only tells when and where something is that a noun already names: "the round
    that was held in Bern in May". An act that is named so gets the verb's date and place.
    """
    if held.kind != "Meeting" or held.agents:
        return False
    if view.of("event"):
        return True
    named = [(c, f) for c, f in found if c.form in NOUNS and between(view, c, cue) <= ITS_NOUN]
    if not named:
        return False
    frame = named[-1][1]
    frame.status, frame.verbal, frame.asserted = held.status, True, True
    frame.date, frame.places = held.date or frame.date, held.places or frame.places
    return True


def _one_sense(view: View, acts: list[Cue]) -> list[Cue]:
    """Without one of two acts that the same verb can be: a person is received by a person, a treaty is adopted by
    none.
    """
    met = {c.start for c in acts if c.value == "Meeting" and c.form in PASSIVE}
    twice = met & {c.start for c in acts if c.value == "Adoption" and c.form in PASSIVE}
    if not twice:
        return acts
    hosts = any(g.marker == "agent" and view.items[g.members[0]].symbol == "1" for g in view.groups)
    return [c for c in acts if c.start not in twice or (c.value == "Meeting") == hosts]


def _take_description(view: View, cue: Cue, frame: Frame, found: list[tuple[Cue, Frame]]) -> None:
    """Where verbs come last, "was held" before the noun of an act tells when and where it is: "15일 열린 서명식"."""
    if not (is_late(view) and cue.form in NOUNS and found):
        return
    verb, held = found[-1]
    if held.kind == "Meeting" and not held.agents and verb.form == "passive" and between(view, verb, cue) <= ITS_NOUN:
        found.pop()
        frame.date, frame.places = held.date or frame.date, held.places or frame.places
        frame.asserted = True


def _deposits(acts: list[Cue]) -> list[Cue]:
    """A deposit verb counts only beside the paper that it deposits, and both are one act."""
    papers = [c for c in acts if c.form == "instrument"]
    verbs = [c for c in acts if c.form == "deposit"]
    out = [c for c in acts if c.form not in ("instrument", "deposit")]
    for verb in verbs:
        paired = [p for p in papers if p.value == verb.value and abs(p.start - verb.start) <= 14]
        if paired:
            out.append(verb)
    return sorted(out, key=lambda c: c.start)


def _frame(view: View, cue: Cue, acts: list[Cue], row: Mapping[str, Any], last_treaty: str) -> Frame | None:
    context = view.context
    status = status_of(view, cue)
    if not status:
        return None
    frame = Frame(cue.value, status, view.order, cue.start, *view.span(), rule=f"{cue.value}.{cue.form}")
    if row.get("theme"):
        frame.treaty = treaty_of(view, cue) or _carried(view, cue, last_treaty)
        if row["theme"] == "required" and not frame.treaty:
            return None
    agent = row.get("agent")
    if agent and cue.form != "opening":
        kinds = [*agent["kinds"], *(["Official"] if row.get("person_for_state") else [])]
        found = doers(view, cue, kinds + (["Title"] if row.get("titles") else []))
        governing = status in ("Denied", "Planned") or (row.get("object") and cue.form == "noun") or decided(view, cue)
        if not found and governing and cue.form in (*NOUNS, "infinitive"):
            found = governed(view, cue, kinds)
        if not found and row.get("heads"):
            found = [t for t in housed(view, cue, status == "Denied") if able(context, t, row)]
        if not found and row.get("mutual") and (last := unsaid(view, cue)) and kind_of(context, last) == "Official":
            found = [last]
        envoys = [t for t in found if _hands_over(context, cue, t)]
        found = [t for thing in found for t in _for_state(context, thing, row)]
        frame.agents = list(dict.fromkeys(t for t in found if t and able(context, t, row)))
        frame.roles = [(agent["property"], t, frame.rule) for t in frame.agents]
        frame.roles += [("participant", t, frame.rule) for t in envoys if frame.agents and t not in frame.agents]
        if row.get("mutual") and frame.agents:
            met = [t for t in partners(view, cue, agent["kinds"]) if t not in frame.agents]
            frame.roles += [(agent["property"], t, frame.rule) for t in met]
        _parliament_or_organ(context, frame)
    if row.get("object") and not _made(view, cue, frame, row["object"]):
        return None
    if row.get("settles") and not settles(view, cue, frame, last_treaty):
        return None
    if row.get("needs_agent") and not frame.agents and not row.get("object"):
        return None
    frame.places = place_of(view, cue)
    if row.get("needs_place") and not _goal(view, cue, frame):
        return None
    at = date_at(view, cue, acts)
    if at is not None and not (cue.form in NOUNS and lent(view, cue, at, acts)):
        frame.date = _own_day(view, cue, context.date_of(view.items[at]))
        frame.status = dated_status(context, frame)
    if frame.kind == "EntryIntoForce" and frame.status == "Happened" and frame.date is None and _awaits(view):
        frame.status = "Planned"
    frame.verbal = cue.form not in NOUNS
    frame.asserted = frame.verbal or frame.date is not None or bool(frame.agents)
    return frame


def _own_day(view: View, cue: Cue, value: DateValue | None) -> DateValue | None:
    """A date that can be that of an act: not one gone by where the verb is of what is to come ("was adopted on 3 May
    and WILL ENTER into force"), nor the days of the conference at which something was done.
    """
    if value is None:
        return None
    over = view.context.published and value.end < view.context.published.isoformat()
    lasting = value.precision == "Day" and value.start != value.end
    gathered = cue.value in (*_CARRIED, "Adoption") and view.of("event")
    return None if (over and cue.form in FUTURE) or (lasting and gathered) else value


def _parliament_or_organ(context: Context, frame: Frame) -> None:
    """ "Adopted" by a national parliament is ratified; "ratified" by an organ of an international organization is
    adopted; what a committee approves goes on to the parliament.
    """
    drafts = [context.registry.drafts[a] for a in frame.agents]
    rows = context.annotation.knowledge.shared.frames["Ratification"]
    if (
        frame.kind == "Adoption"
        and drafts
        and all(d.kind == "GovernmentBody" and able(context, d.id, rows) for d in drafts)
    ):
        frame.kind, prop = "Ratification", "ratifiedBy"
    elif (
        frame.kind == "Ratification"
        and drafts
        and all(d.kind == "InternationalOrganization" and d.key not in rows["organizations"] for d in drafts)
    ):
        frame.kind, prop = "Adoption", "participant"
    elif frame.kind == "Ratification" and drafts and all(d.kind == "Committee" for d in drafts):
        frame.kind, prop = "Decision", "decidedBy"
    else:
        return
    frame.roles = [(prop, a, frame.rule) for a in frame.agents]


def _awaits(view: View) -> bool:
    """ "Enters into force 180 days after 20 ratifications": the present tense of a treaty's own rule is still to
    come.
    """
    kinds = {c.value for c in view.of("count")}
    return bool(kinds & {"threshold_cues", "ratificationThreshold"})


def _carried(view: View, cue: Cue, last_treaty: str) -> str:
    """The treaty of an earlier sentence, where the act's own sentence names none and the act can only be about one;
    or what the verb's own pronoun, or "the text", stands for.
    """
    if _it(view, cue):
        named = [t for t in view.treaties() if t < cue.start]
        return view.context.thing_of(view.items[named[-1]]) if named else last_treaty
    if any(i.symbol == "e" or (isinstance(i.phrase, Treaty) and not view.context.thing_of(i)) for i in view.items):
        return ""  # "refused to sign a similar agreement", "the additional protocol"
    if cue.form not in NOUNS and pronoun_ends(view.context.annotation, view.items[cue.end - 1]):
        before = [t for t in view.treaties() if t < cue.start]
        return view.context.thing_of(view.items[before[-1]]) if before else last_treaty
    text = near(view, cue, [c.start for c in view.of("treaty_text")], limit=_ITS_TEXT)  # "the text was adopted"
    told = cue.value in _CARRIED or (cue.value == "Adoption" and text is not None)
    verbal = cue.form not in NOUNS or status_of(view, cue) == "Denied"
    if not told or not verbal:
        return ""
    if not view.treaties():
        return last_treaty
    main, behind = view.context.main_treaty, any(t > cue.start for t in view.treaties())
    only = {view.context.thing_of(view.items[t]) for t in view.treaties()} == {main}
    return main if only and not behind and cue.value != "Withdrawal" else ""


def _it(view: View, cue: Cue) -> bool:
    """Whether a pronoun for a thing is the object right before a verb that comes last: "41 states have signed IT"."""
    marks = [c for c in view.of("marker") if c.value == "object" and c.end == cue.start and c.start]
    return is_late(view) and any(view.items[c.start - 1].symbol == "v" for c in marks)


def _for_state(context: Context, thing: str, row: Mapping[str, Any]) -> list[str]:
    """An envoy who hands over an instrument acts for his state."""
    if not row.get("person_for_state") or kind_of(context, thing) != "Official":
        return [thing]
    states = [s for s in context.registry.drafts[thing].values("state") if context.registry.find(s)]
    return [d.id for s in states[:1] if (d := context.registry.find(s))]


def _hands_over(context: Context, cue: Cue, thing: str) -> bool:
    """Whether somebody does an act in person who does it for his state: who hands in a paper, or an envoy."""
    sent = set(context.annotation.knowledge.shared.posts["sent"]["roles"])
    envoy = bool(sent & set(context.registry.drafts[thing].values("role")))
    return kind_of(context, thing) == "Official" and (cue.form == "deposit" or envoy)


def _made(view: View, cue: Cue, frame: Frame, kinds: list[str]) -> bool:
    """A decision needs what it sets up: a body behind the verb (or before it where the verb comes last)."""
    bodies = [
        i
        for i, item in enumerate(view.items)
        if item.symbol == "O"
        and (t := view.context.thing_of(item))
        and kind_of(view.context, t) in kinds
        and t not in frame.agents
        and not any(cue.end <= i and c.start == i + 1 for c in finite(view.of("act")))  # which does something itself
    ]
    side = "before" if view.context.annotation.knowledge.lexicon.language.writing.order == "SOV" else "after"
    at = near(view, cue, bodies, side, limit=12)
    if at is None:
        return False
    frame.roles.append(("participant", view.context.thing_of(view.items[at]), frame.rule))
    return True


def _goal(view: View, cue: Cue, frame: Frame) -> bool:
    """A visit goes somewhere: to the marked place, else to the nearest state or place behind the verb."""
    goals = [
        i
        for i, item in enumerate(view.items)
        if item.symbol in "SL" and view.context.thing_of(item) not in frame.agents
    ]
    at = near(view, cue, goals, "after", limit=10)
    if at is not None:
        frame.places = [view.context.thing_of(view.items[at])]
    return bool(frame.places)
