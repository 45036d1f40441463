"""Dates in folded text: absolute, relative, weekdays, ranges, in the calendars that a language writes.

The knowledge is a language's `DateSpec`; here is only how its pieces are put together. Working out which day a mention
means, given the publication date, is the business of `dateresolve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate import calendars
from kg.annotate.datejoin import LOOK_BACK, join, with_tense
from kg.annotate.datemention import NOTHING, DateMention, Partial, complete
from kg.annotate.datespec import DateSpec, Pattern, Relative
from kg.annotate.numbervalue import number_value
from kg.annotate.tries import form_key

_LAST_OF_2000S = 68
_LEADING_NUMBER = re.compile(r"\d+")
_CLOSE_DAYS = 1  # "25 and 26 October" is a range, "3 and 17 May" is two dates


def find_dates(folded: str, spec: DateSpec) -> list[DateMention]:
    """All expressions of time.

    Args:
        folded: text from `normalise.fold`.
        spec: the language's dates.

    Returns:
        Mentions in order, which do not overlap. A weekday, "yesterday" or "next year" beside a date is one mention
        with it.
    """
    joined: list[DateMention] = []
    for mention in _scan(folded, spec):
        floor = joined[-1].end if joined else 0
        if mention.start < floor:  # "lalu" went to the date before it
            continue
        mention = with_tense(mention, folded, spec, floor)
        while joined:
            together = join(joined[-1], mention, folded, spec)
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
    if digit and _inside(folded, position):
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
    before = folded[max(0, position - 2) : position]
    return before[-1:].isdigit() or (before[-1:] in (".", ",", ":", "/") and before[:1].isdigit() and len(before) > 1)


def _word(match: re.Match[str], spec: DateSpec) -> list[DateMention]:
    """A weekday or a relative word."""
    key = form_key(match[0])
    if key in spec.weekdays:
        if spec.weekday_not_after.search(match.string[max(0, match.start() - LOOK_BACK) : match.start()]):
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
        count = _count(parts["n"], spec) if "n" in parts else 1
        return [_relative(match, pattern.relative, count * pattern.relative.amount)] if count else []
    alone = next(iter(parts)) if len(parts) == 1 else ""
    if (alone == "month" and _is_word(match, spec)) or (alone == "year" and _is_amount(match, spec)):
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


def _count(text: str, spec: DateSpec) -> int:
    """A count of days, months or years; 0 where the words make no one number."""
    length, value, _ = number_value(text, spec.numbers)
    return int(value) if length == len(text) else 0


def _is_word(match: re.Match[str], spec: DateSpec) -> bool:
    """Whether what looks like a month may be another word ("may"), with no cue word beside it."""
    return form_key(match["month"]) not in spec.free_months and match.span() == match.span("month")


def _is_amount(match: re.Match[str], spec: DateSpec) -> bool:
    """Whether what looks like a year is qualified as an amount is: "more than 2000", "2000 or more"."""
    start = match.start("year")
    before = spec.numbers.qualifier_before.search(match.string[max(0, start - LOOK_BACK) : start])
    after = spec.numbers.qualifier_after.match(match.string, match.end("year"))
    return after is not None or (before is not None and spec.numbers.qualifiers[form_key(before[1])] != "at most")


def _year(text: str, spec: DateSpec) -> int:
    """A year in digits, or counted from an era's beginning."""
    if text.isdigit():
        return int(text)
    if text[0] in spec.digit_signs:
        return int("".join(str(spec.digit_signs.index(sign)) for sign in text))
    key = form_key(text)
    era = next(name for name in sorted(spec.eras, key=len, reverse=True) if key.startswith(name))
    digits = _LEADING_NUMBER.search(key, len(era))
    return spec.eras[era] + (int(digits[0]) if digits else 1)


def _full_year(digits: str) -> int:
    """The year of two digits: 1969 to 2068, as strptime's %y in POSIX.1-2017 has it."""
    return int(digits) + (1900 if int(digits) > _LAST_OF_2000S else 2000)


def _partials(parts: dict[str, str], spec: DateSpec) -> tuple[Partial | None, Partial | None]:
    """First and last day of a match; None where they do not exist in their calendar."""
    year = _year(parts["year"], spec) if "year" in parts else _full_year(parts["yy"]) if "yy" in parts else None
    month: int | None
    if "month" in parts:
        calendar, month = spec.months[form_key(parts["month"])]
    else:
        number = parts.get("mon") or parts.get("mon2")
        month = int(number) if number else None
        calendar = _calendar_of(year, spec) if year is not None else "gregorian"
    days = [_day(parts[name], spec) for name in ("day", "day2") if name in parts]
    if "mon2" in parts and month is not None and days and (spec.month_first or month > 12) and days[0] <= 12:
        month, days[0] = days[0], month
    if len(days) > 1 and days[0] >= days[1]:
        return None, None
    ends = [complete(Partial(year, month, day, calendar)) for day in days] or [
        complete(Partial(year, month, None, calendar))
    ]
    return ends[0], ends[-1]


def _day(text: str, spec: DateSpec) -> int:
    """A day of the month, in digits or as a word."""
    return spec.day_words.get(form_key(text)) or int(text)


def _calendar_of(year: int, spec: DateSpec) -> str:
    """The calendar of a year written without a month's name: another than ours only where the language has it."""
    known = {calendar for calendar, _ in spec.months.values()}
    for name, years in (("solar-hijri", calendars.SOLAR_YEARS), ("hijri", calendars.LUNAR_YEARS)):
        if name in known and year in years:
            return name
    return "gregorian"
