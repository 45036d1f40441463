"""Numbers in folded text: digits, words, scales, ordinals, with what qualifies them.

A number is a run of pieces of a language's `NumberSpec`; how pieces make a value is the same in all languages: a piece adds,
a multiplier below a thousand (ten thousand in East Asia) multiplies what stands before it in its section, a greater one closes the section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.numberspec import NumberSpec, Piece
from kg.annotate.tries import form_key

_HUNDRED = 100
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
        Mentions in order, which do not overlap. Digits inside dates are among them: the caller leaves out what a date covers.
    """
    found: list[NumberMention] = []
    match = spec.scan.search(folded)
    while match is not None:
        mention = _mention(folded, match, spec)
        end = match.end()
        if mention is not None:
            found.append(mention)
            end = mention.end
        match = spec.scan.search(folded, end)
    return found


def _mention(folded: str, match: re.Match[str], spec: NumberSpec) -> NumberMention | None:
    """The number of one run of pieces."""
    start, end = match.span()
    text = match[0]
    if match["time"] is not None:
        hours, minutes = re.findall(r"\d+", text)[:2]
        return NumberMention(start, end, int(hours) + int(minutes) / 60, kind="time")
    length, value, ordinal = _value(text, spec)
    text, end = text[:length], start + length
    if spec.not_followed.match(folded, end):
        return None
    head = folded[max(0, start - _LOOK_BACK) : start]
    prefix = spec.ordinal_before.search(head)
    suffix = spec.ordinal_after.match(folded, end)
    if prefix is not None:
        start -= len(head) - prefix.start()
    if suffix is not None:
        end = suffix.end()
    if ordinal or prefix is not None or suffix is not None:
        return NumberMention(start, end, value, kind="ordinal")
    if (form_key(text) in spec.skip_alone or spec.needs_counter and not text[0].isdigit()) and not spec.counter.match(
        folded, end
    ):
        return None
    return _qualified(folded, start, end, value, spec)


def _value(text: str, spec: NumberSpec) -> tuple[int, int | float, bool]:
    """How much of a run of pieces makes one number, its value, and whether its last piece is an ordinal."""
    total: int | float = 0
    section: int | float = 0
    low: int | float = 0
    started = ordinal = False
    length = 0
    for part in spec.pieces.finditer(text):
        piece = _digits(part[0], spec) if part[0][0].isdigit() else spec.table[form_key(part[0])]
        if piece.multiplies and piece.value < spec.section:
            section, low = section + (low or 1) * piece.value, 0
        elif piece.multiplies:
            total, section, low = total + ((section + low) or 1) * piece.value, 0, 0
        elif started and not _fits(low, piece.value):
            break
        elif _HUNDRED <= piece.value and not part[0][0].isdigit():
            section += piece.value
        else:
            low += piece.value
        started, ordinal, length = True, piece.ordinal, part.end()
    value = total + section + low
    return length, int(value) if value == int(value) else value, ordinal


def _fits(low: int | float, value: int | float) -> bool:
    """Whether a number word can follow: twenty + five, five-and-twenty, sixty + twelve; but not "two five"."""
    if not low:
        return True
    if value >= _HUNDRED:
        return False
    return low % 10 == 0 and value < 10 or low < 10 <= value and value % 10 == 0 or low % 20 == 0 and value < 20


def _digits(text: str, spec: NumberSpec) -> Piece:
    """Digits with their grouping and decimal signs as a piece."""
    whole, _, rest = spec.decimal.sub("\0", text).partition("\0") if _has_decimals(text, spec) else (text, "", "")
    number = re.sub(r"\D", "", whole)
    return Piece(float(f"{number}.{rest}") if rest else int(number), multiplies=False)


def _has_decimals(text: str, spec: NumberSpec) -> bool:
    return spec.with_decimals.fullmatch(text) is not None


def _qualified(folded: str, start: int, end: int, value: int | float, spec: NumberSpec) -> NumberMention:
    """An amount with its qualifier and its kind."""
    head = folded[max(0, start - _LOOK_BACK) : start]
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
