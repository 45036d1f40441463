"""What is told of a treaty by the way, between two commas, keeps its date, its place and its doers."""

from __future__ import annotations

import pytest

from tests.cases.reading import read


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Tea Treaty, signed in Nairobi on 2 May 2023, was ratified by Nepal in January 2024."),
        ("fr", "La Convention sur le thé, signée à Nairobi le 2 mai 2023, a été ratifiée par le Népal en janvier 2024."),  # noqa: E501
        ("pl", "Konwencja o herbacie, podpisana w Nairobi 2 maja 2023, została ratyfikowana przez Nepal w styczniu 2024."),  # noqa: E501
    ],
)  # fmt: skip
def test_an_act_told_between_commas_has_its_own_date_and_place(code: str, text: str) -> None:
    reading = read(text, code)
    kinds = {t.id: t.kind for t in reading.things}
    told = {
        (kinds[s.subject], s.predicate, s.object)
        for s in reading.statements
        if s.predicate in ("startDate", "signedBy", "ratifiedBy", "place")
    }
    assert {(kind, what) for kind, what, _ in told} == {
        ("Signing", "startDate"),
        ("Signing", "place"),
        ("Ratification", "startDate"),
        ("Ratification", "ratifiedBy"),
    }
    assert {("Signing", "startDate", "2023-05-02"), ("Ratification", "startDate", "2024-01")} <= told
