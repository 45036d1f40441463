"""A day near which an article was written, where it does not tell its date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from kg.annotate.annotation import Annotation, Sentence


def guessed_day(annotation: Annotation) -> date | None:
    """A page without a date that tells "yesterday, 25 October 2025" tells its own date."""
    ordered = sorted(annotation.dates.items())
    for (_, left), (_, right) in pairwise(ordered):
        for relative, absolute in ((left, right), (right, left)):
            if (
                relative.kind == "relative"
                and relative.unit == "day"
                and relative.relative is not None
                and abs(left.end - right.start) <= 3
            ):
                first = absolute.first
                if first.year and first.month and first.day:
                    return date.fromordinal(date(first.year, first.month, first.day).toordinal() - relative.relative)
    return None


def lead_day(annotation: Annotation) -> date | None:
    """A day near which the article was written, good enough for its weekdays: the last full date of its first
    sentences that is not announced.
    """
    lead = _told_days(annotation, annotation.sentences[:4])
    found = [] if lead else _told_days(annotation, annotation.sentences[:6], also_announced=True)
    day = (
        max(lead) if lead else min(found) if found else max(_told_days(annotation, annotation.sentences), default=None)
    )
    told = (s for s in annotation.sentences if day is not None and not _announced(annotation, s))
    dates = annotation.dates
    years = (m.last.year or 0 for s in told for at, m in dates.items() if s.start <= at < s.end)
    return day if day is not None and day.year >= max(years, default=0) else None  # else a day of the background


def _announced(annotation: Annotation, sentence: Sentence) -> bool:
    """Whether a sentence tells of what is still to come."""
    inside = [m for at, m in annotation.clauses.items() if sentence.start <= at < sentence.end]
    return any(
        (e.category == "status" and e.value == "planned") or (e.category == "act" and ".future" in e.value)
        for match in inside
        for e in match.entries
    )


def _told_days(annotation: Annotation, sentences: Sequence[Sentence], also_announced: bool = False) -> list[date]:
    found = []
    for sentence in sentences:
        announced = not also_announced and _announced(annotation, sentence)
        for index, mention in annotation.dates.items():
            last = mention.last
            if sentence.start <= index < sentence.end and not announced and last.year and last.month and last.day:
                found.append(date(last.year, last.month, last.day))
    return found
