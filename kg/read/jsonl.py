"""JSON Lines: one article a line.

Fields: `text` (required), `id` (unique in the file; without it `<file>#<line>`), `title`, `date` (YYYY-MM-DD, a time
may follow), `language` (BCP 47), `url` (where the article was taken from). Other fields are passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from kg.errors import InputError
from kg.model import Article
from kg.read.decode import decode
from kg.read.fields import clean_address, clean_date, clean_language

# JSON can escape half of a surrogate pair, which is no character and cannot be written as UTF-8.
_UNUSABLE = re.compile("[\\ud800-\\udfff\\0]")


def read_record(line: bytes, default_id: str) -> Article:
    """An article from one line.

    line: the line's bytes, UTF-8. default_id: its identifier where the record has none.
    Raises InputError, without the name of the file and the line, where it cannot be used.
    """
    record = _parse(decode(line).lstrip("\ufeff").rstrip("\r\n"))
    text = _text(record, "text")
    if not text.strip():
        raise InputError('no "text"; each record needs the article\'s text in the field "text"')
    return Article(
        _identifier(record) or default_id,
        text,
        language=_checked(record, "language", clean_language, 'a BCP 47 code such as "fa"'),
        headline=_text(record, "title"),
        published=_checked(record, "date", clean_date, "a date such as 2025-10-26"),
        source=_checked(record, "url", clean_address, "an address such as https://example.org/article"),
    )


def _parse(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(
            f"column {error.colno}: broken JSON ({error.msg}); each line holds one whole record"
        ) from error
    except RecursionError as error:
        raise InputError("nested too deeply; each line holds one flat record") from error
    if not isinstance(record, dict):
        raise InputError('not a record; each line holds one, such as {"id": "a1", "text": "..."}')
    return record


def _text(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f'"{name}" is no text; put it in quotes')
    if _UNUSABLE.search(value):
        raise InputError(f'"{name}" holds half a character (a lone \\ud8.. to \\udf..) or a zero; write it as UTF-8')
    return value


def _identifier(record: dict[str, Any]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return " ".join(_text(record, "id").split())


def _checked(record: dict[str, Any], name: str, clean: Callable[[str], str], wanted: str) -> str:
    value = _text(record, name)
    cleaned = clean(value)
    if value.strip() and not cleaned:
        raise InputError(f'"{name}" is {value!r}; write {wanted}, or leave it out')
    return cleaned
