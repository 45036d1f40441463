"""How far a treaty's name goes on to the left and to the right of its noun."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.beforenoun import before_noun
from kg.annotate.headlast import Extent, closed_quote, left_of
from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Item
from kg.annotate.quotedtitles import quoted_title
from kg.annotate.titlewords import TitleWords, opens_other, where_when
from kg.annotate.tokens import Token

_CAPITALS = "NVICFLAHTSOUQRK"
_SMALL = "oidp&b-vE"
_LOOK_AHEAD = 3  # small words in a row inside a name written with capitals
_LONGEST = 30  # tokens
_SOFT = 12  # items of a title in small letters that nothing ends
_ADJECTIVE = 6  # letters
_ENDING = 2  # letters: "otwarcia konwencji", "of the convention's opening", has one in common with adjectives


class Titles:
    """Finds the extents of treaties' names in the items of one article's sentences."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, words: TitleWords):
        self._tokens, self._words, self._declension = tokens, words, lexicon.declension
        self._writing = lexicon.language.writing
        self._last = self._writing.family == "title-last"
        self._before = bool(self._writing.particles)
        self._premod = self._writing.family.endswith(("premod", "last"))
        self._nouns = lexicon.capital_nouns
        self._small = self._premod and not self._nouns
        self._ends = self._writing.family.startswith("title-last-postposition")  # the noun ends the name
        table, plain = lexicon.language.table("adjectives"), lexicon.tokenizer.plain
        endings = {plain(form) for gender in "fmn" for pair in table.get(gender, []) for form in pair}
        of_places = {plain(made) + ending for made in table.get("places", []) for ending in endings}
        self._endings = tuple(sorted(of_places | {ending for ending in endings if len(ending) >= _ENDING}))

    def extent(self, items: Sequence[Item], at: int) -> Extent:
        quoted = closed_quote(items, at) if self._ends else quoted_title(self._tokens, items, at, self._words)
        if quoted:
            return quoted
        if self._ends:
            left, titled = left_of(items, at, self._words)
            left = self._words.parties_start(items, left)
            return Extent(left, at + 1, about=at + 1 if titled else 0)
        if self._before:
            return before_noun(items, at, self._words)
        extent = Extent(at, at + 1) if self._last else self._right(items, at)
        extent.right = max(at + 1, self._words.without_verb(items, extent.right))
        extent.left = self._left(items, at)
        return extent

    def _left(self, items: Sequence[Item], at: int) -> int:
        """How far the name goes to the left: "Gdynia Convention", "Montreal Protocol", "Ottawa-Konvention"."""
        left, capital = at, items[at].symbol == "T" or not self._writing.case
        while left > 0:
            before = items[left - 1]
            if before.symbol == "-" and left > 1 and items[left - 2].symbol in "NVLSOn":
                left -= 2
            elif self._premod and left > 1 and items[left - 2].symbol in "dE" and self._words.year_of(before):
                left -= 1  # "the 1970 Convention"
            elif before.symbol == "L" and left > 1 and self._words.marked(items[left - 2], "place"):
                break  # "in Muscat the Convention"
            elif (
                self._writing.case
                and (before.symbol in "NVLOSAF" or (before.symbol == "n" and not self._premod))
                and ((capital and self._premod) or self._words.place_like(before) or self._adjective(before))
                and not self._opens(items, left - 1)
            ):
                left -= 1
            elif before.symbol == "E" and left > 1 and items[left - 2].symbol in "SO":
                break
            elif (
                not capital
                and before.symbol in "nfw"
                and self._words.topics(before.start, before.end)
                and self._writing.family.endswith("premod")
            ):
                left -= 1
            else:
                break
        if self._last:
            left = self._words.parties_start(items, self._words.subject_start(items, left))
        return left

    def _opens(self, items: Sequence[Item], index: int) -> bool:
        """A capital at the beginning of a sentence is no part of the name unless it is a known name."""
        return (
            index == 0
            and items[index].symbol == "N"
            and not self._words.place_like(items[index])
            and not self._adjective(items[index])
            and not self._writing.family.endswith("premod")
        )

    def _adjective(self, item: Item) -> bool:
        """Whether a name is written as an adjective of the noun behind it, by its ending: "Ниамейского соглашения"."""
        word = self._words.plain(item)
        return item.symbol == "N" and len(word) >= _ADJECTIVE and word.endswith(self._endings)

    def _right(self, items: Sequence[Item], at: int) -> Extent:
        extent = Extent(at, at + 1)
        if items[at].symbol == "U" and items[at].entry("known_treaty"):
            return extent
        if at and items[at - 1].symbol == "v" and not self._writing.case:
            return extent  # "this convention": where nothing shows how far a name goes, it has none
        if at + 1 < len(items) and items[at + 1].symbol == "v":
            return extent  # the same where "this" follows the noun: "konvensi ini untuk ..."
        index = at + 1
        while index < len(items) and index - at < _LONGEST and not self._parted(items, at, index):
            item = items[index]
            if (end := self._words.year_end(items, index)) and index == extent.right:
                index = extent.right = extent.dated = end
                continue
            if (end := self._words.parties_end(items, index)) > index:
                index = extent.right = end
                continue
            if self._words.about(item) and not (index > at + 1 and self._words.marked(item, "place")):
                extent.about, extent.right = index, index + 1
                return self._title(items, index + 1, extent)
            if self._words.year(item) and index + 1 < len(items) and items[index + 1].symbol in "#D":
                extent.right = index = index + 2  # "the UNESCO convention OF 1970"
                continue
            if index == at + 1 and "".join(i.symbol for i in items[index : index + 3]) in ("n-A", "N-A", "A-A"):
                index = extent.right = index + 3  # "acordul româno-german"
                continue
            if self._words.subject(items, index) or not self._joins(items, index, extent, at):
                break
            if (
                item.symbol in _CAPITALS
                or item.symbol in "ZMX"
                or (index == at + 1 and item.symbol == "n")
                or (item.symbol in "nmf" and (index == at + 1 or not self._writing.case))
            ):
                extent.right = index + 1
            index += 1
        return extent

    def _parted(self, items: Sequence[Item], at: int, index: int) -> bool:
        """Whether the word at index, for whom it is done or without the noun's article, cannot go on a name."""
        if index == at + 1 and items[at].symbol == "t" and self._words.done_for(items, index):
            return True
        clitics = self._words.clitics
        if clitics is None or items[index].symbol not in "nwf":
            return False
        before = items[index - 1]
        if before.symbol not in "nwft" or not clitics.definite(self._words.plain(before)):
            return False
        word = self._words.plain(items[index])
        return not (clitics.definite(word) or self._words.match(items[index]) or clitics.prefixed(word))

    def _joins(self, items: Sequence[Item], index: int, extent: Extent, at: int) -> bool:
        """Whether the name can go on over this item, before any subject part."""
        item = items[index]
        ahead = items[index + 1 : index + 1 + _LOOK_AHEAD]
        spot = next((i.symbol for i in ahead if i.symbol != "d"), "")
        where = "LSA" if items[at].symbol == "t" and self._premod else "LS"
        if self._words.marked(item, "place") and not self._words.marked(item, "from") and spot and spot in where:
            return False  # where something happens, no part of the name: "a treaty in the Peruvian city of"
        if self._nouns and self._words.marked(item, "place") and [i.symbol in "NV" for i in ahead[:2]] == [True, False]:
            return ahead[1].symbol == "d"  # "im Herbst unterzeichnet", and "im Bereich der Bildung"
        if not self._writing.case:
            if item.symbol in "wib" and ahead and (ahead[0].symbol == "f" or self._words.topic_at(ahead[0])):
                return not self._words.verb(item)  # "cooperation IN combating narcotics"
            if item.symbol in "&op":
                return bool(ahead) and ahead[0].symbol in "nmfSAOL" and not self._words.stops(ahead[0])
            return item.symbol in "nmsNfASOL"
        if (
            item.symbol in "NVIFLHSOA"
            or (item.symbol == "T" and index == at + 1)  # "Protokol Perjanjian ASEAN tentang ..."
            or (item.symbol in "RQKZMX" and self._tokens[item.start].capital)
            or (item.symbol == "C" and index == extent.right)
        ):
            return not self._words.stops(item) or self._last_word(items, index)
        if item.symbol == "&" and opens_other(items, index + 1):
            return False
        if item.symbol in _SMALL or self._words.marked(item, "from", "between", "of"):
            if item.symbol == "i" and ahead and ahead[0].symbol == "A" and not self._tokens[ahead[0].start].capital:
                return self._words.marked(item, "with")  # "signed the treaty FOR the Czech government"
            return any(a.symbol in "NVLSOAFH" or self._words.about(a) for a in ahead[:2])
        if item.symbol == "n" and index == at + 1 and self._words.renamed(items, at):
            return not self._verbal(item)  # "also called the Tunisian Convention"
        if item.symbol in "ns" and index == at + 1 == extent.right and items[at].symbol == "T" and ahead:
            return self._words.about(ahead[0]) and not self._words.stops(item)  # "Convenzione internazionale sul ..."
        return (
            item.symbol in "nf"
            and index == extent.right
            and self._writing.case
            and (self._words.place(item) != "" or self._words.topic_at(item))
        )

    def _verbal(self, item: Item) -> bool:
        """Whether a word ends as the language's finite verbs do."""
        return self._declension.verb(self._tokens[item.start].text)

    def _last_word(self, items: Sequence[Item], index: int) -> bool:
        """A small word with a capital that closes the name: "Perjanjian Bantuan Guaman BERSAMA akan ..."."""
        entries = match.entries if (match := self._words.match(items[index])) is not None else ()
        ends = index + 1 == len(items) or items[index + 1].symbol not in "NVLSOA1PRQ"
        return items[index].symbol == "C" and ends and all(e.category == "marker" for e in entries)

    def _title(self, items: Sequence[Item], index: int, extent: Extent) -> Extent:
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
                item.symbol in '.:;()x"#D'
                or (item.symbol == "," and not self._lists(items, index))
                or self._leaves(items, index)
            ):
                break
            if capitals:
                if (
                    item.symbol not in _CAPITALS
                    and not any(a.symbol in _CAPITALS for a in items[index + 1 : index + _LOOK_AHEAD])
                    and not any(a.symbol in "NF" for a in items[index + _LOOK_AHEAD : index + _LOOK_AHEAD + 1])
                    and not self._closes(items, index)
                ):
                    break
                if item.symbol not in _CAPITALS and self._words.stops(item) and not self._words.marked(item):
                    break
            elif item.symbol in "KRQ" and index - begin > 1:
                extent.hard = False  # a title opens another noun phrase, and the word before it was a verb
                extent.right = min(extent.right, index - 1)
                break
            elif (index > begin and self._stops(items, index)) or self._words.between_bodies(items, index):
                extent.hard = self._words.verb(item) or self._words.marked(item, "object")
                break
            elif self._nouns and item.symbol in "nw" and self._words.marked(items[min(index + 1, len(items) - 1)]):
                break  # a small word before a preposition is no adjective: "besteht zwischen"
            elif (
                item.symbol == "&"
                and index + 1 < len(items)
                and (self._words.stops(items[index + 1]) or items[index + 1].symbol in "HTSRP")
                and not (items[index - 1].symbol == items[index + 1].symbol == "S")  # between A and B
            ) or index - begin >= _SOFT:
                extent.hard = False
                break
            index += 1
            if item.symbol not in ",&oidb":
                extent.right = index
        if extent.right == begin:  # "the Hanoi Convention on 26 October"
            extent.right, extent.about = extent.about, 0
        return extent

    def _stops(self, items: Sequence[Item], index: int) -> bool:
        """A verb or mark that is no field's name, nor the "of" of a noun: "Anerkennung VON Abschlüssen"."""
        item, after = items[index], items[index + 1 : index + 2]
        of = self._nouns and self._words.marked(item, "from", "of") and bool(after) and after[0].symbol in "NnF"
        return self._words.stops(item) and item.symbol not in "fF" and not of

    def _closes(self, items: Sequence[Item], index: int) -> bool:
        """A few small words up to a sign that ends the name for sure."""
        for item in items[index : index + _LOOK_AHEAD]:
            if item.symbol in '.,()"':
                return item is not items[index]
            if item.symbol != "n" or self._words.match(item):
                return False
        return False

    def _leaves(self, items: Sequence[Item], index: int) -> bool:
        """ "in Tehran", "on Monday": where and when something happens to the treaty, no part of its name."""
        following = [i.symbol for i in items[index + 1 : index + 3] if i.symbol != "d"]
        if (outside := self._words.outside(items, index, self._small)) is not None:
            return outside
        dated = following[:1] == ["D"] and items[index].symbol in "nw" and self._words.small(items[index])
        if dated or self._words.subject(items, index):
            return True  # "the Convention on Mines FINLAND left in May"
        if self._words.marked(items[index], "place") and (
            where_when(items, index + 1) or following in (["n", "D"], ["w", "D"])
        ):
            return True  # "in Brindleford on 5 May": an unknown place
        if (
            following[:1] in (["O"], ["S"], ["P"], ["R"], ["Q"])
            and self._words.marked(items[index], "other", "with", "agent")
            and not self._words.about(items[index])
        ):
            return not self._words.marked(items[index], "from", "between", "of")  # handed "to the organization"
        return self._words.marked(items[index]) and following[:1] in (["L"], ["D"])

    def _lists(self, items: Sequence[Item], index: int) -> bool:
        """A comma inside a title: more of the same kind follows, closed by "and" before any verb."""
        for item in items[index + 1 : index + 9]:
            if item.symbol == "&":
                return True
            if self._words.stops(item) or item.symbol in '.()x"#D':
                return False
        return False
