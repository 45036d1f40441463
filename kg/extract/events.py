"""Frames of one article that tell of one event become one thing, with a statement for everything that they say of
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.context import Context
from kg.extract.frame import Frame
from kg.extract.registry import Draft
from kg.model import Statement

_CERTAINTY = {"Happened": 3, "Alleged": 2, "Planned": 1, "Denied": 0}
_SIDES = 2  # of a meeting of which nothing else is told
_YEAR = 4  # characters of a date that is a year alone
_TALKS, _JUST_BEFORE = ("talks", "meeting"), 1  # nouns for what people do who meet; sentences
_NEAR = 9  # sentences within which one noun is one gathering


def name_events(context: Context, frames: Sequence[Frame]) -> None:
    """Register the events of the article."""
    rows = context.annotation.knowledge.shared.frames
    single = [part for frame in frames for part in _apart(frame, rows.get(frame.kind, {}).get("one", "date"))]
    clusters: list[list[Frame]] = []
    for frame in sorted(single, key=lambda f: (not f.asserted, f.date is None, f.order, f.cue)):
        home = next(
            (c for c in clusters if _same(frame, c, rows.get(frame.kind, {}).get("one", "date"), context)), None
        )
        if home is None:
            clusters.append([frame])
        else:
            home.append(frame)
    clusters = [sorted(c, key=lambda f: (f.order, f.cue)) for c in clusters if _worth(c)]
    clusters.sort(key=lambda c: (c[0].order, c[0].cue))
    drafts: dict[int, Draft] = {}
    for number, cluster in enumerate(clusters):
        draft = context.registry.thing(f"event/{number}", cluster[0].kind)
        for frame in cluster:
            drafts[id(frame)] = draft
        _say(context, draft, cluster)
    for cluster in clusters:
        for frame in cluster:
            if (
                frame.part_of is not None
                and id(frame.part_of) in drafts
                and drafts[id(frame)] is not drafts[id(frame.part_of)]
            ):
                context.registry.say(
                    Statement(
                        drafts[id(frame)].id, "partOf", drafts[id(frame.part_of)].id, frame.start, frame.end, "within"
                    )
                )


def _apart(frame: Frame, one: str) -> list[Frame]:
    """A ratification or withdrawal by several is several events."""
    if one != "agent" or len(frame.agents) < 2:
        return [frame]
    out = []
    for agent in frame.agents:
        roles = [r for r in frame.roles if r[1] == agent or r[1] not in frame.agents]
        out.append(
            Frame(
                frame.kind,
                frame.status,
                frame.order,
                frame.cue,
                frame.start,
                frame.end,
                frame.rule,
                frame.noun,
                frame.treaty,
                [agent],
                roles,
                frame.places,
                frame.date,
            )
        )
    return out


def _same(frame: Frame, cluster: list[Frame], one: str, context: Context) -> bool:
    """Whether a frame tells of the event of a cluster."""
    first = cluster[0]
    if frame.kind != first.kind or (frame.status == "Denied") != any(f.status == "Denied" for f in cluster):
        return False
    if frame.kind == "Withdrawal" and frame.noun != first.noun:
        return False  # the notice and its effect are two events
    treaties = {f.treaty for f in cluster if f.treaty}
    if frame.treaty and treaties and frame.treaty not in treaties:
        return False
    dated = [f.date for f in cluster if f.date]
    if frame.date and dated and not all(compatible(frame.date.start, d.start) for d in dated):
        return False
    agents = {a for f in cluster for a in f.agents}
    if one == "agent" or frame.status == "Denied":
        return bool(agents & set(frame.agents)) or (not agents and not frame.agents)
    if one == "treaty" and (frame.treaty or treaties or frame.kind != "Negotiation"):
        return bool(frame.treaty and frame.treaty in treaties)
    if frame.kind == "Signing":
        if not agents & set(frame.agents) and _to_come(frame, cluster):
            return False  # nine have signed, a tenth will
        return bool(frame.treaty and frame.treaty in treaties) and not (
            frame.date and not dated and agents and frame.agents and not agents & set(frame.agents)
        )
    if frame.kind == "Visit" and (frame.noun or any(f.noun for f in cluster)):
        if frame.order == first.order and frame.date == first.date and frame.places == first.places:
            return True  # its noun and its verb, in one sentence
        agents |= {thing for f in (frame, *cluster) if f.noun for _, thing, _ in f.roles}
        frame_agents = set(frame.agents) | {thing for _, thing, _ in frame.roles}
        return bool(agents & frame_agents)
    if frame.kind in ("Visit", "Decision"):
        return bool(agents & set(frame.agents)) and (
            not frame.roles or _objects(frame) == {o for f in cluster for o in _objects(f)} or frame.kind == "Visit"
        )
    return _same_gathering(frame, cluster, agents)


def _to_come(frame: Frame, cluster: list[Frame]) -> bool:
    """Whether only one of both, a frame and a cluster, has yet to come, and is told with those who will do it."""
    planned = all(f.status == "Planned" for f in cluster)
    ahead = bool(frame.agents) if frame.status == "Planned" else any(f.agents for f in cluster)
    return (frame.status == "Planned") != planned and ahead


def _objects(frame: Frame) -> set[str]:
    return {thing for prop, thing, _ in frame.roles if thing not in frame.agents}


def _same_gathering(frame: Frame, cluster: list[Frame], agents: set[str]) -> bool:
    nouns = {f.noun for f in cluster if f.noun}
    dated = any(f.date for f in cluster)
    people = {thing for f in cluster for _, thing, _ in f.roles}
    shared = people & {thing for _, thing, _ in frame.roles}
    if frame.date and dated:
        days = [frame.date.start, *(f.date.start for f in cluster if f.date)]
        near = all(len(day) > _YEAR for day in days)
        return frame.noun in nouns or bool(shared) or (near and not (frame.noun and nouns))
    if frame.noun and nouns and frame.noun not in nouns:
        return False
    if _spoken_of(frame, cluster):
        return True
    if frame.date or dated:
        return frame.noun in nouns and not frame.agents and abs(frame.order - cluster[-1].order) <= _NEAR
    return (frame.noun in nouns and abs(frame.order - cluster[-1].order) <= _NEAR) or bool(
        shared and agents & set(frame.agents)
    )


def _spoken_of(frame: Frame, cluster: list[Frame]) -> bool:
    """Whether a noun alone, without a day and a place, stands for the talks that a verb told of just before: "A met B.
    C took part IN THE TALKS".
    """
    last = cluster[-1]
    told = last.verbal and last.agents and not last.noun and 0 < frame.order - last.order <= _JUST_BEFORE
    return bool(told and frame.noun in _TALKS and not frame.date and not frame.places)


def compatible(left: str, right: str) -> bool:
    """Whether two dates can be one: equal, one coarser than the other, or one without a year."""
    if left[:1] == "@" or right[:1] == "@":
        return left == right or left[:1] != right[:1]
    if left[:2] == "--" or right[:2] == "--":
        a, b = left[-5:] if left[:2] != "--" else left[2:], right[-5:] if right[:2] != "--" else right[2:]
        return a == b or a.startswith(b) or b.startswith(a) or len(left) == 4 or len(right) == 4
    return left.startswith(right) or right.startswith(left)


def _worth(cluster: list[Frame]) -> bool:
    """An event is kept where something is told of it, not for a noun alone."""
    people = {thing for f in cluster for _, thing, _ in f.roles}
    if cluster[0].kind == "Meeting" and len(people) < _SIDES and not any(f.noun or f.date or f.places for f in cluster):
        return False  # "X met reporters"
    if any(f.asserted for f in cluster):
        return any(f.treaty or f.roles or f.date or f.places for f in cluster)
    told = any(f.date for f in cluster), any(f.roles or f.counts for f in cluster), any(f.places for f in cluster)
    return sum(told) >= 1


def _say(context: Context, draft: Draft, cluster: list[Frame]) -> None:
    say = context.registry.say
    verbal = [f.status for f in cluster if f.verbal] or [f.status for f in cluster if f.date and f.status == "Planned"]
    status = max(
        verbal or [f.status for f in cluster if f.asserted] or [f.status for f in cluster], key=lambda s: _CERTAINTY[s]
    )
    told = next(f for f in cluster if f.status == status)
    say(Statement(draft.id, "status", status, told.start, told.end, told.rule, "concept"))
    for frame in cluster:
        draft.spans.add((frame.start, frame.end))
        draft.traits.update(("noun", f.noun) for f in (frame, *frame.also) if f.noun)
        if frame.treaty:
            say(Statement(draft.id, "treaty", frame.treaty, frame.start, frame.end, frame.rule))
        for place in frame.places:
            say(Statement(draft.id, "place", place, frame.start, frame.end, frame.rule, confidence=0.8))
        for prop, thing, rule in frame.roles:
            say(Statement(draft.id, prop, thing, *frame.spans.get((prop, thing), (frame.start, frame.end)), rule))
        for count in frame.counts:
            say(count.statement(draft.id))
    _say_date(context, draft, cluster)


def _say_date(context: Context, draft: Draft, cluster: list[Frame]) -> None:
    """The most exact date that the article gives."""
    dated = [f for f in cluster if f.date is not None]
    if not dated:
        return
    best = max(dated, key=lambda f: (len(f.date.start) if f.date else 0, f.asserted, -f.order))
    assert best.date is not None
    span = (best.start, best.end)
    for prop, value, datatype in (
        ("startDate", best.date.start, "date"),
        ("endDate", best.date.end, "date"),
        ("datePrecision", best.date.precision, "concept"),
        ("dateBasis", best.date.basis, "concept"),
    ):
        context.registry.say(Statement(draft.id, prop, value, *span, best.rule, datatype))
