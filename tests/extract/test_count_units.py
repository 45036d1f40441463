"""What is counted of treaties: a length of time is none of it."""

from __future__ import annotations

import pytest

from tests.cases.reading import read

_HEAD = {
    "id": "Konvensi Bergen diadopsi\n\nOslo, 2 Maret 2026\n\nKonvensi Bergen diadopsi pada hari Senin. ",
    "en": "Bergen Convention signed\n\nOslo, 2 March 2026\n\nThe Bergen Convention was adopted on Monday. ",
}


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("id", "Konvensi akan berlaku 90 hari setelah ratifikasi ke-20.", {("ratificationThreshold", "20")}),
        ("en", "The convention takes effect 90 days after the 20th ratification.", {("ratificationThreshold", "20")}),
        ("en", "38 countries signed the convention.", {("signatoryCount", "38")}),
    ],
)
def test_only_what_is_counted_counts(code: str, text: str, told: set[tuple[str, str]]) -> None:
    counts = {(s.predicate, s.object) for s in read(_HEAD[code] + text, code).statements if s.datatype == "integer"}
    assert counts == told
