"""What a text adds behind a person's name, or right before his title: his portfolio, his party.

"Minister Ana Bela (Justice, XYZ)", "minister Jan Prins van Volksgezondheid", "XYZ-Kamerlid Jan Prins".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.items import symbols
from kg.annotate.phrase import Body, Item, Person
from kg.annotate.tokens import Token

_BEHIND = re.compile(
    r"(?P<of>od*(?P<fields>F(?:[,&]+d*F)*))?"
    r"(?:\((?P<inner>F(?:[,&]+F)*)?(?:(?<!\(),)?(?P<party>d?[NO](?:[-/]?[NO]){0,2})?\))?"
)
_PORTFOLIO = ("Minister", "DeputyMinister", "StateSecretary", "Commissioner")
_OF_PARTY = ("Member", "Leader")  # whose title may begin with the party's name


def with_asides(items: list[Item], tokens: Sequence[Token]) -> list[Item]:
    """The items of a sentence, each official with what stands beside him taken in."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        at += 1
        if item.symbol == "1" and isinstance(person := item.phrase, Person) and person.official and _held(person):
            _before(out, item, person, tokens)
            at += _behind(items[at:], item, person)
        out.append(item)
    return out


def _held(person: Person) -> list[str]:
    """The roles that a person holds now."""
    return [post.role for post in person.posts if not post.former]


def _before(out: list[Item], item: Item, person: Person, tokens: Sequence[Token]) -> None:
    """A capitalized word joined to the title by a hyphen."""
    glued = tokens[item.start].text == "-" or (bool(out) and out[-1].symbol == "-")
    name = next((i for i in reversed(out) if i.symbol != "-"), None)
    if glued and name is not None and _a_party(name) and set(_held(person)) & set(_OF_PARTY):
        person.party = (name.start, name.end)


def _a_party(item: Item) -> bool:
    """Whether an item can be the name of a party: unknown, or known as one."""
    return item.symbol == "N" or (isinstance(item.phrase, Body) and item.phrase.key.startswith("party/"))


def _behind(items: Sequence[Item], item: Item, person: Person) -> int:
    """How many of the items behind a person belong to him."""
    match = _BEHIND.match(symbols(items[:16]))
    if match is None or not match.end():
        return 0
    post = next((p for p in person.posts if p.role in _PORTFOLIO and not p.fields and not p.bodies), None)
    told = [items[i] for key in ("fields", "inner") for i in range(*match.span(key)) if match.start(key) >= 0]
    fields = [e.value for i in told if i.symbol == "F" and (e := i.entry("field"))]
    if fields and post is None:
        return 0
    if post is not None and fields:
        post.fields = tuple(dict.fromkeys(fields))
    if match.start("party") >= 0:
        if not all(_a_party(i) for i in items[slice(*match.span("party"))] if i.symbol not in "d-/"):
            return match.end("of") if fields else 0
        first, last = items[match.start("party")], items[match.end("party") - 1]
        person.party = (first.start if first.symbol != "d" else first.end, last.end)
    person.end = item.end = items[match.end() - 1].end
    return match.end()
