"""Items to treaties: the treaty noun, and how far its name goes on to the left and to the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.annotate.bodies import states_of
from kg.annotate.items import Item
from kg.annotate.lexicon import Lexicon, Match
from kg.annotate.phrase import Body, Treaty
from kg.annotate.tokens import Token

_CAPITALS = "NVICFLAHTSOUQRK"
_SMALL = "oidp&b-vE"
_LOOK_AHEAD = 3  # small words in a row inside a name written with capitals
_LONGEST = 30  # tokens
_SOFT = 12  # items of a title in small letters that nothing ends


@dataclass(slots=True)
class _Extent:
    """Items left:right. about: where the subject part of the name begins, 0 where it has none."""

    left: int
    right: int
    about: int = 0
    hard: bool = True
    quoted: bool = False


class TreatyMaker:
    """Finds treaties in the items of one article's sentences.

    clauses: the lexicon's clause terms by first token; a name stops before a verb.
    """

    def __init__(
        self, tokens: Sequence[Token], lexicon: Lexicon, clauses: Mapping[int, Match], place_words: Mapping[str, str]
    ):
        self._tokens, self._lexicon, self._clauses = tokens, lexicon, clauses
        self._writing = lexicon.language.writing
        self._place_words = place_words
        self._premod = self._writing.family.endswith(("premod", "last"))

    def read(self, items: list[Item]) -> list[Item]:
        """The items with each treaty as one item "T" (its phrase a `Treaty`)."""
        at = 0
        while at < len(items):
            if items[at].symbol in "TtU" and items[at].phrase is None and not self._other_term(items[at]):
                extent = self._extent(items, at)
                treaty = self._treaty(items, at, extent)
                items[extent.left : extent.right] = [Item("T", treaty.start, treaty.end, items[at].entries, treaty)]
                at = extent.left
            at += 1
        return self._aliases(items)

    def _other_term(self, item: Item) -> bool:
        """The noun opens a longer term that is no treaty: "charter of ratification", an instrument that is deposited."""
        match = self._clauses.get(item.start)
        return (
            match is not None
            and match.end > item.end
            and any(e.category == "act" and e.value.endswith((".instrument", ".never")) for e in match.entries)
        )

    def _extent(self, items: Sequence[Item], at: int) -> _Extent:
        quoted = self._quoted(items, at)
        if quoted:
            return quoted
        extent = self._right(items, at)
        extent.left = self._left(items, at)
        return extent

    def _quoted(self, items: Sequence[Item], at: int) -> _Extent | None:
        """The name stands in quotation marks: around the noun, or right after it."""
        for opening in (at - 1, at - 2, at + 1):
            if 0 <= opening < len(items) and items[opening].symbol == '"':
                if opening < at and any(i.symbol == '"' for i in items[opening + 1 : at]):
                    continue
                closing = next(
                    (
                        j
                        for j in range(max(opening, at) + 1, min(len(items), opening + _LONGEST))
                        if items[j].symbol == '"'
                    ),
                    0,
                )
                if closing > max(opening, at) + (1 if opening > at else 0):
                    left = opening + 1 if opening < at else at
                    return _Extent(left, closing, about=closing if closing - at > 2 else 0, quoted=True)
        for opening in range(
            at - 1, max(-1, at - 10), -1
        ):  # the noun at the end of a quoted name, as in 《...公约》 or "... Anlaşması"
            if items[opening].symbol == '"':
                if at + 1 < len(items) and items[at + 1].symbol == '"' and opening < at - 1:
                    return _Extent(opening + 1, at + 1, quoted=True, about=at + 1)
                break
        return None

    def _left(self, items: Sequence[Item], at: int) -> int:
        """How far the name goes to the left: "Gdynia Convention", "Montreal Protocol", "Ottawa-Konvention"."""
        left = at
        capital = items[at].symbol == "T" or not self._writing.case
        while left > 0:
            before = items[left - 1]
            if before.symbol == "-" and left > 1 and items[left - 2].symbol in "NVLSn":
                left -= 2
            elif before.symbol == "L" and left > 1 and self._marked(items[left - 2], "place"):
                break  # "in Muscat the Convention"
            elif (
                self._writing.case
                and before.symbol in "NVLOSA"
                and ((capital and self._premod) or self._place_like(before))
                and not self._opens(items, left - 1)
            ):
                left -= 1
            elif before.symbol == "E" and left > 1 and items[left - 2].symbol in "SO":
                break
            elif (
                not capital
                and before.symbol in "nfw"
                and self._topics(before.start, before.end)
                and self._writing.family.endswith("premod")
            ):
                left -= 1
            else:
                break
        while left < at and items[left].symbol in "SA" and at - left == 1 and items[left].symbol == "S":
            break
        return left

    def _opens(self, items: Sequence[Item], index: int) -> bool:
        """A capital at the beginning of a sentence is no part of the name unless it is a known name."""
        return (
            index == 0
            and items[index].symbol == "N"
            and not self._place_like(items[index])
            and not self._writing.family.endswith("premod")
        )

    def _place_like(self, item: Item) -> bool:
        return item.symbol == "L" or self._place(item) != ""

    def _place(self, item: Item) -> str:
        """Key of the place that a name or an adjective made of it stands for ("gdyńska", "Ottawská")."""
        if entry := item.entry("place"):
            return entry.value
        token = self._tokens[item.start]
        if item.end - item.start != 1 or token.kind != "w" or len(token.keys[0]) < 5:
            return ""
        key = token.keys[0]
        best = max(self._place_words, key=lambda w: (_shared(w, key), w), default="")
        shared = _shared(best, key)
        return (
            self._place_words[best]
            if best and shared >= 4 and shared >= len(best) - 1 and len(key) - shared <= 5
            else ""
        )

    def _right(self, items: Sequence[Item], at: int) -> _Extent:
        extent = _Extent(at, at + 1)
        if items[at].symbol == "U" and items[at].entry("known_treaty"):
            return extent
        if at and items[at - 1].symbol == "v" and not self._writing.case:
            return extent  # "this convention": where nothing shows how far a name goes, it has none
        index = at + 1
        while index < len(items) and index - at < _LONGEST:
            item = items[index]
            if self._about(item) and not (index > at + 1 and self._marked(item, "place")):
                extent.about, extent.right = index, index + 1
                return self._title(items, index + 1, extent)
            if not self._joins(items, index, extent, at):
                break
            if (
                item.symbol in _CAPITALS
                or item.symbol in "ZMX"
                or (index == at + 1 and item.symbol == "n")
                or (item.symbol in "nf" and (index == at + 1 or not self._writing.case))
            ):
                extent.right = index + 1
            index += 1
        return extent

    def _renamed(self, items: Sequence[Item], at: int) -> bool:
        """Whether words like "called" stand right before the noun."""
        matches = [self._match(i) for i in items[max(0, at - 3) : at]]
        return any(m is not None and any(e.category == "treaty_aliases" for e in m.entries) for m in matches)

    def _joins(self, items: Sequence[Item], index: int, extent: _Extent, at: int) -> bool:
        """Whether the name can go on over this item, before any subject part."""
        item = items[index]
        ahead = items[index + 1 : index + 1 + _LOOK_AHEAD]
        if (
            self._marked(item, "place")
            and not self._marked(item, "from")
            and [i.symbol for i in ahead[:1]] in (["L"], ["S"])
        ):
            return False  # where something happens, no part of the name
        if not self._writing.case:
            if item.symbol in "wi" and ahead and (ahead[0].symbol == "f" or self._topic_at(ahead[0])):
                return not self._verb(item)  # "cooperation IN combating narcotics"
            return item.symbol in "nNfASOL" or (
                item.symbol in "&op" and bool(ahead) and ahead[0].symbol in "nfSAOL" and not self._stops(ahead[0])
            )
        if (
            item.symbol in "NVIFLHSOA"
            or (item.symbol in "RQKZMX" and self._tokens[item.start].capital)
            or (item.symbol == "C" and index == extent.right)
        ):
            return not self._stops(item)
        if item.symbol in _SMALL or self._marked(item, "from", "between", "of"):
            return any(a.symbol in "NVLSOAFH" or self._about(a) for a in ahead[:2])
        if item.symbol == "n" and index == at + 1 and self._renamed(items, at):
            return True  # "also called the Tunisian Convention"
        return (
            item.symbol in "nf"
            and index == extent.right
            and self._writing.case
            and (self._place(item) != "" or self._topic_at(item))
        )

    def _title(self, items: Sequence[Item], index: int, extent: _Extent) -> _Extent:
        """The subject part of a title, up to what cannot belong to it."""
        begin = index
        first = next((i for i in items[index : index + 3] if i.symbol not in "doi"), None)
        capitals = (
            self._writing.case
            and not self._writing.family.endswith("syllabic")
            and first is not None
            and first.symbol in _CAPITALS
        )
        while index < len(items):
            item = items[index]
            if (
                item.symbol in '.:()x"#D'
                or (item.symbol == "," and not self._lists(items, index))
                or self._leaves(items, index)
            ):
                break
            if capitals:
                if (
                    item.symbol not in _CAPITALS
                    and not any(a.symbol in _CAPITALS for a in items[index + 1 : index + _LOOK_AHEAD])
                    and not self._closes(items, index)
                ):
                    break
                if item.symbol not in _CAPITALS and self._stops(item) and not self._marked(item):
                    break
            elif item.symbol in "KRQ" and index - begin > 1:
                extent.hard = False  # a title opens another noun phrase, and the word before it was a verb
                extent.right = min(extent.right, index - 1)
                break
            elif self._stops(item) and item.symbol not in "fF":
                extent.hard = self._verb(item)
                break
            elif (
                item.symbol == "&"
                and index + 1 < len(items)
                and (self._stops(items[index + 1]) or items[index + 1].symbol in "HTSRP")
            ) or index - begin >= _SOFT:
                extent.hard = False
                break
            index += 1
            if item.symbol not in ",&oidb":
                extent.right = index
        return extent

    def _closes(self, items: Sequence[Item], index: int) -> bool:
        """A few small words up to a sign that ends the name for sure."""
        for item in items[index : index + _LOOK_AHEAD]:
            if item.symbol in '.,()"':
                return item is not items[index]
            if item.symbol != "n" or self._match(item):
                return False
        return False

    def _leaves(self, items: Sequence[Item], index: int) -> bool:
        """ "in Tehran", "on Monday": where and when something happens to the treaty, no part of its name."""
        following = [i.symbol for i in items[index + 1 : index + 3] if i.symbol != "d"]
        if following[:1] == ["D"] and items[index].symbol in "nw" and self._small(items[index]):
            return True
        if self._marked(items[index], "place") and _where_when(items, index + 1):
            return True  # "in Brindleford on 5 May": an unknown place
        if (
            following[:1] in (["O"], ["S"], ["P"], ["R"], ["Q"])
            and self._marked(items[index], "other", "with", "agent")
            and not self._about(items[index])
        ):
            return not self._marked(items[index], "from", "between", "of")  # handed "to the organization"
        return self._marked(items[index]) and following[:1] in (["L"], ["D"])

    def _small(self, item: Item) -> bool:
        """A small word: where words are written by syllables, any that stands before a date ("ngày")."""
        plain = self._lexicon.tokenizer.plain(self._tokens[item.start].text)
        return plain in self._lexicon.stop_words or self._writing.family.endswith("syllabic")

    def _lists(self, items: Sequence[Item], index: int) -> bool:
        """A comma inside a title: more of the same kind follows, closed by "and" before any verb."""
        for item in items[index + 1 : index + 5]:
            if item.symbol == "&":
                return True
            if self._stops(item) or item.symbol in '.,()x"#D':
                return False
        return False

    def _match(self, item: Item) -> Match | None:
        return self._clauses.get(item.start)

    def _about(self, item: Item) -> bool:
        match = self._match(item)
        return match is not None and any(e.category == "treaty_about" for e in match.entries)

    def _marked(self, item: Item, *values: str) -> bool:
        match = self._match(item)
        return match is not None and any(
            e.category == "marker" and (not values or e.value in values) for e in match.entries
        )

    def _stops(self, item: Item) -> bool:
        """A verb, a new clause, or a mark of the noun phrase's part in the clause."""
        match = self._match(item)
        if match is None:
            return False
        for entry in match.entries:
            if entry.category in ("clause", "status", "treaty_aliases", "pronoun"):
                return True
            if entry.category in ("act", "relation") and not entry.value.endswith((".noun", ".never", ".ceremony")):
                return True
            if entry.category == "marker" and (
                entry.value in ("object", "agent", "subject", "place", "with") and not self._about(item)
            ):
                return not self._writing.case or entry.value != "place" or not self._writing.spaces
        return False

    def _verb(self, item: Item) -> bool:
        match = self._match(item)
        return match is not None and any(e.category in ("act", "clause", "treaty_aliases") for e in match.entries)

    def _topics(self, start: int, end: int) -> tuple[str, ...]:
        found = [e.value for m in self._lexicon.topics.matches(self._tokens[start:end]) for e in m.entries]
        return tuple(sorted(set(found)))

    def _topic_at(self, item: Item) -> bool:
        return bool(self._topics(item.start, item.end))

    def _treaty(self, items: Sequence[Item], at: int, extent: _Extent) -> Treaty:
        noun, inner = items[at], [i for k, i in enumerate(items[extent.left : extent.right], extent.left) if k != at]
        start, end = items[extent.left].start, items[extent.right - 1].end
        entry = noun.entry("known_treaty", "treaty")
        assert entry is not None
        known = entry.category == "known_treaty"
        treaty = Treaty(
            start, end, entry.value if known else "", "" if known else entry.value, entry.base, (start, end)
        )
        treaty.bare = not known and not any(i.symbol not in "odi&E-v" for i in inner)
        treaty.hard, treaty.about, treaty.quoted = extent.hard, extent.about > 0, extent.quoted
        told = (
            inner
            if not extent.about
            else [i for i in inner if i.start < items[min(extent.about, len(items) - 1)].start]
        )
        treaty.places = tuple(dict.fromkeys(p for i in told if i.symbol in "LNnAV" and (p := self._place(i))))
        treaty.states = tuple(
            sorted({e.value for i in inner if i.symbol in "SA" and (e := i.entry("state", "adjective"))})
        )
        treaty.bodies = tuple(sorted({i.phrase.key for i in inner if isinstance(i.phrase, Body) and i.phrase.key}))
        treaty.topics = self._topics(start, end)
        treaty.inner = states_of(inner)
        before = items[extent.left - 1] if extent.left else None
        after = items[extent.right] if extent.right < len(items) else None
        if treaty.about and not treaty.quoted and noun.symbol == "t":
            treaty.inside = tuple(i.phrase for i in inner if isinstance(i.phrase, Body))
        treaty.definite = any(i is not None and i.symbol in "dv" for i in (before, after))
        return treaty

    def _aliases(self, items: list[Item]) -> list[Item]:
        """ "X, better known as Y" and "X (Y)": Y is another name of X."""
        last: Treaty | None = None
        where = 0
        for index, item in enumerate(items):
            if not isinstance(item.phrase, Treaty):
                continue
            between = items[where + 1 : index]
            cue = any((m := self._match(i)) and any(e.category == "treaty_aliases" for e in m.entries) for i in between)
            bracket = (
                len(between) == 1
                and between[0].symbol == "("
                and index + 1 < len(items)
                and items[index + 1].symbol == ")"
            )
            behind = any(
                (m := self._match(i)) and any(e.category == "treaty_aliases" for e in m.entries)
                for i in items[index + 1 : index + 3]
            )
            cue = cue or (behind and len(between) <= 4)
            if last is not None and len(between) <= 12 and (cue or bracket) and not item.phrase.bare:
                item.phrase.alias_of = last.start
            else:
                last = item.phrase
            where = index
        return items


def _where_when(items: Sequence[Item], index: int) -> bool:
    """Whether one or two capitalized words and then a date, or the end, follow."""
    end = index
    while end < len(items) and end - index < 2 and items[end].symbol in "NV":
        end += 1
    after = "".join(i.symbol for i in items[end : end + 2])
    return end > index and (end == len(items) or after[0] in "D.,;" or (after[0] in "onwdb" and after[1:] == "D"))


def _shared(left: str, right: str) -> int:
    size = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        size += 1
    return size
