"""Where the name of a title's holder begins behind the name of the body that he serves, and that body.

"Заместитель директора Государственного Эрмитажа Ксения Заболоцкая": all four are capitalized words; that the first two
are in the genitive and the others in the title's case tells them apart. Only for languages that have such cases.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.annotate.declension import Declension
from kg.annotate.phrase import Body, Item
from kg.annotate.tokens import Token

_AHEAD = 14  # items between a title and the end of its holder's name
_SMALL = 5  # words in small letters inside a body's name
_INSIDE = 'NVIHhnfFAsSLCTtoi&p"-Ow'
_TAIL = "NVFHhfSL"  # what may follow two words of a body's name
_SETTLED = "sFfoidSALO&bw"  # what patterns read without help


class HolderFinder:
    """Finds holders' names in the items of one article. apart: roles that stand in no body but a ministry."""

    def __init__(self, tokens: Sequence[Token], declension: Declension, apart: Collection[str]):
        self._tokens, self._declension, self._apart = tokens, declension, apart

    def __call__(self, items: list[Item]) -> list[Item]:
        """The items with each such body as one item "O" and the words of the name behind it as items "V"."""
        if not self._declension:
            return items
        at = 0
        while at < len(items):
            if items[at].symbol in "RQZ":
                self._split(items, at)
            at += 1
        return items

    def _split(self, items: list[Item], at: int) -> None:
        end = at + 1
        while end < len(items) and end - at < _AHEAD and items[end].symbol in _INSIDE:
            end += 1
        self._name_like_a_body(items, at)
        start = self._name(items, at, end)
        if start == 0:
            return
        while end > start and items[end - 1].symbol not in "NVI":
            end -= 1
        body = self._body(items, at, start)
        for index in range(start, end):
            if items[index].symbol == "N":
                items[index] = Item("V", items[index].start, items[index].end)
        if body is not None:
            first, last, made = body
            items[first:last] = [made]

    def _name(self, items: Sequence[Item], at: int, end: int) -> int:
        """Where the holder's name begins: the last words of the last run of names, if they are in the title's case."""
        while end > at and items[end - 1].symbol not in "NVI":
            if items[end - 1].symbol in "MK":
                return 0
            end -= 1
        first = end
        while first > at + 1 and items[first - 1].symbol in "NVIp-" and (first == end or items[first].symbol != "-"):
            first -= 1
        run = [i for i in range(first, end) if items[i].symbol in "NV" and items[i - 1].symbol != "-"]
        size = 3 if len(run) > 2 and self._declension.patronymic(self._text(items[run[-2]])) else 2
        if len(run) < size or self._tells(items[at + 1 : first]):
            return self._behind_acronym(items, run)
        words = [self._text(items[i]) for i in run[-size:]]
        if self._declension.genitive(words[0]) or not self._fits(items, at, words):
            return 0
        rest = run[:-size]
        headed = any(i.symbol in "Hh" for i in items[at + 1 : first])
        if rest and not headed and not (rest[0] == at + 1 and (len(rest) > 1 or self._bare_body(items, at))):
            return 0  # three names of one person
        if not rest and first == at + 1:
            return 0
        return run[-size]

    def _name_like_a_body(self, items: list[Item], at: int) -> None:
        """A first name that is also a noun for bodies, behind a title that says whose it is: "министр обороны Румынии
        Раду Мунтяну".
        """
        entry = items[at].entry("role")
        end = at + 1
        while end < len(items) and items[end].symbol in "FfSAoid&":
            end += 1
        after = "".join(i.symbol for i in items[end : end + 3])
        if (
            entry is not None
            and entry.value in self._apart
            and end > at + 1
            and after[:2] == "HN"
            and after[2:] not in _TAIL
        ):
            items[end] = Item("N", items[end].start, items[end].end)

    def _tells(self, items: Sequence[Item]) -> bool:
        """Whether a verb stands among items: the name behind it is somebody else's."""
        return any(self._declension.verb(self._text(i)) for i in items if i.symbol == "n")

    def _behind_acronym(self, items: Sequence[Item], run: Sequence[int]) -> int:
        """ "Глава МОК Бах": a surname alone behind an acronym."""
        if len(run) == 2 and self._tokens[items[run[0]].start].upper:
            return run[1]
        return 0

    def _fits(self, items: Sequence[Item], at: int, words: Sequence[str]) -> bool:
        title = items[at - 1] if at and items[at - 1].entry("acting") else items[at]
        written = " ".join(t.text for t in self._tokens[title.start : title.end])
        return self._declension.named(words, written) is not None

    def _bare_body(self, items: Sequence[Item], at: int) -> bool:
        """Whether the one word behind a title may be a body's name: "директор Эрмитажа Михаил Пиотровский"."""
        entry = items[at].entry("role")
        word = items[at + 1]
        if self._tokens[word.start].upper or self._declension.genitive(self._text(word)):
            return True
        return entry is not None and entry.value not in self._apart and self._declension.genitive_noun(self._text(word))

    def _body(self, items: Sequence[Item], at: int, start: int) -> tuple[int, int, Item] | None:
        """(first item, end, body) between a title and a name; None where the patterns find it by themselves."""
        first = next((i for i in range(at + 1, start) if self._opens(items, i)), start)
        last = start
        while last > first and items[last - 1].symbol in "SALOoibw":
            last -= 1
        inner = items[first:last]
        head = next((e for i in inner if i.symbol in "Hh" and (e := i.entry("head"))), None)
        if not inner or all(i.symbol in _SETTLED for i in inner) or (items[first].symbol in "hn" and len(inner) < 2):
            return None
        if inner[0].symbol in "Hh" and all(i.symbol in _SETTLED or i.symbol in "Hh" for i in inner):
            return None
        if all(i.symbol in "NAFHST" for i in inner) and head is not None:
            return None
        if sum(i.symbol in "nhw" for i in inner) > _SMALL or (head is None and items[first].symbol != "N"):
            return None
        token = inner[0].start, inner[-1].end
        made = Body(*token, "", head.value if head else "", head.base if head else "", name=token)
        made.fields = tuple(e.value for i in inner if i.symbol in "Ff" and (e := i.entry("field")))
        made.state = next((e.value for i in inner if i.symbol in "SA" and (e := i.entry("state", "adjective"))), "")
        return first, last, Item("O", *token, (), made)

    def _opens(self, items: Sequence[Item], index: int) -> bool:
        item = items[index]
        if item.symbol in "NHh":
            return True
        return item.symbol in "AFT" and self._tokens[item.start].capital and items[index + 1].symbol in "NHhAn"

    def _text(self, item: Item) -> str:
        return self._tokens[item.start].text
