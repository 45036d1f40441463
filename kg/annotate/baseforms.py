"""What an inflected name may be in base form, by the endings and alternations that names take in the language."""

from __future__ import annotations

from itertools import product

from kg.annotate.lexicon import Lexicon

MOST_FORMS = 4  # of one word


def base_candidates(lexicon: Lexicon, name: str) -> list[str]:
    """Return what a name may be in base form, sorted, itself not counted."""
    options = [_word_forms(lexicon, word) for word in name.split()]
    return sorted({" ".join(choice) for choice in product(*options)} - {name})[: MOST_FORMS**3]


def _word_forms(lexicon: Lexicon, word: str) -> list[str]:
    plain = word.lower()
    found = {word}
    for ending in lexicon.name_endings - {""}:
        if plain.endswith(ending) and len(word) - len(ending) >= 3:
            found.add(word[: len(word) - len(ending)])
    for ending, base in lexicon.language.writing.name_alternations:
        if plain.endswith(ending) and len(word) - len(ending) >= 2:
            found.add(word[: len(word) - len(ending)] + base)
    return sorted(found, key=lambda w: (len(w), w))[:MOST_FORMS]
