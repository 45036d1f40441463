"""Everything that reading needs to know, loaded once: the shared tables, and each language when it is first met.

What is compiled from the ontology's files is kept in the user's cache folder under a digest of those files, so that
a later start is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kg.annotate.datespec import DateSpec
from kg.annotate.layout import Layout
from kg.annotate.lexicon import Lexicon, compile_lexicon
from kg.annotate.numberspec import NumberSpec
from kg.annotate.patterns import Family, families
from kg.compiled import kept
from kg.errors import KnowledgeError
from kg.gazetteer import Concept, load_gazetteer, with_names
from kg.language import Language, language_codes, language_files, load_language
from kg.languages.check import checked_folder
from kg.languages.terms import table

T = TypeVar("T")
# Sections of a language file that hold no words of running text: patterns, and the names of things.
_NO_WORDS = ("dates", "numbers", "gazetteer")


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
    """The shared tables and the languages, compiled when first asked for.

    codes: of all languages. own: the languages of the user's own folder, which go before the ontology's.
    """

    shared: Shared
    codes: tuple[str, ...]
    own: Mapping[str, Language] = field(default_factory=dict)
    _languages: dict[str, LanguageKnowledge] = field(default_factory=dict)
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

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
            lexicon = self._kept(f"language-{code}", code, lambda: self._compiled(code))
            dates = DateSpec.load(lexicon.language)
            known = self._languages[code] = LanguageKnowledge(
                self.shared, lexicon, Layout(lexicon.language), dates, dates.numbers
            )
        return known

    def own_words(self, code: str) -> frozenset[str]:
        """The words of a language's file, which tell it from its close relatives."""
        words = self._words.get(code)
        if words is None:
            words = self._kept(f"words-{code}", code, lambda: frozenset(_words_in(self._file(code).sections)))
            self._words[code] = words
        return words

    def english(self, code: str) -> str:
        """What a language is called in English."""
        known = self._languages.get(code)
        if known is not None:
            return known.lexicon.language.english
        return self._kept(f"name-{code}", code, lambda: self._file(code).english)

    def _kept(self, name: str, code: str, make: Callable[[], T]) -> T:
        """What a user's own file gives is made anew each time: such a file is being worked on."""
        return make() if code in self.own else kept(name, make)

    def _file(self, code: str) -> Language:
        return self.own[code] if code in self.own else load_language(code)

    def _compiled(self, code: str) -> Lexicon:
        language = self._file(code)
        if language.writing.family not in families():
            known = ", ".join(families())
            raise KnowledgeError(
                f"{code}.toml: writing.family: {language.writing.family!r} is not in families.toml; take one of {known}"
            )
        return compile_lexicon(language, self.gazetteer)


def load_knowledge(languages: str | Path | None = None) -> Knowledge:
    """Load what every article needs; languages follow when they are met.

    Args:
        languages: a folder with language files of the user's own (`CODE.toml`), which go before the ontology's.

    Raises:
        KnowledgeError: a file of the ontology or of that folder is missing or wrong.
    """
    folder = Path(languages) if languages is not None else None
    codes = language_codes(folder)
    own = {language.code: language for language in checked_folder(folder)} if folder else {}
    concepts = gazetteer()
    for language in own.values():
        concepts = with_names(concepts, language.code, **_names_in(language))
    shared = Shared(
        concepts,
        table("heads.toml"),
        table("events.toml"),
        table("frames.toml"),
        table("posts.toml"),
        tuple(tuple(row) for row in table("relations.toml")["treaties"]["same_type"]),
    )
    return Knowledge(shared, codes, own)


def gazetteer() -> dict[str, Concept]:
    """The gazetteer, by key, with the names that the ontology's language files add."""
    return kept("gazetteer", _gazetteer)


def _gazetteer() -> dict[str, Concept]:
    concepts = load_gazetteer()
    for code, path in language_files().items():
        if "[gazetteer." in path.read_text(encoding="utf-8"):
            concepts = with_names(concepts, code, **_names_in(load_language(code)))
    return concepts


def _names_in(language: Language) -> dict[str, Mapping[str, Sequence[str]]]:
    return {kind: language.table("gazetteer", kind) for kind in ("names", "adjectives", "acronyms")}


def _words_in(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping) and key not in _NO_WORDS:
            yield from _words_in(value)
        elif isinstance(value, list):
            yield from (word for form in value if isinstance(form, str) for word in form.casefold().split())
