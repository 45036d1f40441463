"""What is counted: delegates and rounds of events; articles, signatories and needed ratifications of treaties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.numbers import NumberMention
from kg.extract.frame import Count, Frame
from kg.extract.gatherings import event_of
from kg.extract.slots import near
from kg.extract.view import Cue, View

_NO_COUNT = ("threshold_cues", "other", "never")  # terms that only tell what a number beside them counts
_MADE, _RECENT = ("Adoption", "Signing"), 2  # sentences
_MANY, _BEFORE = 3, 2
_CROWD = 1000  # so many people are counted of what gathers them only where the sentence tells of it


def fill_counts(view: View, frames: Sequence[Frame], earlier: Sequence[Frame]) -> Iterator[tuple[str, Count]]:
    """Put counted delegates, delegations, statements ... on their events.

    Yields:
        (treaty's thing id, count) for what is counted of a treaty: its articles, signatories, the ratifications that
        it needs.
    """
    counted = view.of("count")
    placed: dict[str, Count] = {}
    for index, number in _numbers(view):
        cue = next((c for c in counted if 0 <= c.start - index - 1 <= 2 and c.value not in _NO_COUNT), None)
        if cue is None and number.ordinal:  # "ratifikasi ke-20"
            needed = (c for c in counted if c.value == "ratificationThreshold")
            cue = next((c for c in needed if 0 <= index - c.end <= _BEFORE), None)
        if cue is None or number.kind not in ("count", "ordinal") or _lasts(view, index):
            continue
        if _of_members(counted, cue, index):
            continue
        span = view.span()
        count = Count(cue.value, int(number.value), number.qualifier, *span)
        if cue.value == "states" and any(c.value == "other" and -3 <= c.start - cue.end <= 1 for c in counted):
            count.value += _besides(view, index)
            if count.value == int(number.value):
                continue  # "five other states": how many in all is not told
        first = placed.setdefault(cue.value, count)
        if (
            first is not count and cue.value == "delegationCount" and first.property == count.property
        ):  # "1,000 delegates from 110 delegations" where both are one word
            max(first, count, key=lambda c: c.value).property = "attendeeCount"
        yield from _place_count(view, cue, number, count, frames, earlier)


def _of_members(counted: Sequence[Cue], cue: Cue, index: int) -> bool:
    """Whether a word before a number says that it counts the members of a body: "a committee of 24 people"."""
    return cue.value == "attendeeCount" and any(c.value == "never" and 0 <= index - c.end <= 1 for c in counted)


def _besides(view: View, index: int) -> int:
    """How many states "and" joins to a number of others: "A and five other states"."""
    for group in view.groups:
        joint = [i.symbol for i in view.items[group.end : index + 1]]
        if group.end <= index and joint[:1] == ["&"] and len(joint) <= _MANY and not group.marker:
            return sum(1 for p in group.members if view.items[p].symbol == "S")
    return 0


def _lasts(view: View, index: int) -> bool:
    """Whether a number is of days, months or years: "90 DAYS after ratification"."""
    behind = view.items[index + 1 : index + 2]
    tokens, units = view.context.annotation.tokens, view.context.annotation.knowledge.lexicon.units
    return bool(behind) and not units.isdisjoint(tokens[behind[0].start].keys)


def _numbers(view: View) -> Iterator[tuple[int, NumberMention]]:
    numbers = view.context.annotation.numbers
    for index, item in enumerate(view.items):
        if item.start in numbers and item.symbol != "D":
            end = next((j for j in range(index, len(view.items)) if view.items[j].end > item.start), index)
            yield end, numbers[item.start]


def _place_count(
    view: View,
    cue: Cue,
    number: NumberMention,
    count: Count,
    frames: Sequence[Frame],
    earlier: Sequence[Frame],
) -> Iterator[tuple[str, Count]]:
    acts = {c.value for c in view.of("act")}
    threshold = any(c.value == "threshold_cues" for c in view.of("count")) or (
        "EntryIntoForce" in acts and ("Ratification" in acts or cue.value == "ratificationThreshold")
    )
    treaties = view.treaties()
    at = near(view, cue, treaties, limit=40)
    treaty = (
        view.context.thing_of(view.items[at]) if at is not None else _acted(view, earlier) or view.context.main_treaty
    )
    signing = next((f for f in frames if f.kind == "Signing" and f.status == "Happened" and f.treaty), None)
    if (
        cue.value in ("states", "signatoryCount", "ratificationThreshold", "attendeeCount") and count.value < _MANY
    ) or (cue.value == "sessionCount" and count.value < 2):
        return  # "both states signed", "the last one round" count nothing
    other = next((c for c in view.of("act") if c.start >= cue.end and c.form in ("active", "passive")), None)
    signed = signing is not None and cue.value in ("states", "signatoryCount") and number.kind != "ordinal"
    if signed and other is not None and other.value == "Ratification":
        return  # "130 states have signed and 116 have ratified it"
    if not signed and (cue.value == "ratificationThreshold" or (threshold and cue.value == "states")):
        if threshold and treaty:
            count.property = "ratificationThreshold"
            yield treaty, count
    elif number.kind == "ordinal":
        return
    elif cue.value == "articleCount":
        if treaty:
            yield treaty, count
    elif cue.value in ("states", "signatoryCount"):
        if signing is not None:
            count.property = "signatoryCount"
            yield signing.treaty, count
        elif cue.value == "signatoryCount" and treaty:
            yield treaty, count
    elif cue.value != "attendeeCount" or count.value < _CROWD or frames or view.of("relation", "event"):
        wanted = [f for f in frames if cue.value != "sessionCount" or f.kind == "Negotiation"]
        if cue.value == "sideEventCount":  # what is counted is no event that the count belongs to
            wanted = [f for f in wanted if not cue.start <= f.cue <= cue.end + 3]
        own = next((f for f in wanted if f.cue == cue.start and cue.value == "sessionCount"), None)
        frame = own or event_of(
            view, cue, wanted, [f for f in earlier if cue.value != "sessionCount" or f.kind == "Negotiation"], limit=48
        )
        if frame is not None:
            frame.counts.append(count)


def _acted(view: View, earlier: Sequence[Frame]) -> str:
    """The treaty of which the sentences right before tell that it was adopted or signed, "" for none."""
    told = (f for f in reversed(earlier) if f.kind in _MADE and f.verbal and f.treaty)
    last = next(told, None)
    return last.treaty if last is not None and view.order - last.order <= _RECENT else ""
