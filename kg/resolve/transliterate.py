"""Names of any script as sequences of sounds (`ontology/translit.toml` says which letter sounds how)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii

from kg.resolve.keys import script_of
from kg.resolve.tables import Script, han_readings, sounds

_VOWELS = frozenset("aeiouAIU")
_MOST_READINGS = 12


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name. sounds: one character a sound; vowelless: its script leaves short vowels out.

    initial: it is only the first letter of a name.
    """

    sounds: str
    vowelless: bool = False
    initial: bool = False

    def __add__(self, other: Word) -> Word:
        return Word(self.sounds + other.sounds, self.vowelless or other.vowelless)


@lru_cache(maxsize=50_000)
def pronounce(name: str) -> tuple[tuple[Word, ...], ...]:
    """Return the ways in which `name` can be read, each as its words' sounds; empty where nothing sounds.

    Only names in Chinese characters have more than one: each tradition's reading, by syllables and joined.
    """
    words = _split(name)
    if any(script_of(word) == "CJK" for word in words):
        return _han(tuple(words))
    spoken = tuple(word for word in (_word(text) for text in words) if word.sounds)
    return (spoken,) if spoken else ()


def syllabic(words: tuple[Word, ...]) -> bool:
    """Whether every word of a name is one syllable, as Vietnamese, Chinese and Korean names are written."""
    return len(words) > 1 and all(_syllables(word.sounds) <= 1 for word in words)


def _syllables(text: str) -> int:
    return len(re.findall("[aeiouAIU]+", text))


def _split(name: str) -> list[str]:
    table = sounds()
    text = unicodedata.normalize("NFC", name).casefold()
    parts = re.split(r"[\s,]+", "".join(" " if char in table.joiners else char for char in text))
    words = [part.strip("'’\"()[]") for part in parts]
    kept = [word for word in words if word and word.rstrip(".") not in table.particles]
    return [_without_prefix(word) for word in kept or words if word]


def _without_prefix(word: str) -> str:
    table = sounds()
    for prefix in table.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= table.prefix_keeps:
            return word[len(prefix) :]
    return word


@lru_cache(maxsize=200_000)
def _word(text: str) -> Word:
    name = script_of(text)
    letters = "".join(char for char in text if char.isalpha() or unicodedata.category(char) == "Mn")
    script = sounds().scripts.get(name)
    if script is None:
        script = sounds().scripts["LATIN"]
        letters = anyascii(letters).lower()
    spoken = _single(_spell(letters, script))
    initial = len(letters) <= 1 and (text.endswith(".") or name in ("LATIN", "CYRILLIC"))
    return Word(spoken, vowelless=name in ("ARABIC", "HEBREW"), initial=initial)


def _spell(text: str, script: Script) -> str:
    spoken: list[str] = []
    at = 0
    while at < len(text):
        if text[at:] in script.final and at > 0:
            spoken.append(script.final[text[at:]])
            break
        for size in range(min(script.longest, len(text) - at), 1, -1):
            if text[at : at + size] in script.digraphs:
                spoken.append(script.digraphs[text[at : at + size]])
                at += size
                break
        else:
            spoken.append(_letter(text[at], script))
            at += 1
    return "".join(spoken)


def _letter(char: str, script: Script) -> str:
    if char in script.letters:
        return script.letters[char]
    bare = unicodedata.normalize("NFD", char)[0]
    return script.letters.get(bare, "")


def _single(spoken: str) -> str:
    """Doubled consonants count once."""
    return re.sub(r"([^aeiouAIU])\1+", r"\1", spoken)


def _han(words: tuple[str, ...]) -> tuple[tuple[Word, ...], ...]:
    """Readings of a name in Chinese characters. With a dot between its parts it is a foreign name by sound."""
    if len(words) > 1:
        foreign = tuple(word for word in (_word(anyascii(text).lower()) for text in words) if word.sounds)
        return (foreign,) if foreign else ()
    name = "".join(char for char in words[0] if anyascii(char))
    found: list[tuple[Word, ...]] = []
    pinyin = [_word(anyascii(char).lower()) for char in name]
    found.append(tuple(pinyin))
    found.append((_joined(pinyin),))
    for tradition in sorted({t for char in name for t in han_readings().get(char, {})}):
        options = [han_readings().get(char, {}).get(tradition) or () for char in name]
        if all(options):
            for choice in islice(product(*options), _MOST_READINGS):
                syllables = [_word(syllable) for syllable in choice]
                found.append(tuple(syllables))
                found.append((_joined(syllables),))
    return tuple(words for words in dict.fromkeys(found) if words and all(word.sounds for word in words))


def _joined(words: list[Word]) -> Word:
    return Word(_single("".join(word.sounds for word in words)))
