"""Whose a date is, and who does what a relative clause tells."""

from __future__ import annotations

from kg.model import Reading
from tests.cases.reading import read


def _of(reading: Reading, kind: str, predicate: str) -> set[str]:
    ids = {t.id for t in reading.things if t.kind == kind}
    return {s.object for s in reading.statements if s.subject in ids and s.predicate == predicate}


def test_what_will_be_has_no_day_gone_by() -> None:
    text = (
        "Riga treaty\n\nRiga, 4 May 2026\n\nThe Riga Treaty was adopted on 3 May and will enter into force next year."
    )
    reading = read(text, "en")
    assert _of(reading, "Adoption", "startDate") == {"2026-05-03"}
    assert "2026-05-03" not in _of(reading, "EntryIntoForce", "startDate")


def test_the_days_of_a_conference_are_not_the_day_of_the_adoption() -> None:
    text = (
        "Riga\n\n4 Mayıs 2026\n\nMetin, 17-21 Nisan 2026'da Riga'da toplanan konferansta kabul edildi: Riga Sözleşmesi."
    )
    assert not _of(read(text, "tr"), "Adoption", "startDate")


def test_a_relative_clause_has_its_noun_as_subject() -> None:
    text = (
        "México firma\n\n4 de mayo de 2026\n\nMéxico firmó el lunes la Convención de Riga. "
        "El país recibirá los datos de Guatemala, que también firmó."
    )
    reading = read(text, "es")
    names = {t.id: t.names[0].text for t in reading.things if t.names}
    assert {names[o] for o in _of(reading, "Signing", "signedBy")} == {"México", "Guatemala"}


def test_a_pluperfect_is_no_future() -> None:
    text = (
        "Portugal ratifica\n\n15 de julho de 2026\n\nPortugal tornou-se esta terça-feira o primeiro país a ratificar a "
        "Convenção de Riga. A ministra da Justiça, Ana Lopes, assinara o texto em maio."
    )
    reading = read(text, "pt")
    assert _of(reading, "Signing", "status") == {"Happened"}
    assert _of(reading, "Ratification", "status") == {"Happened"}


def test_a_body_is_called_without_the_place_where_it_is() -> None:
    text = "Data\n\n4 May 2026\n\nReadings go to an International Seismic Data Centre in Lisbon."
    names = {n.text for t in read(text, "en").things for n in t.names}
    assert "International Seismic Data Centre" in names
