"""Which way a name runs: what its language's file says, else its first letter that has a direction."""

from __future__ import annotations

import unicodedata
from functools import cache

from kg.language import language_files, load_language

_RIGHTWARD = {"R", "AL"}


def is_right_to_left(text: str, language: str) -> bool:
    """Tell whether a text in a language runs from right to left (Unicode Standard Annex 9, P2 and P3).

    language: a BCP 47 code. A text in a language without a file of ours runs as its first letter does.
    """
    direction = _of_language(language.lower()) or _of_language(language.lower().partition("-")[0])
    if direction:
        return direction == "rtl"
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") in _RIGHTWARD


@cache
def _of_language(code: str) -> str:
    return load_language(code).writing.direction if code in language_files() else ""
