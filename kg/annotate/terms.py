"""Terms of several words, found in one pass over the tokens of a text: what a term says, where it stands, the
table of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from kg.annotate.compounds import Compounds
from kg.annotate.normalise import compare_key
from kg.annotate.tokens import Token

_LONGEST_TERM = 12  # tokens; bounds terms with words between
_SHORT = 4  # letters
_OTHER_SCRIPTS = "\u0900"  # from Devanagari on
_NAMED = ("state", "adjective", "place")
_SMALL = ("of", "to", "article", "inside", "marker")
_WATCHED = frozenset((*_NAMED, *_SMALL, "national"))
_END = ""  # no token has an empty key, so this can never be a word
_Path = tuple[dict[str, Any], tuple[int, ...]]  # a node of the trie, and the gaps on the way to it


class Entry(NamedTuple):
    """What a term says. category: "role", "state", "act", ... value: its id. base: its base form, for names.

    capital: the text must write it with a capital letter (names in scripts that have them). exact: it must stand
    there letter for letter, since nobody knows how a name of another language is inflected. compound: the noun with
    what it is of, in one word.
    """

    category: str
    value: str
    base: str
    capital: bool = False
    exact: bool = False
    compound: bool = False


class Match(NamedTuple):
    """A term in a text: tokens[start:end], and what it may be. gaps: tokens inside it that are not its own."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    gaps: tuple[int, ...] = ()


def base_of(form: str, forms: Sequence[str]) -> str:
    """The base form of one form in a list of synonyms and their stems: the first that begins like it
    ("podkomisji": "podkomisja").
    """
    need = max(3 if len(form) > 4 else len(form) - 1, len(form) - 3)
    for candidate in forms:
        shared = next(
            (i for i, (a, b) in enumerate(zip(candidate, form, strict=False)) if a != b), min(len(candidate), len(form))
        )
        if shared >= need and shared >= len(candidate) - 2 and candidate.count(" ") == form.count(" "):
            return candidate
    return form


class Trie:
    """Terms by the keys of their words; hyphens between words do not count.

    prepositions: keys of words behind which a place is named. gaps: keys of words that may stand inside a term of
    several words ("was NOT signed", "has ALSO been adopted"). compounds: words that are no terms themselves but
    end with one, where the language has such.
    """

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.gaps: frozenset[str] = frozenset()
        self.prepositions: frozenset[str] = frozenset()
        self.compounds: Compounds | None = None

    def add(self, words: Sequence[str], entry: Entry) -> None:
        """Store one term, given the keys of its words."""
        if not words:
            return
        node = self.root
        for key in words:
            node = node.setdefault(key, {})
        entries: list[Entry] = node.setdefault(_END, [])
        if entry not in entries:
            entries.append(entry)

    def matches(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The longest term at each place, from left to right, none inside another."""
        at, size, root = 0, len(tokens), self.root
        while at < size:
            known = not root.keys().isdisjoint(tokens[at].keys)
            found = self._longest(tokens, at, size, root) if known else None
            if found is None and self.compounds is not None:
                found = _compound(self.compounds, tokens, at)
            if found is None:
                at += 1
            else:
                yield found
                yield from (m for i in found.gaps if (m := self._longest(tokens, i, i + 1, root)) is not None)
                at = found.end

    def at(self, tokens: Sequence[Token], at: int, end: int) -> Match | None:
        """The longest term that begins at a token and ends before another."""
        return self._longest(tokens, at, end, self.root)

    def _longest(self, tokens: Sequence[Token], at: int, size: int, root: dict[str, Any]) -> Match | None:
        nodes: list[_Path] = [(root[k], ()) for k in tokens[at].keys if k in root]
        best: Match | None = None
        index = at + 1
        while nodes:
            ending = [pair for pair in nodes if _END in pair[0] and (not pair[1] or index - 1 not in pair[1])]
            if ending:
                best = self._match(ending, tokens, at, index) or best
            if index >= size:
                break
            if tokens[index].text == "-" and index + 1 < size and tokens[index + 1].glued:
                index += 1
            keys = tokens[index].keys
            following = [(n[k], gaps) for n, gaps in nodes for k in keys if k in n]
            # It may also stand inside without being named.
            if index - at < _LONGEST_TERM and not self.gaps.isdisjoint(keys):
                following += [(n, (*gaps, index)) for n, gaps in nodes]
            nodes = following
            index += 1
        return best

    def _match(self, ending: list[_Path], tokens: Sequence[Token], start: int, end: int) -> Match | None:
        """What tokens[start:end] may be, of the terms that end there."""
        found = [
            (entry, gaps)
            for node, gaps in ending
            for entry in node[_END]
            if _plainly(entry) or _stands(entry, tokens, start, end, self.prepositions)
        ]
        if len(found) > 1:
            found = _by_vowel_signs(found)
        return Match(start, end, tuple([e for e, _ in found]), min([gaps for _, gaps in found])) if found else None


def _by_vowel_signs(found: list[tuple[Entry, tuple[int, ...]]]) -> list[tuple[Entry, tuple[int, ...]]]:
    """Of acts written with the same letters, those whose vowel signs the text has."""
    signed = [pair for pair in found if pair[0].exact and pair[0].category == "act"]
    return [pair for pair in found if pair in signed or pair[0].category != "act"] if signed else found


def _compound(compounds: Compounds, tokens: Sequence[Token], at: int) -> Match | None:
    entries = tuple(Entry(n.category, n.value, n.base, compound=True) for n in compounds.read(tokens[at]))
    return Match(at, at + 1, entries) if entries else None


def _behind(tokens: Sequence[Token], start: int, prepositions: frozenset[str]) -> bool:
    return start > 0 and bool(prepositions.intersection(tokens[start - 1].keys))


def _same_letters(written: str, base: str) -> bool:
    """Whether the first letters are the same, accents too, unless the text has none: "część" is no form of "czeski"."""
    first = written[:_SHORT]
    if first.isascii() or first >= _OTHER_SCRIPTS:
        return True  # in other scripts marks are parts of letters, and one word is written in several ways
    left, right = first.casefold(), base[:_SHORT].casefold()
    return left == right or not left[:1].isalpha() or compare_key(left) != compare_key(right)


def _plainly(entry: Entry) -> bool:
    """Whether a term stands wherever its words do: most verbs and nouns; only a shortcut for `_stands`."""
    return not (entry.exact or entry.capital or entry.category in _WATCHED)


def _stands(entry: Entry, tokens: Sequence[Token], start: int, end: int, prepositions: frozenset[str]) -> bool:
    if entry.exact and "".join(t.text for t in tokens[start:end]).casefold() != entry.base.replace(" ", "").casefold():
        # Behind a small word a foreign place's name may well be inflected: "w Gdyni".
        return (
            entry.category == "place"
            and end == start + 1
            and entry.capital
            and tokens[start].capital
            and _behind(tokens, start, prepositions)
        )
    if entry.exact and entry.category == "body" and _is_acronym(entry.base) and not tokens[start].upper:
        return False  # "Palazzo della Pace" is not the PACE
    if entry.exact and entry.category == "place" and not entry.capital and not _behind(tokens, start, prepositions):
        return False  # in a script without capitals a foreign place's name can be any word
    if entry.category == "national" and entry.base.isupper() and not tokens[start].upper:
        return False  # "Mai" is no "MAI"
    if entry.category in _NAMED and not _same_letters(tokens[start].text, entry.base):
        return False
    if entry.category in _SMALL and end - start > 1 and tokens[end - 1].capital and not tokens[start].capital:
        return False  # "en La Haya": the article is a part of the name
    if entry.capital and end - start > 1 and entry.base.split()[-1][:1].isupper() and not tokens[end - 1].capital:
        return False  # "La réunion" is no island
    return not entry.capital or _named(tokens, start, end)


def _is_acronym(form: str) -> bool:
    """Whether a foreign name is so short and all capitals that a word of the language can be written like it."""
    return form.isupper() and len(form) <= _SHORT


def _named(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words stand as a name: the first, or any that is no small word, begins with a capital letter."""
    return tokens[start].capital or (end - start > 1 and tokens[end - 1].capital)
