"""Long lists of words in `ontology/gazetteer`, looked up where they lie, so that nothing has to be loaded.

A file has one key a line, as `normalise.compare_key` gives it, perhaps with a value behind a tab, sorted by code point.
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
        """Whether a word is in the list."""
        return self.get(key) is not None

    def get(self, key: str) -> str | None:
        """Return the value of a word, "" where it has none; None where the word is not in the list."""
        wanted = key.encode("utf-8", "surrogatepass")
        at = bisect_left(self._lines, wanted)  # a tab sorts before what else may follow in a longer word
        if at == len(self._lines):
            return None
        word, _, value = self._lines[at].partition(b"\t")
        return value.decode() if word == wanted else None


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
    """Return the words that are given or family names of people somewhere."""
    return _list("name-parts.txt")


@cache
def given_names() -> WordList:
    """Return the words that are given names and seldom anything else; they are among the name parts too."""
    return _list("given-names.txt")


@cache
def small_places() -> WordList:
    """Return names of cities that are no concepts of the gazetteer, each with "GeoNames id/state" of the largest."""
    return _list("small-places.txt")


def _list(name: str) -> WordList:
    return WordList(ontology_path("gazetteer", name).read_bytes())
