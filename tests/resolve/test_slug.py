"""Slugs: readable ASCII from any script, stable, never empty."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.slug import slug, stable_hash


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phạm Thế Tùng", "pham-the-tung"),
        ("Łódź", "lodz"),
        ("Côte d'Ivoire", "cote-divoire"),
        ("Олег Степанюк", "oleg-stepanyuk"),
        ("  UN -- General  Assembly ", "un-general-assembly"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_slug_is_cut_between_words() -> None:
    assert slug("word " * 30) == "-".join(["word"] * 16)
    assert slug("convention on everything", 12) == "convention"


@given(st.text())
def test_any_text_gives_a_short_ascii_slug(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= 80


def test_signs_alone_give_a_hash() -> None:
    assert slug("!?") == stable_hash("!?")
