"""Places that no gazetteer knows, where the text itself says that they are places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.annotate.baseforms import base_candidates
from kg.annotate.items import symbols
from kg.annotate.lexicon import Lexicon
from kg.annotate.normalise import compare_key
from kg.annotate.phrase import Item
from kg.annotate.terms import Entry
from kg.annotate.tokens import Token
from kg.wordlist import small_places

_IN_STATE = re.compile(r"(?<=[obiw])(?P<name>[NV](?:-?[NV]){0,2})(?=\(S\))")
_AREA = re.compile(r"(?<![NVI])G[od]{0,2}(?P<name>[NVL](?:-?[NVL]){0,3})(?!-?[NV1])")
_AREA_BEHIND = re.compile(r"(?<=[SL]o)(?P<name>n{1,2})G")  # "ट्यूनीशिया के तोज़ूर शहर"
_AREA_BARE = re.compile(r"(?<![NVI])G(?P<name>n)")  # "مدينة توزر"
_SITE = re.compile(r"(?<![NVI])(?P<name>W(?:[NVFH]|[od]{1,2}[NVFH](?![NV]))(?:-?[NV]|[od]{1,2}[NV])*)(?!-?[NV1])")


_AT = re.compile(r"(?<![NVI1][ob])(?:(?<=[ob])|(?<=[ob]A))(?P<name>[NV](?:-?[NV]){0,2})(?!-?[NV1(TtU])")


def new_places(
    items: list[Item], tokens: Sequence[Token], text: Callable[[int, int], str], lexicon: Lexicon
) -> list[Item]:
    """Make places of names that a noun, a state or a small word before the name of a small city shows to be such.

    A name behind a small word and before a state in brackets is a place of that state ("in Entebbe (Uganda)"); a name
    behind a noun for places is one ("the region of Lower Walden"; "Palais du Peuple", which keeps its noun). In a
    script with capitals, what GeoNames has as a city is one behind a preposition ("in Tozeur").

    Args:
        items: of one sentence. tokens: of the article. text: the words of tokens[start:end]. lexicon: of the language.

    Returns:
        The items, each such name as one item "L" whose entry has the category "new_place" and the state's key, where
        it is told, as its value; or "small_place" with the value that `small_places` has.
    """

    def words(match: re.Match[str]) -> str:
        """The text of the group "name"."""
        return text(items[match.start("name")].start, items[match.end("name") - 1].end)

    def goes_on(end: int) -> bool:
        """Whether a word follows that may be a part of the name, as none is that has something glued to it."""
        clitics, plain = lexicon.tokenizer.clitics, lexicon.tokenizer.plain
        after = items[end] if end < len(items) and items[end].symbol in "nN" else None
        return after is not None and not (clitics and clitics.prefixed(plain(tokens[after.start].text)))

    def place(match: re.Match[str], state: str = "", known: Entry | None = None) -> None:
        """Make one item of the match, called by what its group "name" holds."""
        named = items[match.start("name") : match.end("name")]
        name = words(match)
        new = known or Entry("new_place", state, name[:1].upper() + name[1:])
        entries = named[0].entries if match.group("name") == "L" else (new,)
        items[match.start() : match.end()] = [Item("L", items[match.start()].start, named[-1].end, entries)]

    for match in reversed(list(_IN_STATE.finditer(symbols(items)))):
        if (state := items[match.end() + 1].entry("state")) is not None:
            place(match, state.value)
    writing = lexicon.language.writing
    for pattern in (_AREA, _SITE) if writing.case else (_AREA_BEHIND if writing.order == "SOV" else _AREA_BARE,):
        for match in reversed(list(pattern.finditer(symbols(items)))):
            if not (pattern is _AREA_BARE and goes_on(match.end())):
                place(match)
    for match in reversed(list(_AT.finditer(symbols(items))) if lexicon.language.writing.case else []):
        if (city := _small_place(lexicon, words(match))) is not None:
            place(match, known=city)
    for item in items:
        if item.symbol in "GW":
            item.symbol = "N" if tokens[item.start].capital else "n"
    return items


def _small_place(lexicon: Lexicon, name: str) -> Entry | None:
    """What GeoNames has by a name as it stands or without a case ending."""
    for form in (name, *base_candidates(lexicon, name)):
        found = small_places().get(" ".join(compare_key(form).replace("-", " ").split()))
        if found:
            return Entry("small_place", found, form)
    return None


def place_key(item: Item) -> str:
    """What tells a place from others: its key, or that of a small city; "" for one that is known by its name alone."""
    if entry := item.entry("place"):
        return entry.value
    small = item.entry("small_place")
    return f"place/{small.value.split('/')[0]}" if small is not None else ""
