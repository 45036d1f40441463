"""Businesses of ministries that no list has: told by a word's first or last part ("Milieu en Energiezekerheid"), or
by where they stand ("Kenya Madencilik ve Mavi Ekonomi Bakanı").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.compounds import Compounds
from kg.annotate.items import symbols
from kg.annotate.phrase import Item
from kg.annotate.terms import Entry
from kg.annotate.tokens import Token

_LIST = re.compile(r"(?P<head>[RQHhO])[os]+d?(?P<list>[FN](?:[,&]+d?[FN])*)")
_OWNED = re.compile(r"[SA]E?s?(?P<list>[FNC](?:[,&]{0,2}[FNCs]){0,7})(?P<head>[RH])")
_HEADS = ("Minister", "DeputyMinister", "StateSecretary", "ministry")


def with_portfolios(items: list[Item], tokens: Sequence[Token], compounds: Compounds | None, last: bool) -> list[Item]:
    """The items of a sentence, words for the business of a minister or ministry made fields ("F").

    Args:
        items: of one sentence. tokens: of the article. compounds: of its language; None where it writes none.
        last: titles and head nouns stand last and names have capitals, so that a capitalized word between a state and
            "minister" can be nothing else.
    """
    if last:
        for match in _OWNED.finditer(symbols(items)):
            if of_ministry(items[match.start("head")]):
                _make_fields(items[slice(*match.span("list"))])
    if compounds is None:
        return items
    for match in _LIST.finditer(symbols(items)):
        if not of_ministry(items[match.start("head")]):
            continue
        for item in items[slice(*match.span("list"))]:
            field = compounds.field_of(tokens[item.start].text) if item.symbol == "N" else ""
            if field:
                item.symbol, item.entries = "F", (Entry("field", field, tokens[item.start].text),)
    return items


def of_ministry(head: Item) -> bool:
    """Whether an item is a minister's title or the noun of a ministry."""
    entry = head.entry("role", "role_field", "head", "national")
    return entry is not None and entry.value.split("/")[0] in _HEADS


def _make_fields(items: Sequence[Item]) -> None:
    for item in items:
        if item.symbol in "NC":
            item.symbol = "F"
