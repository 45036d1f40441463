"""Numbers in folded text: digits, words, scales, ordinals, with what qualifies them.

A number is a run of pieces of a language's `NumberSpec`; `numbervalue` says how they make one value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.numberspec import NumberSpec
from kg.annotate.numbervalue import number_value
from kg.annotate.tries import form_key

_YEARS = range(1700, 2200)
_YEAR_DIGITS = 4
_LOOK_BACK = 32  # characters before a number that can hold its qualifier and its currency


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in the text, `folded[start:end]`, without its qualifier.

    value: an int wherever the number is whole. qualifier: "more than", "less than", "about", "at least", "at most",
    "nearly", "exactly" or "". kind: "count", "percent", "money", "year", "time" or "ordinal".
    """

    start: int
    end: int
    value: int | float
    qualifier: str = ""
    kind: str = "count"

    @property
    def ordinal(self) -> bool:
        """Whether it is a rank ("25th") and not an amount."""
        return self.kind == "ordinal"


def find_numbers(folded: str, spec: NumberSpec) -> list[NumberMention]:
    """All numbers.

    Args:
        folded: text from `normalise.fold`.
        spec: the language's numbers.

    Returns:
        Mentions in order, which do not overlap. Digits inside dates are among them: the caller leaves out what a date
        covers.
    """
    found: list[NumberMention] = []
    match = spec.scan.search(folded)
    while match is not None:
        mention = _mention(folded, match, spec, found[-1].end if found else 0)
        end = match.end()
        if mention is not None:
            found.append(mention)
            end = mention.end
        match = spec.scan.search(folded, end)
    return found


def _mention(folded: str, match: re.Match[str], spec: NumberSpec, floor: int) -> NumberMention | None:
    """The number of one run of pieces; floor: where the number before it ends."""
    start, end = match.span()
    text = match[0]
    if match["time"] is not None:
        hours, minutes = re.findall(r"\d+", text)[:2]
        return NumberMention(start, end, int(hours) + int(minutes) / 60, kind="time")
    length, value, ordinal = number_value(text, spec)
    text, end = text[:length], start + length
    if spec.not_followed.match(folded, end):
        return None
    head = folded[max(floor, start - _LOOK_BACK) : start]
    prefix = spec.ordinal_before.search(head)
    if prefix is None and not _stands_alone(folded, text, ordinal, end, spec):
        return None
    suffix = spec.ordinal_after.match(folded, end)
    if prefix is not None or suffix is not None or ordinal:
        start -= len(head) - prefix.start() if prefix is not None else 0
        end = suffix.end() if suffix is not None else end
        return NumberMention(start, end, value, kind="ordinal")
    return _qualified(folded, start, end, value, head, spec)


def _stands_alone(folded: str, text: str, ordinal: bool, end: int, spec: NumberSpec) -> bool:
    """Whether the words are a number: some are only with a counted thing behind them ("năm | nước": five states)."""
    doubtful = form_key(text) in spec.skip_alone or (spec.needs_counter and not ordinal and not text[0].isdigit())
    return not doubtful or spec.counter.match(folded, end) is not None


def _qualified(folded: str, start: int, end: int, value: int | float, head: str, spec: NumberSpec) -> NumberMention:
    """An amount with its qualifier and its kind; head: the text before it."""
    kind = "count"
    percent, money = spec.percent.match(folded, end), spec.money_after.match(folded, end)
    currency = spec.money_before.search(head)
    if percent is not None:
        kind, end = "percent", percent.end()
    elif money is not None or currency is not None:
        kind = "money"
        end = money.end() if money is not None else end
        if currency is not None:
            start, head = start - len(head) + currency.start(), head[: currency.start()]
    elif end - start == _YEAR_DIGITS and folded[start:end].isdigit() and value in _YEARS:
        kind = "year"
    before = spec.qualifier_before.search(head)
    if before is not None:
        return NumberMention(start, end, value, spec.qualifiers[form_key(before[1])], kind)
    after = spec.qualifier_after.match(folded, end)
    label = spec.qualifiers_after[form_key(after[1])] if after is not None else ""
    return NumberMention(start, end, value, label, kind)
