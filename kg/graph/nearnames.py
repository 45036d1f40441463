"""Names that are like a typed one: said alike in another script, misspelt, inflected, or with words left out.

Comparing sounds is dear. So names that are not like the typed one by letters, or by consonants alone, are left out
first, and the rest is compared by sound (`kg.resolve.names`) and by spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from kg.graph.folding import fold
from kg.resolve.keys import shared_stem
from kg.resolve.names import same_script, similarity
from kg.resolve.transliterate import pronounce

__all__ = ["LIKE", "near_names", "same_script"]

LIKE = 0.8
"""From here on a name is taken for another: what `similarity` asks of names that have nothing else to show."""

NEAR = 0.6
"""From here on it is named as near where nothing is like it."""

_SPELT = 0.7  # words of one script that share less of their letters are two words, however they sound
_SLIPPED = 0.9  # what a word with another ending or a slip of the pen is worth at least
_PARTIAL = 0.93  # a name with more words than were typed is less sure than one that is fitted as a whole
_MOST_NAMES = 100  # compared as wholes
_MOST_WORDS = 100  # that each typed word is taken for
_SMALL = 3  # words of up to so many letters ("of", "the") may be missing, and are not like others
_SLIPS = ((4, 1), (8, 2))  # (letters from which on, so many slips of the pen are allowed in a word)
_VOWELS = str.maketrans("", "", "aeiou")


def near_names(typed: str, names: Mapping[str, str]) -> dict[str, float]:
    """Return the names that are near a typed one, with how like it they are: from NEAR to 1.

    names: each name with its folded form.
    """
    parts = {name: folded.split() for name, folded in names.items()}
    words = sorted({word for row in parts.values() for word in row if len(word) > _SMALL})
    pool = _Pool(words, words)
    meant = [set(pool.most_like(word, _MOST_WORDS)) for word in _telling(typed.split())]
    near = {name: similarity(typed, name, NEAR) for name in _Pool(names, names.values()).most_like(typed, _MOST_NAMES)}
    for name, row in parts.items():
        if all([not choices.isdisjoint(row) for choices in meant]):
            near[name] = max(near.get(name, 0.0), _by_words(typed.split(), name.split()))
    return {name: score for name, score in near.items() if score >= NEAR}


class _Pool:
    """Names to choose from by their letters, and by their consonants alone."""

    def __init__(self, names: Iterable[str], folded: Iterable[str]) -> None:
        self._names, self._letters = list(names), list(folded)
        self._consonants = [_consonants(text) for text in self._letters]

    def most_like(self, typed: str, most: int) -> list[str]:
        """Return those that are most like what was typed in any way of reading it aloud, the likest first."""
        if not self._names:
            return []
        said = {fold(typed), *(" ".join(word.sounds for word in way).lower() for way in pronounce(typed))}
        outlines = {_consonants(text) for text in said}
        best = np.maximum(_likeness(said, self._letters), _likeness(outlines, self._consonants))
        enough = np.partition(best, -most)[-most] if len(best) > most else 0
        rank = {self._names[at]: -best[at] for at in np.flatnonzero(best >= enough)}
        return sorted(rank, key=lambda name: (rank[name], name))[:most]


def _likeness(said: Iterable[str], texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """How like each text is to the one of those said that is most like it, from 0 to 100."""
    table: npt.NDArray[np.float32] = process.cdist(sorted(said), texts, scorer=fuzz.ratio, dtype=np.float32)
    best: npt.NDArray[np.float32] = table.max(axis=0)
    return best


def _consonants(text: str) -> str:
    return text.translate(_VOWELS).strip() or text


def _telling(words: Sequence[str]) -> list[str]:
    """The words that must be in a name: all but the small ones, if there are others."""
    return [word for word in words if len(fold(word)) > _SMALL] or list(words)


def _by_words(typed: Sequence[str], words: Sequence[str]) -> float:
    """How like a name is by its words: the mean over the typed ones, longer ones weighing more, of how like each is to
    the word of the name that is most like it; 0 where one that must be there is like none.
    """
    must = _telling(typed)
    likeness = {word: max((_word_likeness(word, other) for other in words), default=0.0) for word in typed}
    if not all(likeness[word] for word in must):
        return 0.0
    weights = {word: len(fold(word)) for word in typed}
    mean = sum(likeness[word] * weights[word] for word in typed) / sum(weights[word] for word in typed)
    return mean if len(words) <= len(typed) else _PARTIAL * mean


def _word_likeness(a: str, b: str) -> float:
    """How like two words are, from LIKE to 1; 0 where they are less so."""
    left, right = fold(a), fold(b)
    if left == right:
        return 1.0
    alike = same_script(a, b)
    if alike and min(len(left), len(right)) <= _SMALL:
        return 0.0
    spelt = OSA.normalized_similarity(left, right)
    slips = max((slips for letters, slips in _SLIPS if len(left) >= letters), default=0)
    if OSA.distance(left, right) <= slips:
        return max(spelt, _SLIPPED)
    if alike and spelt < _SPELT:
        return 0.0
    if shared_stem(a, b):
        return _SLIPPED
    sound = similarity(a, b, LIKE)
    return sound if sound >= LIKE else 0.0
