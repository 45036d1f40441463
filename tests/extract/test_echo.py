"""Verbs that stand for the act told before: "did so"."""

from __future__ import annotations

import pytest

from tests.cases.reading import read

TEXTS = (
    ("ru", "Германия ратифицировала Конвенцию о защите мостов в 2007 году. Франция сделала это в 1988 году."),
    ("pl", "Konwencję o ochronie mostów Niemcy ratyfikowały w 2007 r., a Francja zrobiła to dopiero w 1988 r."),
)


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_who_did_so_did_what_was_told_before(code: str, text: str) -> None:
    reading = read(text, code)
    ratified = {s.subject: s.object for s in reading.statements if s.predicate == "ratifiedBy"}
    france = next(thing.id for thing in reading.things if thing.key == "state/FR")
    event = next(event for event, state in ratified.items() if state == france)
    said = {(s.predicate, s.object) for s in reading.statements if s.subject == event}
    assert ("startDate", "1988") in said
    assert any(predicate == "treaty" for predicate, _ in said)


def test_nobody_did_so_where_nothing_is_told() -> None:
    assert not [s for s in read("Франция сделала это в 1988 году.", "ru").statements if s.predicate == "ratifiedBy"]
