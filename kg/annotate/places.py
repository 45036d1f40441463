"""Places that no gazetteer knows, where the text itself says that they are places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.annotate.items import symbols
from kg.annotate.phrase import Item
from kg.annotate.terms import Entry
from kg.annotate.tokens import Token

_IN_STATE = re.compile(r"(?<=[obiw])(?P<name>[NV](?:-?[NV]){0,2})(?=\(S\))")
_AREA = re.compile(r"(?<![NVI])G[od]{0,2}(?P<name>[NVL](?:-?[NVL]){0,3})(?!-?[NV1])")
_SITE = re.compile(r"(?<![NVI])(?P<name>W(?:[NVFH]|[od]{1,2}[NVFH](?![NV]))(?:-?[NV]|[od]{1,2}[NV])*)(?!-?[NV1])")


def new_places(items: list[Item], tokens: Sequence[Token], text: Callable[[int, int], str]) -> list[Item]:
    """Make places of names that a noun or a state shows to be such.

    A name behind a small word and before a state in brackets is a place of that state ("in Entebbe (Uganda)"); a name
    behind a noun for places is one ("the region of Lower Walden"; "Palais du Peuple", which keeps its noun).

    Args:
        items: of one sentence. tokens: of the article. text: the words of tokens[start:end].

    Returns:
        The items, each such name as one item "L" whose entry has the category "new_place" and the state's key, where
        it is told, as its value.
    """

    def place(match: re.Match[str], state: str = "") -> None:
        """Make one item of the match, called by what its group "name" holds."""
        named = items[match.start("name") : match.end("name")]
        name = text(named[0].start, named[-1].end)
        new = Entry("new_place", state, name[:1].upper() + name[1:])
        entries = named[0].entries if match.group("name") == "L" else (new,)
        items[match.start() : match.end()] = [Item("L", items[match.start()].start, named[-1].end, entries)]

    for match in reversed(list(_IN_STATE.finditer(symbols(items)))):
        if (state := items[match.end() + 1].entry("state")) is not None:
            place(match, state.value)
    for pattern in (_AREA, _SITE):
        for match in reversed(list(pattern.finditer(symbols(items)))):
            place(match)
    for item in items:
        if item.symbol in "GW":
            item.symbol = "N" if tokens[item.start].capital else "n"
    return items
