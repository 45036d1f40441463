"""Patterns over item symbols: the word orders of `ontology/families.toml`, compiled, and the pass that applies them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.annotate.items import symbols
from kg.annotate.phrase import Item
from kg.errors import KnowledgeError
from kg.paths import ontology_path

Pattern = re.Pattern[str]
_NAMED = re.compile(r"\(\?P<\w+>")
Groups = dict[str, list[Item]]


@dataclass(frozen=True, slots=True)
class Family:
    """The patterns of one word order; the first that matches at a place wins."""

    name: Pattern
    body: tuple[Pattern, ...]
    post: tuple[Pattern, ...]
    couple: tuple[Pattern, ...]
    person: tuple[Pattern, ...]


@cache
def families() -> dict[str, Family]:
    """All families, by their names.

    Raises:
        KnowledgeError: a pattern is no regular expression; the message names it.
    """
    data = tomllib.loads(ontology_path("families.toml").read_text(encoding="utf-8"))
    return {key: _family(key, {**data.get(row.get("base"), {}), **row}) for key, row in data.items()}


def _family(key: str, row: dict[str, list[str]]) -> Family:
    def compiled(patterns: Sequence[str]) -> tuple[Pattern, ...]:
        out = []
        for pattern in patterns:
            try:
                out.append(re.compile(pattern.replace("NAME", str(row["name"]))))
            except re.error as error:
                raise KnowledgeError(f"families.toml: {key}: {pattern!r} is no regular expression: {error}") from error
        return tuple(out)

    return Family(
        compiled([str(row["name"])])[0], *(compiled(row[part]) for part in ("body", "post", "couple", "person"))
    )


def rewrite(
    items: list[Item], patterns: Sequence[Pattern], make: Callable[[Groups, list[Item]], Item | list[Item] | None]
) -> list[Item]:
    """Replace what the patterns match, from left to right.

    Args:
        items: of one sentence. patterns: tried in order at each item.
        make: gets the items of each named group and all matched items; returns the item or items that take their
        place, or None to go on.

    Returns:
        The new items.
    """
    text = symbols(items)
    out: list[Item] = []
    at = 0
    anywhere = _anywhere(tuple(patterns))
    while at < len(items):
        start = anywhere.search(text, at)
        if start is None:
            break
        out.extend(items[at : start.start()])
        at = start.start()
        made: Item | list[Item] | None = None
        for pattern in patterns:
            match = pattern.match(text, at)
            if match and match.end() > at:
                groups = {k: items[match.start(k) : match.end(k)] for k in pattern.groupindex if match.start(k) >= 0}
                made = make(groups, items[at : match.end()])
                if made is not None:
                    made = made if isinstance(made, list) else [made]
                    while at < match.end() and items[at].start < made[-1].end:
                        at += 1  # what it leaves over at its end is free for others
                    break
        if made is None:
            out.append(items[at])
            at += 1
        else:
            out.extend(made if isinstance(made, list) else [made])
    out.extend(items[at:])
    return out


@cache
def _anywhere(patterns: tuple[Pattern, ...]) -> Pattern:
    """One expression that finds the next place where any of the patterns matches, much quicker than trying each
    at each place.
    """
    return re.compile("|".join(f"(?:{_NAMED.sub('(?:', p.pattern)})" for p in patterns))
