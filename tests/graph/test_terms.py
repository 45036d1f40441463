"""Terms as text are spelt as the RDF library spells them."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocab
from kg.errors import GraphError
from kg.graph.emit import emit, prepare
from kg.graph.terms import decimal, document_of, integer, literal, text_literal
from tests.graph.sample import BASE, RESOLUTION, TEXTS

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_every_character_is_escaped_as_canonical_n_triples_want_it() -> None:
    for code in (*range(0x3000), *range(0xFB00, 0x10100), 0x1F600, 0x1FFFE, 0x10FFFF):
        if not 0xD800 <= code < 0xE000:
            assert literal(chr(code)) == str(ox.Literal(chr(code)))


@given(TEXT, st.sampled_from(["en", "zh-Hant", "PT-br"]))
def test_texts_are_spelt_alike(text: str, language: str) -> None:
    assert literal(text) == str(ox.Literal(text))
    assert text_literal(text, language) == str(ox.Literal(text, language=language))
    assert text_literal(text, "") == str(ox.Literal(text, language="und"))


@given(st.integers(), st.floats(0, 1))
def test_numbers_are_spelt_alike(number: int, confidence: float) -> None:
    assert integer(number) == str(ox.Literal(number))
    assert decimal(confidence).endswith(f'"^^<{vocab.XSD}decimal>')
    assert abs(float(decimal(confidence).split('"')[1]) - confidence) <= 0.005 + 1e-9


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(GraphError) as caught:
        text_literal("Oberst", "de_AT!")
    assert str(caught.value) == "'de_AT!' is no BCP 47 language code (of the text 'Oberst')"


def test_documents_are_sorted_and_say_what_the_triples_say() -> None:
    emission = prepare(RESOLUTION, TEXTS, BASE)
    for document, triples in zip((emission.graph(), emission.evidence()), emit(RESOLUTION, TEXTS, BASE), strict=True):
        blocks = list(document.blocks)
        assert blocks == list(document_of(triples).blocks)
        assert [subject for subject, _ in blocks] == sorted({subject for subject, _ in blocks})
        assert all(rows == sorted(set(rows)) for _, rows in blocks)
