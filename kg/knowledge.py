"""Everything that reading needs to know, loaded once: the shared tables, and each language when it is first met.

What is compiled from the ontology's files is kept in the user's cache folder under a digest of those files, so that
a later start is quick.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kg.annotate.datespec import DateSpec
from kg.annotate.layout import Layout
from kg.annotate.lexicon import Lexicon, compile_lexicon
from kg.annotate.numberspec import NumberSpec
from kg.annotate.patterns import Family, families
from kg.compiled import kept
from kg.errors import KnowledgeError
from kg.gazetteer import Concept, load_gazetteer
from kg.language import language_codes, load_language
from kg.paths import ontology_path


@dataclass(frozen=True, slots=True)
class Shared:
    """Knowledge that no language owns. heads, events, frames, posts: the rows of the files of these names.
    same_type: kinds of instrument that texts use for one another."""

    gazetteer: Mapping[str, Concept]
    heads: Mapping[str, Mapping[str, Any]]
    events: Mapping[str, Mapping[str, Any]]
    frames: Mapping[str, Mapping[str, Any]]
    posts: Mapping[str, Mapping[str, Any]]
    same_type: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageKnowledge:
    """One language, ready for reading."""

    shared: Shared
    lexicon: Lexicon
    layout: Layout
    dates: DateSpec
    numbers: NumberSpec

    @property
    def family(self) -> Family:
        """The word order of the language."""
        return families()[self.lexicon.language.writing.family]


@dataclass(slots=True)
class Knowledge:
    """The shared tables and the languages, compiled when first asked for."""

    shared: Shared
    codes: tuple[str, ...]
    _languages: dict[str, LanguageKnowledge] = field(default_factory=dict)

    @property
    def gazetteer(self) -> Mapping[str, Concept]:
        """Concepts by key."""
        return self.shared.gazetteer

    def language(self, code: str) -> LanguageKnowledge:
        """One language's knowledge.

        Raises:
            KnowledgeError: it has no file, or its file is wrong.
        """
        known = self._languages.get(code)
        if known is None:
            lexicon = kept(f"language-{code}", lambda: self._compiled(code))
            known = self._languages[code] = LanguageKnowledge(
                self.shared, lexicon, Layout(lexicon.language), DateSpec.load(code), NumberSpec.load(code)
            )
        return known

    def _compiled(self, code: str) -> Lexicon:
        language = load_language(code)
        if language.writing.family not in families():
            known = ", ".join(families())
            raise KnowledgeError(
                f"{code}.toml: writing.family: {language.writing.family!r} is not in families.toml; take one of {known}"
            )
        return compile_lexicon(language, self.gazetteer)


def _table(name: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(ontology_path(name).read_text(encoding="utf-8"))


def _same_type() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in _table("relations.toml")["treaties"]["same_type"])


def load_knowledge() -> Knowledge:
    """Load what every article needs; languages follow when they are met.

    Raises:
        KnowledgeError: a file of the ontology is missing or wrong.
    """
    shared = Shared(
        kept("gazetteer", load_gazetteer),
        _table("heads.toml"),
        _table("events.toml"),
        _table("frames.toml"),
        _table("posts.toml"),
        _same_type(),
    )
    codes = language_codes()
    return Knowledge(shared, codes)


@cache
def own_words(code: str) -> frozenset[str]:
    """The words of a language's file, which tell it from its close relatives."""
    return kept(f"words-{code}", lambda: frozenset(_words_in(load_language(code).sections)))


def _words_in(table: Mapping[str, Any]) -> Iterator[str]:
    for value in table.values():
        if isinstance(value, Mapping):
            yield from _words_in(value)
        elif isinstance(value, list):
            yield from (word for form in value if isinstance(form, str) for word in form.casefold().split())
