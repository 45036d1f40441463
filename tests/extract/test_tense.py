"""Days without a year: what the sentence tells of them decides where nearness would lead astray."""

from __future__ import annotations

import pytest

from tests.cases.reading import read

_HEAD = "Liman Sözleşmesi\n\n17 Kasım 2025 - Liman Sözleşmesi üye ülkelerin gündeminde.\n\n"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Yunanistan, Liman Sözleşmesi'ni 2 Mart'ta onayladı.", "2025-03-02"),
        ("Yunanistan, Liman Sözleşmesi'ni 2 Mart'ta onaylayacak.", "2026-03-02"),
    ],
)
def test_a_day_far_ahead_is_over_where_the_verb_says_so(sentence: str, day: str) -> None:
    reading = read(_HEAD + sentence + "\n\nYayın tarihi: 17 Kasım 2025", "tr")
    assert {s.object for s in reading.statements if s.predicate == "startDate"} == {day}
