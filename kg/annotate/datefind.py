"""Dates in folded text: absolute, relative, weekdays, ranges, in the calendars that a language writes.

The knowledge is a language's `DateSpec`; here is only how its pieces are put together. Working out which day a mention
means, given the publication date, is the business of `dateresolve`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace

from kg.annotate import calendars
from kg.annotate.datemention import NOTHING, DateMention, Partial
from kg.annotate.datespec import DateSpec, Pattern, Relative
from kg.annotate.tries import form_key

_LEAP_YEAR = 2000  # a day without a year may be 29 February
_LEADING_NUMBER = re.compile(r"\d+")
_CLOSE_DAYS = 1  # "25 and 26 October" is a range, "3 and 17 May" is two dates
_LOOK_BACK = 24  # characters before a mention that can hold "last" or "next"


def find_dates(folded: str, spec: DateSpec) -> list[DateMention]:
    """All expressions of time.

    Args:
        folded: text from `normalise.fold`.
        spec: the language's dates.

    Returns:
        Mentions in order, which do not overlap; a weekday, "yesterday" or "next year" beside a date is one mention with it.
    """
    joined: list[DateMention] = []
    for mention in _scan(folded, spec):
        mention = _with_tense(mention, folded, spec)
        while joined:
            together = _join(joined[-1], mention, folded, spec)
            if together is None:
                break
            joined.pop()
            mention = together
        joined.append(mention)
    return joined


def _scan(folded: str, spec: DateSpec) -> Iterator[DateMention]:
    """Mentions as single expressions, before neighbours are joined."""
    position = 0
    while True:
        hit = spec.gate.search(folded, position)
        if hit is None:
            return
        found = _at(folded, hit.start(), spec)
        if found:
            yield from found
            position = found[-1].end
        else:
            position = hit.end() if hit[0][0].isdigit() else hit.start() + 1


def _at(folded: str, position: int, spec: DateSpec) -> list[DateMention]:
    """The longest valid expression that begins at a position, as one mention (two for "3 and 17 May"); or none."""
    digit = folded[position].isdigit()
    if digit and position and (folded[position - 1].isdigit() or folded[position - 1] in ".,:/" and _inside(folded, position)):
        return []
    matches: list[tuple[int, re.Match[str], Pattern | None]] = []
    for pattern in spec.patterns:
        if pattern.digit if digit else pattern.word:
            match = pattern.regex.match(folded, position)
            if match is not None:
                matches.append((match.end(), match, pattern))
    word = None if digit else spec.words.match(folded, position)
    if word is not None:
        matches.append((word.end(), word, None))
    for _, match, kind in sorted(matches, key=lambda found: -found[0]):
        mentions = _word(match, spec) if kind is None else _read(match, kind, spec)
        if mentions and not spec.not_followed.match(folded, mentions[-1].end):
            return _without_cue(folded, position, mentions, spec)
    return []


def _without_cue(folded: str, position: int, mentions: list[DateMention], spec: DateSpec) -> list[DateMention]:
    """What stands behind the cue word where that is longer: "in May 2024" is more than "in May"."""
    start = mentions[0].start
    behind = _at(folded, start, spec) if start > position else []
    return behind if behind and behind[-1].end > mentions[-1].end else mentions


def _inside(folded: str, position: int) -> bool:
    """Whether the digit goes on a number that began before ("1.25", "24/7")."""
    return position > 1 and folded[position - 2].isdigit()


def _word(match: re.Match[str], spec: DateSpec) -> list[DateMention]:
    """A weekday or a relative word."""
    key = form_key(match[0])
    if key in spec.weekdays:
        if spec.weekday_not_after.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()]):
            return []
        return [DateMention(match.start(), match.end(), NOTHING, NOTHING, weekday=spec.weekdays[key], kind="weekday")]
    return [_relative(match, spec.relatives[key], spec.relatives[key].amount)]


def _relative(match: re.Match[str], relative: Relative, amount: int) -> DateMention:
    kind = "anchored" if relative.origin == "anchor" else "relative"
    return DateMention(match.start(), match.end(), NOTHING, NOTHING, amount, kind=kind, unit=relative.unit)


def _read(match: re.Match[str], pattern: Pattern, spec: DateSpec) -> list[DateMention]:
    """The mention of one pattern's match; none where the numbers make no date."""
    parts = {name: text for name, text in match.groupdict().items() if text is not None}
    if pattern.relative is not None:
        count = _number(parts["n"], spec) if "n" in parts else 1
        return [_relative(match, pattern.relative, count * pattern.relative.amount)] if count else []
    if "month" in parts and len(parts) == 1 and form_key(parts["month"]) not in spec.free_months:
        if match.span() == match.span("month"):  # no cue word beside it
            return []
    first, last = _partials(parts, spec)
    if first is None or last is None:
        return []
    start = min(match.start(name) for name in parts)
    if "to" in parts and _apart(parts["to"], first, last, spec):
        between = match.start("to"), match.end("to")
        return [_mention(start, between[0], first, first), _mention(between[1], match.end(), last, last)]
    return [_mention(start, match.end(), first, last)]


def _apart(words: str, first: Partial, last: Partial, spec: DateSpec) -> bool:
    """Whether the two days are two dates rather than the ends of a range."""
    far = first.day is not None and last.day is not None and last.day - first.day > _CLOSE_DAYS
    return far and form_key(words) in spec.list_words


def _mention(start: int, end: int, first: Partial, last: Partial) -> DateMention:
    if first != last:
        kind = "range"
    elif first.day is not None:
        kind = "date"
    else:
        kind = "month" if first.month is not None else "year"
    return DateMention(start, end, first, last, kind=kind)


def _number(text: str, spec: DateSpec) -> int:
    return int(text) if text.isdigit() else spec.numbers.get(form_key(text), 0)


def _year(text: str, spec: DateSpec) -> int:
    """A year in digits, or counted from an era's beginning."""
    if text.isdigit():
        return int(text)
    key = form_key(text)
    era = next(name for name in sorted(spec.eras, key=len, reverse=True) if key.startswith(name))
    digits = _LEADING_NUMBER.search(key, len(era))
    return spec.eras[era] + (int(digits[0]) if digits else 1)


def _partials(parts: dict[str, str], spec: DateSpec) -> tuple[Partial | None, Partial | None]:
    """First and last day of a match; None where they do not exist in their calendar."""
    year = _year(parts["year"], spec) if "year" in parts else None
    calendar, month = "gregorian", None
    if "month" in parts:
        calendar, month = spec.months[form_key(parts["month"])]
    elif "mon" in parts:
        month = int(parts["mon"])
    elif "mon2" in parts:
        month = int(parts["mon2"])
    if year is not None and "month" not in parts:
        calendar = _calendar_of(year, spec)
    days = [spec.day_words.get(form_key(parts[name])) or int(parts[name]) for name in ("day", "day2") if name in parts]
    if "mon2" in parts and month is not None and days and (spec.month_first or month > 12) and days[0] <= 12:
        month, days[0] = days[0], month
    ends = [complete(Partial(year, month, day, calendar)) for day in days or [None]]
    if len(days) == 2 and days[0] >= days[1]:
        return None, None
    return ends[0], ends[-1]


def _calendar_of(year: int, spec: DateSpec) -> str:
    """The calendar of a year written without a month's name: another than ours only where the language has it."""
    known = {calendar for calendar, _ in spec.months.values()}
    for name, years in (("solar-hijri", calendars.SOLAR_YEARS), ("hijri", calendars.LUNAR_YEARS)):
        if name in known and year in years:
            return name
    return "gregorian"


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


def _with_tense(mention: DateMention, folded: str, spec: DateSpec) -> DateMention:
    """The mention with "last" or "next" beside it; only where the year (or the day of a weekday) is open."""
    if mention.first.year is not None or mention.kind in ("relative", "anchored"):
        return mention
    for tense, after in (("past", spec.past_after), ("future", spec.future_after)):
        found = after.match(folded, mention.end)
        if found is not None:
            return replace(mention, end=found.end(), tense=tense)
    head = folded[max(0, mention.start - _LOOK_BACK) : mention.start]
    for tense, before in (("past", spec.past_before), ("future", spec.future_before)):
        found = before.search(head)
        if found is not None:
            return replace(mention, start=mention.start - len(head) + found.start(), tense=tense)
    return mention


def _join(left: DateMention, right: DateMention, folded: str, spec: DateSpec) -> DateMention | None:
    """One mention of two neighbours that speak of the same time, or of the two ends of a range; None where they do not."""
    if right.start < left.end:
        right = replace(right, start=left.end)
    between = folded[left.end : right.start]
    if len(between) > _LOOK_BACK:
        return None
    if left.first.month is not None and right.first.day is not None and spec.range_gap.fullmatch(between):
        return _range(left, right)
    if not spec.gap.fullmatch(between):
        return None
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
    if other.kind == "anchored" and day_said and said.relative is None:
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
