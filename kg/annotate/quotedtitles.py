"""Treaties' names in quotation marks: around the noun, or right after it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.headlast import Extent, closed_quote
from kg.annotate.phrase import Item
from kg.annotate.titlewords import TitleWords
from kg.annotate.tokens import Token

_LONGEST = 30  # items


def quoted_title(tokens: Sequence[Token], items: Sequence[Item], at: int, words: TitleWords) -> Extent | None:
    """The extent of a name in quotation marks; None where the noun at `at` has none."""
    if words.closing:
        return closed_quote(items, at, short=True)
    named = words.clitics is None or not words.clitics.definite(words.plain(items[at]))  # 'the convention "closes"'
    named = named and (words.cased or not at or items[at - 1].symbol != "v")  # 'this treaty is "a step"'
    for opening in (at - 1, at - 2, at + 1) if named else (at - 1, at - 2):
        if 0 <= opening < len(items) and items[opening].symbol == '"':
            if opening < at and any(i.symbol == '"' for i in items[opening + 1 : at]):
                continue
            ahead = range(max(opening, at) + 1, min(len(items), opening + _LONGEST))
            closing = next((j for j in ahead if items[j].symbol == '"'), 0)
            wide = closing > max(opening, at) + (1 if opening > at else 0)
            if wide and _is_title(tokens, items, (opening, at, closing), words):
                left = opening + 1 if opening < at else at
                return Extent(left, closing, about=closing if closing - at > 2 else 0, quoted=True)
    closed = closed_quote(items, at)
    if closed is not None and any(i.symbol == "," for i in items[closed.left : at]):
        return None  # somebody's words that end with the noun: "If we change nothing, we cannot keep the convention"
    if closed is None or _is_title(tokens, items, (closed.left - 1, at, closed.right), words):
        return closed
    return None


def _is_title(tokens: Sequence[Token], items: Sequence[Item], place: tuple[int, int, int], words: TitleWords) -> bool:
    """Whether quotation marks hold a title, which has a capital (where there are such) and no verb, and not somebody's
    words.
    """
    opening, at, closing = place
    if words.cased and not tokens[items[opening + 1].start].capital:
        return False
    return not any(
        ((words.verb(i) and i.symbol not in "fF") or i.symbol == "v")
        for i in items[opening + 1 : closing]
        if i is not items[at]
    )
