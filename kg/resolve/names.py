"""How alike two names of persons or places are, across languages and scripts.

Names are compared by their sounds (`kg.resolve.likeness`) and, in one script, by their letters.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, islice, product

from rapidfuzz.distance import Levenshtein

from kg.resolve.keys import compare_key, script_of, shared_stem
from kg.resolve.likeness import aligned
from kg.resolve.tables import sounds
from kg.resolve.transliterate import Word, pronounce

SPELT_ALIKE = 0.85
"""Names of one script below this likeness are names of two persons."""

SPELT_APART = 0.4
"""Letters of one script that agree as little as this are no two spellings of one name (and cost no comparison)."""

_SOUNDS_ALIKE = 0.7
"""From this likeness a word may be another spelling of one: "Jun" and "Yoon"."""

_SURE = 0.9
"""From this likeness no other order of the words is tried."""

_MOST_OUTLINES = 4


def similarity(a: str, b: str, least: float = 0.0) -> float:
    """Return how alike two names are, from 0 to 1; 1 where they are equal by `compare_key`. Symmetric.

    The method and its use with thresholds: names alone decide only from 0.8; below, role, state and company must help.
    least: where the likeness is under it, any number under it may be returned, which is often known sooner.
    """
    return _similarity(min(a, b), max(a, b), least)


@lru_cache(maxsize=500_000)
def _similarity(a: str, b: str, least: float) -> float:
    if compare_key(a) == compare_key(b):
        return 1.0
    return max((_best(x, y, least) for x in pronounce(a) for y in pronounce(b)), default=0.0)


def same_script(a: str, b: str) -> bool:
    """Whether two names are written in one script."""
    return script_of(a) == script_of(b) != ""


def _best(a: tuple[Word, ...], b: tuple[Word, ...], least: float) -> float:
    straight = aligned(a, b, min(least, _SURE))
    if straight > _SURE or len(a) < 2 or len(b) < 2:
        return straight
    reverse = sounds().costs["reversed"]
    if len(a) == len(b) == 2:
        return max(straight, aligned((a[1], a[0]), b, least + reverse) - reverse)
    turned = [aligned(turn, b, least + reverse) for turn in _turns(a)]
    if len(a) > 2 or len(b) > 2:
        turned += [aligned(a, turn, least + reverse) for turn in _turns(b)]
    return max(straight, max(turned) - reverse)


@lru_cache(maxsize=50_000)
def _turns(words: tuple[Word, ...]) -> set[tuple[Word, ...]]:
    """A name with its first word last, and with its last word first."""
    return {words[1:] + words[:1], words[-1:] + words[:-1]}


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
    if not same_script(left, right):
        return False
    left, right = plain_spelling(left), plain_spelling(right)
    if left == right:
        return False
    if _same_starts(left, right) and (
        shared_stem(left, right) or contains_name(left, right) or contains_name(right, left)
    ):
        return False
    if language == other:
        return not _slip(left.split(), right.split())
    if sorted(left.split()) == sorted(right.split()):
        return False
    if _likeness(left, right) < SPELT_APART:
        return True
    return _other_first_name(left, right) or similarity(left, right, SPELT_ALIKE) < SPELT_ALIKE


@lru_cache(maxsize=100_000)
def plain_spelling(name: str) -> str:
    """Return the `compare_key` of a name with one way of writing for what its script writes in several."""
    text = compare_key(name)
    script = sounds().scripts.get(script_of(text))
    for written, plain in script.variants.items() if script else ():
        text = text.replace(written, plain)
    return text


def _same_starts(a: str, b: str) -> bool:
    left, right = initials(a), initials(b)
    return left <= right or right <= left


@lru_cache(maxsize=100_000)
def initials(name: str) -> frozenset[str]:
    """Return the first letters of the words of a name; a part or another form of it has no others."""
    return frozenset(word[0] for word in compare_key(name).split())


def _slip(a: list[str], b: list[str]) -> bool:
    if "".join(a) == "".join(b):
        return True
    return len(a) == len(b) and all(_likeness(x, y) >= SPELT_ALIKE for x, y in zip(a, b, strict=True))


def _other_first_name(a: str, b: str) -> bool:
    """Whether the words, aligned as they stand, have one that neither half its letters nor its sound shows as one."""
    left, right = a.split(), b.split()
    return len(left) == len(right) and any(
        _likeness(x, y) < 0.5 and similarity(x, y, _SOUNDS_ALIKE) < _SOUNDS_ALIKE
        for x, y in zip(left, right, strict=True)
    )


def _likeness(a: str, b: str) -> float:
    return float(Levenshtein.normalized_similarity(a, b))


@lru_cache(maxsize=100_000)
def skeletons(name: str) -> frozenset[tuple[str, str]]:
    """Return blocking keys: outlines (classes of the first consonants) of each two words of `name`, in any order."""
    found: set[tuple[str, str]] = set()
    for words in pronounce(name):
        for left, right in combinations([_outlines(word.sounds) for word in words], 2):
            found |= {(min(x, y), max(x, y)) for x, y in product(left, right)}
        spoken = "".join(word.sounds for word in words)
        turned = words[-1].sounds + "".join(word.sounds for word in words[:-1])
        found |= {(outline, "") for whole in (spoken, turned) for outline in _outlines(whole, 1) if outline}
    return frozenset(found)


@lru_cache(maxsize=100_000)
def _outlines(spoken: str, more: int = 0) -> tuple[str, ...]:
    """The outlines of a word ("" where no consonant is heard), or with one consonant more of a whole name: some
    scripts do not part its words."""
    table = sounds()
    classes = [table.classes[sound] for sound in spoken if sound in table.classes][: table.outline + more + 2]
    choices = ("".join(choice).replace("_", "")[: table.outline + more] for choice in product(*classes))
    return tuple(islice(dict.fromkeys(choices), _MOST_OUTLINES))
