"""The value of number words and digits, the same arithmetic in all languages.

A piece adds; a multiplier below a thousand (ten thousand in East Asia) multiplies what stands before it in its section,
a greater one closes the section.
"""

from __future__ import annotations

import re

from kg.annotate.numberspec import NumberSpec, Piece
from kg.annotate.tries import form_key

_HUNDRED = 100


def number_value(text: str, spec: NumberSpec) -> tuple[int, int | float, bool]:
    """How much of a run of pieces makes one number, its value, and whether its last piece is an ordinal.

    Args:
        text: folded number words or digits of the language.
        spec: the language's numbers.
    """
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
        elif piece.value >= _HUNDRED and not part[0][0].isdigit():
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
    return (low % 10 == 0 and value < 10) or (low < 10 <= value and value % 10 == 0) or (low % 20 == 0 and value < 20)


def _digits(text: str, spec: NumberSpec) -> Piece:
    """Digits with their grouping and decimal signs as a piece."""
    whole, _, rest = spec.decimal.sub("\0", text).partition("\0") if _has_decimals(text, spec) else (text, "", "")
    number = re.sub(r"\D", "", whole)
    return Piece(float(f"{number}.{rest}") if rest else int(number), multiplies=False)


def _has_decimals(text: str, spec: NumberSpec) -> bool:
    return spec.with_decimals.fullmatch(text) is not None
