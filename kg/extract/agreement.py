"""Adjectives brought to the base form that agrees with their noun, by the endings that a language file lists."""

from __future__ import annotations

from kg.extract.context import Context


def agree(context: Context, word: str, noun: str) -> str:
    """The adjective in the nominative of the noun's gender.

    Args:
        context: of the article. word: the adjective as found. noun: the noun's base form; its last letters tell its
        gender.

    Returns:
        The base form; the word itself where no ending of the table fits.
    """
    table = context.annotation.knowledge.lexicon.language.table("adjectives")
    endings = table.get("nouns", {})
    gender = max(((len(e), g) for g, es in endings.items() for e in es if noun.lower().endswith(e)), default=(0, ""))[1]
    rows = table.get(gender) or table.get("m") or []
    for found, base in sorted((tuple(r) for r in rows), key=lambda r: -len(r[0])):
        if word.lower().endswith(found) and len(word) - len(found) >= 3:
            return word[: len(word) - len(found)] + str(base)
    return word
