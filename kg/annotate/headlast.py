"""Treaties' names that end with their noun: in quotation marks, or where no capitals show the first word (Hindi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.phrase import Item
from kg.annotate.titlewords import TitleWords

_PLAIN = "nNVfFLOhHs"  # what a name is made of
_PARTY = "SA"
_QUOTED = 20  # items of a quoted name before its noun
_LONGEST = 16  # items
_SUBJECTS = 2  # words for a subject in one name: "मछली पकड़ने पर रोक संबंधी समझौता"
_SPAN = 6  # items of one subject
_NAMED = 2  # items before the noun: so many words that describe it are a name


@dataclass(slots=True)
class Extent:
    """Items left:right. about: where the subject part of the name begins, 0 where it has none; dated: where a
    year in the name ends.
    """

    left: int
    right: int
    about: int = 0
    dated: int = 0
    hard: bool = True
    quoted: bool = False


def closed_quote(items: Sequence[Item], at: int, short: bool = False) -> Extent | None:
    """The noun may also close the quoted name, as in 《...公约》 or "... Anlaşması". short: it may be all of it."""
    opening = next((k for k in range(at - 1, max(-1, at - _QUOTED), -1) if items[k].symbol == '"'), at)
    if opening < (at if short else at - 1) and at + 1 < len(items) and items[at + 1].symbol == '"':
        return Extent(opening + 1, at + 1, quoted=True, about=at + 1)
    return None


def left_of(items: Sequence[Item], at: int, words: TitleWords) -> tuple[int, bool]:
    """(the first item of the name, whether it has a subject part or is long enough to be a name by itself).

    The name is that that the noun at `at` ends: "पनडुब्बी केबल संरक्षण संधि", "बच्चों के अधिकारों पर कन्वेंशन".

    Words that stand in front of each other belong to the name, and what a word for the subject ("on") or of
    possession joins to them, as long as the noun or something that a title has stands behind it. What only describes
    (new, historic) or says whose the treaty is (a state alone, the parties) is no part of it.
    """
    left, subjects = at, 0
    while left > 0 and at - left < _LONGEST:
        before = items[left - 1]
        if _part(items, left - 1, words):
            left -= 1
        elif before.symbol == "-" and left > 1 and items[left - 2].symbol in _PLAIN + _PARTY:
            left -= 2
        elif subjects < _SUBJECTS and _opens_subject(items, left - 1, words):
            size = _size(items, left - 1, words)
            subjects, left = subjects + 1, left - size
        elif (begin := _spanning(items, left, at, words)) < left:
            left = begin
        elif before.symbol in "o&," and _continues(items, left - 1, subjects > 0, words):
            left -= 1
        else:
            break
    left = _without_opening(items, left, at, words)
    return left, left < at and (subjects > 0 or at - left > _NAMED)


def _spanning(items: Sequence[Item], left: int, at: int, words: TitleWords) -> int:
    """Where a subject of several words begins that the name so far ends: "दोहरे कराधान से बचाव"."""
    ends = [items[k].end for k in range(left, min(left + 2, at))]
    begins = range(max(0, left - _SPAN), left - 1)
    return next((k for k in begins if any(words.is_topic(items[k].start, end) for end in ends)), left)


def _part(items: Sequence[Item], index: int, words: TitleWords) -> bool:
    """Whether an item is a word of the name."""
    item = items[index]
    if item.phrase is not None and item.symbol != "O":
        return False
    if item.symbol in _PLAIN:
        return not words.stops(item) and not (item.symbol == "s" and words.small(item))
    if item.symbol in _PARTY:
        return True
    return item.symbol == "w" and (words.topic_word(item) or words.content(item))


def _opens_subject(items: Sequence[Item], index: int, words: TitleWords) -> bool:
    """Whether a word for the subject ends here and a word of it stands before: "बच्चों के अधिकारों PAR"."""
    size = _size(items, index, words)
    return size > 0 and index - size >= 0 and _part(items, index - size, words)


def _size(items: Sequence[Item], index: int, words: TitleWords) -> int:
    """How many items the word for the subject that ends at `index` takes, 0 where there is none."""
    for size in (3, 2, 1):
        begin = index - size + 1
        if begin >= 0 and words.about(items[begin]) and words.ends(items[begin]) == items[index].end:
            return size
    return 0


def _continues(items: Sequence[Item], index: int, subject: bool, words: TitleWords) -> bool:
    """Whether a word of the name stands before a joining one; a lone state there only says whose the treaty is."""
    before = items[index - 1] if index else None
    if before is None or not _part(items, index - 1, words):
        return False
    if before.symbol in _PARTY:
        return items[index].symbol == "&"
    return subject or (before.symbol not in "hHO" and words.topic_word(before))


def _without_opening(items: Sequence[Item], left: int, at: int, words: TitleWords) -> int:
    """Drop from the left what begins no name: small and describing words, a single state."""
    while left < at:
        item, following = items[left], items[left + 1]
        joined = following.symbol == "-" or (
            following.symbol == "&" and left + 2 < at and items[left + 2].symbol in _PARTY
        )
        small = item.symbol in "o&,-w" or words.small(item)
        if not (small or (item.symbol in _PARTY and not joined)) or (item.symbol == "w" and words.topic_word(item)):
            break
        left += 1
    return at if all(i.symbol == "s" for i in items[left:at]) else left
