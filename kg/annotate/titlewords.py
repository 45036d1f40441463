"""What a word inside or beside a treaty's name is: a verb that ends it, a preposition, a place, a word of its
subject.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Item
from kg.annotate.terms import Match
from kg.annotate.tokens import Token

_YEAR = 4  # digits
_PARTIES = 18  # items in which two parties have to be named
_NO_PARTY = '.,;:()"x#DTtPRQ1KMU'
_OTHER_NAME = 8  # items
_SUBJECT = "NVICFLAHTSOE"
_FIRST_PARTY = 5  # items in which the noun of a body has to come


class TitleWords:
    """Answers for the items of one article.

    clauses: the lexicon's clause terms by first token. place_words: keys of the words that name a place in the article,
    with the places' keys. years: tokens at which a date that is a year alone begins, with the year. wide: keys of the
    places that lie in no state.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        clauses: Mapping[int, Match],
        place_words: Mapping[str, str],
        years: Mapping[int, int],
        wide: Collection[str] = (),
    ):
        self._years, self._wide = years, wide
        self._tokens, self._lexicon, self._clauses = tokens, lexicon, clauses
        self._writing = lexicon.language.writing
        self._place_words = place_words
        self.clitics = lexicon.tokenizer.clitics

    @property
    def closing(self) -> bool:
        """Whether the noun closes a treaty's name, in a language whose particles are words of their own."""
        return bool(self._writing.particles)

    @property
    def noun_last(self) -> bool:
        """Whether the noun ends a treaty's name, without particles cut off from it."""
        return self._writing.family.startswith("title-last-postposition")

    @property
    def cased(self) -> bool:
        """Whether names begin with a capital letter."""
        return self._writing.case

    def place(self, item: Item) -> str:
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

    def plain(self, item: Item) -> str:
        """The first word of an item, plain."""
        return self._lexicon.tokenizer.plain(self._tokens[item.start].text)

    def place_like(self, item: Item) -> bool:
        return item.symbol == "L" or self.place(item) != ""

    def in_wide(self, items: Sequence[Item], index: int) -> bool:
        """Whether items[index] is "in" or "from" before a sea or a region of several states, which a treaty is about
        rather than signed in: "wrecks IN the Black Sea".
        """
        behind = next((i for i in items[index + 1 : index + 3] if i.symbol != "d"), None)
        entry = behind.entry("place") if behind is not None and behind.symbol == "L" else None
        return entry is not None and entry.value in self._wide and self.marked(items[index], "place", "from")

    def match(self, item: Item) -> Match | None:
        return self._clauses.get(item.start)

    def about(self, item: Item) -> bool:
        match = self.match(item)
        return match is not None and any(e.category == "treaty_about" for e in match.entries)

    def year(self, item: Item) -> bool:
        """A word that joins a year to a treaty's name."""
        match = self.match(item)
        return match is not None and any(e.category == "treaty_year" for e in match.entries)

    def marked(self, item: Item, *values: str) -> bool:
        match = self.match(item)
        return match is not None and any(
            e.category == "marker" and (not values or e.value in values) for e in match.entries
        )

    def done_for(self, items: Sequence[Item], index: int) -> bool:
        """Whether words like "on behalf of" and a state stand at a place: "signed the treaty FOR BRITAIN"."""
        after = next((i for i in items[index + 1 : index + 3] if i.symbol != "d"), None)
        return after is not None and after.symbol == "S" and self.marked(items[index], "behalf")

    def outside(self, items: Sequence[Item], index: int, small: bool) -> bool | None:
        """Whether a preposition opens where something happens ("in the Norwegian port") or with whom ("with Anna Berg,
        who"); False where a place only tells what a noun is like ("in Arctic waters"), None where neither shows.
        small: whether only names have capitals.
        """
        if self.in_wide(items, index):
            return False
        if not small:
            return None
        symbols = "".join(i.symbol for i in items[index + 1 : index + 4])
        if symbols == "NN," and self.marked(items[index], "with"):
            return True
        if not self.marked(items[index], "place"):
            return None
        if symbols[:1] == "L" and symbols[1:2] in tuple("NFfn"):
            return None if self.match(items[index + 2]) is not None else False
        return True if symbols.lstrip("d")[:2] in ("An", "Af") else None

    def stops(self, item: Item) -> bool:
        """A verb, a new clause, or a mark of the noun phrase's part in the clause."""
        match = self.match(item)
        if match is None:
            return False
        for entry in match.entries:
            if entry.category in ("clause", "status", "treaty_aliases", "pronoun"):
                return True
            if entry.category in ("act", "relation") and not entry.value.endswith((".noun", ".never", ".ceremony")):
                return True
            if entry.category == "marker" and (
                entry.value in ("object", "agent", "subject", "place", "with") and not self.about(item)
            ):
                return not self._writing.case or entry.value != "place" or not self._writing.spaces
        return False

    def verb(self, item: Item) -> bool:
        match = self.match(item)
        return match is not None and any(e.category in ("act", "clause", "treaty_aliases") for e in match.entries)

    def subject(self, items: Sequence[Item], index: int) -> bool:
        """Whether a state or body is the subject of a verb right behind it, or a person's name begins."""
        if items[index].symbol == "V" and self._lexicon.declension:
            return True  # "the secretary of the Convention on Waters SONIA KELLER"
        if items[index].symbol not in "SO" or not index or index + 1 >= len(items):
            return False
        before, match = items[index - 1], self.match(items[index + 1])
        joined = before.symbol in "&odb,-" or self.marked(before) or self.about(before)
        if joined or match is None or self._writing.order != "SVO":
            return False
        return any(e.category == "act" and e.value.endswith((".active", ".future")) for e in match.entries)

    def topics(self, start: int, end: int) -> tuple[str, ...]:
        return self._lexicon.topics_in(self._tokens[start:end])

    def is_topic(self, start: int, end: int) -> bool:
        """Whether tokens[start:end] are one subject."""
        matches = self._lexicon.topics.matches(self._tokens[start:end])
        return any(m.start == 0 and m.end == end - start for m in matches)

    def topic_at(self, item: Item) -> bool:
        return bool(self.topics(item.start, item.end))

    def topic_word(self, item: Item) -> bool:
        """A small word that by itself says what a treaty is about, and is no verb or mark."""
        return self.topic_at(item) and not self.stops(item) and not self.marked(item)

    def content(self, item: Item) -> bool:
        """A word that some clause term knows and that is no verb, mark or small word all the same."""
        return not (self.stops(item) or self.marked(item) or self.about(item) or self.small(item))

    def ends(self, item: Item) -> int:
        """The token behind the clause term that the item begins."""
        match = self.match(item)
        return match.end if match is not None else item.end

    def small(self, item: Item) -> bool:
        """A small word: where words are written by syllables, any that stands before a date ("ngày")."""
        return self.plain(item) in self._lexicon.stop_words or self._writing.family.endswith("syllabic")

    def without_verb(self, items: Sequence[Item], right: int) -> int:
        """The end of a name without the noun of a verb of two words, whose second ends the clause: "خارج شد"."""
        light = self._lexicon.light
        if not light or right >= len(items) or self.plain(items[right]) not in light:
            return right
        return right - 1 if items[right - 1].symbol in "nmfw" else right

    def renamed(self, items: Sequence[Item], at: int) -> bool:
        """Whether words like "called" stand right before the noun."""
        matches = [self.match(i) for i in items[max(0, at - 3) : at]]
        return any(m is not None and any(e.category == "treaty_aliases" for e in m.entries) for m in matches)

    def year_of(self, item: Item) -> int:
        """The year that an item is by itself; 0 where it is none."""
        if item.symbol == "D":
            return self._years.get(item.start, 0)
        text = self._tokens[item.start].text
        return int(text) if item.symbol == "#" and text.isdecimal() and len(text) == _YEAR else 0

    def year_end(self, items: Sequence[Item], index: int) -> int:
        """Where the year ends that tells a treaty from others: "the Convention of 1970"; 0 where none begins."""
        loose = () if self._writing.family.endswith("premod") else ("from",)  # no "treaty since 2023"
        joins = items[index].symbol == "o" or self.marked(items[index], "of", *loose)
        since = bool(loose) and self.marked(items[index], *loose)  # "acordul DIN 1999", where "din" is "in" as well
        if joins and (since or not self.marked(items[index], "place")):
            index += 1
        number_first = index < len(items) and self._tokens[items[index].start].text.isdecimal()
        return index + 1 if number_first and items[index].symbol == "D" and self.year_of(items[index]) else 0

    def parties_end(self, items: Sequence[Item], index: int) -> int:
        """Where the parties end that follow a "between" at index: "... between the Government of A and that of B"; 0
        where there are not two.
        """
        if not self.marked(items[index], "between"):
            return 0
        end = self._parties(items, range(index + 1, min(len(items), index + 1 + _PARTIES))) + 1
        while end and items[end : end + 1] and items[end].symbol == "s":
            end += 1  # "Chilské republiky"
        return end

    def subject_start(self, items: Sequence[Item], left: int) -> int:
        """Where the subject begins whose "on" stands right before left: "Fokların Korunmasına İlişkin" Sözleşme; left
        where there is none.
        """
        if not left or items[left - 1].symbol != "C" or not self.about(items[left - 1]):
            return left
        start = left - 1
        while start and (items[start - 1].symbol in _SUBJECT or (items[start - 1].symbol == "&" and start < left - 1)):
            start -= 1
        while start < left - 1 and (items[start].symbol in "&E" or (start == 0 and items[start].symbol == "S")):
            start += 1
        return start if start < left - 1 else left

    def parties_start(self, items: Sequence[Item], left: int) -> int:
        """Where the parties begin whose "between" ends before left; left where there are not two."""
        near = (i for i in (left - 1, left - 2) if i > 0 and self.marked(items[i], "between"))
        between = next((i for i in near if (m := self.match(items[i])) and m.end == items[left].start), 0)
        start = self._parties(items, range(between - 1, max(-1, between - 1 - _PARTIES), -1)) if between else -1
        return left if start < 0 else start

    def _parties(self, items: Sequence[Item], places: range) -> int:
        """The place of the last of at least two states that stand along the places; -1 where there are not two."""
        states, last = 0, -1
        for at in places:
            item = items[at]
            if item.symbol in _NO_PARTY or (states > 1 and self.about(item)):
                break
            if self.stops(item) and item.symbol != "&" and not self.marked(item, "with", "between"):
                break
            if item.entry("state", "adjective"):
                states, last = states + 1, at
        return last if states > 1 else -1

    def between_bodies(self, items: Sequence[Item], index: int) -> bool:
        """ "... between the A Agency and the B Agency": who concluded it, where no capitals show that this is part of
        the name.
        """
        if not self.marked(items[index], "between"):
            return False
        ahead = "".join(i.symbol for i in items[index + 1 : index + 1 + _FIRST_PARTY])
        return any(symbol in "OHh" for symbol in ahead.partition("&")[0])


def _shared(left: str, right: str) -> int:
    size = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        size += 1
    return size


def opens_other(items: Sequence[Item], index: int) -> bool:
    """Whether another treaty's name begins here and ends in its noun: "... and the Chile-Kenya Air Agreement"."""
    ahead = "".join(item.symbol for item in items[index : index + _OTHER_NAME])
    return ahead.lstrip("dNVLSOAFHs-")[:1] in ("T", "U")


def where_when(items: Sequence[Item], index: int) -> bool:
    """Whether one or two capitalized words and then a date, or the end, follow."""
    end = index
    while end < len(items) and end - index < 2 and items[end].symbol in "NV":
        end += 1
    after = "".join(i.symbol for i in items[end : end + 2])
    return end > index and (end == len(items) or after[0] in "D.,;" or (after[0] in "onwdb" and after[1:] == "D"))
