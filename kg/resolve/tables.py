"""The tables that names and events are compared by: `ontology/translit.toml`, `han-readings.toml`, `relations.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.errors import KnowledgeError
from kg.paths import ontology_path
from kg.resolve.keys import compare_key


@dataclass(frozen=True, slots=True)
class Script:
    """One script's letters, digraphs, word-final digraphs and names of initials, each to its sounds.

    others: letters that are read in another way too. words: whole words, without marks. surnames: first syllables of
    names written as one word. variants: ways to write something, to the one that they are compared by.
    """

    letters: Mapping[str, str]
    digraphs: Mapping[str, str]
    final: Mapping[str, str]
    initials: Mapping[str, str]
    others: Mapping[str, str]
    words: Mapping[str, str]
    surnames: Mapping[str, str]
    variants: Mapping[str, str]
    longest: int


@dataclass(frozen=True, slots=True)
class Sounds:
    """What `translit.toml` says: scripts by name, words to leave out, costs, related sounds."""

    scripts: Mapping[str, Script]
    particles: frozenset[str]
    prefixes: tuple[str, ...]
    prefix_keeps: int
    prefix_not: frozenset[str]
    joiners: frozenset[str]
    costs: Mapping[str, float]
    weak: frozenset[str]
    related: Mapping[tuple[str, str], float]
    classes: Mapping[str, str]
    outline: int


def _load(name: str) -> dict[str, Any]:
    path = ontology_path(name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: {error}") from error


def _table(data: Mapping[str, Any], key: str, name: str) -> Any:
    if key not in data:
        raise KnowledgeError(f"{ontology_path(name)}: [{key}] is missing")
    return data[key]


@cache
def sounds() -> Sounds:
    """Load `translit.toml`, once. Raises KnowledgeError where it is missing, is no TOML or lacks a section."""
    name = "translit.toml"
    data = _load(name)
    scripts: dict[str, Script] = {}
    for script, section in ((key, value) for key, value in data.items() if "letters" in value):
        letters = {letter: sound for key, sound in section["letters"].items() for letter in key}
        digraphs = dict(section["digraphs"])
        forms = {form: row[0] for row in section.get("forms", "").split() for form in row[1:]}
        scripts[script.upper()] = Script(
            letters=letters,
            digraphs=digraphs,
            final=dict(section["final"]),
            initials=dict(section.get("initials", {})),
            others=dict(section.get("others", {})),
            words={compare_key(word): sound for word, sound in section.get("words", {}).items()},
            surnames=dict(section.get("surnames", {})),
            variants={**section.get("variants", {}), **forms},
            longest=max(map(len, digraphs), default=1),
        )
    names, costs = _table(data, "names", name), _table(data, "costs", name)
    related: dict[tuple[str, str], float] = {}
    for group, (left, right) in ((g, p) for g in costs["related"] for p in g["pairs"]):
        known = related.get((left, right), group["cost"])
        related[left, right] = related[right, left] = min(known, group["cost"])
    return Sounds(
        scripts=scripts,
        particles=frozenset(names["particles"]),
        prefixes=tuple(names["prefixes"]),
        prefix_keeps=names["prefix_keeps"],
        prefix_not=frozenset(map(compare_key, names["prefix_not"])),
        joiners=frozenset(names["joiners"]),
        costs={key: float(value) for key, value in costs.items() if isinstance(value, int | float)},
        weak=frozenset(costs["weak_consonants"]),
        related=related,
        classes=dict(_table(data, "blocking", name)["classes"]),
        outline=int(data["blocking"]["length"]),
    )


@cache
def han_readings() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Load `han-readings.toml`: character -> tradition ("vi", "ko", "ja") -> readings in Latin letters.

    Raises KnowledgeError for a row that has not one column for the characters and one for each tradition.
    """
    name = "han-readings.toml"
    data = _load(name)
    traditions = _table(data, "traditions", name)
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in _table(data, "readings", name).strip().splitlines():
        characters, *columns = line.split()
        if len(columns) != len(traditions):
            raise KnowledgeError(f"{ontology_path(name)}: {line!r} needs {len(traditions)} readings (- for none)")
        for character in characters:
            known = table.setdefault(character, {})
            for tradition, column in zip(traditions, columns, strict=True):
                readings = () if column == "-" else tuple(column.split(","))
                known[tradition] = tuple(dict.fromkeys((*known.get(tradition, ()), *readings)))
    return table


def type_group(kind: str) -> str:
    """Return the first of the words for one kind of instrument ("treaty" -> "convention"), `kind` where it is alone."""
    for group in relations()["treaties"]["same_type"]:
        if kind in group:
            return str(group[0])
    return kind


@cache
def relations() -> Mapping[str, Any]:
    """Load `relations.toml`: how events of a class are told apart, what they imply, what conflicts."""
    return _load("relations.toml")
