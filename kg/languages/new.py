"""A further language's file: the template, with what the Unicode CLDR knows filled in and every term listed."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg import vocab
from kg.compiled import kept
from kg.errors import InputError
from kg.gazetteer import load_gazetteer
from kg.languages import cldr
from kg.languages.lines import key_lines
from kg.languages.terms import terms
from kg.paths import ontology_path

_WIDTH = 140  # characters of a line
_COMMENTS = 29  # the column in which the template's comments begin
_STATE = "state/"
_LABELLED = ("roles", "topics")  # elsewhere the ids are the words


def new_file(code: str, path: Path | None = None, force: bool = False) -> Path:
    """Write a file that begins a language.

    Args:
        code: of the language, as CLDR has it. path: where to; `CODE.toml` in the working folder by default.
        force: overwrite a file that is there.

    Returns:
        Where the file is.

    Raises:
        InputError: no such language, the file is there already, or cannot be written.
    """
    known = cldr.checked_code(code)
    target = path or Path(f"{known}.toml")
    if target.exists() and not force:
        raise InputError(f"{target}: is there already; take another name with -o, or --force to overwrite it")
    text = new_text(known)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}; name another file with -o") from error
    return target


def new_text(code: str) -> str:
    """The text of a file that begins a language; `code` as `cldr.checked_code` gives it."""
    states = kept("gazetteer-keys", lambda: tuple(load_gazetteer()))
    values = cldr.values(code, [key.removeprefix(_STATE) for key in states if key.startswith(_STATE)])
    template = ontology_path("languages", "TEMPLATE.toml").read_text(encoding="utf-8")
    if not values["writing.case"] and "[writing]" in template:
        values["writing.family"] = _caseless(template)
    head = (
        f'# {values["english"]}. Begun by "kg languages new {code}" with {cldr.SOURCE}: its names and\n'
        "# script, months, weekdays, states, and how dates and numbers are written. Look through those, and fill in\n"
        "# the rest: the words of each term.\n\n"
    )
    return head + filled(template, values)


def _caseless(template: str) -> str:
    """The family of word orders for a script without capitals that is most like the template's own."""
    family = re.search(r'^family = "([^"]+)"', template, re.MULTILINE)
    return f"{family[1]}-caseless" if family else ""


def filled(template: str, values: Mapping[str, Any]) -> str:
    """A template with its values replaced and its lists of terms made whole.

    values: by path, such as "dates.weekdays"; those that the template has no line for are added to their table.
    """
    lines = key_lines(template)
    rest: defaultdict[str, list[str]] = defaultdict(list)
    for path in (*values, *_terms()):
        section = _section(path, lines)
        if path not in lines and section:
            key = path[len(section) + 1 :]
            if path in values:
                rest[section] += _assignment(key, values[path], "")
            else:
                label = f"  # {vocab.label(key)}" if section in _LABELLED else ""
                rest[section].append(f"{_key(key)} = []{label}")
    return "\n".join(_lines(template.splitlines(), lines, values, rest)) + "\n"


def _lines(
    rows: list[str], lines: Mapping[str, tuple[int, int]], values: Mapping[str, Any], rest: Mapping[str, list[str]]
) -> Iterator[str]:
    replaced = {lines[path][0]: path for path in values if path in lines}
    ends = {_end(rows, lines, section): further for section, further in rest.items()}
    for number, row in enumerate(rows, start=1):
        path = replaced.get(number)
        if path is None:
            yield row
        else:
            key, _, old = row.partition(" = ")
            comment = re.search(r"\s(#.*)$", old)
            yield from _assignment(key, values[path], comment[1] if comment else "")
        yield from ends.get(number, ())


def _end(rows: list[str], lines: Mapping[str, tuple[int, int]], section: str) -> int:
    """The last line of a table that is not blank and belongs to it."""
    inside = [last for path, (_, last) in lines.items() if path == section or path.rpartition(".")[0] == section]
    end = max(inside)
    while end < len(rows) and rows[end].startswith("#") and not _opens_next(rows, end):
        end += 1
    return end


def _opens_next(rows: list[str], start: int) -> bool:
    """Whether a run of comment lines stands at the head of the next table."""
    following = next((row for row in rows[start:] if not row.startswith("#")), "")
    return following.startswith("[")


def _terms() -> Iterator[str]:
    """The paths of all terms that have one line each."""
    nested = ("acts", "relations")
    yield from (f"{section}.{term}" for section, ids in terms().items() if section not in nested for term in ids)


def _section(path: str, lines: Mapping[str, Any]) -> str:
    """The innermost table of the template that a path is in, "" where there is none."""
    section = path.rpartition(".")[0]
    while section and section not in lines:
        section = section.rpartition(".")[0]
    return section


def _assignment(key: str, value: Any, comment: str) -> list[str]:
    """The lines of one key with its value; a list that is too long for a line goes over several."""
    name = _key(key)
    line = f"{name} = {_toml(value)}"
    if isinstance(value, list) and len(line) > _WIDTH:
        return [_with(f"{name} = [", comment), *(f"  {_toml(item)}," for item in value), "]"]
    return [_with(line, comment)]


def _with(line: str, comment: str) -> str:
    return f"{line:<{_COMMENTS}}{comment}" if comment and len(line) < _COMMENTS else f"{line}  {comment}".rstrip()


def _key(key: str) -> str:
    return key if re.fullmatch(r'[A-Za-z0-9_-]+|".*"', key.strip()) else _toml(key)


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
