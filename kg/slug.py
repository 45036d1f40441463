"""Readable, stable names for IRIs, in ASCII, from text in any script."""

from __future__ import annotations

import hashlib
import re

from anyascii import anyascii

_LONGEST = 80
_HASH_DIGITS = 8


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, at most 80 characters.

    Two texts that differ only in accents, case or punctuation give the same slug. Text of which nothing is left
    (only signs) gives a short hash of itself, so that the result is never empty. A cut is made between words.
    """
    words = re.findall(r"[a-z0-9]+", anyascii(text.replace("'", "").replace("\u2019", "")).lower().replace("'", ""))
    joined = "-".join(words)
    if len(joined) > _LONGEST:
        cut = joined[: _LONGEST + 1].rsplit("-", 1)[0]
        joined = cut if len(cut) <= _LONGEST else joined[:_LONGEST]
    return joined or stable_hash(text)


def stable_hash(text: str, digits: int = _HASH_DIGITS) -> str:
    """Return the first `digits` hexadecimal digits of the SHA-256 of `text`: the same on every machine and run."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:digits]
