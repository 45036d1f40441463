"""Neighbours made one expression of time: weekday and date, "yesterday, 25 October", "16 May next year", ranges."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.datemention import NOTHING, DateMention, Partial, complete
from kg.annotate.datespec import DateSpec

LOOK_BACK = 24  # characters before a mention that can hold "last" or "next"


def with_tense(mention: DateMention, folded: str, spec: DateSpec, floor: int) -> DateMention:
    """The mention with "last" or "next" beside it; only where the year (or the day of a weekday) is open.

    floor: where the mention before it ends.
    """
    if mention.first.year is not None or mention.kind in ("relative", "anchored"):
        return mention
    for tense, after in (("past", spec.past_after), ("future", spec.future_after)):
        found = after.match(folded, mention.end)
        if found is not None:
            return replace(mention, end=found.end(), tense=tense)
    head = folded[max(floor, mention.start - LOOK_BACK) : mention.start]
    for tense, before in (("past", spec.past_before), ("future", spec.future_before)):
        found = before.search(head)
        if found is not None:
            return replace(mention, start=mention.start - len(head) + found.start(), tense=tense)
    return mention


def join(left: DateMention, right: DateMention, folded: str, spec: DateSpec) -> DateMention | None:
    """One mention of two neighbours that speak of the same time or are the ends of a range; None where they do not."""
    between = folded[left.end : right.start]
    if len(between) > LOOK_BACK:
        return None
    if left.first.month is not None and right.first.day is not None and spec.range_gap.fullmatch(between):
        return _range(left, right)
    if not spec.gap.fullmatch(between):
        return None
    if {left.kind, right.kind} == {"relative", "weekday"}:
        relative, weekday = (left, right) if left.kind == "relative" else (right, left)
        if relative.unit not in ("day", "week"):
            return None
        return replace(relative, start=left.start, end=right.end, weekday=weekday.weekday)
    said, other = (right, left) if left.first == NOTHING else (left, right)
    if said.first == NOTHING or other.first != NOTHING:
        return None
    closed = _closing(folded, right.end) if "(" in between else right.end
    whole = replace(said, start=left.start, end=closed, tense=said.tense or other.tense)
    if other.kind == "weekday" and said.first.day is not None and said.weekday is None:
        return replace(whole, weekday=other.weekday)
    day_said = other.unit == "day" and said.first.day is not None
    year_said = other.unit == "year" and said.first.month is not None and said.first.year is None
    month_said = other.unit == "month" and said.first.month is None and said.first.day is not None
    if other.kind == "relative" and said.relative is None and (day_said or year_said or month_said):
        return replace(whole, relative=other.relative, unit=other.unit)
    if other is left and other.kind == "anchored" and day_said and said.relative is None:
        return whole
    return None


def _closing(folded: str, end: int) -> int:
    """The end with the bracket that closes there."""
    return end + 1 if folded[end : end + 1] == ")" else end


def _range(left: DateMention, right: DateMention) -> DateMention | None:
    """The time from one date to another; what the one leaves out is taken from the other."""
    if left.first != left.last or right.first != right.last or left.first.day is None:
        return None
    first, last = left.first, right.first
    if last.month is None:
        last = complete(replace(last, year=first.year, month=first.month, calendar=first.calendar)) or last
    if first.year is None and last.year is not None:
        first = complete(replace(first, year=last.year)) or first
    if None not in (first.year, last.year) and _order(first) >= _order(last):
        return None
    return replace(left, end=right.end, first=first, last=last, kind="range", relative=left.relative or right.relative)


def _order(partial: Partial) -> tuple[int, int, int]:
    return partial.year or 0, partial.month or 0, partial.day or 0
