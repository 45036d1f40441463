"""A verb that the next clause leaves out; for whom somebody signs; names with an apostrophe before a capital."""

from __future__ import annotations

from tests.cases.reading import read


def _said(text: str, predicate: str) -> set[str]:
    reading = read(text, "en")
    names = {t.id: t.key or t.names[0].text for t in reading.things if t.key or t.names}
    return {names.get(s.object, s.object) for s in reading.statements if s.predicate == predicate}


def test_a_verb_left_out_is_the_one_before() -> None:
    text = "Italy ratified the Turin Convention in 2020, Tunisia the year after and Malta in 2023."
    assert _said(text, "ratifiedBy") == {"state/IT", "state/TN", "state/MT"}
    assert _said(text, "startDate") == {"2020", "2021", "2023"}


def test_another_clause_has_its_own_verb() -> None:
    assert _said("Italy ratified the Turin Convention in 2020, Tunisia hosted talks in 2021.", "ratifiedBy") == {
        "state/IT"
    }


def test_who_signs_is_of_the_state_for_which_he_does() -> None:
    text = "Two states signed the Turin Convention.\n\nSigning for Canada was Fisheries Minister Dan Okafor."
    assert _said(text, "signedBy") == {"state/CA", "Dan Okafor"}
    assert "state/CA" in _said(text, "ofState")


def test_the_noun_before_for_is_no_title() -> None:
    text = "The Seed Convention is new. Foreign Minister Jim Hale signed the treaty for Britain."
    assert "state/GB" in _said(text, "ofState")
    assert _said(text, "treaty") == {"Seed Convention"}


def test_a_place_that_tells_what_a_noun_is_like_stays_in_the_title() -> None:
    text = "Six states signed the Convention on Safe Shipping in Arctic Waters in the Norwegian port of Tromso."
    assert _said(text, "treaty") == {"Convention on Safe Shipping in Arctic Waters"}
    assert "place/arctic" not in _said(text, "place")


def test_an_apostrophe_before_a_capital_is_of_the_name() -> None:
    reading = read("Minister Sean O'Malley met minister Renzo Dall'Orto in Rome.", "en")
    names = {n.text for t in reading.things if t.kind == "Official" for n in t.names}
    assert {"Sean O'Malley", "Renzo Dall'Orto"} <= names
