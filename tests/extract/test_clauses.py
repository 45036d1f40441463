"""What a sentence says that no single phrase does: of which treaty, as whose act, and what it does not say."""

from __future__ import annotations

import pytest

from kg.model import Reading, Statement
from tests.cases.reading import read


def said(reading: Reading, predicate: str) -> list[Statement]:
    return [s for s in reading.statements if s.predicate == predicate]


def kinds(reading: Reading) -> list[str]:
    return sorted(t.kind for t in reading.things)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Chile and Kenya signed the Convention on Seeds. Peru refused to sign a similar convention."),
        ("id", "Chile dan Kenya menandatangani Konvensi tentang Benih. Peru menolak menandatangani konvensi serupa."),
        ("vi", "Chile và Kenya đã ký Công ước về Hạt giống. Peru từ chối ký một văn bản tương tự."),
    ],
)
def test_a_similar_treaty_is_another_one(code: str, text: str) -> None:
    reading = read(text, code)
    assert [s.object for s in said(reading, "status")] == ["Happened"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Extradition Treaty was signed by Chile and Kenya on 5 May 2025."),
        ("ms", "Chile dan Kenya menandatangani Perjanjian Ekstradisi pada 5 Mei 2025."),
    ],
)
def test_what_a_treaty_is_about_names_it_where_nothing_else_does(code: str, text: str) -> None:
    reading = read(text, code)
    assert kinds(reading).count("Treaty") == 1
    assert len(said(reading, "signedBy")) == 2


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "The third round of negotiations, which was held in Riga on 5 May 2025, settled the text.", "Riga"),
        ("pl", "Trzecia runda negocjacji odbyła się w Oslo 5 maja 2025 r.", "Oslo"),
    ],
)
def test_was_held_tells_of_the_event_that_a_noun_names(code: str, text: str, place: str) -> None:
    reading = read(text, code)
    assert {k for k in kinds(reading) if k in ("Meeting", "Negotiation")} == {"Negotiation"}
    assert [s.object for s in said(reading, "startDate")] == ["2025-05-05"]
    named = {t.id: t.names[0].text for t in reading.things if t.kind == "Place"}
    assert [named[s.object] for s in said(reading, "place")] == [place]


def test_the_chair_of_a_body_takes_no_part_in_an_event() -> None:
    text = "De top vond plaats in Riga op 5 mei 2025. Ana Bela, voorzitter van de stichting Groene Kust, was tevreden."
    assert said(read(text, "nl"), "chair") == []


def test_a_part_that_a_verb_behind_it_denies_is_not_taken() -> None:
    text = "Конференція відбулася в Ризі 5 травня 2025 року. Чилі участі в конференції не бере."
    assert said(read(text, "uk"), "participant") == []
