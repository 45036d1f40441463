"""Names of bodies where the article is glued to each noun and adjective (Arabic), which tells how far a name goes.

A noun without the article takes nouns until one has it ("لجنة حماية التراث"), one with the article takes adjectives
with it ("الهيئة العامة"); a purpose may follow ("لتنظيم الاتصالات"), and whose body it is ("بمجلس النواب"). A noun
without the article that no word with it follows is no name ("لجنة مشتركة").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.annotate.bodies import states_of
from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Body, Item
from kg.annotate.terms import Match
from kg.annotate.tokens import Token

_NOUNS = "nfsAwLSOhNVR"
_CHAIN = 3  # nouns without the article before one that has it
_CLOSED = ("clause", "status", "act", "event", "treaty_aliases", "relation", "pronoun", "treaty_text")


class Constructs:
    """Finds the bodies that the glued article shows. clauses, heads: as in `annotate`."""

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        clauses: Mapping[int, Match],
        heads: Mapping[str, Mapping[str, object]],
    ) -> None:
        self._tokens, self._lexicon, self._clauses, self._heads = tokens, lexicon, clauses, heads
        self._clitics = lexicon.tokenizer.clitics
        self._purpose = tuple(lexicon.tokenizer.plain(w) for w in lexicon.language.words("body_words", "purpose"))
        self._national = frozenset(lexicon.tokenizer.plain(w) for w in lexicon.language.words("body_words", "national"))
        self._loose = frozenset(lexicon.tokenizer.plain(w) for w in lexicon.language.words("body_words", "loose"))

    def _single(self, items: Sequence[Item], at: int) -> int:
        """Where a body that each state has one of ends: "the parliament", "the Iraqi parliament"; `at` if none."""
        entry = items[at].entry("head") if at < len(items) and items[at].symbol == "h" else None
        if entry is None or not self._heads.get(entry.value, {}).get("single"):
            return at
        return at + 2 if at + 1 < len(items) and items[at + 1].symbol in "SA" else at + 1

    def read(self, items: list[Item]) -> list[Item]:
        """The items with each body found as one item "O"; the last first, since one may be another's owner."""
        if self._clitics is None:
            return items
        for at in range(len(items) - 1, -1, -1):
            end = self._end(items, at) if items[at].symbol == "h" and items[at].phrase is None else at
            if end <= at + 1:
                end = self._single(items, at) if at and items[at - 1].symbol in "odb" else at
            if end > at:
                items[at:end] = [self._body(items[at:end])]
        return items

    def definite(self, item: Item) -> bool:
        """Whether an item's first word has the article."""
        return self._clitics is not None and self._clitics.definite(self._plain(item))

    def _plain(self, item: Item) -> str:
        return self._lexicon.tokenizer.plain(self._tokens[item.start].text)

    def _end(self, items: Sequence[Item], at: int) -> int:
        """Where the name of the body with this head noun ends; `at` where it has none."""
        entry = items[at].entry("head")
        row = self._heads.get(entry.value, {}) if entry is not None else {}
        if entry is None or row.get("field") or row.get("single") or row.get("national"):
            return at
        nouns, end = self._nouns(items, at)
        full = self._purposes(items, end) if nouns or self.definite(items[at]) else end
        loose = self._lexicon.tokenizer.plain(entry.base) in self._loose
        if full == end and (nouns == 0 or (nouns == 1 and (loose or self.definite(items[at])))):
            return at
        return self._owner(items, full if full > end or nouns else at)

    def _nouns(self, items: Sequence[Item], at: int) -> tuple[int, int]:
        """(how many words with the article follow, where they end)."""
        index, found = at + 1, 0
        if not self.definite(items[at]):
            while index - at <= _CHAIN and self._noun(items, index) and not self._closes(items, index):
                index += 1
        while self._closes(items, index):
            index, found = index + 1, found + 1
            if index < len(items) and items[index].symbol == "&" and self._noun(items, index + 1):
                index = next((i for i in (index + 1, index + 2) if self._closes(items, i)), index)
        return (found, index) if found else (0, at + 1)

    def _closes(self, items: Sequence[Item], index: int) -> bool:
        """Whether the noun at index has the article, or is a name."""
        return self._noun(items, index) and (self.definite(items[index]) or items[index].symbol in "SLO")

    def _noun(self, items: Sequence[Item], index: int) -> bool:
        if index >= len(items):
            return False
        item = items[index]
        match = self._clauses.get(item.start)
        closed = match is not None and item.symbol not in "fA" and any(e.category in _CLOSED for e in match.entries)
        return item.symbol in _NOUNS and not closed and self._tokens[item.start].kind == "w"

    def _purposes(self, items: Sequence[Item], at: int) -> int:
        """ "for the regulation of communications": a word glued to "for", with words that have the article."""
        if at >= len(items) or not self._plain(items[at]).startswith(self._purpose) or items[at].symbol in "h1P":
            return at
        if not self.definite(items[at]) and not self._noun(items, at + 1):
            return at
        _, end = self._nouns(items, at - 1 if self.definite(items[at]) else at)
        return max(end, at + 1) if self.definite(items[at]) or end > at + 1 else at

    def _owner(self, items: Sequence[Item], at: int) -> int:
        """Takes in whose body it is: "at the parliament", "of Iraq"."""
        step = at
        while step < len(items) and step - at < 2 and items[step].symbol in "odb":
            step += 1
        owned = step < len(items) and items[step].symbol in ("OA" if step == at else "O")
        return step + 1 if owned else at

    def _body(self, items: Sequence[Item]) -> Item:
        head = items[0].entry("head")
        assert head is not None
        within = next((i.phrase for i in items[1:] if isinstance(i.phrase, Body)), None)
        named = (i for i in items[1:] if i.phrase is None and i.symbol in "SA")
        state = next((e.value for i in named if (e := i.entry("adjective", "state"))), "")
        fields = tuple(e.value for i in items[1:] if i.symbol == "f" and (e := i.entry("field")))
        end = items[-1].end
        if items[-1].phrase is within is not None and items[-2].symbol in "odb":
            end = next((i.end for i in reversed(items[:-1]) if i.symbol not in "odb"), end)
        whose = within.key if within is not None else ""
        body = Body(
            items[0].start, items[-1].end, "", head.value, head.base, fields, state, whose, (items[0].start, end)
        )
        body.inner = states_of(items)
        body.within, body.bare = within, len(items) == 1 or (len(items) == 2 and bool(state))
        body.national = any(self._plain(i) in self._national for i in items[1:3])
        return Item("O", body.start, body.end, (), body)
