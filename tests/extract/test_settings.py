"""What stands around an act: where something failed, who signs behind the verb, whose second title it is."""

from __future__ import annotations

import pytest

from tests.cases.reading import read


def _said(text: str, code: str, predicate: str) -> set[str]:
    """What a text says by one property: keys, else names, of things, or values."""
    reading = read(text, code)
    names = {t.id: t.key or (t.names[0].text if t.names else t.kind) for t in reading.things}
    return {names.get(s.object, s.object) for s in reading.statements if s.predicate == predicate}


def test_a_gathering_at_which_something_failed_was_held() -> None:
    text = "Treffen\n\nEr hatte das Verbot 2023 auf der Konferenz in Accra durchsetzen wollen und war gescheitert."
    assert _said(text, "de", "status") == {"Happened"}


@pytest.mark.parametrize(
    ("code", "text", "signers"),
    [
        ("uk", "Конвенція про ліси\n\nОкрім України, підписи поставили Греція, Чилі та Грузія.", {"GR", "CL", "GE"}),
        (
            "ru",
            "Протокол о лесах\n\nОт имени Чили подпись поставил министр Ян Новак,"
            " от имени Грузии — министр Давид Гелашвили.",
            {"Ян Новак", "Давид Гелашвили"},
        ),
    ],
)
def test_who_signs_behind_the_verb(code: str, text: str, signers: set[str]) -> None:
    assert signers <= {key.removeprefix("state/") for key in _said(text, code, "signedBy")}


def test_a_second_title_has_the_state_of_the_first() -> None:
    text = "Russlands Delegationsleiter Arkadi Lobanzew, stellvertretender Außenminister, sprach in Kairo."
    assert _said(text, "de", "ofState") == {"state/RU"}


def test_the_member_of_a_chamber_named_before_is_of_its_state() -> None:
    text = "België en Nederland\n\nBelgië wil een verdrag. De Tweede Kamer stemt later. Kamerlid Femke Adema wacht af."
    assert "state/NL" in _said(text, "nl", "ofState")


def test_a_withdrawal_has_its_effect_when_the_treaty_lapses() -> None:
    text = (
        "Турция вышла из соглашения\n\nТурция в сентябре 2026 года вышла из Ахалцихского соглашения о реке Кура."
        " Его действие прекратится 1 апреля 2027 года."
    )
    assert "2027-04-01" in _said(text, "ru", "startDate")
