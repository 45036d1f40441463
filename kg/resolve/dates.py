"""Dates as statements give them ("2025-10-26", "2025-10", "2025", "--10-26", "--10", "@-1"): whether two can be one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DATE = re.compile(r"(?:(\d{4})|-)(?:-(\d{2})(?:-(\d{2}))?)?$")
_RELATIVE = re.compile(r"@([+-]?\d+)$")


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A date of which parts may be unknown (0)."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> int:
        """How many of year, month and day are known."""
        return sum(map(bool, (self.year, self.month, self.day)))

    @property
    def complete(self) -> bool:
        """Whether it can stand in the graph: the year is known, and a day only with its month."""
        return bool(self.year) and bool(self.month or not self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}" if self.year else "-"]
        if self.month:
            parts.append(f"{self.month:02}")
        if self.day:
            parts.append(f"{self.day:02}")
        return "-".join(parts)


@lru_cache(maxsize=100_000)
def parse(text: str, published: str = "") -> Day | None:
    """Return the date of a statement's literal; None where it says nothing that can be used.

    published: ISO date of the article, which relative literals ("@-1") count from; "" where it is not known.
    """
    relative = _RELATIVE.match(text)
    if relative:
        try:
            day = date.fromisoformat(published[:10]) + timedelta(days=int(relative.group(1)))
        except (ValueError, OverflowError):
            return None
        return Day(day.year, day.month, day.day)
    match = _DATE.match(text)
    if not match:
        return None
    year, month, day_of_month = (int(group or 0) for group in match.groups())
    if month > 12 or day_of_month > 31 or not (year or month):
        return None
    return Day(year, month, day_of_month)


def compatible(a: Day | None, b: Day | None) -> bool:
    """Whether two dates can be one: every part that both know is equal. An unknown date fits every other."""
    if a is None or b is None:
        return True
    return (
        (a.year == b.year or not (a.year and b.year))
        and (a.month == b.month or not (a.month and b.month))
        and (a.day == b.day or not (a.day and b.day))
    )


def same_day(a: Day | None, b: Day | None) -> bool:
    """Whether both name a day, the same one; the year may be missing in one."""
    return a is not None and b is not None and bool(a.day and b.day) and compatible(a, b)


def merged(days: Iterable[Day]) -> Day:
    """Put compatible dates together: each part from whichever knows it."""
    year = month = day = 0
    for other in sorted(days, key=lambda d: (-d.precision, d)):
        year, month, day = year or other.year, month or other.month, day or other.day
    return Day(year, month, day)
