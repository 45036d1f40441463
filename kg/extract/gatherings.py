"""Gatherings (conferences, talks, ceremonies), and who does what at events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.phrase import Treaty
from kg.extract.doers import doers
from kg.extract.frame import Frame
from kg.extract.partners import company
from kg.extract.slots import PASSIVE, date_at, near, place_of, told_by
from kg.extract.status import dated_status, status_of, status_of_noun
from kg.extract.view import Cue, View

_AGENTS = [
    "Official",
    "State",
    "GovernmentBody",
    "InternationalOrganization",
    "Organization",
    "Committee",
    "Association",
    "Person",
]
_ROLE_KINDS = {
    "chair": _AGENTS,  # a body that chairs organizes: see _property
    "host": ["State", "Official", "GovernmentBody", "InternationalOrganization", "Organization", "Place"],
    "organizer": [kind for kind in _AGENTS if kind != "Person"],
    "speaker": ["Official", "Person"],
    "mediator": _AGENTS,
    "participant": _AGENTS,
    "depositary": ["State", "InternationalOrganization", "Organization", "GovernmentBody", "Official"],
}
_LASTING = {"depositary": ("",)}  # who keeps the deposits does so whatever a sentence makes depend on them
_NEAR, _DENIED = 4, 5
_FAR = 9  # sentences
_TALKS = "talks"
_OF_TALKS = ("headDelegation", "chair", "host", "organizer")


def gathering_frames(view: View) -> Iterator[Frame]:
    """The frames that a sentence's nouns for gatherings open."""
    rows = view.context.annotation.knowledge.shared.events
    nouns = [c for c in view.of("event") if not rows.get(c.value, {}).get("press")]
    dated: dict[int, Frame] = {}
    rounds = any(c.value == "round" for c in nouns)  # "the TALKS ended after five ROUNDS"
    for cue in nouns:
        row = rows.get(cue.value)
        status = status_of_noun(view, cue)
        if row is None or not status:
            continue
        frame = Frame(
            "Negotiation" if cue.value == _TALKS and rounds else str(row["class"]),
            status,
            view.order,
            cue.start,
            *view.span(),
            rule="gathering-noun",
            noun=cue.value,
            asserted=False,
        )
        if row.get("ceremony") and (treaty := _honoured(view, cue)):
            frame.kind, frame.treaty = "Signing", treaty
        frame.places = place_of(view, cue)
        wholes = [c for c in view.of("relation") if c.value == "partOf"]
        beside = any(c.start - cue.end in (0, 1) or c.end == cue.start for c in wholes)
        late = view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"
        # "on the sidelines of the ceremony A met B": they meet at it, it is not their meeting
        told = [*_parties(view, cue), *([] if beside and late else company(view, cue, _AGENTS))]
        frame.roles = [("participant", thing, "between") for thing in dict.fromkeys(told)]
        at = date_at(view, cue, [*nouns, *(c for c in view.of("act") if c.value != row["class"])])
        if at is None and (verb := told_by(view, cue)):
            at, frame.places = date_at(view, verb, view.of("act")), frame.places or place_of(view, verb)
        if at is not None and not _adopts(view, cue):
            frame.date = view.context.date_of(view.items[at])
            frame.status = dated_status(view.context, frame)
            twin = dated.setdefault(at, frame)
            if (
                twin is not frame
                and twin.kind == frame.kind
                and not any(c.value == "partOf" for c in view.of("relation"))
            ):
                twin.also.append(frame)  # "at a plenary session on 25 October the conference heard": one gathering
                continue
        if frame.kind == "Negotiation":
            spot = near(view, cue, view.treaties(), limit=20)
            frame.treaty = view.context.thing_of(view.items[spot]) if spot is not None else ""
        yield frame


def _adopts(view: View, cue: Cue) -> bool:
    """Whether a gathering is named as what adopts something on a day, which need not be its own only one."""
    verbs = [c for c in view.of("act") if c.value == "Adoption" and c.form == "active"]
    return any(c.end == cue.start or c.start == cue.end for c in verbs)


def _parties(view: View, cue: Cue) -> list[str]:
    """Who meets: "talks between A and B"."""
    for group in view.groups:
        if group.marker == "between" and 0 <= group.start - cue.end <= _NEAR and len(group.members) > 1:
            things = [view.context.thing_of(view.items[p]) for p in group.members]
            return [t for t in things if t and view.context.registry.drafts[t].kind in _AGENTS]
    return []


def _honoured(view: View, cue: Cue) -> str:
    """The treaty that a ceremony is of, where it follows at once: "ceremonia otwarcia Konwencji"."""
    at = next((t for t in view.treaties() if 0 <= t - cue.end <= 3), None)
    if at is None or any(cue.end <= c.start < at for c in view.of("act")):
        return ""
    return view.context.thing_of(view.items[at])


def fill_relations(
    view: View, frames: Sequence[Frame], earlier: Sequence[Frame]
) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Put chairs, hosts, organizers, speakers ... on the events that they belong to.

    Args:
        view: the sentence. frames: those of the sentence. earlier: those of the sentences before, in order.

    Yields:
        (property, treaty, agent, span) for what belongs to a treaty (its depositary).
    """
    for cue in view.of("relation"):
        if cue.value == "partOf":
            _part(view, cue, frames)
            continue
        if _of_a_body(view, cue) or _undone(view, cue):
            continue
        agents = _agents(view, cue)
        if not agents or status_of(view, cue) not in ("Happened", "Planned", *_LASTING.get(cue.value, ())):
            continue
        if cue.value == "depositary":
            at = near(view, cue, view.treaties())
            treaty = view.context.thing_of(view.items[at]) if at is not None else view.context.main_treaty
            yield from (("depositary", treaty, agent, view.span()) for agent in agents[:1] if treaty)
            continue
        frame = event_of(view, cue, frames, earlier)
        if frame is not None:
            cities = [a for a in agents if view.context.registry.drafts[a].kind == "Place"]
            frame.places = frame.places or cities  # "Osaka hosts the next conference"
            doing = (a for a in agents if a not in cities)
            for role in ((_property(view, cue, a), a, f"{cue.value}.{cue.form}") for a in doing):
                if role not in frame.roles:
                    frame.roles.append(role)
                    frame.spans[role[0], role[1]] = view.span()
            frame.asserted = frame.asserted or frame.order == view.order


def _property(view: View, cue: Cue, agent: str) -> str:
    """The property of a relation; a ministry "chairs" a ceremony by organizing it."""
    if cue.value not in _ROLE_KINDS or (cue.value == "chair" and _of_delegation(view, cue)):
        return "participant"  # who heads a delegation takes part
    return (
        "organizer"
        if cue.value == "chair" and view.context.registry.drafts[agent].kind == "GovernmentBody"
        else cue.value
    )


def _of_delegation(view: View, cue: Cue) -> bool:
    """Whether it is a delegation that is headed: "the DELEGATION of Congo was LED by minister X"."""
    heads = (c for c in view.of("count") if c.value == "delegationCount" and 0 <= cue.start - c.end <= _NEAR)
    return any(not view.commas(c.end, cue.start) for c in heads)


def _agents(view: View, cue: Cue) -> list[str]:
    kinds = _ROLE_KINDS.get(cue.value, _AGENTS)
    if cue.form != "noun":
        return doers(view, cue, kinds)
    best: tuple[int, list[str]] | None = None
    at_it = cue.value == "depositary" and any(
        c.end == cue.start and c.value in ("place", "with") for c in view.of("marker")
    )
    for group in view.groups:
        if at_it and group.end <= cue.start:
            continue  # "A deposited it with the depositary, B"
        distance = group.start - cue.end if group.start >= cue.end else cue.start - group.end
        things = [
            t
            for p in group.members
            if (t := view.context.thing_of(view.items[p])) and view.context.registry.drafts[t].kind in kinds
        ]
        if 0 <= distance <= 4 and things and (best is None or distance < best[0]):
            # "A, B and C, the host country": the last of them is
            best = (distance, things[-1:] if cue.value == "host" and group.end <= cue.start else things)
    return best[1] if best else []


def _of_a_body(view: View, cue: Cue) -> bool:
    """Whether "the chair of" goes on with a body: an office, and no part in an event."""
    if view.context.annotation.knowledge.lexicon.language.table("markers").get("side") == "after":
        return False  # what it is of stands before it
    return cue.form == "noun" and cue.end < len(view.items) and view.items[cue.end].symbol in "hHO"


def _undone(view: View, cue: Cue) -> bool:
    """Whether a verb behind a noun denies it: "участі в конференції не бере"."""
    denials = (c for c in view.of("status") if c.value == "negation" and 0 <= c.start - cue.end <= _DENIED)
    return cue.form == "noun" and any(not view.commas(cue.end, c.start) for c in denials)


def event_of(
    view: View, cue: Cue, frames: Sequence[Frame], earlier: Sequence[Frame], limit: float = 30
) -> Frame | None:
    """The event that a relation or count belongs to: the nearest of its sentence, else the last one told in the
    two sentences before.
    """
    here = [g for f in frames if f.cue != cue.start for g in (f, *f.also)]
    none = ("EntryIntoForce", "Ratification", "Withdrawal", *(("Visit",) if cue.value == "chair" else ()))
    here = [f for f in here if f.kind not in none]
    if here:
        late = view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"
        side = "before" if cue.form in PASSIVE or late else "after"
        at = near(view, cue, sorted({f.cue for f in here}), side, limit=limit)
        if at is not None:
            found = next(f for f in here if f.cue == at)
            return next((f for f in frames if found in f.also), found)
    recent = [f for f in earlier if view.order - f.order <= 2 and f.kind not in (*none, "Decision")]
    if cue.value in _OF_TALKS:  # of talks, rather than of what they are to bring about
        recent = [f for f in recent if f.kind not in ("Signing", "Adoption") or f.noun] or recent
    if recent and recent[-1].kind == "Signing" and (noun := _noun_inside(view, cue)):
        recent = [f for f in earlier if f.noun == noun and view.order - f.order <= _FAR] or recent
    return recent[-1] if recent and not here else None


def _noun_inside(view: View, cue: Cue) -> str:
    """The noun for a gathering inside the words of a relation: "ریاست کنفرانس را بر عهده داشت"; "" for none."""
    lexicon, tokens = view.context.annotation.knowledge.lexicon, view.context.annotation.tokens
    start, end = view.items[cue.start].start, view.items[cue.end - 1].end
    found = (m for at in range(start + 1, end) if (m := lexicon.clauses.at(tokens, at, end)) is not None)
    return next((e.value for match in found for e in match.entries if e.category == "event"), "")


def _part(view: View, cue: Cue, frames: Sequence[Frame]) -> None:
    """ "A within the framework of B", "on the sidelines of B, A": A is part of B."""
    told = sorted(frames, key=lambda f: f.cue)
    before, after = [f for f in told if f.cue < cue.start], [f for f in told if f.cue >= cue.end]
    late = view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"
    if late and before and cue.start - before[-1].cue <= _NEAR:
        before, after = after[:1], before[-1:]
    elif not before and after and after[0].noun:
        before, after = after[1:2], after[:1]
    if before and after and before[-1] is not after[0] and abs(after[0].cue - cue.end) <= _NEAR:
        part, whole = before[-1], after[0]
        part.part_of = whole
        if whole.date and sum(1 for i in view.items if i.symbol == "D") == 1:
            part.date, whole.date = whole.date, None  # the one date of the sentence is that of what it tells


def mentions_treaty(view: View) -> str:
    """Thing id of the last treaty that the sentence names, "" for none."""
    found = [view.context.thing_of(i) for i in view.items if isinstance(i.phrase, Treaty) and view.context.thing_of(i)]
    return found[-1] if found else ""
