"""The terms of the ontology that a language needs words for, by section of its file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kg import vocab
from kg.language import Language, template
from kg.paths import ontology_path

# What the sections are called where they are listed.
TITLES = {
    "roles": "roles",
    "fields": "fields of ministries",
    "heads": "kinds of body",
    "treaties": "kinds of treaty",
    "acts": "acts",
    "events": "gatherings",
    "relations": "parts in an event",
    "counts": "what is counted",
    "status": "status of an event",
    "topics": "topics",
}


@cache
def table(name: str) -> Mapping[str, Mapping[str, Any]]:
    """One of the ontology's tables, such as "heads.toml"."""
    return tomllib.loads(ontology_path(name).read_text(encoding="utf-8"))


@cache
def terms() -> Mapping[str, tuple[str, ...]]:
    """The ids of the terms by section, in the order of `TITLES`, each list in the order of the ontology.

    A role that a field makes of another one (foreign minister) needs no words of its own, and neither does what has
    simply happened.
    """
    special = set(table("posts.toml")["special"].values())
    listed = {
        "roles": tuple(role for role in vocab.concepts("Role") if role not in special),
        "fields": tuple(_lines("fields.txt")),
        "heads": tuple(table("heads.toml")),
        "treaties": tuple(
            dict.fromkeys(kind for row in table("relations.toml")["treaties"]["same_type"] for kind in row)
        ),
        "acts": tuple(table("frames.toml")),
        "events": tuple(table("events.toml")),
        "relations": tuple(template()["relations"]),
        "counts": tuple(key for key in template()["counts"] if key in vocab.properties()),
        "status": tuple(key for key in map(str.lower, vocab.concepts("Status")) if key in template()["status"]),
        "topics": vocab.topics(),
    }
    return {section: listed[section] for section in TITLES}


def _lines(name: str) -> Iterator[str]:
    for line in ontology_path(name).read_text(encoding="utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text:
            yield text


def words_for(language: Language, section: str, term: str) -> bool:
    """Whether a language has a word for a term."""
    found = language.table(section).get(term)
    if section == "roles" and not found:  # a role that is only met with its field: "head of police"
        return any(key.partition("/")[0] == term and forms for key, forms in language.table("role_fields").items())
    return _filled(found)


def _filled(value: Any) -> bool:
    return any(_filled(part) for part in value.values()) if isinstance(value, dict) else bool(value)


def unfilled(language: Language) -> dict[str, tuple[str, ...]]:
    """The lists of small words, markers, layout and the like that a language leaves empty, by section.

    Not every language has something for each: they are no terms of the ontology.
    """
    listed = {
        section: tuple(
            key
            for key, value in keys.items()
            if isinstance(value, list) and key not in terms().get(section, ()) and not language.table(section).get(key)
        )
        for section, keys in template().items()
        if isinstance(keys, dict) and section not in ("writing", "fields", "roles", "heads", "events", "role_fields")
    }
    return {section: keys for section, keys in listed.items() if keys}
