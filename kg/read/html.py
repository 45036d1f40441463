"""HTML pages: the article's own text without menus and adverts, and what the page says of itself."""

from __future__ import annotations

import re

from kg.errors import InputError
from kg.model import Article
from kg.read.decode import decode
from kg.read.fields import clean_address, clean_date, clean_language

# HTML Living Standard 13.2.3.2: the declaration stands in the first 1,024 bytes; pages are not that exact.
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LANG = re.compile(r"<html[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
# Without a fixed latest date the reader of dates would take today's, and the result would depend on the day.
_DATES = {"max_date": "2100-01-01", "extensive_search": False, "original_date": True}


def read(identifier: str, data: bytes) -> Article:
    """An article from a page.

    data: the page's bytes, in UTF-8 or in the encoding that it declares.
    Raises InputError where the encoding is unclear or the page holds no article.
    """
    import trafilatura

    declared = _CHARSET.search(data, 0, 4096)
    page = decode(data, declared[1].decode("ascii", "replace") if declared else "").removeprefix("\ufeff")
    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    fields = found.as_dict() if found is not None and not isinstance(found, dict) else {}
    text = fields.get("text") or ""
    if not text.strip():
        raise InputError("no article found in the page; save the article's text as .txt instead")
    lang = _LANG.search(page)
    return Article(
        identifier,
        text,
        language=clean_language(lang[1] if lang else ""),
        headline=fields.get("title") or "",
        published=clean_date(fields.get("date") or ""),
        source=clean_address(fields.get("url") or ""),
    )
