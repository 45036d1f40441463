"""How alike two words, and two sequences of words, sound: the arithmetic under `kg.resolve.names`.

Words are compared by an edit distance over sounds in which short vowels are cheap, related consonants cost less than
unrelated ones and written long vowels are dear; names by the best monotone alignment of their words.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.resolve.tables import sounds
from kg.resolve.transliterate import Word, syllabic

_SHORT = frozenset("aeiou")
_LONG = frozenset("AIU")
_FILLER = "ə"
_POOR_WORD = 0.75
"""Below this a word is another word: "Radu Munteanu" and "Sorin Munteanu" are not half the same person."""

_ROUNDING = 1e-9
_STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 0), (0, 1))

Runs = dict[tuple[int, int], Word]  # (where they begin, how many they are) -> words of a name as one
State = tuple[float, float, float, float]  # sum of weight * likeness, sum of weights, penalty, worst word


def aligned(a: tuple[Word, ...], b: tuple[Word, ...], least: float) -> float:
    """Return how alike two names are, from 0 to 1, by the best alignment of their words; one stands for up to three.

    least: what the caller asks for; where the likeness is under it, any number under it may be returned.
    """
    if len(a) == len(b) == 2 and not (a[0].initial or a[1].initial or b[0].initial or b[1].initial):
        straight = _word_by_word(a, b, least)
        enough, others = max(straight, least) - 3 * _ROUNDING, 1.0 - sounds().costs["missing_end_word"]
        if others > enough:
            others = _otherwise(a, b, enough)
        if straight > others + _ROUNDING:
            return max(0.0, straight)
        if max(straight, others) + _ROUNDING < least:
            return 0.0
    return _best_path(a, b, least)


def _word_by_word(a: tuple[Word, ...], b: tuple[Word, ...], least: float) -> float:
    """The likeness of two names of two words each in their order; 0 where the first words keep it under `least`."""
    first, weight = words_alike(a[0], b[0])
    if min(1.0, first / _POOR_WORD) * _most_with(first, weight, a[1], b[1]) + _ROUNDING < least:
        return 0.0
    second, other = words_alike(a[1], b[1])
    return _value((first * weight + second * other, weight + other, 0.0, min(1.0, first, second)))


def _most_with(likeness: float, weight: float, a: Word, b: Word) -> float:
    """The mean likeness of two words with that of two others, were these the same."""
    other = max(_weight(a.sounds), _weight(b.sounds), 1.0)
    return (likeness * weight + other) / (weight + other)


def _otherwise(a: tuple[Word, ...], b: tuple[Word, ...], enough: float) -> float:
    """The most that any other alignment of two names of two words gives: one word for two of the other, or less.

    enough: from here on it has to be known well; under it a rough bound does.
    """
    missing = sounds().costs["missing_end_word"]
    most = 1.0 - 2 * missing
    for pair, singles in ((a, b), (b, a)):
        one, two = pair
        weight = _weight(one.sounds) + _weight(two.sounds)
        for word in singles:
            vowelless = one.vowelless or two.vowelless or word.vowelless
            mass = _mass(one.sounds, vowelless) + _mass(two.sounds, vowelless) - _mass(word.sounds, vowelless)
            bound = 1.0 - abs(mass) / max(weight, _weight(word.sounds), 0.5) - missing
            if bound > most and bound > enough:
                likeness = word_likeness(*_in_order(one.sounds + two.sounds, word.sounds, pair is a), vowelless)
                bound = likeness * min(1.0, likeness / _POOR_WORD) - missing
            if bound > most:
                most = bound
    return most


def _in_order(joined: str, word: str, first: bool) -> tuple[str, str]:
    return (joined, word) if first else (word, joined)


@lru_cache(maxsize=200_000)
def _mass(word: str, vowelless: bool) -> float:
    """What it costs at least to lose a word altogether: two words are at least as far apart as they differ in this."""
    table = _least_loss(vowelless)
    return sum(table.get(sound, 1.0) for sound in word)


@cache
def _least_loss(vowelless: bool) -> dict[str, float]:
    """What losing each sound costs at least, be it changed into others first: two sounds never differ by more here
    than the one costs for the other."""
    known = sorted({sound for pair in sounds().related for sound in pair} | _SHORT | _LONG | {_FILLER} | sounds().weak)
    loss = {sound: _lose(sound, vowelless) for sound in known}
    for _ in known:
        better = {a: min(loss[a], min(loss[b] + _costs_of(a)[b] for b in known)) for a in known}
        if better == loss:
            break
        loss = better
    return loss


def _value(state: State) -> float:
    total, weight, penalty, worst = state
    likeness = total / weight if weight else 0.0
    return likeness * min(1.0, worst / _POOR_WORD) - penalty


def _best_path(a: tuple[Word, ...], b: tuple[Word, ...], least: float) -> float:
    """The best monotone alignment: each cell keeps the state that is worth most so far. 0 where it is sooner seen that
    it stays under `least`.
    """
    rows, columns = len(a), len(b)
    costs = sounds().costs
    end, skip = costs["missing_end_word"], costs["missing_syllable" if syllabic(a) or syllabic(b) else "missing_word"]
    left, right = _runs(a), _runs(b)
    if least > 1.0 - end + _ROUNDING and not _ends_meet(left, right, (rows, columns), least * _POOR_WORD - _ROUNDING):
        return 0.0
    best: dict[tuple[int, int], tuple[float, State]] = {(0, 0): (0.0, (0.0, 0.0, 0.0, 1.0))}
    for i in range(rows + 1):
        for j in range(columns + 1):
            total, weight, penalty, worst = best[i, j][1]
            for di, dj in _STEPS:
                if i + di > rows or j + dj > columns:
                    continue
                if di == 0 or dj == 0:
                    at, last = (i, rows - 1) if di else (j, columns - 1)
                    state = (total, weight, penalty + (skip if 0 < at < last else end), worst)
                else:
                    likeness, size = words_alike(left[i, di], right[j, dj])
                    state = (total + likeness * size, weight + size, penalty, min(worst, likeness))
                value, target = _value(state), (i + di, j + dj)
                if target not in best or value > best[target][0]:
                    best[target] = value, state
    return max(0.0, best[rows, columns][0])


def _ends_meet(left: Runs, right: Runs, sizes: tuple[int, int], least: float) -> bool:
    """Whether both names begin and end with words that are alike: what an alignment needs that leaves neither out."""
    rows, columns = sizes
    pairs = [(di, dj) for di, dj in _STEPS if di and dj and di <= rows and dj <= columns]
    return any(words_alike(left[0, di], right[0, dj])[0] >= least for di, dj in pairs) and any(
        words_alike(left[rows - di, di], right[columns - dj, dj])[0] >= least for di, dj in pairs
    )


@lru_cache(maxsize=50_000)
def _runs(words: tuple[Word, ...]) -> Runs:
    """One to three words of a name as one: (where they begin, how many they are) -> the word."""
    return {(i, d): _joined(words[i : i + d]) for d in (1, 2, 3) for i in range(len(words) - d + 1)}


def _joined(words: tuple[Word, ...]) -> Word:
    if len(words) == 1:
        return words[0]
    return Word("".join(word.sounds for word in words), any(word.vowelless for word in words))


def words_alike(a: Word, b: Word) -> tuple[float, float]:
    """Return how alike two words are, from 0 to 1, and the weight that it has in the whole name."""
    if a.initial or b.initial:
        starts = a.sounds[:1] == b.sounds[:1] or _costs_of(a.sounds[:1])[b.sounds[:1]] <= 0.15
        return (sounds().costs["initial"] if starts else 0.0), 1.0
    likeness = word_likeness(a.sounds, b.sounds, a.vowelless or b.vowelless)
    return likeness, max(_weight(a.sounds), _weight(b.sounds), 1.0)


@lru_cache(maxsize=500_000)
def word_likeness(a: str, b: str, vowelless: bool = False) -> float:
    """Return how alike two words are, given as sounds, from 0 to 1. vowelless: one of them lacks short vowels."""
    if a == b:
        return 1.0
    longest = max(_weight(a), _weight(b), 0.5)
    return max(0.0, 1.0 - (_distance(a, b, vowelless) + _other_start(a[:1], b[:1])) / longest)


@cache
def _other_start(a: str, b: str) -> float:
    """What it costs more that two words begin with two consonants: "Radosław" and "Vladislav"."""
    vowels = _SHORT | _LONG | {_FILLER, ""}
    return 0.0 if a in vowels or b in vowels else sounds().costs["first"] * _costs_of(a)[b]


@lru_cache(maxsize=200_000)
def _weight(text: str) -> float:
    costs = sounds().costs
    return sum(
        costs["weight_filler"]
        if s == _FILLER
        else costs["weight_short"]
        if s in _SHORT
        else costs["weight_long"]
        if s in _LONG
        else costs["consonant"]
        for s in text
    )


def _distance(a: str, b: str, vowelless: bool) -> float:
    """Weighted edit distance. Written out for speed: it is where comparing names spends its time."""
    added = [_lose(sound, vowelless) for sound in b]
    row = [0.0]
    for cost in added:
        row.append(row[-1] + cost)
    for left in a:
        lost, costs = _lose(left, vowelless), _costs_of(left)
        diagonal, last = row[0], row[0] + lost
        row[0] = last
        for j, right in enumerate(b, start=1):
            above = row[j]
            last += added[j - 1]
            if above + lost < last:
                last = above + lost
            changed = diagonal + costs[right]
            if changed < last:
                last = changed
            diagonal, row[j] = above, last
    return row[-1]


@cache
def _lose(sound: str, vowelless: bool) -> float:
    table = sounds()
    if sound == _FILLER:
        return table.costs["unwritten_vowel" if vowelless else "filler_vowel"]
    if sound in _SHORT:
        return table.costs["unwritten_vowel" if vowelless else "short_vowel"]
    if sound in _LONG:
        return table.costs["long_vowel"]
    return table.costs["weak"] if sound in table.weak else table.costs["consonant"]


class _Costs(dict[str, float]):
    """What one sound costs for each other, filled as asked."""

    def __init__(self, sound: str) -> None:
        super().__init__()
        self._sound = sound

    def __missing__(self, other: str) -> float:
        cost = self[other] = _substitute(self._sound, other)
        return cost


@cache
def _costs_of(sound: str) -> _Costs:
    return _Costs(sound)


def _substitute(a: str, b: str) -> float:
    if a == b:
        return 0.0
    table = sounds()
    if (a, b) in table.related:
        return table.related[a, b]
    vowels = _SHORT | _LONG | {_FILLER}
    if a in vowels and b in vowels:
        return table.costs["vowel_for_vowel" if a not in _LONG and b not in _LONG else "long_for_other"]
    return table.costs["unrelated"] if (a in vowels) == (b in vowels) else 1.2 * table.costs["consonant"]
