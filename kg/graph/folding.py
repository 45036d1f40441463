"""What two spellings of a name have in common: the form in which names are looked up."""

from __future__ import annotations

from anyascii import anyascii


class _Letters(dict[int, str]):
    """What becomes of each character, filled as they are met: a graph has many names of few characters."""

    def __missing__(self, code: int) -> str:
        plain = anyascii(chr(code)).lower().replace("'", "")
        self[code] = "".join(char if char.isalnum() else " " for char in plain)
        return self[code]


_LETTERS = _Letters()


def fold(name: str) -> str:
    """Return a name in small Latin letters and digits, without accents and signs, its words parted by single spaces.

    Other scripts are written in Latin letters sign by sign (anyascii), whatever the language.
    """
    return " ".join(name.translate(_LETTERS).split())
