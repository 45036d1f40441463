"""What the text says of a time, before anybody works out which day it was."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

from kg.annotate import calendars

_LEAP_YEAR = 2000  # a day without a year may be 29 February


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is said. calendar: Gregorian once the year is known, since only then can it be converted."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: str = "gregorian"


def complete(partial: Partial) -> Partial | None:
    """The date in the Gregorian calendar where it is full, itself where it is not; None where there is no such date."""
    year, month, day, calendar = partial.year, partial.month, partial.day, partial.calendar
    if month is not None and not 1 <= month <= 12:
        return None
    if year is not None and month is not None and day is not None:
        exact = calendars.to_gregorian(calendar, year, month, day)
        return None if exact is None else Partial(exact.year, exact.month, exact.day)
    if year is not None and calendar != "gregorian" and calendars.span(calendar, year, month) is None:
        return None
    if day is not None and month is not None and calendar == "gregorian" and day > monthrange(_LEAP_YEAR, month)[1]:
        return None
    return partial


@dataclass(frozen=True, slots=True)
class DateMention:
    """One expression of time in the text, `folded[start:end]`.

    first, last: what is said of the first and last day; equal but for ranges; empty for purely relative words.
    relative: so many `unit`s (day, week, month, year) from the publication date, or from the date told before where
        kind is "anchored"; None where nothing relative is said. With a month or day in `first` and the unit year, it is
        the year of that date ("16 February next year").
    weekday: 0 Monday to 6 Sunday.
    kind: "date", "month", "year", "range", "weekday", "relative" or "anchored".
    tense: "past" or "future" where a word such as "last" or "next" says so.
    """

    start: int
    end: int
    first: Partial
    last: Partial
    relative: int | None = None
    weekday: int | None = None
    kind: str = "date"
    unit: str = "day"
    tense: str = ""


NOTHING = Partial()
