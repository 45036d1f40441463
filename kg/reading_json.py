"""Readings as JSON: written by `kg read --json`, kept by builds, taken by `kg build --readings`.

An object with `"format": "treaty-kg reading 1"` and the fields of `kg.model.Reading`; its parts are objects with the
fields of `Zone`, `Thing`, `Name`, `Mention`, `Statement` and `Omission`; traits are `[name, value]` pairs. A field that
has its default value is left out. `start` and `end` count Unicode characters of the article's text from 0, half open.
Whatever has a `start` and an `end` may also have `exact`, the words that stand there; `load` holds them against the
text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Any, get_args, get_origin, get_type_hints

from kg import vocab
from kg.errors import InputError
from kg.model import Reading, Statement

FORMAT = "treaty-kg reading 1"
_PLAIN = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
# Datatypes of `Statement.object`, and how their values look; "" is a thing.
DATATYPES = {
    "": re.compile(r".+", re.DOTALL),
    "integer": re.compile(r"[0-9]+"),
    "concept": re.compile(r"[A-Za-z]+"),
    "text": re.compile(r".+", re.DOTALL),
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?|--\d\d(-\d\d)?|@[+-]?\d+"),
}
_SPANS = ("zones", "mentions", "statements", "omissions")


def digest_of(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal: what `Reading.digest` holds."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def dumps(reading: Reading, text: str | None = None, indent: int | None = None) -> str:
    """A reading as JSON text.

    text: the article's text; with it every span also carries its words as `exact`. indent: as in `json.dumps`.
    """
    return json.dumps({"format": FORMAT, **_encode(reading, text)}, ensure_ascii=False, indent=indent)


def loads(document: str) -> Reading:
    """The reading that `dumps` wrote; raises InputError where it is none, saying at which place."""
    return _decode_reading(_parse(document))


def load(document: str, text: str) -> tuple[Reading, tuple[str, ...]]:
    """A reading that somebody else made, held against the article that it is about.

    document: JSON text. text: the article's text.
    Returns the reading without the parts whose words do not stand in the article or that speak of things that it does
    not list, and one line for each such part. Raises InputError where the document is no reading, or one of another
    text.
    """
    data = _parse(document)
    if data.get("digest") != digest_of(text):
        raise InputError(
            'made from another text: its "digest" is not the SHA-256 of the article; read the article again'
        )
    refused: list[str] = []
    for name in _SPANS:
        data[name] = _standing(data.get(name, []), name, text, refused)
    for index, thing in enumerate(_rows(data.get("things", []), "things")):
        thing["names"] = _standing(thing.get("names", []), f"things[{index}].names", text, refused)
    return _connected(_decode_reading(data), refused), tuple(refused)


def identifier_in(document: str) -> str:
    """The identifier of the article that a reading is about; raises InputError where the document is no reading."""
    identifier = _parse(document).get("identifier")
    if not isinstance(identifier, str) or not identifier:
        raise InputError('identifier: missing; it names the article, as in "kg read ARTICLE --json"')
    return identifier


def _parse(document: str) -> dict[str, Any]:
    try:
        data = json.loads(document)
    except json.JSONDecodeError as error:
        raise InputError(f"line {error.lineno}, column {error.colno}: broken JSON ({error.msg})") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InputError(f'not a reading: no "format": "{FORMAT}"; "kg read ARTICLE --json" shows one')
    return data


def _encode(value: Any, text: str | None) -> Any:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_encode(item, text) for item in value]
    row = {}
    model: type = type(value)
    for name, default in _defaults(model):
        part = getattr(value, name)
        if part != default:
            row[name] = part if type(part) in _PLAIN else _encode(part, text)
    if text is not None and "end" in row:
        row["exact"] = text[row["start"] : row["end"]]
    return row


@cache
def _defaults(model: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their default values."""
    return tuple((item.name, item.default) for item in fields(model))


def _decode_reading(data: Mapping[str, Any]) -> Reading:
    reading = _decode(Reading, {key: value for key, value in data.items() if key != "format"}, "")
    assert isinstance(reading, Reading)
    return reading


@cache
def _plan(model: type) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(model)
    return {item.name: (item, hints[item.name]) for item in fields(model)}


def _decode(model: type, row: Any, where: str) -> Any:
    """An object of a dataclass from a JSON object; `where` is the path to it, for messages."""
    if not isinstance(row, dict):
        raise InputError(f"{where}: not an object")
    plan = _plan(model)
    prefix = f"{where}." if where else ""
    for name in row:
        if name not in plan and not (name == "exact" and "end" in plan):
            raise InputError(f"{prefix}{name}: no such field; there are {', '.join(plan)}")
    values = {}
    for name, (item, hint) in plan.items():
        if name in row:
            values[name] = _value(hint, row[name], prefix + name)
        elif item.default is MISSING:
            raise InputError(f"{prefix}{name}: missing")
    return model(**values)


def _value(hint: Any, value: Any, where: str) -> Any:
    if hint in _PLAIN:
        if type(value) is hint:
            return value
        if hint is float and type(value) is int:
            return float(value)
        raise InputError(f"{where}: not {_PLAIN[hint]}")
    if is_dataclass(hint) and isinstance(hint, type):
        return _decode(hint, value, where)
    return _tuple(hint, value, where)


def _tuple(hint: Any, value: Any, where: str) -> tuple[Any, ...]:
    assert get_origin(hint) is tuple, hint
    if not isinstance(value, list):
        raise InputError(f"{where}: not a list")
    inner = get_args(hint)
    if inner[-1] is Ellipsis:
        return tuple(_value(inner[0], item, f"{where}[{index}]") for index, item in enumerate(value))
    if len(value) != len(inner):
        raise InputError(f"{where}: not a list of {len(inner)}")
    return tuple(
        _value(part, item, f"{where}[{index}]") for index, (part, item) in enumerate(zip(inner, value, strict=True))
    )


def _rows(value: Any, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise InputError(f"{where}: not a list of objects")
    return value


def _standing(value: Any, where: str, text: str, refused: list[str]) -> list[dict[str, Any]]:
    """The rows whose span lies in the text and, where they quote it, quotes it exactly."""
    kept = []
    for index, row in enumerate(_rows(value, where)):
        start, end = row.get("start"), row.get("end")
        if type(start) is not int or type(end) is not int:
            raise InputError(f"{where}[{index}]: start and end are whole numbers, counted in characters")
        if not 0 <= start < end <= len(text):
            refused.append(f"{where}[{index}]: {start} to {end} is not in the article ({len(text)} characters)")
        elif row.get("exact", text[start:end]) != text[start:end]:
            refused.append(f"{where}[{index}]: its words do not stand in the article at {start} to {end}")
        else:
            kept.append(row)
    return kept


def _connected(reading: Reading, refused: list[str]) -> Reading:
    """Without what the vocabulary has no term for, and without mentions of and statements about things not listed."""
    kinds, predicates = set(vocab.classes()), set(vocab.properties())
    for index, thing in enumerate(reading.things):
        if thing.kind not in kinds:
            raise InputError(f'things[{index}].kind: "{thing.kind}" is no class of the vocabulary')
    known = {thing.id for thing in reading.things}
    if len(known) < len(reading.things):
        raise InputError("things: two have one id; give each its own")
    mentions, statements = [], []
    for mention in reading.mentions:
        if mention.thing in known:
            mentions.append(mention)
        else:
            refused.append(f'a mention of "{mention.thing}": there is no such thing')
    for statement in reading.statements:
        fault = _fault(statement, known, predicates)
        if fault:
            refused.append(f'{statement.predicate} of "{statement.subject}": {fault}')
        else:
            statements.append(statement)
    return replace(reading, mentions=tuple(mentions), statements=tuple(statements))


def _fault(statement: Statement, known: set[str], predicates: set[str]) -> str:
    """What is wrong with a statement, or ""."""
    if statement.predicate not in predicates:
        return "no property of the vocabulary"
    if statement.subject not in known:
        return "there is no such thing"
    if not statement.datatype and statement.object not in known:
        return f'there is no thing "{statement.object}"'
    if statement.datatype not in DATATYPES:
        return f'no datatype "{statement.datatype}"; there are {", ".join(filter(None, DATATYPES))}'
    if not 0 <= statement.confidence <= 1:
        return "confidence is not from 0 to 1"
    pattern = DATATYPES[statement.datatype]
    return "" if pattern.fullmatch(statement.object) else f'"{statement.object}" is no {statement.datatype or "thing"}'
