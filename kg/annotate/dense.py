"""Scripts without spaces: which of the terms that begin at a character stands there, and what joins in the end.

Where every character is a token, a term of one character is mostly a part of some word ("加" of 参加 is no Canada), and
the longer of two terms that begin alike is the right one.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Item
from kg.annotate.terms import Match
from kg.annotate.tokens import Token

_PLACED = frozenset(("state", "place", "adjective"))
_FIRM = frozenset((*_PLACED, "treaty", "known_treaty", "body"))  # terms that a longer clause term does not swallow
_OWNED = frozenset(("role", "role_field", "head", "field", "body", "national"))


@dataclass(frozen=True, slots=True)
class Dense:
    """What is known of an article in a script without spaces; empty for others.

    names: first token to end of each personal name. words: clause terms of several characters. states: tokens that
    name a state by one character and stand for it.
    """

    names: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[int, Match] = field(default_factory=dict)
    parts: frozenset[int] = frozenset()

    def term(self, at: int, match: Match | None) -> Match | None:
        """The phrase term that stands at a token, if it is no part of another word."""
        if match is None or at in self.parts:
            return None
        word = self.words.get(at)
        swallowed = word is not None and word.end > match.end and match.entries[0].category not in _FIRM
        return None if swallowed else match


SPACED = Dense()
"""What is known of an article whose words stand apart: nothing, and no term needs a second look."""


def dense_of(
    tokens: Sequence[Token],
    phrases: Mapping[int, Match],
    clauses: Mapping[int, Match],
    names: Mapping[int, int],
    lexicon: Lexicon,
) -> Dense:
    """What stands where in an article of such a script.

    Args:
        tokens: of the article. phrases, clauses: the lexicon's matches by first token. names: of persons.
    """
    named = {i for start, end in names.items() for i in range(start, end)}
    words = {at: m for at, m in clauses.items() if m.end - at > 1 and named.isdisjoint(range(at, m.end))}
    inside = {i for m in words.values() for i in range(m.start, m.end)}
    covered = inside | named | {i for m in phrases.values() if m.end - m.start > 1 for i in range(m.start, m.end)}
    short = {
        at
        for at, m in phrases.items()
        if m.end == at + 1 and len(tokens[at].text) == 1 and _PLACED.issuperset(e.category for e in m.entries)
    }
    short -= named | {at for at in short if at and tokens[at - 1].kind == "n"}  # "11日以": a day
    stand: set[int] = set()
    for at in sorted(short - inside):
        beside = at - 1 in stand or (at + 1 in short and at + 1 not in inside)
        owned = (term := phrases.get(at + 1)) is not None and term.end > at + 2 and term.entries[0].category in _OWNED
        small = tokens[at].text in lexicon.stop_words
        alone = not _word(tokens, at - 1, covered, lexicon, True) and not _word(tokens, at + 1, covered, lexicon, False)
        if (
            beside
            or (not small and (owned or alone))
            or (not small and _pairs(tokens, phrases, at, covered, lexicon))
            or (at > 0 and (to := phrases.get(at - 1)) is not None and to.entries[0].category == "to")
        ):
            stand.add(at)
    return Dense(names, words, frozenset(short - stand))


def _pairs(tokens: Sequence[Token], phrases: Mapping[int, Match], at: int, covered: set[int], lexicon: Lexicon) -> bool:
    """Whether a state's long name follows its one character, and nothing else that it could be of: 日ベトナム."""
    behind = phrases.get(at + 1)
    long = behind is not None and (behind.end > at + 2 or len(tokens[at + 1].text) > 1)
    before = tokens[at - 1] if at else None
    free = (
        before is None
        or before.kind == "p"
        or (before.kind == "w" and not _word(tokens, at - 1, covered, lexicon, True))
    )
    return long and free and behind is not None and behind.entries[0].category == "state"


def _word(tokens: Sequence[Token], at: int, covered: set[int], lexicon: Lexicon, before: bool) -> bool:
    """Whether a token beside a character may be of one word with it."""
    if not 0 <= at < len(tokens) or tokens[at].kind == "p":
        return False
    if tokens[at].kind == "n" or at in covered:
        return before
    return tokens[at].text not in lexicon.stop_words


def joined(items: list[Item], known: Container[int]) -> list[Item]:
    """Unknown characters in a row as one item, so that distances are counted in words as they are elsewhere.

    Args:
        items: of one sentence. known: tokens at which something begins that later steps look for.
    """
    out: list[Item] = []
    growing = False
    for item in items:
        plain = item.symbol in "nw" and item.phrase is None and not item.entries and item.start not in known
        if plain and growing:
            out[-1] = Item("n", out[-1].start, item.end)
        else:
            out.append(Item("n", item.start, item.end) if plain else item)
        growing = plain
    return out
