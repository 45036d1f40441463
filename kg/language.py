"""Language files: what a language calls each term of the ontology, loaded and checked.

A file is checked against `ontology/languages/TEMPLATE.toml`: the template is the schema. A key that the template does
not know, a value of another type, an empty word or a word given twice under one key raises a `KnowledgeError` that
names the file and the key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import KnowledgeError
from kg.nearest import nearest
from kg.paths import ontology_path

# Sections whose keys are terms of the ontology (checked against its own lists), not keys of the template.
_OPEN = {
    "roles",
    "role_fields",
    "ranks",
    "fields",
    "heads",
    "bodies",
    "treaties",
    "adjectives",
    "cases",
    "events",
    "relations",
    "topics",
    "gazetteer",
}
_CALLED = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}
# What may stand where the template names alternatives.
_CHOICES = {
    "writing.direction": ("ltr", "rtl"),
    "writing.marks": ("drop", "keep"),
    "writing.order": ("SVO", "SOV", "VSO", "V2"),
    "writing.apostrophe": ("letter", "suffix", "prefix", "quote"),
    "markers.side": ("before", "after"),
}
_COMPILED = {"dates", "numbers"}  # checked where they are compiled, by kg.annotate
_EXTRA = {
    "acts": {
        "active", "passive", "noun", "infinitive", "future", "future_passive", "never", "opening", "ceremony",
        "instrument", "deposit", "member", "ruling", "ruling_passive", "consent", "consent_passive",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written; see the comments of the template for each field."""

    script: str = "Latn"
    direction: str = "ltr"
    spaces: bool = True
    case: bool = True
    marks: str = "drop"
    family: str = "title-first"
    order: str = "SVO"
    suffixes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    alternations: tuple[list[str], ...] = ()
    min_stem: int = 4
    apostrophe: str = "letter"
    abbreviations: tuple[str, ...] = ()
    name_endings: tuple[str, ...] = ()
    name_alternations: tuple[list[str], ...] = ()
    name_particles: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    given_syllables: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    particles_open: tuple[str, ...] = ()
    particles_closed: tuple[str, ...] = ()
    particles_weak: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    offices: tuple[list[str], ...] = ()
    compounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """One language file.

    home: ISO 3166 code of the one state whose papers mostly write it, "" where there are several.
    sections: the parsed tables, "words", "roles", ... as in the template; `writing` is taken out and typed.
    """

    code: str
    name: str
    english: str
    writing: Writing
    home: str = ""
    sections: Mapping[str, Any] = field(repr=False, default_factory=dict)

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """The forms under one key, base form first; empty where the language gives none."""
        return tuple(self.sections.get(section, {}).get(key, ()))

    def table(self, section: str, *path: str) -> Mapping[str, Any]:
        """A table of the file, empty where the language has none."""
        table: Any = self.sections.get(section, {})
        for key in path:
            table = table.get(key, {})
        return table if isinstance(table, dict) else {}


def language_files(further: Path | None = None) -> dict[str, Path]:
    """The file of each language by code, sorted.

    further: a folder with language files of the user's own; they go before those of the ontology.

    Raises:
        KnowledgeError: the folder is none, or holds no language file.
    """
    folders = [ontology_path("languages")]
    if further is not None:
        if not further.is_dir():
            raise KnowledgeError(f'{further}: no such folder; "kg languages new CODE -o FILE" starts a language file')
        if not any(further.glob("*.toml")):
            raise KnowledgeError(f"{further}: no language files (CODE.toml) here; name the folder that holds them")
        folders.append(further)
    files = {path.stem: path for folder in folders for path in folder.glob("*.toml") if path.stem != "TEMPLATE"}
    return {code: files[code] for code in sorted(files)}


def language_codes(further: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages that have a file, sorted; `further` as in `language_files`."""
    return tuple(language_files(further))


@cache
def template() -> dict[str, Any]:
    """The template, parsed."""
    return tomllib.loads(ontology_path("languages", "TEMPLATE.toml").read_text(encoding="utf-8"))


def load_language(source: str | Path, further: Path | None = None) -> Language:
    """Load one language file.

    Args:
        source: a language code, or the path of a file.
        further: a folder with language files of the user's own, as in `language_files`.

    Returns:
        The checked language.

    Raises:
        KnowledgeError: there is no such language, or the file is wrong; the message names file and key.
    """
    path = source if isinstance(source, Path) else language_files(further).get(source)
    if path is None or not path.is_file():
        raise KnowledgeError(f"{source}: no such language file; there are: {', '.join(language_codes(further))}")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.name}: not valid TOML: {error}; mend it there") from error
    findings = list(check(data))
    if findings:
        raise KnowledgeError(f"{path.name}: {findings[0]}")
    return made_of(data)


def made_of(data: Mapping[str, Any]) -> Language:
    """The language that a parsed and checked file describes."""
    writing: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data["writing"].items()}
    sections = {k: v for k, v in data.items() if isinstance(v, dict) and k != "writing"}
    return Language(data["code"], data["name"], data["english"], Writing(**writing), data.get("home", ""), sections)


def check(data: Mapping[str, Any]) -> Iterator[str]:
    """Everything that is wrong with a parsed language file, a line each, beginning with the key."""
    for key in ("code", "name", "english", "writing"):
        if key not in data:
            yield f"{key}: missing; every language file has it (see TEMPLATE.toml)"
    for section, table in data.items():
        if section not in template():
            yield _unknown(section, section, template())
        elif not isinstance(table, type(template()[section])):
            yield f"{section}: {table!r} is not {_CALLED[type(template()[section])]}"
        elif isinstance(table, dict) and section not in _COMPILED:
            yield from _check_table(section, table, template()[section])


def _check_table(path: str, table: Mapping[str, Any], model: Mapping[str, Any]) -> Iterator[str]:
    section = path.split(".")[0]
    for key, value in table.items():
        where = f"{path}.{key}"
        known = (
            key in model
            or section in _OPEN
            or key in _EXTRA.get(section, ())
            or (path == "acts" and isinstance(value, dict))
        )
        if not known:
            yield _unknown(where, key, (*model, *_EXTRA.get(section, ())))
        elif key in model and type(value) is not type(model[key]):
            yield f"{where}: {value!r} is not {_CALLED[type(model[key])]}"
        elif isinstance(value, dict):
            yield from _check_table(where, value, model.get(key, {}) if isinstance(model.get(key), dict) else {})
        elif isinstance(value, list):
            yield from _check_words(where, value)
        elif section in _OPEN or key in _EXTRA.get(section, ()):
            yield f"{where}: {value!r} is not a list"
        elif value not in _CHOICES.get(where, (value,)):
            yield f"{where}: {value!r} is none of {', '.join(_CHOICES[where])}"


def _unknown(where: str, key: str, known: Iterable[str]) -> str:
    return f"{where}: unknown key{nearest(key, known) or '; TEMPLATE.toml lists the known ones'}"


def _check_words(where: str, words: list[Any]) -> Iterator[str]:
    seen = set()
    for word in words:
        if isinstance(word, list) and all(isinstance(part, str) for part in word):
            continue  # adjective endings are pairs
        if not isinstance(word, str) or not word.strip():
            yield f"{where}: {word!r} is not a word"
        elif word in seen:
            yield f"{where}: {word!r} is given twice"
        seen.add(str(word))
