"""Names without a head noun that a title right before them shows to be a body's or a ministry's business.

"Direktur Utama BPJS Ketenagakerjaan Ana Bela", "Pengarah Eksekutif Suaranita, Ana Bela", "Menteri Sumber Manusia
Malaysia Ana Bela": only where what a title is of stands right behind it and the name of its holder follows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.annotate.items import symbols
from kg.annotate.phrase import Body, Item
from kg.annotate.portfolios import of_ministry
from kg.annotate.tokens import Token

_HOLDER = r"(?=,?[KM]*[NVI]{2})"
_BUSINESS = re.compile(r"(?P<head>[RH])(?P<name>[FN](?:[,&]{0,2}[FNs]){0,6})(?=S,?[KM]*[NVI]{2})")
_SHORT = re.compile(rf"(?P<head>[RZ])(?P<name>N{{1,3}}F?){_HOLDER}")
_ALONE = re.compile(r"(?P<head>[RZ])(?P<name>N(?:N{0,2}S)?)(?=,[KM]*[NVI]{2,5}[,.w])")
_ACRONYM = 3  # letters
_NUMERAL = frozenset("IVXLC")


def numeral(token: Token) -> bool:
    """Whether a token is a number in Roman numerals."""
    return token.upper and _NUMERAL.issuperset(token.text)


def titled_bodies(items: list[Item], tokens: Sequence[Token], apart: Collection[str]) -> list[Item]:
    """The items of a sentence, with such names made bodies ("O") and such businesses fields ("F").

    Args:
        items: of one sentence. tokens: of the article. apart: roles that stand in no body but a ministry.
    """
    for match in _BUSINESS.finditer(symbols(items)):
        if of_ministry(items[match.start("head")]):
            for item in items[slice(*match.span("name"))]:
                if item.symbol == "N":
                    item.symbol, item.entries = "F", ()
    for pattern, fitting in ((_SHORT, _up_to_acronym), (_ALONE, _whole)):
        for match in reversed(list(pattern.finditer(symbols(items)))):
            entry = items[match.start("head")].entry("role", "not_official")
            named = fitting(items[slice(*match.span("name"))], tokens)
            if entry is None or entry.value in apart or not named:
                continue
            start, end = named[0].start, named[-1].end
            first = match.start("name")
            body = Body(start, end, name=(start, end))
            items[first : first + len(named)] = [Item("O", start, end, (), body)]
    return items


def _up_to_acronym(items: list[Item], tokens: Sequence[Token]) -> list[Item]:
    """The first of the items, up to the acronym among them and the field behind it."""
    for index, item in enumerate(items):
        token = tokens[item.start]
        if item.symbol == "N" and token.upper and len(token.text) >= _ACRONYM and not numeral(token):
            end = index + 2 if items[index + 1 : index + 2] and items[index + 1].symbol == "F" else index + 1
            return items[:end]
    return []


def _whole(items: list[Item], tokens: Sequence[Token]) -> list[Item]:
    return [] if any(tokens[i.start].upper for i in items) else items
