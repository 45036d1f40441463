"""A negation that only limits denies nothing."""

from __future__ import annotations

import pytest

from kg.extract.reader import read_article
from kg.knowledge import load_knowledge
from tests.cases.reading import article


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le traité de Riga n'entrera en vigueur que le 3 mai 2030.", "Planned"),
        ("Le traité de Riga n'entrera pas en vigueur.", "Denied"),
    ],
)
def test_no_more_than_is_no_denial(text: str, status: str) -> None:
    reading = read_article(article(text, "fr"), load_knowledge())
    assert {s.object for s in reading.statements if s.predicate == "status"} == {status}
