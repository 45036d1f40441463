"""Bytes to text, strictly: what is not UTF-8 (or UTF-16 with its mark) is refused, never guessed."""

from __future__ import annotations

import codecs

from kg.errors import InputError

BINARY_STARTS = {b"%PDF-": "a PDF file", b"PK\x03\x04": "a ZIP or office file", b"\xd0\xcf\x11\xe0": "an office file"}


def decode(data: bytes, charset: str = "") -> str:
    """The text of a file, with line ends as they are.

    data: the file's bytes. charset: an encoding that the document itself declares; used where the bytes are not UTF-8.
    A UTF-8 byte order mark stays as the first character, so that offsets are those of `bytes.decode("utf-8")`.
    Raises InputError, with the way out, for binary data and for other encodings.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise InputError(f"broken UTF-16 at byte {error.start}; save it as UTF-8") from error
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _declared(data, charset)
        if declared is not None:
            return declared
        byte = data[error.start]
        raise InputError(f"not UTF-8 (byte 0x{byte:02x} at offset {error.start}); save it as UTF-8") from error


def _declared(data: bytes, charset: str) -> str | None:
    """The text in the declared encoding, or None where that is unknown or wrong."""
    try:
        return data.decode(charset) if charset else None
    except (LookupError, UnicodeDecodeError):
        return None


def _refuse_binary(data: bytes) -> None:
    for start, kind in BINARY_STARTS.items():
        if data.startswith(start):
            raise InputError(f"{kind}, not text; save the article as UTF-8 text")
    if b"\0" in data:
        raise InputError(f"binary data (zero byte at offset {data.index(0)}), not text; save the article as UTF-8 text")
