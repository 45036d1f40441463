"""Markdown: front matter gives metadata; the rest is the text as it stands."""

from __future__ import annotations

import re

from kg.model import Article
from kg.read.fields import clean_address, clean_date, clean_language

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)


def read(identifier: str, text: str) -> Article:
    """An article from Markdown.

    Front matter between `---` lines is cut off the text; of its fields `title`, `date`, `url` (or `source`) and
    `lang` (or `language`) are used, and those that are no date, address or language code are passed over.
    """
    front = _FRONT_MATTER.match(text)
    if not front:
        return Article(identifier, text)
    fields = {name.lower(): _unquoted(value) for name, value in _FIELD.findall(front[1])}
    return Article(
        identifier,
        text[front.end() :],
        language=clean_language(fields.get("lang", "") or fields.get("language", "")),
        headline=fields.get("title", ""),
        published=clean_date(fields.get("date", "")),
        source=clean_address(fields.get("url", "") or fields.get("source", "")),
    )


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
