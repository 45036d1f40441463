"""How alike two names of persons or places are, across languages and scripts.

The words of the names are aligned; each pair of words is compared by an edit distance over sounds in which short
vowels are cheap, related consonants cost less than unrelated ones and written long vowels are dear.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import combinations, islice, product

from rapidfuzz.distance import Levenshtein

from kg.resolve.keys import compare_key, script_of, shared_stem
from kg.resolve.tables import sounds
from kg.resolve.transliterate import Word, pronounce, syllabic

SPELT_ALIKE = 0.85
"""Names of one script below this likeness are names of two persons."""

_SPELT_APART = 0.4
"""Letters of one script that agree as little as this are no two spellings of one name (and cost no comparison)."""

_SHORT = frozenset("aeiou")
_LONG = frozenset("AIU")
_MOST_OUTLINES = 4
_POOR_WORD = 0.55
"""Below this a word is another word: "Radu Munteanu" and "Sorin Munteanu" are not half the same person."""


@lru_cache(maxsize=500_000)
def similarity(a: str, b: str) -> float:
    """Return how alike two names are, from 0 to 1; 1 where they are equal by `compare_key`. Symmetric.

    The method and its use with thresholds: names alone decide only from 0.8; below, role, state and company must help.
    """
    if compare_key(a) == compare_key(b):
        return 1.0
    if (a, b) != (min(a, b), max(a, b)):
        return similarity(b, a)
    return max((_best(x, y) for x in pronounce(a) for y in pronounce(b)), default=0.0)


def same_script(a: str, b: str) -> bool:
    """Whether two names are written in one script."""
    return script_of(a) == script_of(b) != ""


def _best(a: tuple[Word, ...], b: tuple[Word, ...]) -> float:
    straight = _aligned(a, b)
    if straight > 0.9 or len(a) < 2 or len(b) < 2:
        return straight
    turned = max(_aligned(a[1:] + a[:1], b), _aligned(a[-1:] + a[:-1], b))
    return max(straight, turned - sounds().costs["reversed"])


@lru_cache(maxsize=500_000)
def _aligned(a: tuple[Word, ...], b: tuple[Word, ...]) -> float:
    """The best monotone alignment of words; one word may stand for up to three of the other name."""
    rows, columns = len(a), len(b)
    skip = "missing_syllable" if syllabic(a) or syllabic(b) else "missing_word"
    # state: (sum of weight * likeness, sum of weights, penalty, worst word)
    State = tuple[float, float, float, float]
    best: dict[tuple[int, int], State] = {(0, 0): (0.0, 0.0, 0.0, 1.0)}

    def value(state: State) -> float:
        total, weight, penalty, worst = state
        likeness = total / weight if weight else 0.0
        return likeness * min(1.0, worst / _POOR_WORD) - penalty

    for i in range(rows + 1):
        for j in range(columns + 1):
            if (i, j) not in best:
                continue
            total, weight, penalty, worst = best[i, j]
            for di, dj in _STEPS:
                if i + di > rows or j + dj > columns:
                    continue
                if di == 0 or dj == 0:
                    names, at = (a, i) if di else (b, j)
                    inner = 0 < at < len(names) - 1
                    step = (total, weight, penalty + sounds().costs[skip if inner else "missing_end_word"], worst)
                else:
                    likeness, size = _words(_join(a[i : i + di]), _join(b[j : j + dj]))
                    step = (total + likeness * size, weight + size, penalty, min(worst, likeness))
                target = (i + di, j + dj)
                if target not in best or value(step) > value(best[target]):
                    best[target] = step
    return max(0.0, value(best[rows, columns]))


_STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 0), (0, 1))


def _join(words: tuple[Word, ...]) -> Word:
    joined = words[0]
    for word in words[1:]:
        joined = joined + word
    return joined


def _words(a: Word, b: Word) -> tuple[float, float]:
    """Likeness of two words and the weight that it has in the whole name."""
    if a.initial or b.initial:
        starts = a.sounds[:1] == b.sounds[:1] or _substitute(a.sounds[:1], b.sounds[:1]) <= 0.15
        return (sounds().costs["initial"] if starts else 0.0), 1.0
    likeness = word_likeness(a.sounds, b.sounds, a.vowelless or b.vowelless)
    return likeness, max(_weight(a.sounds), _weight(b.sounds), 1.0)


@lru_cache(maxsize=500_000)
def word_likeness(a: str, b: str, vowelless: bool = False) -> float:
    """Return how alike two words are, given as sounds, from 0 to 1. vowelless: one of them lacks short vowels."""
    if a == b:
        return 1.0
    longest = max(_weight(a), _weight(b), 0.5)
    return max(0.0, 1.0 - _distance(a, b, vowelless) / longest)


@lru_cache(maxsize=100_000)
def _weight(text: str) -> float:
    costs = sounds().costs
    return sum(
        costs["weight_short"] if s in _SHORT else costs["weight_long"] if s in _LONG else costs["consonant"]
        for s in text
    )


def _distance(a: str, b: str, vowelless: bool) -> float:
    """Weighted edit distance. Written out for speed: it is where comparing names spends its time."""
    added = [_lose(sound, vowelless) for sound in b]
    row = [0.0]
    for cost in added:
        row.append(row[-1] + cost)
    for left in a:
        lost = _lose(left, vowelless)
        diagonal, last = row[0], row[0] + lost
        row[0] = last
        for j, right in enumerate(b, start=1):
            above = row[j]
            last += added[j - 1]
            if above + lost < last:
                last = above + lost
            changed = diagonal if left == right else diagonal + _substitute(left, right)
            if changed < last:
                last = changed
            diagonal, row[j] = above, last
    return row[-1]


@cache
def _lose(sound: str, vowelless: bool) -> float:
    table = sounds()
    if sound in _SHORT:
        return table.costs["unwritten_vowel" if vowelless else "short_vowel"]
    if sound in _LONG:
        return table.costs["long_vowel"]
    return table.costs["weak"] if sound in table.weak else table.costs["consonant"]


@cache
def _substitute(a: str, b: str) -> float:
    if a == b:
        return 0.0
    table = sounds()
    if (a, b) in table.related:
        return table.related[a, b]
    vowels = _SHORT | _LONG
    if a in vowels and b in vowels:
        return table.costs["vowel_for_vowel" if a in _SHORT and b in _SHORT else "long_for_other"]
    return table.costs["consonant"] if (a in vowels) == (b in vowels) else 1.2 * table.costs["consonant"]


def contains_name(whole: str, part: str) -> bool:
    """Whether `part` is `whole` with words left out or cut to initials, in the same order, the surname kept.

    Endings of case are allowed: "Widjajanti" of "Ratny Widjajanti". For one word, it has to be the first or last.
    """
    long, short = compare_key(whole).split(), compare_key(part).split()
    if not short or len(short) >= len(long) + (len(short) > 1 and any(len(w) == 1 for w in short)):
        return False
    if len(short) == 1:
        return len(short[0]) > 1 and any(
            short[0] == word or shared_stem(short[0], word) for word in (long[0], long[-1])
        )
    at = -1
    for word in short:
        at = next((i for i in range(at + 1, len(long)) if _fits(long[i], word)), -2)
        if at == -2:
            return False
    return at == len(long) - 1 or _fits(long[0], short[0])


def _fits(word: str, part: str) -> bool:
    return word == part or (len(part) == 1 and word.startswith(part)) or shared_stem(word, part)


@lru_cache(maxsize=500_000)
def names_differ(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two names, given as (text, language), are of one script and cannot be of one person.

    In one language words may differ by an ending or a slip of the pen only; between languages of one script by what
    spelling explains. A name that is part of the other does not differ from it.
    """
    (left, language), (right, other) = a, b
    if not same_script(left, right) or compare_key(left) == compare_key(right):
        return False
    if shared_stem(left, right) or contains_name(left, right) or contains_name(right, left):
        return False
    if language == other:
        return not _slip(compare_key(left).split(), compare_key(right).split())
    if _likeness(compare_key(left), compare_key(right)) < _SPELT_APART:
        return True
    return similarity(left, right) < SPELT_ALIKE or _other_first_name(left, right)


def _slip(a: list[str], b: list[str]) -> bool:
    if "".join(a) == "".join(b):
        return True
    return len(a) == len(b) and all(_likeness(x, y) >= SPELT_ALIKE for x, y in zip(a, b, strict=True))


def _other_first_name(a: str, b: str) -> bool:
    """Whether the words, aligned as they stand, have one in which less than half the letters agree."""
    left, right = compare_key(a).split(), compare_key(b).split()
    return len(left) == len(right) and any(_likeness(x, y) < 0.5 for x, y in zip(left, right, strict=True))


def _likeness(a: str, b: str) -> float:
    return float(Levenshtein.normalized_similarity(a, b))


@lru_cache(maxsize=100_000)
def skeletons(name: str) -> frozenset[tuple[str, str]]:
    """Return blocking keys: outlines (classes of the first consonants) of each two words of `name`, in any order."""
    found: set[tuple[str, str]] = set()
    for words in pronounce(name):
        outlines = [_outlines(word.sounds) for word in words]
        for left, right in combinations([o for o in outlines if o], 2):
            found |= {(min(x, y), max(x, y)) for x, y in product(left, right)}
        spoken = "".join(word.sounds for word in words)
        turned = words[-1].sounds + "".join(word.sounds for word in words[:-1])
        found |= {(outline, "") for whole in (spoken, turned) for outline in _outlines(whole, 1)}
    return frozenset(found)


def _outlines(spoken: str, more: int = 0) -> list[str]:
    """The outlines of a word, or with one consonant more of a whole name: some scripts do not part its words."""
    table = sounds()
    classes = [table.classes[sound] for sound in spoken if sound in table.classes][: table.outline + more]
    return ["".join(choice) for choice in islice(product(*classes), _MOST_OUTLINES)] if classes else []
