"""Who does what a verb tells, named in a list behind a colon; what a word for "has" plans."""

from __future__ import annotations

from tests.cases.reading import read


def test_a_list_behind_the_verb_names_the_signers() -> None:
    text = (
        "Podpisano Konwencję o hałasie morskim.\n\nPodpisy złożyli: minister zdrowia Anna Nowak oraz minister "
        "zdrowia Czech Jan Dvořák."
    )
    reading = read(text, "pl")
    people = {t.id for t in reading.things if t.kind == "Official"}
    assert {s.object for s in reading.statements if s.predicate == "signedBy"} == people
    assert len(people) == 2


def test_is_to_before_an_infinitive_is_a_plan() -> None:
    reading = read("Ministr zdravotnictví Jan Dvořák má příští měsíc odjet do Berlína.", "cs")
    visits = {t.id for t in reading.things if t.kind == "Visit"}
    assert [s.object for s in reading.statements if s.predicate == "status" and s.subject in visits] == ["Planned"]
