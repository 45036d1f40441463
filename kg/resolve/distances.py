"""Edit distances of many pairs of words at once: what `kg.resolve.likeness` works out for one, in columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

_AT_ONCE = 20_000
"""Pairs in one column: what stays in the processor's cache."""


def distances(
    pairs: Sequence[tuple[str, str]], lose: Callable[[str], float], change: Callable[[str, str], float]
) -> list[float]:
    """Return the weighted edit distance of each pair of words, the same to the last bit as one worked out alone.

    lose: what leaving a sound out costs; change: what taking one sound for another costs.
    """
    import numpy as np

    alphabet = sorted({sound for pair in pairs for word in pair for sound in word})
    number = {sound: at for at, sound in enumerate(alphabet, start=1)}
    lost = np.array([0.0, *(lose(sound) for sound in alphabet)])
    changed = np.zeros((len(alphabet) + 1, len(alphabet) + 1))
    for left in alphabet:
        for right in alphabet:
            changed[number[left], number[right]] = change(left, right)
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, (a, b) in enumerate(pairs):
        groups[len(a), len(b)].append(at)
    found = np.zeros(len(pairs))
    for _, group in sorted(groups.items()):
        for start in range(0, len(group), _AT_ONCE):
            part = group[start : start + _AT_ONCE]
            words = [np.array([[number[s] for s in pairs[at][side]] for at in part]) for side in (0, 1)]
            found[part] = _column(words[0], words[1], lost, changed)
    return [float(value) for value in found]


def _column(a: Numbers, b: Numbers, lost: Numbers, changed: Numbers) -> Numbers:
    """The distances of pairs of words of one length each, given as rows of numbers of sounds."""
    import numpy as np

    count, width = len(a), b.shape[1] if b.size else 0
    added = [lost[b[:, j]] for j in range(width)]
    row = [np.zeros(count)]
    for cost in added:
        row.append(row[-1] + cost)
    for i in range(a.shape[1] if a.size else 0):
        gone = lost[a[:, i]]
        last = row[0] + gone
        following = [last]
        for j in range(width):
            last = np.minimum(last + added[j], row[j + 1] + gone)
            last = np.minimum(last, row[j] + changed[a[:, i], b[:, j]])
            following.append(last)
        row = following
    return row[-1]
