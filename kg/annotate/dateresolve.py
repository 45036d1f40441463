"""Which day a date mention means, given when the article was published and which date the text told before.

Strings are those of `kg.model.Statement`: "2025-10-26", "2025-10", "2025", "--10-26", "--10", "@-1".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.annotate import calendars
from kg.annotate.datemention import NOTHING, DateMention, Partial

_EARLIEST, _LATEST = 1990, 2100  # bounds of a publication year in an address
_DAYS_A_WEEK = 7
_SEPARATED = re.compile(r"(?<!\d)(\d{4})[/_.-](\d{1,2})[/_.-](\d{1,2})(?!\d)")
_TOGETHER = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6}|\d{9})?(?!\d)")


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a mention means. start, end: dates as in `Statement`, equal but for ranges and for times of other calendars.

    basis: "Stated", or "Inferred" where anything was worked out. precision: "Day", "Month" or "Year".
    """

    start: str
    end: str
    basis: str
    precision: str


@dataclass(frozen=True, slots=True)
class _Near:
    """The day that open parts of a date lie close to, and the side that the tense asks for."""

    day: date | None
    tense: str


def resolve(
    mention: DateMention, published: date | None, anchor: Partial | None = None, tense: str = ""
) -> DateValue | None:
    """The time that a mention means.

    Args:
        mention: from `find_dates`.
        published: the article's date, None where it is not known.
        anchor: the last absolute date that the text told before the mention; for "the next day" and bare days.
        tense: "past", "future" or "" for the sentence; the mention's own "last" or "next" goes before it.

    Returns:
        The value; None where the words alone give no date (a weekday without a publication date, "the next day" without
        an anchor).
    """
    near = _Near(published, mention.tense or tense)
    if mention.first != NOTHING:
        return _absolute(mention, near, anchor)
    if mention.kind == "weekday" and mention.weekday is not None:
        return _weekday(mention.weekday, near, mention.tense)
    if mention.relative is None:
        return None
    if mention.kind == "anchored":
        return _shifted(_full(anchor), mention.relative, mention.unit, anchor)
    if published is None:
        return _value(f"@{mention.relative}", "Inferred", "Day") if mention.unit == "day" else None
    if mention.unit == "week" and mention.weekday is not None:  # "Wednesday last week"
        days = mention.relative * _DAYS_A_WEEK + mention.weekday - published.weekday()
        return _day(published + timedelta(days=days), "Inferred")
    return _shifted(published, mention.relative, mention.unit, None)


def _full(partial: Partial | None) -> date | None:
    if partial is None or partial.year is None or partial.month is None or partial.day is None:
        return None
    return calendars.to_gregorian(partial.calendar, partial.year, partial.month, partial.day)


def _shifted(base: date | None, amount: int, unit: str, partial: Partial | None) -> DateValue | None:
    """The day, week, month or year so far from a base."""
    if unit == "day":
        return _day(base + timedelta(days=amount), "Inferred") if base else None
    if unit == "week":
        if base is None:
            return None
        monday = base - timedelta(days=base.weekday()) + timedelta(days=amount * _DAYS_A_WEEK)
        last = monday + timedelta(days=_DAYS_A_WEEK - 1)
        return DateValue(monday.isoformat(), last.isoformat(), "Inferred", "Day")
    year = base.year if base else partial.year if partial else None
    month = base.month if base else partial.month if partial else None
    if year is None:
        return None
    if unit == "year":
        return _value(f"{year + amount:04}", "Inferred", "Year")
    if month is None:
        return None
    months = year * 12 + month - 1 + amount
    return _value(f"{months // 12:04}-{months % 12 + 1:02}", "Inferred", "Month")


def _weekday(weekday: int, near: _Near, said: str) -> DateValue | None:
    """The nearest such day: on or before the publication date, or on or after it for the future.

    With "last" or "next" beside it the day of publication itself is out.
    """
    if near.day is None:
        return None
    if near.tense == "future":
        ahead = (weekday - near.day.weekday()) % _DAYS_A_WEEK
        ahead = ahead or (_DAYS_A_WEEK if said else 0)
        return _day(near.day + timedelta(days=ahead), "Inferred")
    back = (near.day.weekday() - weekday) % _DAYS_A_WEEK
    return _day(near.day - timedelta(days=back or (_DAYS_A_WEEK if said else 0)), "Inferred")


def _absolute(mention: DateMention, near: _Near, anchor: Partial | None) -> DateValue | None:
    """A date of which some part is said."""
    first, last = mention.first, mention.last
    if first.month is None and first.year is None:
        return _bare_day(mention, near, anchor)
    if first.year is not None:
        return _stated(first, last)
    if mention.unit == "year" and mention.relative is not None:
        return _in_year(first, last, mention.relative, near)
    years = _years(first, mention, near)
    if not years:
        return _yearless(first, last)
    value = _stated(_dated(first, years[0]), _dated(last, years[0]))
    return value and DateValue(value.start, value.end, "Inferred", value.precision)


def _dated(partial: Partial, year: int) -> Partial:
    return Partial(year, partial.month, partial.day, partial.calendar)


def _in_year(first: Partial, last: Partial, shift: int, near: _Near) -> DateValue | None:
    """A date of this, last or next year."""
    if near.day is None:
        return _yearless(first, last)
    year = calendars.year_near(first.calendar, near.day) + shift
    value = _stated(_dated(first, year), _dated(last, year))
    return value and DateValue(value.start, value.end, "Inferred", value.precision)


def _years(first: Partial, mention: DateMention, near: _Near) -> list[int]:
    """Years for a date without one, the best first: the weekday said must fit, then the tense, then nearness."""
    if near.day is None:
        return []
    around = calendars.year_near(first.calendar, near.day)
    ranked = []
    for year in range(around - 1, around + 2):
        day = calendars.to_gregorian(first.calendar, year, first.month or 1, first.day or 1)
        if day is None:
            continue
        late = day if first.day else day + timedelta(days=monthrange(day.year, day.month)[1] - 1)
        unfit = mention.weekday is not None and first.day is not None and day.weekday() != mention.weekday
        wrong_side = (near.tense == "past" and day > near.day) or (near.tense == "future" and late < near.day)
        distance = 0 if day <= near.day <= late else min(abs((day - near.day).days), abs((late - near.day).days))
        ranked.append((unfit, wrong_side, distance, year))
    return [year for *_, year in sorted(ranked)]


def _bare_day(mention: DateMention, near: _Near, anchor: Partial | None) -> DateValue | None:
    """A day without its month: in the month of the anchor, or where it is nearest to the publication date."""
    numbers = mention.first.day, mention.last.day
    if anchor is not None and anchor.month is not None and near.day is None:
        ends = [Partial(anchor.year, anchor.month, day, anchor.calendar) for day in numbers]
        value = _stated(*ends) if anchor.year is not None else _yearless(*ends)
        return value and DateValue(value.start, value.end, "Inferred", value.precision)
    if near.day is None:
        return None
    days = [_nearest_day(number, mention, near) for number in numbers if number is not None]
    if len(days) != len(numbers) or days[0] is None or days[-1] is None:
        return None
    return DateValue(days[0].isoformat(), days[-1].isoformat(), "Inferred", "Day")


def _nearest_day(number: int, mention: DateMention, near: _Near) -> date | None:
    if near.day is None:
        return None
    ranked = []
    for shift in _month_shifts(mention):
        months = near.day.year * 12 + near.day.month - 1 + shift
        day = calendars.to_gregorian("gregorian", months // 12, months % 12 + 1, number)
        if day is not None:
            unfit = mention.weekday is not None and day.weekday() != mention.weekday
            wrong_side = (near.tense == "past" and day > near.day) or (near.tense == "future" and day < near.day)
            ranked.append((unfit, wrong_side, abs((day - near.day).days), day))
    return min(ranked)[-1] if ranked else None


def _month_shifts(mention: DateMention) -> Iterator[int]:
    """The months, counted from the publication's, that a bare day can lie in."""
    if mention.unit == "month" and mention.relative is not None:
        yield mention.relative
    else:
        yield from (-1, 0, 1)


def _stated(first: Partial, last: Partial) -> DateValue | None:
    """A date with its year."""
    start, end = _span(first), _span(last)
    if start is None or end is None:
        return None
    precision = "Day" if first.day else "Month" if first.month else "Year"
    if first.calendar != "gregorian" and precision == "Year":
        return DateValue(start[0].isoformat()[:4], end[1].isoformat()[:4], "Stated", precision)
    length = {"Day": 10, "Month": 7, "Year": 4}[precision]
    return DateValue(start[0].isoformat()[:length], end[1].isoformat()[:length], "Stated", precision)


def _span(partial: Partial) -> tuple[date, date] | None:
    """First and last Gregorian day of what a partial date with a year covers."""
    if partial.year is None:
        return None
    if partial.month is not None and partial.day is not None:
        day = calendars.to_gregorian(partial.calendar, partial.year, partial.month, partial.day)
        return (day, day) if day else None
    return calendars.span(partial.calendar, partial.year, partial.month)


def _yearless(first: Partial, last: Partial) -> DateValue | None:
    """A date whose year is open. In another calendar its Gregorian day depends on the year, so there is none."""
    if first.calendar != "gregorian" or first.month is None or last.month is None:
        return None
    if first.day is None:
        return DateValue(f"--{first.month:02}", f"--{last.month:02}", "Stated", "Month")
    return DateValue(f"--{first.month:02}-{first.day:02}", f"--{last.month:02}-{last.day or 1:02}", "Stated", "Day")


def _day(day: date, basis: str) -> DateValue:
    return _value(day.isoformat(), basis, "Day")


def _value(text: str, basis: str, precision: str) -> DateValue:
    return DateValue(text, text, basis, precision)


def published_date(url: str) -> str:
    """The publication date that the address of a page tells.

    Args:
        url: an IRI such as `https://example.org/2025/10/06/title` or `https://example.org/title-20250618.html`.

    Returns:
        An ISO date, or "" where the address holds none between 1990 and 2100; the last of several dates.
    """
    path = url.split("?")[0].split("#")[0]
    path = path.split("://", 1)[-1].partition("/")[2]
    found = sorted([*_SEPARATED.finditer(path), *_TOGETHER.finditer(path)], key=lambda match: match.start())
    for match in reversed(found):
        year, month, day = (int(number) for number in match.groups())
        exact = calendars.to_gregorian("gregorian", year, month, day) if _EARLIEST <= year <= _LATEST else None
        if exact is not None:
            return exact.isoformat()
    return ""
