"""Names of any script as sequences of sounds (`ontology/translit.toml` says which letter sounds how)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from anyascii import anyascii

from kg.resolve.keys import compare_key, script_of
from kg.resolve.tables import Script, han_readings, sounds

_VOWELS = frozenset("aeiouAIU")
_MOST_READINGS = 12
_UNDOTTED = 4  # Chinese characters: a name of so many may be one by sound
_LONGEST_UNPARTED = 4  # syllables of a name that is written as one word


class Word(NamedTuple):
    """One word of a name. sounds: one character a sound; vowelless: its script leaves short vowels out.

    initial: it is only the first letter of a name.
    """

    sounds: str
    vowelless: bool = False
    initial: bool = False


@lru_cache(maxsize=50_000)
def pronounce(name: str) -> tuple[tuple[Word, ...], ...]:
    """Return the ways in which `name` can be read, each as its words' sounds; empty where nothing sounds.

    Names in Chinese characters have one by each tradition; others a second one where some of
    their letters can be read otherwise or a surname is not written apart.
    """
    words = _split(name)
    if any(script_of(word) == "CJK" for word in words):
        return _han(tuple(words))
    ways = [[_word(text) for text in words]]
    if any(_otherwise(text) for text in words):
        ways.append([_word(text, True) for text in words])
    if len(words) == 1:
        ways.extend(_surname_apart(words[0]))
    spoken = (tuple(word for word in way if word.sounds) for way in ways)
    return tuple(way for way in dict.fromkeys(spoken) if way)


def _otherwise(text: str) -> bool:
    script = sounds().scripts.get(script_of(text))
    return script is not None and (compare_key(text) in script.words or any(part in text for part in script.others))


def _surname_apart(text: str) -> list[list[Word]]:
    """A name of a few syllables written as one word: its first syllable as the surname's bearers write it."""
    script = sounds().scripts.get(script_of(text))
    if script is None or not script.surnames or not 2 <= len(text) <= _LONGEST_UNPARTED:
        return []
    first, rest = text[0], _word(text[1:])
    return [[Word(script.surnames[first]) if first in script.surnames else _word(first), rest]]


def syllabic(words: tuple[Word, ...]) -> bool:
    """Whether every word of a name is one syllable, as Vietnamese, Chinese and Korean names are written."""
    return len(words) > 1 and all(_syllables(word.sounds) <= 1 for word in words)


def _syllables(text: str) -> int:
    return len(re.findall("[aeiouəAIU]+", text))


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
        left = len(word) - len(prefix)
        if word.startswith(prefix) and left >= table.prefix_keeps and compare_key(word) not in table.prefix_not:
            return word[len(prefix) :]
    return word


@lru_cache(maxsize=200_000)
def _word(text: str, otherwise: bool = False) -> Word:
    name = script_of(text)
    letters = "".join(char for char in text if char.isalpha() or unicodedata.category(char) in ("Mn", "Mc"))
    script = sounds().scripts.get(name)
    if script is None:
        script = sounds().scripts["LATIN"]
        letters = anyascii(letters).lower()
    if text.endswith(".") and letters in script.initials:
        return Word(script.initials[letters], initial=True)
    known = script.words.get(compare_key(letters)) if otherwise else None
    spoken = known or _single(_filled(_spell(letters, script, otherwise)))
    initial = len(letters) <= 1 and (text.endswith(".") or name in ("LATIN", "CYRILLIC"))
    return Word(spoken, vowelless=name in ("ARABIC", "HEBREW"), initial=initial)


def _spell(text: str, script: Script, otherwise: bool = False) -> str:
    digraphs = {**script.digraphs, **script.others} if otherwise else script.digraphs
    spoken: list[str] = []
    at = 0
    while at < len(text):
        if text[at:] in script.final and at > 0:
            spoken.append(script.final[text[at:]])
            break
        for size in range(min(script.longest, len(text) - at), 1, -1):
            if text[at : at + size] in digraphs:
                spoken.append(digraphs[text[at : at + size]])
                at += size
                break
        else:
            spoken.append(_letter(text[at], script))
            at += 1
    return "".join(spoken)


def _letter(char: str, script: Script) -> str:
    if char in script.letters:
        return script.letters[char]
    return "".join(script.letters.get(part, "") for part in unicodedata.normalize("NFD", char))


def _filled(spoken: str) -> str:
    """A vowel sign takes the place of the vowel that a consonant brings with it, and a mark takes that away."""
    return re.sub("ə?-", "", spoken)


def _single(spoken: str) -> str:
    """Doubled consonants count once."""
    return re.sub(r"([^aeiouəAIU])\1+", r"\1", spoken)


def _han(words: tuple[str, ...]) -> tuple[tuple[Word, ...], ...]:
    """Readings of a name in Chinese characters. With a dot between its parts it is a foreign name by sound."""
    if len(words) > 1:
        foreign = tuple(word for word in map(_transcribed, words) if word.sounds)
        return (foreign,) if foreign else ()
    name = "".join(char for char in words[0] if anyascii(char))
    found: list[tuple[Word, ...]] = []
    pinyin = [_word(anyascii(char).lower()) for char in name]
    found.append(tuple(pinyin))
    for tradition in sorted({t for char in name for t in han_readings().get(char, {})}):
        options = [han_readings().get(char, {}).get(tradition) or () for char in name]
        if all(options):
            for choice in islice(product(*options), _MOST_READINGS):
                syllables = [_word(syllable) for syllable in choice]
                found.append(tuple(syllables))
    if len(name) >= _UNDOTTED:
        found.append((_transcribed(name),))  # a foreign name without the dot between its parts
    return tuple(words for words in dict.fromkeys(found) if words and all(word.sounds for word in words))


@lru_cache(maxsize=20_000)
def _transcribed(text: str) -> Word:
    """A foreign word in Chinese characters, or a word of another script beside some."""
    if script_of(text) != "CJK":
        return _word(text)
    table = sounds().scripts["CJK"]
    spoken = (table.letters.get(char) or _word(anyascii(char).lower()).sounds for char in text)
    return Word(table.words.get(text) or _single("".join(spoken)))
