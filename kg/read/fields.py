"""The fields that formats give beside the text, checked before anything is built on them."""

from __future__ import annotations

import re
from datetime import date

# BCP 47, as far as it occurs for articles: language, script, region, variants.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
# RFC 3987 without the characters that no IRI may hold.
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


def clean_date(value: str) -> str:
    """`YYYY-MM-DD` from an ISO 8601 date or date and time; "" for anything else."""
    try:
        return date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        return ""


def clean_language(value: str) -> str:
    """A BCP 47 code in its usual spelling ("pt_br" becomes "pt-BR"); "" for anything else."""
    if not _LANGUAGE.fullmatch(value.strip()):
        return ""
    first, *rest = value.strip().replace("_", "-").split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def clean_address(value: str) -> str:
    """A web address that can stand as an IRI; "" for anything else."""
    return value.strip() if _ADDRESS.fullmatch(value.strip()) else ""


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
