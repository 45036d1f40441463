"""Places that no gazetteer knows, where the text itself says that they are places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.items import symbols
from kg.annotate.phrase import Item
from kg.annotate.terms import Entry
from kg.annotate.tokens import Token

_IN_STATE = re.compile(r"(?<=[obiw])(?P<name>[NV](?:-?[NV]){0,2})(?=\(S\))")


def new_places(items: list[Item], tokens: Sequence[Token]) -> list[Item]:
    """A name behind a small word and before a state in brackets is a place of that state: "in Entebbe (Uganda)".

    Args:
        items: of one sentence. tokens: of the article.

    Returns:
        The items, each such name as one item "L" whose entry has the category "new_place" and the state's key as its
        value.
    """
    for match in reversed(list(_IN_STATE.finditer(symbols(items)))):
        first, last = items[match.start()], items[match.end() - 1]
        state = items[match.end() + 1].entry("state")
        if state is None:
            continue
        name = " ".join(t.text for t in tokens[first.start : last.end] if t.kind == "w")
        items[match.start() : match.end()] = [
            Item("L", first.start, last.end, (Entry("new_place", state.value, name),))
        ]
    return items
