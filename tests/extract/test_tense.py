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


@pytest.mark.parametrize(
    ("code", "text", "days"),
    [
        (
            "en",
            "Fishing pact\n\nOSLO, May 6, 2026 - Norway and Iceland will sign the Fisheries Treaty on Friday. Foreign "
            "Minister Anna Larsen is scheduled to travel to Chile on Monday. On Tuesday she met Peru's president.",
            ["2026-05-05", "2026-05-08", "2026-05-11"],
        ),
        (
            "de",
            "Abkommen\n\nOslo, 6. Mai 2026. Außenministerin Anna Larsen wird am Montag nach Chile reisen. Am Dienstag "
            "unterzeichnete sie das Abkommen über Fischerei.",
            ["2026-05-05", "2026-05-11"],
        ),
    ],
)
def test_a_weekday_is_still_to_come_where_its_verb_is(code: str, text: str, days: list[str]) -> None:
    assert sorted({s.object for s in read(text, code).statements if s.predicate == "startDate"}) == days
