"""Personal names in a script without spaces, found before anything else is made of the characters.

Four things show a name: a dot between transliterated parts, transliterated characters beside a title, a listed surname
beside a title, and the same characters as a name already found. Each name is one item afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.annotate.lexicon import Lexicon
from kg.annotate.terms import Match
from kg.annotate.tokens import Token

_DOTS = frozenset("·・•‧･=＝-–")
_KANA = "\u30a1\u30fa"
_TITLES = frozenset(("role", "role_field", "rank", "honorific", "not_official"))
_OPEN_TITLE = frozenset((*_TITLES, "counterpart"))
_INSIDE_TITLE = frozenset(("field", "head", "to", "of", "state", "body", "skip", "former", "acting", "elect", "place"))
_NO_NAME = frozenset(("field", "head", "treaty", *_TITLES))
_LONGEST_TITLE = 8  # terms
_SURNAME, _GIVEN, _UNLISTED = 3, 3, 4  # characters


def is_foreign(name: Sequence[Token]) -> bool:
    """Whether a name is written as one from abroad: in katakana, or in characters with a dot between its parts."""
    return any(_KANA[0] <= t.text[0] <= _KANA[1] for t in name) or any(t.text in "·・•‧･" for t in name)


class DenseNames:
    """Finds the names of one article.

    phrases, clauses: the lexicon's matches by first token; of two at one place the longer counts.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        phrases: Mapping[int, Match],
        clauses: Mapping[int, Match],
        lexicon: Lexicon,
    ):
        self._tokens, self._lexicon = tokens, lexicon
        self._letters = frozenset("".join(lexicon.language.words("words", "foreign_name")))
        self._terms = {
            at: m
            for at, m in phrases.items()
            if at not in clauses or clauses[at].end <= m.end or m.entries[0].category in ("state", "body", "place")
        }
        self._ends = {m.end: m for m in self._terms.values()}
        self._words = {at: m for at, m in clauses.items() if m.end - at > 1 and at not in self._terms}
        self._inside = {i for m in self._words.values() for i in range(m.start, m.end)}
        self._named = {i for m in self._terms.values() if m.end - m.start > 1 for i in range(m.start, m.end)}
        sent = [m.end for m in self._terms.values() if any(e.category == "to" for e in m.entries)]
        self._named.update(at for at in sent if self._is(self._terms.get(at), frozenset(("state",))))  # 驻马: no Mr Ma
        self._title = {i for m in self._terms.values() if self._is(m, _NO_NAME) for i in range(m.start, m.end)}
        self._late = lexicon.language.writing.order == "SOV"

    def find(self) -> dict[int, int]:
        """The names: first token to end of each."""
        found: dict[int, int] = {}
        parts: set[tuple[str, ...]] = set()
        for start, end, known in (*self._dotted(), *self._beside_titles()):
            if not any(start < e and s < end for s, e in found.items()):
                found[start] = end
                parts.update(known)
        for start, end in self._again(parts):
            if not any(start < e and s < end for s, e in found.items()):
                found[start] = end
        return found

    def _is(self, match: Match | None, categories: frozenset[str]) -> bool:
        return match is not None and match.entries[0].category in categories

    def _texts(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(t.text for t in self._tokens[start:end])

    def _han(self, at: int) -> bool:
        """Whether a token is one character of a word."""
        return (
            0 <= at < len(self._tokens)
            and self._tokens[at].kind == "w"
            and "\u3400" <= self._tokens[at].text <= "\u9fff"
        )

    def _kana(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and _KANA[0] <= self._tokens[at].text[0] <= _KANA[1]

    def _foreign(self, at: int) -> bool:
        """Whether a token writes a part of a foreign name, and no title."""
        if not 0 <= at < len(self._tokens) or at in self._title:
            return False
        return self._kana(at) or self._tokens[at].text in self._letters

    def _between(self, at: int) -> bool:
        """Whether a token stands in a foreign name, be it one that only does so between others: 别 in 阿桑别克."""
        if self._foreign(at):
            return True
        beside = all(self._han(i) and self._foreign(i) for i in (at - 1, at + 1))
        return beside and self._free(at) and at not in self._terms

    def _dot(self, at: int) -> bool:
        return 0 < at < len(self._tokens) and self._tokens[at].text in _DOTS and self._tokens[at].glued

    # -- foreign names

    def _dotted(self) -> Iterator[tuple[int, int, list[tuple[str, ...]]]]:
        last = 0
        for at in range(len(self._tokens)):
            if at < last or not self._dot(at) or not self._foreign(at - 1) or not self._foreign(at + 1):
                continue
            start = at
            while start > last and (self._between(start - 1) or (self._dot(start - 1) and self._foreign(start - 2))):
                start -= 1
            end = self._run_end(at)
            while not self._foreign(end) and self._between(end):
                end = self._run_end(end + 1)
            parts = list(self._segments(start, end))
            if not any(m.start <= start and m.end > at for m in self._terms.values()) and not self._all_known(parts):
                yield start, end, [self._texts(*p) for p in parts if self._telling(*p)]
                last = end

    def _run_end(self, at: int) -> int:
        """Where a run of parts of a foreign name ends: before a term that goes on beyond it."""
        end = at
        while self._foreign(end) or (self._dot(end) and self._foreign(end + 1)):
            end += 1
        for index in range(at + 1, end):
            term = self._words.get(index) or self._terms.get(index)
            if term is not None and (term.end > end or self._is(term, _NO_NAME)):
                return index
        return end

    def _segments(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for index in range(start, end + 1):
            if index == end or self._dot(index):
                yield at, index
                at = index + 1

    def _all_known(self, parts: Sequence[tuple[int, int]]) -> bool:
        """ "Asia-Africa": every part is a term, or one is a field or head of a body."""
        terms = [self._terms.get(a) for a, _ in parts]
        exact = [t if t is not None and t.end == b else None for t, (_, b) in zip(terms, parts, strict=True)]
        return all(exact) or any(self._is(t, _NO_NAME) for t in exact)

    def _telling(self, start: int, end: int) -> bool:
        """Whether a part is enough of a name to know it again."""
        return sum(len(t.text) for t in self._tokens[start:end]) > 1

    # -- names beside titles

    def _beside_titles(self) -> Iterator[tuple[int, int, list[tuple[str, ...]]]]:
        if self._late:
            yield from self._before_titles()
            return
        for _, term in sorted(self._terms.items()):
            if self._is(term, _OPEN_TITLE) and (size := self._size_behind(term.end) or self._closed_off(term)):
                yield term.end, term.end + size, [self._texts(term.end, term.end + size)]
        yield from self._before_titles()

    def _size_behind(self, at: int) -> int:
        """How long a name behind a title is."""
        taken = at in self._words or at in self._named
        foreign = 0 if taken or not self._foreign(at) else self._run_end(at) - at
        native = max((s + self._given(at + s) for s in self._surnames(at) if self._given(at + s)), default=0)
        return max(native, foreign if foreign > 1 else 0)

    def _closed_off(self, title: Match) -> int:
        """How long a name is that no list tells, behind a title with its state and up to a sign or verb."""
        start = title.end
        for end in range(start + _SURNAME, start + _UNLISTED + 2) if self._of_state(title.start) else ():
            if not all(self._free(i) for i in range(start, end)):
                return 0
            if end in self._words or (end < len(self._tokens) and self._tokens[end].kind == "p"):
                return end - start
        return 0

    def _of_state(self, at: int) -> bool:
        """Whether a state, and then only parts of a title, stand before a title."""
        for _ in range(_LONGEST_TITLE):
            term = self._ends.get(at)
            if term is None or not self._is(term, _INSIDE_TITLE):
                return False
            if self._is(term, frozenset(("state",))):
                return True
            at = term.start
        return False

    def _given(self, at: int) -> int:
        """How many characters from here can be a given name, two at most."""
        size = 0
        while size < 2 and self._free(at + size):
            size += 1
        return size

    def _free(self, at: int) -> bool:
        """Whether nothing keeps a character from being part of a native name."""
        if not self._han(at) or at in self._inside or self._tokens[at].text in self._lexicon.name_stops:
            return False
        term = self._terms.get(at)
        return term is None or (term.end == at + 1 and not self._is(term, _NO_NAME))

    def _surnames(self, at: int) -> Iterator[int]:
        """The lengths of the listed surnames that begin here, the longest first."""
        if at in self._words:
            return
        for size in range(_SURNAME, 0, -1):
            if (
                all(self._han(i) for i in range(at, at + size))
                and "".join(self._texts(at, at + size)) in self._lexicon.surnames
            ):
                yield size

    def _before_titles(self) -> Iterator[tuple[int, int, list[tuple[str, ...]]]]:
        at = 0
        while at < len(self._tokens):
            size, known = self._name_before(at)
            if size:
                yield at, at + size, known
            at += size or 1

    def _name_before(self, at: int) -> tuple[int, list[tuple[str, ...]]]:
        """(length, what makes it known again) of a name that begins here and that a title follows."""
        if self._kana(at):
            alone = at not in self._terms and not self._kana(at - 1) and not self._dot(at + 1)
            return (1, [self._texts(at, at + 1)]) if alone and self._titled(at + 1) else (0, [])
        if at in self._named or at in self._inside or not self._opens(at):
            return 0, []
        for size in self._surnames(at):
            for given in (2, 1, 3, 0):
                end = at + size + given
                if (given or size > 1 or self._honoured(end)) and self._fit(at, at + size, end) and self._titled(end):
                    return size + given, [self._texts(at, end), *([self._texts(at, at + size)] if self._late else [])]
        end = at + _UNLISTED
        if self._late and all(self._free(i) for i in range(at, end)) and self._titled(end):
            return _UNLISTED, [self._texts(at, end), self._texts(at, at + 2)]
        return 0, []

    def _opens(self, at: int) -> bool:
        """Whether a word can begin here: no unknown character stands before it."""
        before = at - 1
        if before >= 0 and self._tokens[before].kind == "n":
            return False  # a counted noun
        return (
            not self._han(before)
            or not self._tokens[at].glued
            or before in self._named
            or before in self._inside
            or (before in self._terms or self._tokens[before].text in self._lexicon.stop_words)
        )

    def _fit(self, at: int, start: int, end: int) -> bool:
        """Whether the characters start:end can be the given name behind a surname that begins at a place."""
        if not self._late:
            return at < start < end <= start + 2 and all(self._free(i) for i in range(start, end))
        return all(self._han(i) and i not in self._named and i not in self._title for i in range(start, end))

    def _honoured(self, at: int) -> bool:
        return self._is(self._terms.get(at), frozenset(("honorific",)))

    def _titled(self, at: int) -> bool:
        """Whether a title begins here, perhaps behind a dot and with what it is of in front."""
        if self._dot(at):
            at += 1
        for step in range(_LONGEST_TITLE):
            term = self._terms.get(at)
            if self._is(term, _TITLES):
                return True
            if (
                term is None
                or not self._late
                or not self._is(term, _INSIDE_TITLE)
                or (not step and self._is(term, frozenset(("of",))))
            ):
                return False
            at = term.end + (1 if self._dot(term.end) else 0)
        return False

    # -- names known already

    def _again(self, parts: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
        longest = max(map(len, parts), default=0)
        at = 0
        while at < len(self._tokens):
            size = next((s for s in range(longest, 0, -1) if self._known(at, s, parts)), 0)
            if size:
                yield at, at + size
            at += size or 1

    def _known(self, at: int, size: int, parts: set[tuple[str, ...]]) -> bool:
        if self._texts(at, at + size) not in parts or at + size > len(self._tokens):
            return False
        if self._kana(at):
            return at not in self._terms
        if self._late and size < _UNLISTED - 1 and not self._foreign(at):
            return self._titled(at + size)  # a surname alone
        return not (self._foreign(at) and (self._foreign(at - 1) or self._foreign(at + size)))
