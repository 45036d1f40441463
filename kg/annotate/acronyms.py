"""Short forms of bodies and treaties: in brackets behind the long form, or in a list with organizations."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.phrase import Body, Item, Treaty
from kg.annotate.tokens import Token

_MAX_ACRONYM = 12


def with_acronyms(items: list[Item], tokens: Sequence[Token], case: bool) -> list[Item]:
    """Bodies and treaties take in the short form that follows them in brackets: "International Maritime
    Organization (IMO)". case: as in `BodyMaker`.
    """
    named = "NOH" if case else "NOHn"
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        out.append(item)
        at += 1
        if item.symbol not in "OTU" or item.phrase is None or at + 2 >= len(items):
            continue
        size = _digits(items, tokens, at)
        if (
            items[at].symbol == "("
            and (inner := items[at + 1]).symbol in "ICVQRS" + named
            and at + 1 + size < len(items)
            and items[at + 1 + size].symbol == ")"
        ):
            text = "".join(t.text for t in tokens[inner.start : items[at + size].end]) if _one_word(inner, size) else ""
            if _same_body(item, inner):  # a known short form, which may be written as several tokens
                text = "".join(t.text if t.glued else f" {t.text}" for t in tokens[inner.start : inner.end]).strip()
            if not text or not (1 < len(text) <= _MAX_ACRONYM):
                continue
            if sum(c.isupper() for c in text) < 2 and inner.symbol not in named:
                continue
            phrase = item.phrase
            owner_between = isinstance(phrase, Body) and phrase.whose and phrase.name[1] < phrase.end
            party = phrase.inside[-1] if isinstance(phrase, Treaty) and phrase.inside else None
            if party is not None and party.end == phrase.end:
                party.acronym = text  # "memorandum between A and B (BB)"
            elif isinstance(phrase, Body | Treaty) and not owner_between:
                phrase.acronym = text
                if isinstance(phrase, Body) and isinstance(inner.phrase, Body):  # a known body by an unknown name
                    phrase.key = phrase.key or ("" if phrase.state or phrase.whose else inner.phrase.key)
            phrase.end = items[at + 1 + size].end
            item.end = phrase.end
            at += 2 + size
    return out


def _one_word(item: Item, size: int) -> bool:
    return size > 1 or item.end == item.start + 1


def _digits(items: Sequence[Item], tokens: Sequence[Token], at: int) -> int:
    """How many items the short form in brackets at a place has, whose digits are items of their own: "(BP2MI)"."""
    size = 1
    while at + 1 + size < len(items) and (nxt := items[at + 1 + size]).symbol in "N#I" and tokens[nxt.start].glued:
        size += 1
    return size


def _same_body(item: Item, other: Item) -> bool:
    """Whether two items name one body that the gazetteer knows."""
    left, right = item.phrase, other.phrase
    return isinstance(left, Body) and isinstance(right, Body) and left.key == right.key != ""


def listed_acronyms(items: list[Item], tokens: Sequence[Token]) -> list[Item]:
    """An unknown acronym in a list with organizations is one too: "AIPA, INTERPOL, ASEANPOL"."""
    changed = True
    while changed:
        changed = False
        for index, item in enumerate(items):
            token = tokens[item.start]
            if item.symbol == "N" and token.upper and len(token.text) > 2 and _beside_body(items, index):
                items[index] = Item(
                    "O", item.start, item.end, (), Body(item.start, item.end, name=(item.start, item.end))
                )
                changed = True
    return items


def _beside_body(items: Sequence[Item], index: int) -> bool:
    for step in (-1, 1):
        join, other = index + step, index + 2 * step
        if 0 <= other < len(items) and items[join].symbol in ",&" and isinstance(items[other].phrase, Body):
            return True
    return False
