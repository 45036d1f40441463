"""Who signs, hosts and organizes where the verb comes first, a preposition is repeated or a relative clause tells."""

from __future__ import annotations

import pytest

from kg.model import Reading
from tests.cases.reading import read


def _told(reading: Reading, kind: str, predicate: str) -> set[str]:
    """The names of what events of a kind have for a property."""
    named = {t.id: t.names[0].text for t in reading.things if t.names}
    ids = {t.id for t in reading.things if t.kind == kind}
    found = (s for s in reading.statements if s.subject in ids and s.predicate == predicate)
    return {named.get(s.object, s.object) for s in found}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pt", "A Convenção de Faro foi aberta em Faro. Assinaram Chile, Angola, Peru, Cuba, Egito, Quénia e Noruega."),
        ("es", "La Convención de Faro está abierta. La han firmado Chile, Ghana, Perú, Cuba, Egipto, Kenia y Noruega."),
    ],
)
def test_a_long_list_of_states_behind_the_verb_signs(code: str, text: str) -> None:
    assert len(_told(read(text, code), "Signing", "signedBy")) == 7


def test_a_number_of_states_in_words_signs_rather_than_a_state_before_it() -> None:
    text = (
        "Crews could fight fires in Ghana or Chile under one set of rules within two years after nine countries "
        "signed the Faro Convention."
    )
    assert not _told(read(text, "en"), "Signing", "signedBy")


def test_a_preposition_may_be_repeated_behind_and() -> None:
    text = (
        "A conferência de Faro foi organizada pelo Governo português e pela Organização Marítima Internacional "
        "em maio de 2026."
    )
    assert _told(read(text, "pt"), "Meeting", "organizer") == {"Portugal", "Organização Marítima Internacional"}


def test_a_relative_clause_is_about_the_treaty_before_it() -> None:
    text = (
        "El Protocolo de Huelva, que España y Portugal firmaron en 1992, dejará de aplicarse el día en que el "
        "Convenio de Faro entre en vigor."
    )
    reading = read(text, "es")
    assert _told(reading, "Signing", "treaty") == {"Protocolo de Huelva"}
    assert _told(reading, "Signing", "signedBy") == {"España", "Portugal"}


def test_a_city_that_will_host_is_the_place() -> None:
    text = "Madrid, 3 de junio de 2026\n\nSevilla acogerá en febrero la primera reunión de los expertos."
    reading = read(text, "es")
    assert _told(reading, "Meeting", "place") == {"Sevilla"}
    assert _told(reading, "Meeting", "status") == {"Planned"}
    assert _told(reading, "Meeting", "startDate") == {"2027-02"}


def test_who_will_sign_is_apart_from_who_has() -> None:
    text = "O Chile e o Gana assinaram em Faro a Convenção de Faro. O Peru assinará a convenção em dezembro."
    reading = read(text, "pt")
    assert sorted(s.object for s in reading.statements if s.predicate == "status") == ["Happened", "Planned"]


def test_a_city_s_name_behind_a_title_is_a_given_name() -> None:
    text = "«La rispetteremo», ha detto la ministra dell'Ambiente e della Sicurezza energetica, Ginevra Mantovani."
    reading = read(text, "it")
    assert [(t.kind, t.names[0].text) for t in reading.things if t.kind in ("Official", "Place")] == [
        ("Official", "Ginevra Mantovani")
    ]


def test_a_foreign_acronym_is_no_word_of_the_language() -> None:
    reading = read("La sentenza è stata letta nel Palazzo della Pace.", "it")
    assert not [t for t in reading.things if t.kind == "InternationalOrganization"]


def test_ministers_sign_for_one_state_after_another() -> None:
    text = (
        "È stata firmata a Faro la Convenzione sugli estuari. Per l'Italia ha firmato la ministra dell'Ambiente Ada "
        "Neri, per la Slovenia il ministro dell'Ambiente Ivo Kralj."
    )
    assert _told(read(text, "it"), "Signing", "signedBy") == {"Italia", "Slovenia", "Ada Neri", "Ivo Kralj"}


def test_to_sign_may_have_been_states() -> None:
    text = "È stata aperta a Faro la Convenzione di Faro. A firmare sono stati Italia, Slovenia, Croazia e Albania."
    assert _told(read(text, "it"), "Signing", "signedBy") == {"Italia", "Slovenia", "Croazia", "Albania"}


def test_presidents_of_several_states_are_no_one_person() -> None:
    text = (
        "La presidenta de Perú, Rosa Quispe, viajó a Lima. El Tratado de Arica fue suscrito el 3 de mayo de 2024 por "
        "los presidentes de Perú, Chile y Ecuador."
    )
    assert _told(read(text, "es"), "Signing", "signedBy") == {"Perú", "Chile", "Ecuador"}


def test_the_president_of_a_society_is_not_the_state_s() -> None:
    text = (
        "Perú ratificó el Tratado de Arica.\n\nLa Sociedad Nacional de Pesquería criticó el acuerdo. Su presidente, "
        "Jorge Balarezo, habló de cesión."
    )
    reading = read(text, "es")
    named = {t.id: t.names[0].text for t in reading.things if t.names}
    held = {named.get(s.object) for s in reading.statements if s.predicate == "postIn"}
    assert held == {"Sociedad Nacional de Pesquería"}


def test_the_day_before_counts_from_the_news_and_not_from_the_stamp() -> None:
    text = (
        "Países assinam convenção\n\nIrão recusa\n\nAna Bela\n\n20 de junho de 2026, 7:40\n\nA Convenção de Faro foi "
        "assinada esta sexta-feira em Faro. O texto fora adotado na véspera."
    )
    assert _told(read(text, "pt"), "Adoption", "startDate") == {"2026-06-18"}
