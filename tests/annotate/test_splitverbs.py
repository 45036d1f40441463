"""Verbs in two parts are found where their particle closes the clause, and nowhere else."""

from __future__ import annotations

import pytest

from tests.cases.reading import read


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Noorwegen zegde maandag het Verdrag van Bergen op.", {"Withdrawal"}),
        ("Noorwegen zegt dat het Verdrag van Bergen op papier goed is.", set()),
        ("Zweden trad in mei tot het Verdrag van Bergen toe.", {"Ratification"}),
        ("Namens de minister nam Zweden het Verdrag van Bergen aan boord mee.", set()),
    ],
)
def test_a_split_verb_needs_its_particle(sentence: str, kinds: set[str]) -> None:
    reading = read(f"Bergen\n\nHet Verdrag van Bergen is bekend.\n\n{sentence}", "nl")
    events = {s.subject for s in reading.statements if s.predicate == "treaty"}
    assert {t.kind for t in reading.things if t.id in events} == kinds
