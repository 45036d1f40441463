"""What the text says of a time, before anybody works out which day it was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is said. calendar: Gregorian once the year is known, since only then can it be converted."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: str = "gregorian"


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
