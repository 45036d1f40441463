"""Words that a language writes as one with what they are of."""

from __future__ import annotations

import pytest

from kg.annotate.compounds import Compounds
from tests.cases.reading import language


def compounds(code: str) -> Compounds:
    found = language(code).lexicon.phrases.compounds
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("code", "word", "category", "value", "base"),
    [
        ("de", "Saatgutabkommens", "treaty", "agreement", "Saatgutabkommen"),
        ("de", "Rohstoffministerin", "role_field", "Minister/mineral-resources", "Rohstoffminister"),
        ("de", "Saatgutministerin", "role", "Minister", "Saatgutminister"),
        ("de", "Saatgutforscherin", "not_official", "not_official", "Saatgutforscherin"),
        ("nl", "zaadgoedverdrag", "treaty", "treaty", "zaadgoedverdrag"),
        ("nl", "Zaadcommissie", "head", "commission", "Zaadcommissie"),
    ],
)
def test_a_word_is_what_closes_it(code: str, word: str, category: str, value: str, base: str) -> None:
    (token,) = compounds(code).tokenizer.tokens(word)
    assert (category, value, base) in compounds(code).read(token)


@pytest.mark.parametrize(("code", "word"), [("de", "Arbeitsvertrag"), ("nl", "huurovereenkomst"), ("de", "Kreis")])
def test_look_alikes_are_none(code: str, word: str) -> None:
    (token,) = compounds(code).tokenizer.tokens(word)
    assert compounds(code).read(token) == ()


def test_a_language_without_compounds_has_none() -> None:
    assert language("en").lexicon.phrases.compounds is None
