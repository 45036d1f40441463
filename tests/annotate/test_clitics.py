"""Glued words come off where the rest is a word, and only there."""

from __future__ import annotations

import pytest

from kg.knowledge import load_knowledge


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("والسودان", ["و", "السودان"]),
        ("ووزير", ["و", "وزير"]),
        ("وزير", ["وزير"]),
        ("بالقاهرة", ["ب", "القاهرة"]),
        ("وبالقاهرة", ["و", "ب", "القاهرة"]),
        ("لبنان", ["لبنان"]),
        ("وليد", ["وليد"]),
        ("برئاسة", ["برئاسة"]),
    ],
)
def test_a_known_word_stays_whole_and_a_glued_word_comes_off_another(word: str, parts: list[str]) -> None:
    """ "and" comes off known and definite words, a preposition off names and titles."""
    tokenizer = load_knowledge().language("ar").lexicon.tokenizer
    assert [token.text for token in tokenizer.tokens(word)] == parts


def test_a_name_gets_its_article_back() -> None:
    """What a preposition and the article become together is the article in the name's base form."""
    clitics = load_knowledge().language("ar").lexicon.tokenizer.clitics
    assert clitics is not None
    assert clitics.bare("للمجلس الأعلى") == "المجلس الأعلى"
    assert clitics.bare("لجنة") == "لجنة"
