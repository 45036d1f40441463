"""Text to tokens: words, numbers and signs with their offsets, and the keys by which words are compared.

A word is compared by its keys: without case and accents, without the endings and glued words that the language file
names. A text without spaces gives one token a character (a run of kana or Latin letters stays one).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.clitics import Clitics
from kg.annotate.normalise import SKIP, ZWNJ, compare_key, fold
from kg.annotate.particles import Particles
from kg.language import Writing

_JOINERS = ZWNJ + SKIP
# Combining marks are no \w in Python, yet parts of words in many scripts.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u3099\u309a"
)
_LETTER = rf"[^\W\d_{_JOINERS}]"
_HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff"
_HIRAGANA = "\u3041-\u309f"
_WORD = rf"{_LETTER}(?:[{_JOINERS}]*(?:{_LETTER}|[{_MARKS}]))*"
_CODE = r"(?<!\d)[a-z]{1,4}\d{1,3}(?!\w)"  # names of letters and a number: "G20", "D66"
_TOKEN = re.compile(
    rf"(?P<n>\d+(?:[.,]\d+)*)|(?P<w>{_CODE}|{_WORD}(?:'{_WORD})*)|(?P<l>[\r\n]+)|(?P<p>[^\s{_JOINERS}])"
)
_TOKEN_QUOTES = re.compile(rf"(?P<n>\d+(?:[.,]\d+)*)|(?P<w>{_WORD})|(?P<l>[\r\n]+)|(?P<p>[^\s{_JOINERS}])")
_TOKEN_DENSE = re.compile(
    rf"(?P<n>\d+(?:[.,]\d+)*)|(?P<w>[{_HAN}{_HIRAGANA}]|(?:(?![{_HAN}{_HIRAGANA}]){_LETTER}|[{_MARKS}\u30fc])+)"
    rf"|(?P<l>[\r\n]+)|(?P<p>[^\s{_JOINERS}])"
)


_OFFICE = 6  # letters in which an office and the end of its body stand


@dataclass(slots=True)
class Token:
    """One word, number or sign.

    start, end: offsets into the article. text: as written. kind: "w" word, "n" number, "p" sign, "l" line end.
    keys: what a word is looked up by, the plainest first. capital: begins with a capital letter, or is a compound,
    which is a name where there are no capitals. upper: all capitals.
    glued: no space stands between it and the token before.
    """

    start: int
    end: int
    text: str
    kind: str
    keys: tuple[str, ...]
    capital: bool
    upper: bool
    glued: bool


class Tokenizer:
    """Cuts text into tokens by one language's way of writing. Made once a language; keeps the keys of words met."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self._plain: dict[str, str] = {}
        quotes = writing.apostrophe == "quote"
        self._pattern = _TOKEN_DENSE if not writing.spaces else _TOKEN_QUOTES if quotes else _TOKEN
        self.particles = Particles(writing)
        self._suffixes: dict[int, set[str]] = {}
        for suffix in writing.suffixes:
            key = self.plain(suffix)
            if key:
                self._suffixes.setdefault(len(key), set()).add(key)
        self._lengths = sorted(self._suffixes, reverse=True)
        self._prefixes = sorted({self.plain(p) for p in writing.prefixes} - {""}, key=len, reverse=True)
        self._alternations = [(self.plain(a), self.plain(b)) for a, b in writing.alternations]
        self._known: dict[str, tuple[str, ...]] = {}
        self.clitics: Clitics | None = None
        self._least = min(3, writing.min_stem)

    def forget(self) -> None:
        """Drop what is kept of words met, before the tokenizer is stored."""
        self._plain.clear()
        self._known.clear()

    def plain(self, word: str) -> str:
        """The word without case, joiners and (unless the language keeps them) accents."""
        known = self._plain.get(word)
        if known is None:
            known = self._plain[word] = self._made_plain(word)
        return known

    def _made_plain(self, word: str) -> str:
        if self.writing.marks == "keep":
            folded = unicodedata.normalize("NFC", fold(unicodedata.normalize("NFC", word)))
            return folded.replace(SKIP, "").replace(ZWNJ, "").replace("'", "")
        return compare_key(word).replace("'", "")

    def stem(self, plain: str) -> str:
        """The word without the longest ending that leaves enough of it."""
        for length in self._lengths:
            if len(plain) - length >= self.writing.min_stem and plain[-length:] in self._suffixes[length]:
                return plain[:-length]
        return plain

    def keys(self, word: str) -> tuple[str, ...]:
        """What the word is looked up by: its stem, and its stem without a glued word before it."""
        known = self._known.get(word)
        if known is None:
            plain = self.plain(word)
            found = [self.stem(plain)]
            for ending, base in self._alternations:
                if plain.endswith(ending) and len(plain) - len(ending) >= self._least:
                    found.append(self.stem(plain[: len(plain) - len(ending)] + base))
            for prefix in self._prefixes:
                if plain.startswith(prefix) and len(plain) - len(prefix) >= self.writing.min_stem - 1:
                    found.append(self.stem(plain[len(prefix) :]))
            if self.clitics is not None:
                found.append(self.stem(self.clitics.bare(plain)))  # "للمغرب": to Morocco, "المغرب"
            if tail := self.particles.tail(plain):
                found.append(tail)
            known = self._known[word] = tuple(dict.fromkeys(found))
        return known

    def glued(self, word: str) -> list[int]:
        """Where small words glued to the front of a word end, and the word itself."""
        cuts = self.clitics.cut(self.plain(word), self.keys) if self.clitics is not None else 0
        letters = [i for i, c in enumerate(word) if unicodedata.category(c)[0] == "L"] if cuts else []
        return [*letters[1 : cuts + 1], len(word)]

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """The tokens of `text[start:end]`, with offsets into `text`."""
        end = len(text) if end is None else end
        folded = fold(text[start:end])
        out: list[Token] = []
        last = -1
        whole = self.clitics is None and not self.particles
        for match in self._pattern.finditer(folded):
            left, right = match.start() + start, match.end() + start
            kind = match.lastgroup or "p"
            if kind != "w" or (whole and "'" not in match.group()):
                out.append(self._token(text, left, right, kind, left == last))
                last = right
                continue
            if "'" in match.group():
                for a, b in self._cut(text[left:right], match.group()):
                    out.append(self._token(text, left + a, left + b, "w", left + a == last))
                    last = left + b
                continue
            if self.clitics is not None:
                begin = left
                for cut in self.glued(text[left:right]):
                    out.append(self._token(text, begin, left + cut, "w", begin == last))
                    begin = last = left + cut
                continue
            sizes = self.particles.cut(self.plain(match.group()), _counted(out)) if self.particles else ()
            for size in sizes[:-1]:
                out.append(self._piece(text, left, left + size, last))
                left = last = out[-1].end
            out.append(
                self._piece(text, left, right, last)
                if sizes[1:]
                else self._token(text, left, right, kind, left == last)
            )
            last = right
        return out

    def term(self, text: str) -> list[str]:
        """The keys of the words of a term of a language file or gazetteer, without hyphens: what it is stored by."""
        whole = self.clitics is None and not self.particles
        if whole and self.writing.spaces and text.replace(" ", "").replace(ZWNJ, "").isalpha():
            return [self.keys(word)[0] for word in text.split()]  # most terms, and much quicker
        return [t.keys[0] for t in self.tokens(text) if t.kind != "l" and t.text != "-"]

    def _piece(self, text: str, start: int, end: int, last: int) -> Token:
        """A piece of a word; the title that is one word with its body is looked up by its own word."""
        token = self._token(text, start, end, "w", start == last)
        if (
            token.glued
            and end - start == 1
            and (office := self.particles.office(self.plain(text[max(0, end - _OFFICE) : end])))
        ):
            token.keys = (office,)
        return token

    def _token(self, text: str, start: int, end: int, kind: str, glued: bool) -> Token:
        surface = text[start:end]
        keys = self.keys(surface) if kind == "w" else (fold(surface),)
        first = surface[0]
        capital = first.isupper()
        if self.particles and kind == "w" and not capital:
            capital = bool(self.particles.tail(self.plain(surface)))
        return Token(start, end, surface, kind, keys, capital, len(surface) > 1 and surface.isupper(), glued)

    def _cut(self, written: str, word: str) -> Sequence[tuple[int, int]]:
        """Where a word with apostrophes, as it is written and folded, is cut, by what they do in the language."""
        if self.writing.apostrophe == "letter":
            return [(0, len(word))]
        if self.writing.apostrophe == "suffix":
            at = word.rfind("'")
            name = written[at + 1 : at + 2].isupper() and not written.isupper()  # O'Malley, Dall'Orto
            return [(0, at), (at, len(word))] if at > 0 and not name else [(0, len(word))]
        at = word.find("'") + 1
        return [(0, at), (at, len(word))] if at < len(word) else [(0, len(word))]


def sentence_starts(tokens: Sequence[Token], abbreviations: frozenset[str], boundaries: frozenset[int]) -> list[int]:
    """The indexes of the tokens that begin a sentence.

    Args:
        tokens: of one article. abbreviations: keys of words whose full stop ends no sentence.
        boundaries: offsets at which a sentence begins in any case (the beginnings of zones).

    Returns:
        Sorted indexes; the first is 0 where there are tokens.
    """
    starts: list[int] = []
    fresh = True
    for index, token in enumerate(tokens):
        begins = (fresh or token.start in boundaries) and token.kind != "l"
        if begins and not (fresh and starts and _closes(token, tokens[index - 1])):
            starts.append(index)
            fresh = False
        if (
            token.kind == "l"
            or (token.kind == "p" and token.text in "!?؟。！？।")
            or (token.text == "." and _ends(tokens, index, abbreviations))
        ):
            fresh = True
    return starts


def _closes(token: Token, before: Token) -> bool:
    """A quotation mark or bracket that closes what the sentence before opened belongs to that sentence."""
    return token.glued and token.kind == "p" and before.kind == "p" and token.text in "\"'»”’」』)）]"


def _ends(tokens: Sequence[Token], index: int, abbreviations: frozenset[str]) -> bool:
    if index + 1 >= len(tokens):
        return True
    before, after = tokens[index - 1] if index else None, tokens[index + 1]
    if after.kind == "l":
        return True
    if after.glued and after.kind in "wn":
        return False
    initial = before is not None and len(before.text) == 1 and before.capital
    if before is not None and before.kind == "w" and (initial or set(before.keys) & abbreviations):
        return False
    if after.kind == "w" and not after.capital and after.text[0].lower() != after.text[0].upper():
        return False
    return not (
        before is not None and before.kind == "n" and len(before.text) < 3 and after.kind == "w" and not after.capital
    )


def _counted(before: Sequence[Token]) -> bool:
    """Whether a number, perhaps with a counter glued to it, stands before the next word."""
    last = before[-1:]
    return any(t.kind == "n" for t in (before[-2:-1] if last and last[0].glued and last[0].kind == "w" else last))
