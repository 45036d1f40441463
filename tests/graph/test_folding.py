"""The form in which names are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phạm Thế-Tùng", "pham the tung"),
        ("قرارداد‌ها", "قراردادها"),
        ("Côte d'Ivoire", "COTE DIVOIRE"),
        ("الأمم المتّحدة", "الأمم المتحدة"),
        ("ΑΘΉΝΑ", "αθηνα"),
    ],
)
def test_case_accents_and_signs_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@given(st.text())
def test_a_folded_name_stays_as_it_is(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded
    assert folded.isascii() and folded == folded.lower().strip()
