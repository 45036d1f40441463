"""Treaties' names that end with their noun, where particles are words of their own (Korean)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.headlast import Extent
from kg.annotate.phrase import Item
from kg.annotate.titlewords import TitleWords

_PARTS = "nNLSOAFfhHVpITt"  # what names stand together from, without particles
_TITLE = 16  # items of a title that says what it is about
_COMPOUND = 5  # of one that is a compound


def before_noun(items: Sequence[Item], at: int, words: TitleWords) -> Extent:
    """The name that a treaty noun closes, in a language whose particles are words of their own: the words right before
    it, or before the words that say "about" ("수중소음 저감에 관한 협약"), up to a particle of the clause.

    Args:
        items: of the sentence. at: the noun's place. words: of the article.

    Returns:
        The extent.
    """
    extent = Extent(at, at + 1)
    about = _about(items, at, words)
    if about is not None:
        extent.about = at + 1
        at = about
    longest = _TITLE if about is not None else _COMPOUND
    left = at
    while left > 0 and at - left < longest:
        item = items[left - 1]
        joined = left < at and (item.symbol == "-" or (about is not None and _joins(items, left - 1, words)))
        if not joined and (item.symbol not in _PARTS or (item.phrase is not None and item.symbol not in "O")):
            break
        left -= 1
    while left < at and items[left].symbol in "-&o":
        left += 1
    if about is not None and left == at:
        return Extent(extent.right - 1, extent.right)
    extent.left = left
    return extent


def _about(items: Sequence[Item], at: int, words: TitleWords) -> int | None:
    """Where the words that say "about" begin, if they stand right before the noun."""
    for index in range(max(0, at - 3), at):
        match = words.match(items[index])
        if match is not None and words.about(items[index]) and match.end == items[at].start:
            return index
    return None


def _joins(items: Sequence[Item], index: int, words: TitleWords) -> bool:
    """Whether an item goes on with a title inside its subject part: "and", "of", "between"."""
    item = items[index]
    return item.symbol in "&o" or words.marked(item, "between") or words.about(item)
