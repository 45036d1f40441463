"""Ceremonies, signers and what acts wait for, in languages of several orders."""

from __future__ import annotations

from tests.cases.reading import read

_TR = (
    "Anlaşma imzalandı\n\n{}\n\nTörene Kenya Ulaştırma Bakanı Peter Otieno da katıldı."
    " Yayın tarihi 20 Kasım 2025'te duyuruldu."
)


def told(text: str, code: str) -> set[tuple[str, str, str]]:
    """(kind of event, property, name or value) of what a text says of its events."""
    reading = read(text, code)
    things = {t.id: t for t in reading.things}
    names = {t.id: t.names[0].text if t.names else t.kind for t in reading.things}
    kinds = {"Signing", "Ratification", "EntryIntoForce", "Meeting", "Negotiation"}
    return {
        (things[s.subject].kind, s.predicate, names.get(s.object, s.object))
        for s in reading.statements
        if things[s.subject].kind in kinds
    }


def test_the_ceremony_after_a_signing_is_that_signing() -> None:
    found = told(_TR.format("Türkiye ile Kenya Denizcilik Alanında İş Birliği Anlaşması'nı Nairobi'de imzaladı."), "tr")
    assert ("Signing", "participant", "Peter Otieno") in found
    assert not {fact for fact in found if fact[0] == "Meeting"}


def test_who_signs_with_whom_where_verbs_come_last() -> None:
    line = "Ulaştırma Bakanı Kemal Arıkan, Fas Adalet Bakanı Yassine Alaoui ile Liman Anlaşması'nı Rabat'ta imzaladı."
    found = told(_TR.format(line), "tr")
    assert {("Signing", "signedBy", "Kemal Arıkan"), ("Signing", "signedBy", "Yassine Alaoui")} <= found


def test_who_signs_on_behalf_of_which_state() -> None:
    line = (
        "Liman Anlaşması'na Türkiye adına Ulaştırma Bakanı Kemal Arıkan, Şili adına ise Adalet Bakanı Rodrigo Vega imza"
        " attı."
    )
    found = told(_TR.format(line), "tr")
    assert {("Signing", "signedBy", "Kemal Arıkan"), ("Signing", "signedBy", "Rodrigo Vega")} <= found


def test_an_act_that_the_entry_into_force_waits_for_has_not_happened() -> None:
    text = (
        "Perjanjian Ekstradisi ditandatangani\n\nPerjanjian itu akan berkuat kuasa selepas diratifikasi oleh Parlimen."
    )
    found = told(text, "ms")
    assert ("EntryIntoForce", "status", "Planned") in found
    assert not {fact for fact in found if fact[0] == "Ratification"}


def test_a_place_in_a_relative_clause_is_not_that_of_the_clause_before() -> None:
    text = "Pertemuan di Lima\n\nMenteri Surya Wicaksana membahas Protokol Ekstradisi yang ditandatangani di Jakarta."
    assert ("Meeting", "place", "Jakarta") not in told(text, "id")
