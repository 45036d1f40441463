"""Words glued to other words in writing: particles behind a noun, envoys' "to" before a state, and the nouns that close
a compound.

A particle is cut off as a word of its own, so that it can mark its noun ("장관이": "장관" and "이"). Whether an ending
is a particle is told by the words that the language is known to have, and by the sound of the syllable before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.language import Writing

_HANGUL, _LAST_HANGUL, _FINALS = 0xAC00, 0xD7A3, 28
_SHORT_TAIL, _FRONT, _LONG_FRONT = 1, 2, 3  # letters of a closing noun, and of what must stand before it


class Particles:
    """Where one language's words are to be cut. Made once a language."""

    def __init__(self, writing: Writing) -> None:
        rows = (("", writing.particles), ("open", writing.particles_open), ("closed", writing.particles_closed))
        self._particles = sorted(((p, sound) for sound, row in rows for p in row), key=lambda p: (-len(p[0]), p))
        self._weak = frozenset(writing.particles_weak)
        self._before = writing.proclitics
        self._offices = {ending: title for ending, title in writing.offices}
        self._tails = sorted(writing.compounds, key=lambda t: (-len(t), t))
        self._least = writing.min_stem
        self._known: frozenset[str] = frozenset()
        self._names: frozenset[str] = frozenset()
        self._verbs: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The particles."""
        return tuple(particle for particle, _ in self._particles)

    def __bool__(self) -> bool:
        return bool(self._particles)

    def learn(self, words: Iterable[str], names: Iterable[str], endings: tuple[str, ...]) -> None:
        """Take in the language's words, none of which is ever cut. names: of states and the like, which alone take
        what is glued before a word, and no weak particle. endings: of words that are no nouns.
        """
        self._names = frozenset(names)
        self._known = frozenset(words) | self._names
        self._verbs = tuple(e for e in endings if len(e) >= self._least)

    def cut(self, word: str, counts: bool = False) -> tuple[int, ...]:
        """The lengths of the pieces of a word, in order. counts: it stands behind a number, so that one syllable of it
        is a counter.
        """
        if word in self._known or word.endswith(self._verbs):
            return (len(word),)
        ending = self._ending(word, 1 if counts else self._least)
        tail, inner = self.tail(word), self.tail(word[: len(word) - ending]) if ending else ""
        if ending and not (tail and (not inner or len(inner) + ending <= len(tail))):
            return (*self.cut(word[: len(word) - ending]), ending)
        if self.office(word):
            return (len(word) - 1, 1)
        front = next((len(b) for b in self._before if word.startswith(b) and word[len(b) :] in self._names), 0)
        return (front, len(word) - front) if front else (len(word),)

    def office(self, word: str) -> str:
        """The title that is one word with its body, "" for none: 청장 of 해양경찰청장."""
        return next((t for e, t in self._offices.items() if len(word) - len(e) >= _FRONT and word.endswith(e)), "")

    def tail(self, word: str) -> str:
        """The noun that closes a compound ("위원회" of "수중소음대응위원회"), "" where the word is none."""
        if word in self._known:
            return ""
        for tail in self._tails:
            if word.endswith(tail) and len(word) - len(tail) >= (_LONG_FRONT if len(tail) == _SHORT_TAIL else _FRONT):
                return tail
        return ""

    def _ending(self, word: str, least: int) -> int:
        """Length of the particle that a word ends in, 0 for none: the longest behind a known word, else the longest
        that may stand behind any.
        """
        unknown = 0
        for particle, sound in self._particles:
            stem = word[: len(word) - len(particle)]
            if len(stem) < least or not word.endswith(particle) or not _sounds(stem[-1], sound):
                continue
            weak = particle in self._weak
            if (stem in self._known and not (weak and stem in self._names)) or self.tail(stem):
                return len(particle)
            if self._before and not weak and self._fronted(stem):
                return len(particle)
            if not weak:
                unknown = unknown or len(particle)
        return unknown

    def _fronted(self, stem: str) -> bool:
        return any(stem.startswith(b) and stem[len(b) :] in self._names for b in self._before)


def _sounds(syllable: str, sound: str) -> bool:
    """Whether a syllable ends as the particle wants: "open" in a vowel, "closed" in a consonant."""
    code = ord(syllable)
    if not sound or not _HANGUL <= code <= _LAST_HANGUL:
        return True
    return ((code - _HANGUL) % _FINALS == 0) == (sound == "open")
