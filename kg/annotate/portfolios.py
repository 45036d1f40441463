"""Businesses of ministries that no list has, told by a word's first or last part: "Milieu en Energiezekerheid"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.compounds import Compounds
from kg.annotate.items import symbols
from kg.annotate.phrase import Item
from kg.annotate.terms import Entry
from kg.annotate.tokens import Token

_LIST = re.compile(r"(?P<head>[RQHhO])[os]+d?(?P<list>[FN](?:[,&]+d?[FN])*)")
_HEADS = ("Minister", "DeputyMinister", "StateSecretary", "ministry")


def with_portfolios(items: list[Item], tokens: Sequence[Token], compounds: Compounds | None) -> list[Item]:
    """The items of a sentence, words for the business of a minister or ministry made fields ("F").

    Args:
        items: of one sentence. tokens: of the article. compounds: of its language; None where it writes none.
    """
    if compounds is None:
        return items
    for match in _LIST.finditer(symbols(items)):
        head = items[match.start("head")].entry("role", "role_field", "head", "national")
        if head is None or head.value.split("/")[0] not in _HEADS:
            continue
        for item in items[slice(*match.span("list"))]:
            field = compounds.field_of(tokens[item.start].text) if item.symbol == "N" else ""
            if field:
                item.symbol, item.entries = "F", (Entry("field", field, tokens[item.start].text),)
    return items
