"""Words that are names of people somewhere in the world: two lists in `ontology/gazetteer`.

They are looked up where they lie, in files sorted by code point with one key a line, so that nothing has to be loaded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg.paths import ontology_path


class WordList:
    """The lines of a sorted file. data: its bytes, UTF-8, which sort as the code points do."""

    def __init__(self, data: bytes) -> None:
        self._lines = _Lines(data)

    def __contains__(self, key: str) -> bool:
        """Whether a word, as `normalise.compare_key` gives it, is in the list."""
        line = key.encode("utf-8", "surrogatepass")
        at = bisect_left(self._lines, line)
        return at < len(self._lines) and self._lines[at] == line


class _Lines(Sequence[bytes]):
    """For every byte of the data, the line that it stands in: what a binary search can go through as it is."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]  # no slices are asked for
        start = self._data.rfind(b"\n", 0, at) + 1
        return self._data[start : self._data.find(b"\n", at)]


@cache
def name_parts() -> WordList:
    """Return the words that are given or family names."""
    return WordList(ontology_path("gazetteer", "name-parts.txt").read_bytes())


@cache
def given_names() -> WordList:
    """Return the words that are given names and seldom anything else; they are among the name parts too."""
    return WordList(ontology_path("gazetteer", "given-names.txt").read_bytes())
