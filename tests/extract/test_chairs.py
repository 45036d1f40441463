"""Who chairs a body holds a post; whose counterpart one meets is told by the sentence; what days count from."""

from __future__ import annotations

from kg.model import Reading
from tests.cases.reading import read


def _posts(reading: Reading, name: str) -> set[str]:
    people = {t.id for t in reading.things if any(n.text == name for n in t.names)}
    held = {s.object for s in reading.statements if s.subject in people and s.predicate == "holdsPost"}
    return {s.object for s in reading.statements if s.subject in held and s.predicate == "postRole"}


def test_a_verb_of_chairing_before_a_body_tells_a_post() -> None:
    text = "Chile\n\nLa senadora Carmen Luz Errázuriz, que preside la Comisión de Relaciones Exteriores, habló ayer."
    assert "Chairperson" in _posts(read(text, "es"), "Carmen Luz Errázuriz")


def test_a_counterpart_is_that_of_the_person_whom_his_sentence_names() -> None:
    text = (
        "España\n\nEl ministro de Asuntos Exteriores, José Ferrándiz, viajó a Kenia. La ministra de Sanidad, "
        "Lucía Echevarría, se quedó. Ferrándiz se reunió con su homólogo keniano, Peter Wanjala."
    )
    assert _posts(read(text, "es"), "Peter Wanjala") == {"ForeignMinister"}


def test_a_length_of_time_after_an_act_is_no_date() -> None:
    text = (
        "Chile\n\nSantiago, 14 de mayo de 2026\n\nEl Acuerdo de Arica entrará en vigor 30 días después de que los "
        "dos Congresos lo aprueben."
    )
    assert not [s for s in read(text, "es").statements if s.predicate == "startDate"]
