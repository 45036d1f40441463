"""How much of the ontology a language has words for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.compiled import kept
from kg.errors import KnowledgeError
from kg.language import Language, language_files, load_language
from kg.languages.terms import terms, unfilled, words_for
from kg.nearest import nearest


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a language covers.

    code, name, english: of the language. total: terms of the ontology by section of the language file. missing: those
    without words. empty: other lists of the file that are empty, by section.
    """

    code: str
    name: str
    english: str
    total: Mapping[str, int]
    missing: Mapping[str, tuple[str, ...]]
    empty: Mapping[str, tuple[str, ...]]

    @property
    def needed(self) -> int:
        """How many terms need words."""
        return sum(self.total.values())

    @property
    def covered(self) -> int:
        """How many terms have words."""
        return self.needed - sum(len(ids) for ids in self.missing.values())


def coverage_of(language: Language) -> Coverage:
    """What one language covers."""
    missing = {
        section: tuple(term for term in ids if not words_for(language, section, term))
        for section, ids in terms().items()
    }
    total = {section: len(ids) for section, ids in terms().items()}
    return Coverage(language.code, language.name, language.english, total, missing, unfilled(language))


def coverages(further: str | Path | None = None) -> list[Coverage]:
    """What every language covers, by code.

    further: a folder with language files of the user's own, which go before the ontology's.
    Raises KnowledgeError where a file is missing or wrong.
    """
    folder = Path(further) if further is not None else None
    known = {
        item.code: item for item in kept("coverage", lambda: [_of_file(path) for path in language_files().values()])
    }
    if folder is not None:
        known |= {code: _of_file(path) for code, path in language_files(folder).items() if path.parent == folder}
    return [known[code] for code in sorted(known)]


def coverage_in(code: str, further: str | Path | None = None) -> Coverage:
    """What one language covers; `further` as in `coverages`.

    Raises KnowledgeError, with the nearest language, where it has no file.
    """
    found = {item.code: item for item in coverages(further)}
    if code not in found:
        names = {item.english: item.code for item in found.values()}
        hint = nearest(code, [*found, *names])
        raise KnowledgeError(f'{code}: no language of this code{hint}; "kg languages" lists them')
    return found[code]


def _of_file(path: Path) -> Coverage:
    return coverage_of(load_language(path))
