"""Items to treaties: the treaty noun with its name, and which names are said to be of one treaty."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.bodies import states_of
from kg.annotate.densetitles import DenseTitles
from kg.annotate.headlast import Extent
from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Body, Item, Treaty
from kg.annotate.titles import Titles
from kg.annotate.titlewords import TitleWords
from kg.annotate.tokens import Token

_BETWEEN, _NEAR, _OPENING = 12, 4, 4  # items between a name and another of the same treaty
_CALLED = 7  # items of "called this ..."


class TreatyMaker:
    """Finds treaties in the items of one article's sentences. words: what the article's words are in a name."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, words: TitleWords):
        self._words = words
        titles = Titles if lexicon.language.writing.spaces else DenseTitles
        self._titles: Titles | DenseTitles = titles(tokens, lexicon, words)
        self._tokens, self._lexicon = tokens, lexicon
        self._last: Treaty | None = None

    def read(self, items: list[Item]) -> list[Item]:
        """The items with each treaty as one item "T" (its phrase a `Treaty`)."""
        at = 0
        while at < len(items):
            if (
                items[at].symbol in "TtU"
                and items[at].phrase is None
                and not (self._other_term(items[at]) or self._portfolio(items, at) or self._inside(items, at))
            ):
                extent = self._titles.extent(items, at)
                treaty = self._treaty(items, at, extent)
                items[extent.left : extent.right] = [Item("T", treaty.start, treaty.end, items[at].entries, treaty)]
                at = extent.left
            at += 1
        return self._aliases(items)

    def _inside(self, items: Sequence[Item], at: int) -> bool:
        """The noun stands before another that closes the name: "공조조약 개정의정서"."""
        following = items[at + 1] if at + 1 < len(items) else None
        return self._words.closing and following is not None and following.symbol in "Tt" and following.phrase is None

    def _other_term(self, item: Item) -> bool:
        """The noun opens a longer term that is no treaty: "charter of ratification", an instrument that is
        deposited.
        """
        match = self._words.match(item)
        return (
            match is not None
            and match.end > item.end
            and any(e.category == "act" and e.value.endswith((".instrument", ".never")) for e in match.entries)
        )

    def _portfolio(self, items: Sequence[Item], at: int) -> bool:
        """The noun tells what an official is in charge of: "director-general of protocol and consular affairs"."""
        before = next((i.symbol for i in reversed(items[max(0, at - 3) : at]) if i.symbol not in "od"), "")
        if before not in ("R", "Q") or at + 1 >= len(items):
            return before in ("R", "Q")
        following = items[at + 1]
        return following.symbol in "&,.)" or (items[at].symbol == "t" and following.symbol in "NVM1")

    def _treaty(self, items: Sequence[Item], at: int, extent: Extent) -> Treaty:
        noun, inner = items[at], [i for k, i in enumerate(items[extent.left : extent.right], extent.left) if k != at]
        start, end = items[extent.left].start, items[extent.right - 1].end
        entry = noun.entry("known_treaty", "treaty")
        assert entry is not None
        known = entry.category == "known_treaty"
        treaty = Treaty(
            start, end, entry.value if known else "", "" if known else entry.value, entry.base, (start, end)
        )
        compound = not self._words.cased and self._tokens[noun.start].capital
        treaty.bare = (
            not known
            and not compound
            and not (at and self._proper(noun))
            and not any(i.symbol not in ("odi&E-vTt" if self._words.closing else "odi&E-v") for i in inner)
        )
        treaty.hard, treaty.about, treaty.quoted = extent.hard, extent.about > 0, extent.quoted
        told = (
            inner
            if not extent.about
            else [i for i in inner if i.start < items[min(extent.about, len(items) - 1)].start]
        )
        treaty.places = tuple(dict.fromkeys(p for i in told if i.symbol in "LNnAV" and (p := self._words.place(i))))
        treaty.states = tuple(
            sorted({e.value for i in inner if i.symbol in "SA" and (e := i.entry("state", "adjective"))})
        )
        treaty.bodies = tuple(sorted({i.phrase.key for i in inner if isinstance(i.phrase, Body) and i.phrase.key}))
        if extent.dated and extent.about:
            treaty.short = (start, items[extent.dated - 1].end)
        if treaty.places and extent.about == at + 1 and not self._tokens[items[extent.about].end].capital:
            treaty.short = (start, noun.end)  # "the Lima Convention on emergency aid": what it is about stands small
        treaty.topics = self._words.topics(start, end)
        treaty.years = tuple(year for i in inner if (year := self._words.year_of(i)))
        treaty.inner = states_of(inner)
        before = items[extent.left - 1] if extent.left else None
        after = items[extent.right] if extent.right < len(items) else None
        if treaty.about and not treaty.quoted and noun.symbol == "t":
            treaty.inside = tuple(i.phrase for i in inner if isinstance(i.phrase, Body))
        clitics = self._words.clitics
        treaty.definite = any(i is not None and i.symbol in "dv" for i in (before, after)) or (
            clitics is not None and clitics.definite(self._words.plain(noun))
        )
        treaty.pointed = before is not None and before.entry("this") is not None
        return treaty

    def _proper(self, noun: Item) -> bool:
        """A noun in one word with its subject and with a capital, where nouns have none: "het Kustwachtverdrag"."""
        compounds, token = self._lexicon.phrases.compounds, self._tokens[noun.start]
        plain = self._lexicon.language.words("treaties", "treaty")[:1]
        small = bool(plain) and plain[0].islower()
        return compounds is not None and small and token.capital and compounds.closed(token.keys[0], "treaty")

    def _aliases(self, items: list[Item]) -> list[Item]:
        """ "X, better known as Y", "X (Y)" and, opening the next sentence, "Officially called Y": Y is another
        name of X.
        """
        last, where = self._last, -1
        for index, item in enumerate(items):
            if not isinstance(item.phrase, Treaty):
                continue
            between = items[where + 1 : index]
            if last is not None and not item.phrase.bare and self._renames(items, between, index, where < 0):
                item.phrase.alias_of = last.start
            elif not (item.phrase.bare and last is not None and last.type == item.phrase.type):
                last = item.phrase  # "this convention" is the one named before, as far as another name goes
            where = index
        self._last = last if where >= 0 else None
        return items

    def _renames(self, items: Sequence[Item], between: Sequence[Item], index: int, opens: bool) -> bool:
        """Whether what stands between two names, or right behind the second, says that both are of one treaty."""
        if len(between) > (_OPENING if opens else _BETWEEN):
            return False
        if any(self._alias_cue(i) for i in between):
            return True
        following = items[index + 1].symbol if index + 1 < len(items) else ""
        if opens and self._words.noun_last:  # "'Y' called THIS document"
            behind = "".join(i.symbol for i in items[index + 1 : index + 1 + _CALLED])
            return any(self._alias_cue(i) for i in items[index + 1 : index + 3]) and "v" in behind
        if opens or len(between) > _NEAR:
            return False
        bracket = [i.symbol for i in between if i.symbol not in 'd"'] == ["("] and following == ")"
        return bracket or any(self._alias_cue(i) for i in items[index + 1 : index + 3])

    def _alias_cue(self, item: Item) -> bool:
        match = self._words.match(item)
        return match is not None and any(e.category == "treaty_aliases" for e in match.entries)
