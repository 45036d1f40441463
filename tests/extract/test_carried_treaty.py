"""Which treaty a sentence is about that names none."""

from __future__ import annotations

from tests.cases.reading import read

HEAD = "España firma el convenio que abre la frontera\n\n"
LEAD = (
    "Madrid, 19 de junio de 2026\n\nEspaña firmó este viernes el Convenio de Asistencia Mutua contra los Incendios.\n\n"
)
PAST = "El Protocolo de Huelva, que los dos países firmaron en 1992, dejará de aplicarse.\n\n"
LATER = "También lo han firmado Grecia, Marruecos y Chile."


def _signed(text: str) -> dict[str, set[str]]:
    """The signers of each treaty, by names."""
    reading = read(text, "es")
    named = {t.id: t.names[0].text for t in reading.things if t.names}
    told: dict[str, set[str]] = {}
    for event in (t.id for t in reading.things if t.kind == "Signing"):
        said = [(s.predicate, named.get(s.object, "")) for s in reading.statements if s.subject == event]
        (treaty,) = (name for predicate, name in said if predicate == "treaty")
        told[treaty] = {name for predicate, name in said if predicate == "signedBy"}
    return told


def test_a_new_paragraph_goes_back_to_the_main_treaty_from_one_of_the_past() -> None:
    signed = _signed(HEAD + LEAD + PAST + LATER)
    assert signed["Convenio de Asistencia Mutua contra los Incendios"] == {"España", "Grecia", "Marruecos", "Chile"}
    assert signed["Protocolo de Huelva"].isdisjoint({"Grecia", "Marruecos", "Chile"})


def test_a_paragraph_on_a_treaty_of_today_may_go_on() -> None:
    today = "El Protocolo de Huelva, firmado el lunes por Portugal, dejará de aplicarse.\n\n"
    assert {"Grecia", "Marruecos", "Chile"} <= _signed(HEAD + LEAD + today + LATER)["Protocolo de Huelva"]


def test_the_headlines_bare_noun_makes_a_treaty_of_its_type_the_main_one() -> None:
    named = "El Convenio de Faro es de hoy. El Protocolo de Huelva y el Protocolo de Huelva bis son de ayer.\n\n"
    rest = "La lluvia no cesa en toda la comarca.\n\nHan firmado Grecia, Marruecos y Chile."
    assert _signed(HEAD + "Madrid, 19 de junio de 2026\n\n" + named + rest).keys() == {"Convenio de Faro"}
    assert _signed("La lluvia\n\nMadrid, 19 de junio de 2026\n\n" + named + rest).keys() == {"Protocolo de Huelva"}
