"""Names in case endings, by what a language file says under [cases]: what is a genitive, which title is in which case,
what the name beside it is in base form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.language import Language

_LEFT = 2  # letters that stay of a name
_ADJECTIVES = {("a", "y"), ("á", "ý"), ("а", "й")}  # the feminine of a title that is an adjective: "przewodnicząca"
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the names of one gender.

    titles: how titles in it end; any_title: how titles end that are written alike in all cases. first, last: endings of
    first names and surnames, each with that of the base form.
    """

    titles: tuple[str, ...]
    any_title: tuple[str, ...]
    first: Pairs
    last: Pairs

    def told_by(self, title: str, plain: bool) -> int:
        """How many letters at the end of a title say that it is in this case. plain: it may be in base form."""
        ends = self.any_title if plain else (*self.any_title, *self.titles)
        return max((len(e) for e in ends if title.endswith(e)), default=0)

    def base(self, words: Sequence[str]) -> list[str] | None:
        """The words of a name in base form; None where they are not in this case."""
        given = [_ended(word, self.first) if word[0].isupper() else word for word in words[:-1]]
        family = _ended(words[-1], self.last)
        if family is None or any(word is None for word in given):
            return None
        return [*(word for word in given if word is not None), family]


class Declension:
    """What one language's file says of cases; false where it says nothing."""

    def __init__(self, language: Language):
        self._language = language
        table = language.table("cases")
        self._genitive = tuple(table.get("genitive", ()))
        self._verbs = tuple(table.get("verbs", ()))
        self._patronymics = tuple(table.get("patronymics", ()))
        self._nouns = _pairs(table.get("nouns", ()))
        self._plurals = tuple(table.get("plurals", ()))
        self._cases = [_case(row) for row in table.get("people", {}).values()]

    def __bool__(self) -> bool:
        return bool(self._cases)

    @cached_property
    def _titles(self) -> frozenset[str]:
        """Every title as the language file writes it, but for forms that are listed as another's inflection."""
        endings = tuple(self._language.writing.name_endings)
        out: set[str] = set()
        for section in ("roles", "role_fields"):
            for forms in self._language.table(section).values():
                out.update(f for i, f in enumerate(forms) if not any(_form_of(f, o, endings) for o in forms[:i]))
        for key in ("acting", "counterpart", "deputy", "not_official"):
            forms = self._language.words("words", key)
            out.update(f for i, f in enumerate(forms) if not any(_form_of(f, o, endings) for o in forms[:i]))
        return frozenset(form.lower() for form in out)

    @cached_property
    def _deputies(self) -> tuple[str, ...]:
        return tuple(f"{word.lower()} " for word in self._language.words("words", "deputy"))

    def genitive(self, word: str) -> bool:
        """Whether a word ends like an adjective in the genitive, as no first name in base form does."""
        return len(word) > _LEFT + 2 and word.lower().endswith(self._genitive)

    def genitive_noun(self, word: str) -> bool:
        """Whether a word may be a noun in the genitive."""
        return any(word.lower().endswith(found) for found, _ in self._nouns)

    def depending(self, word: str) -> bool:
        """Whether a word may be a noun in the genitive, of one or of several, and is no finite verb."""
        several = bool(self._plurals) and word.lower().endswith(self._plurals)
        return several or (self.genitive_noun(word) and not self.verb(word))

    def verb(self, word: str) -> bool:
        """Whether a small word ends like a finite verb."""
        return word.lower().endswith(self._verbs)

    def patronymic(self, word: str) -> bool:
        """Whether a word is a father's name, which stands between first name and surname."""
        return word.lower().endswith(self._patronymics)

    def plain_title(self, title: str) -> bool:
        """Whether a title is written in its base form."""
        return title.lower() in self._titles or title.lower().startswith(self._deputies)

    def named(self, words: Sequence[str], title: str) -> list[str] | None:
        """A person's name in base form, by the case of the title beside it.

        Args:
            words: of the name, as found. title: its title as found, "" where there is none.

        Returns:
            The words in base form: the same where the title is in base form itself; None where nothing tells.
        """
        plain, head = self.plain_title(title), title.lower().split(" ")[0]
        sizes = [case.told_by(head, plain) for case in self._cases]
        for size in sorted(set(sizes) - {0}, reverse=True):
            cases = [case for case, told in zip(self._cases, sizes, strict=True) if told == size]
            bases = [base for case in cases if (base := case.base(words))]
            if bases:  # rather one that declines the first name than one in which it has no cases
                return next((base for base in bases if base[0] != words[0]), bases[0])
        return list(words) if plain else None

    def noun(self, word: str) -> str:
        """A noun in the genitive in base form; the word itself where no ending fits."""
        return _ended(word, self._nouns) or word


def _case(row: Mapping[str, Any]) -> Case:
    return Case(
        tuple(row.get("titles", ())),
        tuple(row.get("any_title", ())),
        _pairs(row.get("first", ())),
        _pairs(row.get("last", ())),
    )


def _pairs(rows: Sequence[Sequence[str]]) -> Pairs:
    """Endings and what stands for them, the longest ending first."""
    return tuple(sorted(((str(a), str(b)) for a, b in rows), key=lambda pair: -len(pair[0])))


def _ended(word: str, pairs: Pairs) -> str | None:
    """The word with another ending; None where none fits."""
    for found, base in pairs:
        if word.lower().endswith(found) and len(word) - len(found) >= _LEFT:
            return word[: len(word) - len(found)] + base
    return None


def _form_of(form: str, other: str, endings: tuple[str, ...]) -> bool:
    """Whether a listed title is another listed one with a case ending: "короля" of "король"."""
    if " " in form or len(form) < len(other) - 1 or (form[-1:], other[-1:]) in _ADJECTIVES:
        return False
    stems = (other, other[:-1], other[:-2] + other[-1:])  # the last drops a vowel: посол, посла
    return any(form[len(stem) :] in endings for stem in stems if form.startswith(stem))
