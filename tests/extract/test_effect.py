"""When a withdrawal takes effect is its own event, and no entry into force of the treaty."""

from __future__ import annotations

from tests.cases.reading import read


def test_the_effect_of_a_withdrawal_is_a_planned_withdrawal() -> None:
    text = (
        "Rusland zegt verdrag op\n\nOslo, 2 maart 2026\n\nRusland heeft maandag het Verdrag van Bergen opgezegd. "
        "De opzegging wordt op 1 januari 2027 van kracht."
    )
    reading = read(text, "nl")
    told = {t.id: t.kind for t in reading.things if t.kind in ("Withdrawal", "EntryIntoForce")}
    days = {s.object for s in reading.statements if s.predicate == "startDate" and s.subject in told}
    assert set(told.values()) == {"Withdrawal"}
    assert days == {"2026-03-02", "2027-01-01"}


def test_a_treaty_that_lapses_is_the_later_effect_of_its_denunciation() -> None:
    text = (
        "Un acord mai puțin\n\nBucurești, 2 iulie 2026\n\n"
        "România a denunțat miercuri Acordul de la Bonn privind lucrătorii sezonieri. "
        "Acordul își va înceta efectele la 1 ianuarie 2027."
    )
    reading = read(text, "ro")
    told = {t.id: t.kind for t in reading.things if t.kind in ("Withdrawal", "EntryIntoForce")}
    status = {s.object for s in reading.statements if s.predicate == "status" and s.subject in told}
    assert set(told.values()) == {"Withdrawal"}
    assert status == {"Happened", "Planned"}


def test_a_verb_without_endings_is_what_takes_effect() -> None:
    text = "退出\n\n新华社2026年5月8日电 马里7日宣布退出《放牧议定书》。根据议定书规定，退出将于2027年5月7日生效。"
    reading = read(text, "zh")
    told = {t.id: t.kind for t in reading.things if t.kind in ("Withdrawal", "EntryIntoForce")}
    days = {s.object for s in reading.statements if s.predicate == "startDate" and s.subject in told}
    assert set(told.values()) == {"Withdrawal"}
    assert days == {"2026-05-07", "2027-05-07"}


def test_who_gives_notice_that_the_country_leaves_is_who_leaves() -> None:
    text = (
        "Tuna\n\nPORT MORESBY, 7 Mac 2026 - Kerajaan Papua New Guinea semalam memaklumkan kepada Fiji "
        "bahawa negara itu menarik diri daripada Konvensyen Tuna. "
        "Penarikan diri berkenaan berkuat kuasa pada 6 Mac 2027."
    )
    reading = read(text, "ms")
    states = {t.id: t.key for t in reading.things if t.kind == "State"}
    left = {states[s.object] for s in reading.statements if s.predicate == "withdrawnBy"}
    told = {t.id for t in reading.things if t.kind == "Withdrawal"}
    assert left == {"state/PG"}
    assert {s.object for s in reading.statements if s.predicate == "status" and s.subject in told} == {
        "Happened",
        "Planned",
    }
