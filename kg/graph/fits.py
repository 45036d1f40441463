"""How a typed name can fit a name that a thing has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from kg.graph.folding import fold


class Fit(IntEnum):
    """How a typed name fits a thing, the surest first."""

    EXACT = 0  # one of its names in any case, or its IRI
    FOLDED = 1  # one of its names without accents and signs
    TURNED = 2  # one of its names with its words in another order, or written together
    KNOWN = 3  # a name that the gazetteer knows for it
    WORDS = 4  # words of one of its names
    INITIALS = 5  # the first letters of one of its names
    BEGINNINGS = 6  # beginnings of words of one of its names
    PART = 7  # a part of one of its names
    LIKE = 8  # said or spelt much like one of its names


UNDERSTOOD = {
    Fit.TURNED: "the words of its name",
    Fit.KNOWN: "another name of",
    Fit.WORDS: "words of its name",
    Fit.INITIALS: "the first letters of its name",
    Fit.BEGINNINGS: "beginnings of words of its name",
    Fit.PART: "a part of its name",
    Fit.LIKE: "a guess, much like its name",
}
"""What stands before the name that was fitted where a fit does not speak for itself."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A name as typed. folded: as names are compared, and its words."""

    text: str
    folded: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Typed:
        """Return a text with its words."""
        folded = fold(text)
        return cls(text, folded, tuple(folded.split()))

    def fit(self, name: str, folded: str) -> Fit | None:
        """Return how this fits a name, given with its folded form, without a guess; None where it does not."""
        if not all([word in folded for word in self.words]):
            together = folded.replace(" ", "") == self.folded
            return Fit.TURNED if together else Fit.INITIALS if self._abbreviates(name) else None
        if folded == self.folded:
            return Fit.FOLDED
        words = folded.split()
        if sorted(words) == sorted(self.words) or folded == "".join(self.words):
            return Fit.TURNED
        if all(word in words for word in self.words):
            return Fit.WORDS
        if self._abbreviates(name):
            return Fit.INITIALS
        if all(any(other.startswith(word) for other in words) for word in self.words):
            return Fit.BEGINNINGS
        return Fit.PART if self.folded in folded else None

    def _abbreviates(self, name: str) -> bool:
        """Tell whether this is an acronym of a name: written in capitals, as the first letters of its capital words."""
        if not (self.text.isupper() and self.text.isalpha() and len(self.text) > 1):
            return False
        return self.text == "".join([word[0] for word in name.split() if word[0].isupper()])
