"""Nouns that a language writes as one word with what they are of: "Kulturausschuss", "adoptieverdrag"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.annotate.tokens import Token, Tokenizer
from kg.language import Language

_LEAST = 3  # letters before the noun
_FIELD = 4  # letters of a field that a compound begins or ends with


class Noun(NamedTuple):
    """What closes a compound. category, value, base: as of the noun's own entry."""

    category: str
    value: str
    base: str


@dataclass(slots=True)
class Compounds:
    """The compounds of one language.

    nouns: what may close one, by the noun's key. fields: what ministries are for, by the forms that stand inside a
    compound. never: keys of words that end like one and are something else.
    """

    tokenizer: Tokenizer
    nouns: dict[str, list[Noun]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    never: frozenset[str] = frozenset()

    def read(self, token: Token) -> tuple[Noun, ...]:
        """What a word that is no term itself is as a compound, its base form whole; empty where it is none."""
        if not self.nouns or token.kind != "w" or token.keys[0] in self.never:
            return ()
        at, nouns = self._cut(token.keys[0])
        return tuple(self._whole(noun, token.text[:at]) for noun in nouns)

    def closed(self, key: str, category: str) -> bool:
        """Whether a word, given its key, is a compound of a noun of some category."""
        return any(noun.category == category for noun in self._cut(key)[1])

    def _cut(self, key: str) -> tuple[int, list[Noun]]:
        """(where the longest noun that closes a word begins, what it is)."""
        cuts = range(_LEAST, len(key) - 2)
        return next(((at, self.nouns[key[at:]]) for at in cuts if key[at:] in self.nouns), (0, []))

    def field_of(self, word: str) -> str:
        """The field that a ministry's business begins or ends with: "Energiezekerheid", "Klimaatadaptatie"."""
        plain = self.tokenizer.plain(word)
        sizes = range(len(plain), _FIELD - 1, -1)
        ends = (plain[-size:] for size in sizes)
        starts = (plain[:size] for size in sizes)
        return next((self.fields[part] for part in (*ends, *starts) if part in self.fields), "")

    def _whole(self, noun: Noun, first: str) -> Noun:
        base = first + noun.base[:1].lower() + noun.base[1:]
        plain = self.tokenizer.plain(first)
        about = next((f for at in range(len(plain) - 2) if (f := self.fields.get(plain[at:]))), "")
        if about and noun.category == "role":
            return Noun("role_field", f"{noun.value}/{about}", base)
        if about and (noun.category, noun.value) == ("head", "ministry"):
            return Noun("national", f"ministry/{about}", base)
        return Noun(noun.category, noun.value, base)


def compounds_of(language: Language, tokenizer: Tokenizer) -> Compounds:
    """The compounds of a language: those of the nouns that its file lists for it, whatever they are there."""
    last = language.words("compounds", "last")
    found = Compounds(tokenizer, never=frozenset(tokenizer.keys(w)[0] for w in language.words("compounds", "never")))
    if not last:
        return found
    for section, category in (("roles", "role"), ("heads", "head"), ("treaties", "treaty")):
        for value, forms in language.table(section).items():
            for form in set(last).intersection(forms):
                noun = Noun(category, value, forms[0] if category == "role" else form)
                for key in _closing(tokenizer, form):
                    found.nouns.setdefault(key, []).append(noun)
    for form in set(last).intersection(language.words("words", "not_official")):
        found.nouns.setdefault(tokenizer.keys(form)[0], []).append(Noun("not_official", "not_official", form))
    for value, forms in language.table("fields").items():
        for form in _inside(tokenizer, forms, language.words("compounds", "links")):
            found.fields.setdefault(form, value)
    return found


def _closing(tokenizer: Tokenizer, form: str) -> set[str]:
    """How a noun's key stands at the end of a longer word, which may lose an ending that the short noun keeps."""
    key, whole = tokenizer.keys(form)[0], tokenizer.keys("x" * tokenizer.writing.min_stem + form)[0]
    return {key, whole[tokenizer.writing.min_stem :]} if len(whole) > tokenizer.writing.min_stem else {key}


def _inside(tokenizer: Tokenizer, forms: Iterable[str], links: Iterable[str]) -> Iterable[str]:
    """How a field's word stands inside a compound: as it is, without its ending, with a letter that links."""
    for form in forms:
        if form.isalpha() and len(form) >= _FIELD:
            for stem in {tokenizer.plain(form), tokenizer.keys(form)[0]}:
                yield stem
                yield from (stem + link for link in links)
