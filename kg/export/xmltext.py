"""Text inside XML (https://www.w3.org/TR/xml/): what has to be escaped, and what XML cannot hold at all."""

from __future__ import annotations

import re

# XML 1.0 has no way to write these: they become U+FFFD, the replacement character.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\t\n\r]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def attribute(text: str) -> str:
    """Return a text as the value of an attribute, in its quotes."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """Return a text as it stands in an element or attribute; a reader gets each line's end as it was."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], writable(text))


def writable(text: str) -> str:
    """Return a text with U+FFFD for each character that XML 1.0 cannot hold: most of the control characters."""
    return _UNWRITABLE.sub("\ufffd", text)
