"""How far a treaty's name goes where nothing but the sense divides words: to the left of its noun, which ends it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.headlast import Extent
from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Item
from kg.annotate.titlewords import TitleWords
from kg.annotate.tokens import Token

_OPENERS, _CLOSERS = "「『《〈“‘", "」』》〉”’"
_QUOTED = 60  # items of a name in quotation marks
_LONGEST = 24  # items of a name without
_PARTS = "nNFfHhLSAOs"
_NAMED = "SLO"


class DenseTitles:
    """Finds the extents of treaties' names in the items of one article's sentences."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, words: TitleWords):
        self._tokens, self._words, self._lexicon = tokens, words, lexicon
        self._letters = frozenset("".join(lexicon.language.words("words", "foreign_name")))
        # Where verbs come last nothing but a name can stand right before the noun; elsewhere it may be the verb.
        self._free = lexicon.language.writing.order == "SOV"

    def extent(self, items: Sequence[Item], at: int) -> Extent:
        """The name whose noun stands at a position."""
        opening = self._opening(items, at)
        if opening is not None:
            return Extent(opening + 1, at + 1, about=at + 1, quoted=True)
        if items[at].entry("known_treaty") or (at and items[at - 1].symbol == "v"):
            return Extent(at, at + 1)
        return self._described(items, at) or Extent(self._left(items, at), at + 1)

    def _described(self, items: Sequence[Item], at: int) -> Extent | None:
        """A name that "on" opens and "of" joins to its noun, with its parties in front: 芬兰关于修建隧道的条约."""
        if self._free or not at or items[at - 1].symbol != "o":
            return None
        for index in range(at - 2, max(-1, at - _LONGEST), -1):
            if items[index].symbol in "x,:;T1":
                return None
            if self._words.about(items[index]) and self._words.marked(items[index], "other"):
                left = index
                while left and (items[left - 1].symbol == "S" or (items[left - 1].symbol == "&" and left < index)):
                    left -= 1
                return Extent(left, at + 1, about=index)
        return None

    def _opening(self, items: Sequence[Item], at: int) -> int | None:
        """Where the quotation mark stands that opens a name which the noun closes: 《...公约》."""
        if at + 1 >= len(items) or self._text(items[at + 1]) not in _CLOSERS:
            return None
        depth = 0
        for index in range(at - 1, max(-1, at - _QUOTED), -1):
            text = self._text(items[index])
            if text in _CLOSERS:
                depth += 1
            elif text in _OPENERS:
                if not depth:
                    return index if index < at - 1 else None
                depth -= 1
            elif items[index].symbol == "x":
                return None
        return None

    def _text(self, item: Item) -> str:
        """The sign that an item is; a blank, which is in no list of signs, for everything else."""
        token = self._tokens[item.start]
        return token.text if token.kind == "p" else " "

    def _left(self, items: Sequence[Item], at: int) -> int:
        left = at
        while left > 0 and at - left < _LONGEST:
            step = self._step(items, left, at)
            if not step:
                break
            left -= step
        while left < at and items[left].symbol in "s-":
            left += 1
        return left

    def _step(self, items: Sequence[Item], left: int, at: int) -> int:
        """How many items more the name takes in, 0 for none."""
        before = items[left - 1]
        if topic := self._topic(items, left):
            return topic
        if before.symbol in "&-" and left > 1 and left < at:
            pair = items[left - 2].symbol + items[left].symbol
            alike = pair in ("SS", "LL") or (set(pair) <= set("Ff") and bool(before.symbol))
            return 2 if alike or (before.symbol == "-" and set(pair) <= set(_PARTS)) else 0
        if self._words.stops(before):
            return 0
        if before.symbol in _NAMED:
            return 1
        if before.symbol in _PARTS and (self._free or self._tokens[before.start].text in self._letters):
            return 1
        # "countries' DOUBLE-TAXATION AVOIDANCE agreement": what stands between a topic and the noun is of the name
        return next((left - k for k in range(left - 2, max(-1, left - 8), -1) if self._through(items, k, left)), 0)

    def _topic(self, items: Sequence[Item], left: int) -> int:
        """The number of items before a position that are one subject of treaties."""
        for size in range(min(8, left), 0, -1):
            tokens = self._tokens[items[left - size].start : items[left - 1].end]
            if any(m.start == 0 and m.end == len(tokens) for m in self._lexicon.topics.matches(tokens)):
                return size
        return 0

    def _through(self, items: Sequence[Item], start: int, left: int) -> bool:
        """Whether a subject begins at a position and only unknown characters stand between it and the name."""
        for end in range(start + 1, left):
            if any(i.symbol not in _PARTS or self._words.stops(i) for i in items[end:left]):
                continue
            if self._topic(items, end) == end - start:
                return True
        return False
