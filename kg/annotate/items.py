"""Tokens of a sentence to items: one symbol for each term, name-like word, number or sign.

Phrases are found by patterns over these symbols (`ontology/families.toml`), so that one pattern serves every
language of a word order.

| symbol | stands for | symbol | stands for |
| --- | --- | --- | --- |
| R, Q | role; role with its field ("Menlu") | K | rank |
| H, h | noun that heads a body's name (capital, small) | F, f | field of a ministry |
| T, t | treaty noun | U | known treaty |
| S, A, L | state, adjective of a state, place | O | known organization or body |
| X, Y | former (or elect), acting | s | word that may stand inside a title |
| M, Z | honorific, not an official | c, B | "counterpart", "both countries" |
| G, W | noun before a place's name, noun that is a part of it; only until `places` has read them | | |
| N, n | capitalized word, other word | I | single capital letter |
| C, w | word that clauses are made of (capital, small) | V | surname (where the language lists them) |
| o, i, d | of-word, small word inside names, article | b | to-word: where an envoy is sent |
| &, p, E | and; particle of names; clitic ('s) | D, # | date; number |
| m | noun that no personal name has (only without capitals) | | |
| y | "of the country" at the end of a body's name | | |
| v, a, e | this, that, its; "in the capacity of"; "similar" | x | any other sign |

Other signs stand for themselves: , . ( ) " - : ; /
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.annotate.dense import SPACED, Dense
from kg.annotate.incontext import in_context
from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Item
from kg.annotate.terms import Entry, Match
from kg.annotate.tokens import Token

_SYMBOLS = {
    "known_treaty": "U", "body": "O", "national": "O", "state": "S", "place": "L", "role": "R", "role_field": "Q",
    "rank": "K", "treaty": "T", "head": "H", "field": "F", "adjective": "A", "former": "X", "elect": "X",
    "acting": "Y", "not_official": "Z", "counterpart": "c", "honorific": "M", "skip": "s", "and": "&", "article": "d",
    "of": "o", "to": "b", "inside": "i", "this": "v", "possessive": "v", "plural": "w", "capacity": "a", "both": "B",
    "similar": "e",
    "area": "G", "site": "W", "country": "y",
}  # fmt: skip
_RANKING = {category: rank for rank, category in enumerate(_SYMBOLS)}
_NAMES = ("state", "place", "adjective")
_CLOSED = ("article", "of", "to", "and", "this", "possessive")
_SMALL = {"T": "t", "H": "h", "F": "f"}
_SIGNS = {sign: "," for sign in ",،、，"} | {sign: "-" for sign in "-·・‧"} | {sign: "x" for sign in "–—"}
_SIGNS |= (
    {sign: '"' for sign in '"“”„«»‘’「」《》『』'}
    | {sign: sign for sign in ".():/;"}
    | {"；": ";"}
    | {"（": "(", "）": ")"}
)


def items_of(
    tokens: Sequence[Token],
    start: int,
    end: int,
    phrases: Mapping[int, Match],
    dates: Mapping[int, int],
    lexicon: Lexicon,
    lower: frozenset[str],
    inside: set[int],
    dense: Dense = SPACED,
) -> list[Item]:
    """The items of one sentence.

    Args:
        tokens: of the article; the sentence is tokens[start:end].
        phrases: the lexicon's matches by the index of their first token. inside: tokens inside clause terms. dates:
        first token to end of each date.
        lexicon: of the article's language. lower: keys of words that the article also writes small.
        dense: what an article without spaces is cut by.

    Returns:
        The items, in order, which cover the whole sentence.
    """
    out: list[Item] = []
    writing = lexicon.language.writing
    spelt = writing.spaces and not writing.case  # initials may be spelt out
    at = opening = start  # opening: the first token that is no sign, as far as is known
    while at < end:
        if at in dates and dates[at] <= end:
            out.append(Item("D", at, dates[at]))
            at = dates[at]
            continue
        if _initial(tokens, at, end) or (spelt and _spelt_initial(tokens, at, end, phrases.get(at), lexicon)):
            out.append(Item("I", at, at + 1))
            at += 1
            continue
        if at in dense.names:
            out.append(Item("N", at, dense.names[at]))
            at = dense.names[at]
            continue
        match = phrases.get(at) if dense is SPACED else dense.term(at, phrases.get(at))
        if match is not None and match.end <= end and not any(i in dates for i in range(match.start, match.end)):
            while opening < at and tokens[opening].kind == "p":
                opening += 1
            for term in _title_and_body(tokens, match, end, lexicon):
                out.append(_term(tokens, term, lexicon, opening >= term.start))
                at = term.end
            continue
        if at in dense.words and dense.words[at].end <= end:
            out.append(Item("w", at, dense.words[at].end))
            at = dense.words[at].end
            continue
        out.append(Item(_plain(tokens, at, at == start, at in inside, lexicon, lower), at, at + 1))
        at += 1
    return in_context(tokens, out, lexicon)


def _initial(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A capital letter and a full stop before a name, even where the letter is also a word of the language."""
    token = tokens[at]
    return (
        len(token.text) == 1
        and token.capital
        and at + 2 < end
        and tokens[at + 1].text == "."
        and tokens[at + 2].capital
    )


def _spelt_initial(tokens: Sequence[Token], at: int, end: int, match: Match | None, lexicon: Lexicon) -> bool:
    """A letter's name and a full stop, in a script without capitals: "के. राघवन नायर", though "के" is also a word."""
    if at + 2 >= end:
        return False
    point, after = tokens[at + 1], tokens[at + 2]
    letter = lexicon.tokenizer.plain(tokens[at].text) in lexicon.abbreviations and point.text == "." and point.glued
    titled = match is not None and any(e.category in ("honorific", "rank", "role") for e in match.entries)
    return letter and after.kind == "w" and not titled


def _title_and_body(tokens: Sequence[Token], match: Match, end: int, lexicon: Lexicon) -> list[Match]:
    """A title that ends in the noun of a body, as title and noun, in a script without capitals, where the body's name
    goes on behind it: "رئیس سازمان محیط زیست", the director of the Organization of the Environment.
    """
    last = match.end - 1
    if lexicon.language.writing.case or match.start == last or match.end >= end or tokens[match.end].kind != "w":
        return [match]
    clitics, plain = lexicon.tokenizer.clitics, lexicon.tokenizer.plain
    closed = clitics is not None and clitics.definite(plain(tokens[last].text))  # "رئيس الحكومة": no name goes on
    if match.entries[0].category != "role" or closed:
        return [match]
    head = lexicon.phrases.at(tokens, last, end)
    if head is None or head.end < match.end or all(e.category != "head" for e in head.entries):
        return [match]
    return [Match(match.start, last, match.entries), head]


def _term(tokens: Sequence[Token], match: Match, lexicon: Lexicon, first: bool) -> Item:
    entries = tuple(sorted(match.entries, key=lambda e: _RANKING.get(e.category, 99)))
    if first and any(e.category in _CLOSED for e in entries) and entries[0].category in ("place", "state"):
        # "Van" opens a Dutch sentence and is no city, "Того" a Ukrainian one and is no state
        entries = tuple(e for e in entries if e.category not in ("place", "state"))
    if not lexicon.language.writing.case and len(entries) > 1 and match.end == match.start + 1:
        # Without capitals a word is more often a word than the name that is written like it, and a state's name with
        # the article is more often its adjective.
        plain = lexicon.tokenizer.plain
        written = plain(tokens[match.start].text)
        entries = tuple(sorted(entries, key=lambda e: e.category in _NAMES and 1 + (plain(e.base) != written)))
    if entries[0].category == "state" and _is_adjective(entries, tokens[match.start : match.end]):
        entries = tuple(sorted(entries, key=lambda e: e.category != "adjective"))
    symbol = _SYMBOLS.get(entries[0].category, "n")
    if symbol in _SMALL and not tokens[match.start].capital:
        symbol = _SMALL[symbol]
    return Item(symbol, match.start, match.end, entries)


def _is_adjective(entries: tuple[Entry, ...], tokens: Sequence[Token]) -> bool:
    """Whether a word is written as the adjective of a state and only like its name: "Slovenský", of "Slovensko"."""
    if not tokens[0].capital:
        return False
    written = "".join(t.text for t in tokens).casefold()
    exact = {e.category for e in entries if e.base.replace(" ", "").casefold() == written}
    return "adjective" in exact and "state" not in exact


def _plain(tokens: Sequence[Token], at: int, first: bool, known: bool, lexicon: Lexicon, lower: frozenset[str]) -> str:
    token = tokens[at]
    if token.kind == "n":
        return "#"
    if token.kind != "w" and token.text in "'’":
        if not lexicon.language.writing.case:
            return '"'  # no letters are left out in scripts without capitals
        if token.glued:
            return "E"
    if token.kind != "w":
        return _SIGNS.get(token.text, "x") if token.text != "-" or token.glued else "x"
    if token.text[0] in "'’" and token.glued:
        return "E"
    plain = lexicon.tokenizer.plain(token.text)
    if not lexicon.language.writing.case and _hyphened(tokens, at, lexicon):
        return "n"
    if plain in lexicon.particles and (not token.capital or (len(plain) <= 3 and not _syllable(tokens, at))):
        return "p"
    if not lexicon.language.writing.case and not token.capital:
        if not known and lexicon.common and not lexicon.common.isdisjoint(token.keys):
            return "m"
        if known or plain in lexicon.stop_words or plain.endswith(lexicon.stop_endings):
            return "w"
        if token.text.startswith(lexicon.stop_beginnings):
            return "w"
        if _full_name(plain, lexicon):
            return "N"
        return "V" if lexicon.language.writing.spaces and plain in lexicon.surnames else "n"
    if not token.capital:
        return "w" if known else "n"
    if known or (first and (plain in lower or plain in lexicon.stop_words)):
        return "w" if first else "C"
    if len(token.text) == 1:
        return "I"
    return "V" if plain in lexicon.surnames else "N"


def _hyphened(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a hyphen joins a word to one that is no small word: "दो-युन", where "दो" alone is a number."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "-" or not tokens[at + 1].glued or not tokens[at + 2].glued:
        return False
    following = tokens[at + 2]
    return following.kind == "w" and lexicon.tokenizer.plain(following.text) not in lexicon.stop_words


def _syllable(tokens: Sequence[Token], at: int) -> bool:
    """The first of two syllables that a hyphen joins: "Han Do-yun" is no "Maria do Carmo"."""
    following = tokens[at + 1 : at + 3]
    return len(following) == 2 and following[0].text == "-" and not following[1].capital and following[1].glued


def _full_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a surname and a given name of two syllables written as one: 윤태호, 남궁민수."""
    given = lexicon.language.writing.given_syllables
    return bool(given) and all(s in given for s in word[-2:]) and word[:-2] in lexicon.surnames


def symbols(items: Sequence[Item]) -> str:
    """The items as one string, a symbol each, to be searched by patterns."""
    return "".join([item.symbol for item in items])
