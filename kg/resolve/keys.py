"""Names brought to a form in which equal names are equal, and the word forms that a case ending makes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.model import Name

_SAME = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("أإآٱ", "ا")
    | {"ى": "ی", "ي": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و", "ء": ""}
)
_LONGEST_ENDING = 3
_SHORTEST_STEM = 2


@lru_cache(maxsize=200_000)
def compare_key(text: str) -> str:
    """Return `text` without case, accents, hamza, invisible signs and punctuation; equal keys mean equal names.

    Marks of Latin, Greek, Cyrillic, Arabic and Hebrew letters go; kana and the vowel signs of Indic scripts stay.
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(_SAME)
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        category = unicodedata.category(char)
        if category == "Mn" and unicodedata.combining(char) not in (0, 7, 8, 9):
            continue
        kept.append(char if category[0] in "LNM" else "" if category == "Cf" else " ")
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


@lru_cache(maxsize=100_000)
def script_of(text: str) -> str:
    """Return the script of the first letter of `text` as Unicode names it ("LATIN", "ARABIC", "CJK"), "" without one.

    Both kana count as one script.
    """
    for char in text:
        if char.isalpha():
            script = unicodedata.name(char, "").split(" ")[0].split("-")[0]
            return "KANA" if script in ("HIRAGANA", "KATAKANA") else script
    return ""


def has_case(text: str) -> bool:
    """Whether the script of `text` tells capitals from small letters."""
    return text.lower() != text.upper()


def inflected(form: str, stem: str) -> bool:
    """Whether `form` is `stem` with endings of at most three letters on one or more of its words.

    Both are compared by `compare_key`; texts of scripts without case are never taken for inflected forms.
    Example: "Phama The Tunga" of "Pham The Tung".
    """
    if not has_case(form):
        return False
    longer, shorter = compare_key(form).split(), compare_key(stem).split()
    if len(longer) != len(shorter) or longer == shorter:
        return False
    return all(_word_inflected(a, b) for a, b in zip(longer, shorter, strict=True))


def _word_inflected(form: str, stem: str) -> bool:
    if form == stem:
        return True
    return len(stem) >= _SHORTEST_STEM and form.startswith(stem) and len(form) - len(stem) <= _LONGEST_ENDING


@lru_cache(maxsize=100_000)
def shared_stem(a: str, b: str) -> bool:
    """Whether two names can be forms of one: word by word, the same but for endings of at most three letters.

    Example: "Ratny Widjajanti" and "Ratna Widjajanti". Words of under four letters have to be equal or one the
    other's start; a change may not take more than a third of a word.
    """
    if not (has_case(a) and has_case(b)):
        return False
    left, right = compare_key(a).split(), compare_key(b).split()
    if len(left) != len(right):
        return False
    return all(_words_share_stem(x, y) for x, y in zip(left, right, strict=True))


def _words_share_stem(a: str, b: str) -> bool:
    if a == b or _word_inflected(a, b) or _word_inflected(b, a):
        return True
    common = 0
    while common < min(len(a), len(b)) and a[common] == b[common]:
        common += 1
    return common >= 3 and common * 3 >= 2 * max(len(a), len(b)) and max(len(a), len(b)) - common <= _LONGEST_ENDING


def base_form(names: Sequence[Name]) -> str:
    """Return the name that the other forms of it are made from.

    A sure name comes before one worked out, a form that is the stem of others before those, then the most frequent,
    the one with capitals kept as names have them, the shortest, the first in code point order. "" without names.
    """
    if not names:
        return ""
    texts = sorted({name.text for name in names})
    sure = {name.text for name in names if name.sure}
    counts = {text: sum(name.text == text for name in names) for text in texts}

    def rank(text: str) -> tuple[object, ...]:
        stems = sum(inflected(other, text) for other in texts)
        derived = any(inflected(text, other) for other in texts)
        shouted = has_case(text) and text == text.upper() and len(text) > 5
        return (text not in sure, shouted, derived, -stems, -counts[text], len(text), text)

    return min(texts, key=rank)


def same_name(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two collections of names have one in common by `compare_key`."""
    return bool({compare_key(text) for text in a} & {compare_key(text) for text in b})
