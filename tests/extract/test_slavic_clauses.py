"""Who does what in Slavic and Romanian clauses: doers in turn behind their verbs, governments by an adjective."""

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


def test_verbs_of_one_clause_after_another_have_their_doers_behind_them() -> None:
    text = (
        "Konferenci, kterou svolala Evropská hospodářská komise OSN a hostila česká vláda, předsedal náměstek ministra "
        "dopravy Radovan Šedivec."
    )
    reading = read(text, "cs")
    assert _told(reading, "Meeting", "organizer") == {"Evropská hospodářská komise OSN"}
    assert _told(reading, "Meeting", "host") == {"Česko"}
    assert _told(reading, "Meeting", "chair") == {"Radovan Šedivec"}


@pytest.mark.parametrize(
    ("code", "text", "signers"),
    [
        ("pl", "Umowę o ekstradycji podpisał irlandzki rząd.", {"Irlandia"}),
        (
            "cs",
            "Úmluvu o vodě podepsalo Rakousko. Za Rakousko ji podepsala ministryně dopravy Eva Bauer, za Slovensko "
            "ministr dopravy Jozef Ráž.",
            {"Rakousko", "Slovensko", "Eva Bauer", "Jozef Ráž"},
        ),
        (
            "ro",
            "Acordul privind pensiile a fost semnat la Rabat, la 12 noiembrie 2024, de ministrul muncii, Ana Marin, și "
            "de omologul său marocan, Younes Sekkar.",
            {"Ana Marin", "Younes Sekkar"},
        ),
        (
            "hi",
            "भूटान ने जल संधि पर हस्ताक्षर किए। चीन अक्टूबर में संधि पर हस्ताक्षर करेगा, चीनी प्रतिनिधिमंडल के प्रमुख लियू झेनमिन ने कहा।",
            {"भूटान", "चीन"},
        ),
    ],
)
def test_who_signs(code: str, text: str, signers: set[str]) -> None:
    assert _told(read(text, code), "Signing", "signedBy") == signers


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("cs", "Namibie vypověděla Úmluvu o diamantech. Výpověď nabude účinnosti 19. února 2031."),
        ("pl", "Gruzja wypowiedziała Konwencję o pogodzie. Wypowiedzenie stanie się skuteczne 7 lutego 2031 roku."),
        ("ro", "Panama a denunțat Convenția privind apele. Denunțarea va produce efecte la 4 martie 2031."),
        ("hi", "मालदीव जल संधि से अलग हो गया। यह वापसी 1 जनवरी 2031 से प्रभावी होगी।"),
    ],
)
def test_the_effect_of_a_withdrawal_is_its_own_later_event(code: str, text: str) -> None:
    assert _told(read(text, code), "Withdrawal", "status") == {"Happened", "Planned"}


def test_who_deposits_with_the_depositary_is_not_the_depositary() -> None:
    text = "Slovensko uložilo u depozitáře listinu o přístupu k Úmluvě o vodě."
    reading = read(text, "cs")
    assert _told(reading, "Ratification", "ratifiedBy") == {"Slovensko"}
    assert not _told(reading, "Treaty", "depositary")
