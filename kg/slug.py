"""Readable, stable names for IRIs, in ASCII, from text in any script."""

from __future__ import annotations

import hashlib
import re

from anyascii import anyascii

_LONGEST = 80
_HASH_DIGITS = 8


def slug(text: str, longest: int = _LONGEST) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, at most `longest` characters (80 unless told).

    Two texts that differ only in accents, case or punctuation give the same slug. Text of which nothing is left
    (only signs) gives a short hash of itself, so that the result is never empty. A cut is made between words.
    """
    words = re.findall(r"[a-z0-9]+", anyascii(text.replace("'", "").replace("\u2019", "")).lower().replace("'", ""))
    joined = "-".join(words)
    if len(joined) > longest:
        cut = joined[: longest + 1].rsplit("-", 1)[0]
        joined = cut if len(cut) <= longest else joined[:longest]
    return joined or stable_hash(text)


def stable_hash(text: str, digits: int = _HASH_DIGITS) -> str:
    """Return the first `digits` hexadecimal digits of the SHA-256 of `text`: the same on every machine and run."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:digits]
