"""What is wrong with a language file, each finding with its line, its key and the way out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import vocab
from kg.annotate.datespec import DateSpec
from kg.annotate.patterns import families
from kg.compiled import kept
from kg.errors import KnowledgeError
from kg.gazetteer import load_gazetteer
from kg.language import Language, check, made_of, template
from kg.languages.contradictions import contradictions, shared_words
from kg.languages.lines import key_lines, line_of
from kg.languages.terms import terms
from kg.nearest import nearest

_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_QUOTED = re.compile(r"""["'](.+?)["'] (?:is|stands) """)  # the word that a message begins with
_FORMS = ("active", "passive", "noun")  # of a relation


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding. line: from 1. key: its path in the file, "" where the whole file is meant."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.line}: {self.key}: {self.message}" if self.key else f"{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a file has given.

    language: None where there are problems. problems: what must be mended. notes: what is only worth a look.
    """

    language: Language | None
    problems: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


def check_file(path: Path) -> Checked:
    """Check one language file.

    Raises KnowledgeError where there is no such file.
    """
    parsed = _parsed(path)
    if isinstance(parsed, Finding):
        return Checked(None, (parsed,))
    text, data = parsed
    lines = key_lines(text)

    def finding(key: str, message: str) -> Finding:
        quoted = _QUOTED.match(message)
        return Finding(line_of(text, lines, key, quoted[1] if quoted else ""), key, message)

    problems = sorted({finding(key, message) for key, message in _problems(data)})
    notes = sorted(
        finding(other, f"{word!r} stands under {key} too; a text's word is read as one of them")
        for key, other, word in shared_words(data)
    )
    return Checked(None if problems else made_of(data), tuple(problems), tuple(notes))


def _parsed(path: Path) -> tuple[str, Mapping[str, Any]] | Finding:
    """A file's text and data, or why it has none."""
    try:
        text = path.read_bytes().decode("utf-8")
        return text, tomllib.loads(text)
    except FileNotFoundError as error:
        raise KnowledgeError(f'{path}: no such language file; "kg languages new CODE -o {path}" starts one') from error
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror}; name a language file") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Finding(line, "", f"byte {error.object[error.start]:#x} is not UTF-8; save it as UTF-8")
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        told = _PLACE.sub("", str(error)).strip()
        return Finding(int(place[1]) if place else len(text.splitlines()), "", f"not valid TOML: {told}; mend it there")


def checked_folder(folder: Path) -> Iterator[Language]:
    """The languages of a folder with files of the user's own, by code.

    Raises KnowledgeError, with its first problem, for a file that is wrong or has another language's name.
    """
    for path in sorted(path for path in folder.glob("*.toml") if path.stem != "TEMPLATE"):
        found = check_file(path)
        if found.language is None:
            raise KnowledgeError(f'{path}:{found.problems[0]} ("kg languages check {path}" lists every problem)')
        code = found.language.code
        if code != path.stem:
            raise KnowledgeError(f"{path}: its code is {code!r}; call the file {code}.toml")
        yield found.language


def _problems(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(key, message) for all that is wrong with a parsed file."""
    first = [(key, message) for key, _, message in (line.partition(": ") for line in check(data))]
    yield from first
    yield from _unknown_terms(data)
    for key, other, word in contradictions(data):
        yield other, f"{word!r} stands under {key} too, and cannot mean both; keep the right one"
    if not first:
        yield from _not_compiled(made_of(data))


def _unknown_terms(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for section, (what, known) in _known_ids().items():
        parts = data
        for part in section.split("."):
            parts = parts.get(part, {}) if isinstance(parts, Mapping) else {}
        for key in parts if isinstance(parts, Mapping) else ():
            if key not in known:
                yield f"{section}.{key}", f"there is no such {what}{nearest(key, known)}"
    for key in data.get("role_fields", {}):
        role, _, field = key.partition("/")
        for part, section in ((role, "roles"), (field, "fields")):
            what, known = _known_ids()[section]
            if part not in known and (section == "roles" or part not in _known_ids()["heads"][1]):
                yield f"role_fields.{key}", f"there is no such {what}: {part!r}{nearest(part, known)}"


def _known_ids() -> Mapping[str, tuple[str, Collection[str]]]:
    """What a section's keys are, and which there are."""
    roles = vocab.concepts("Role")
    heads, fields = terms()["heads"], terms()["fields"]
    gazetteer = kept("gazetteer-keys", lambda: tuple(load_gazetteer()))
    things = {f"gazetteer.{kind}": ("thing in the gazetteer", gazetteer) for kind in template()["gazetteer"]}
    relations = {f"relations.{name}": ("form of a relation", _FORMS) for name in terms()["relations"]}
    return {
        "roles": ("role in ontology/roles.ttl", roles),
        "fields": ("field in ontology/fields.txt", fields),
        "heads": ("kind of body in ontology/heads.toml", heads),
        "bodies": ("body", (*heads, *(f"{head}/{field}" for head in heads for field in fields))),
        "treaties": ("kind of treaty in TEMPLATE.toml", tuple(template()["treaties"])),
        "acts": ("act in ontology/frames.toml", terms()["acts"]),
        "events": ("gathering in ontology/events.toml", terms()["events"]),
        "relations": ("part in an event in TEMPLATE.toml", terms()["relations"]),
        "topics": ("topic in ontology/topics.ttl", terms()["topics"]),
        **relations,
        **things,
    }


def _not_compiled(language: Language) -> Iterator[tuple[str, str]]:
    """What only shows when the patterns are put together."""
    if language.writing.family not in families():
        known = ", ".join(families())
        yield "writing.family", f"{language.writing.family!r} is not in ontology/families.toml; take one of {known}"
    try:
        DateSpec.load(language)
    except KnowledgeError as error:
        key, _, message = str(error).partition(": ")[2].partition(" ")
        yield key, message
