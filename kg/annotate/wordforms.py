"""What the spelling of a language file's forms tells: which must stand letter for letter, which count time."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from kg.language import Language


def is_signed(form: str) -> bool:
    """Whether an Arabic form is given with vowel signs, and so must stand letter for letter."""
    return any("\u064b" <= c <= "\u0652" for c in form)


def is_stressed(form: str) -> bool:
    """Whether one word ends in an accented vowel, which tells its tense: "firmará", "firmó"."""
    letters = list(normalize("NFD", form[-1:]))
    return " " not in form and letters[0] in "aeiou" and len(letters) > 1


def units_of(language: Language) -> Iterator[str]:
    """The words for days, weeks, months and years that stand behind a number in relative dates."""
    for row in language.table("dates").get("relative", ()):
        for form in row["forms"]:
            behind = form.partition("{n}")[2].split()
            yield from (word for word in behind[:1] if word.isalpha())
