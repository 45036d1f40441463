"""Bodies whose name has a capital in its first word alone, an adjective that says that they are their state's:
"Державна служба України з надзвичайних ситуацій", "Национальное антикоррупционное бюро".

Only for languages whose nouns have cases: the words behind the noun belong to the name as long as they are in the
genitive, or may be a noun in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.annotate.items import symbols
from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Body, Item
from kg.annotate.tokens import Token

_NOUN = re.compile(r"(?P<pre>[NCs][nfF]{0,2})(?P<head>h)(?P<state>S)?")
_LONGEST = 7  # items behind the noun


class NationalBodies:
    """Finds such bodies in the items of one article. heads: the rows of heads.toml."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, heads: Mapping[str, Mapping[str, object]]):
        self._tokens, self._heads, self._declension = tokens, heads, lexicon.declension
        words = lexicon.language.words("body_words", "national") if lexicon.declension else ()
        self._national = frozenset(key for word in words for key in lexicon.tokenizer.keys(word))

    def __call__(self, items: list[Item]) -> list[Item]:
        """The items with each such body as one item "O"."""
        if self._national:
            for match in reversed(list(_NOUN.finditer(symbols(items)))):
                self._make(items, *match.span("pre"), match.end())
        return items

    def _make(self, items: list[Item], first: int, noun: int, end: int) -> None:
        head, words = items[noun].entry("head"), [self._text(i) for i in items[first:noun]]
        token = self._tokens[items[first].start]
        known = token.capital and not self._national.isdisjoint(token.keys)
        if head is None or not known or any(word[-1] != words[0][-1] for word in words):
            return
        row = self._heads.get(head.value, {})
        end = self._end(items, end)
        inner = items[noun + 1 : end]
        if row.get("national") or row.get("class") == "Place" or (len(words) == 1 and not inner):
            return
        name = items[first].start, items[end - 1].end
        fields = (e.value for i in items[first:end] if i.symbol in "Ff" and (e := i.entry("field")))
        body = Body(*name, "", head.value, head.base, tuple(fields), name=name, national=True)
        body.state = next((e.value for i in inner if i.symbol == "S" and (e := i.entry("state"))), "")
        body.inner = tuple(i for i in inner if i.symbol == "S")
        items[first:end] = [Item("O", *name, (), body)]

    def _end(self, items: Sequence[Item], end: int) -> int:
        """Where the name ends whose noun, and state, ends before end: small words and "and" stand inside it alone."""
        last = at = end
        while at < len(items) and at - end < _LONGEST:
            item, before = items[at], items[at - 1]
            if item.symbol == "S" and last == at and before.symbol != "S":
                return at + 1
            governed = before.symbol in "oi" and item.symbol == "n" and not self._declension.verb(self._text(item))
            if self._depends(item) or governed or (item.symbol == "n" and before.symbol == "-"):
                last = at + 1 if governed or item.symbol in "fF" or self._noun(item) else last
            elif item.symbol not in "oi&-":
                break
            at += 1
        return last

    def _depends(self, item: Item) -> bool:
        """Whether a word may be in the genitive: an adjective, a noun, or the business of a body."""
        return item.symbol in "fF" or (
            item.symbol in "nht" and (self._declension.genitive(self._text(item)) or self._noun(item))
        )

    def _noun(self, item: Item) -> bool:
        word = self._text(item)
        return item.symbol in "nht" and self._declension.depending(word) and not self._declension.genitive(word)

    def _text(self, item: Item) -> str:
        return self._tokens[item.start].text
