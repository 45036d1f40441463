"""Names in case endings, by the rows that a language file lists."""

from __future__ import annotations

import pytest

from tests.cases.reading import language

ROWS = (
    ("ru", "министром", "Сергеем Орловым", "Сергей Орлов"),
    ("ru", "министра", "Анну Ковалёву", "Анна Ковалёва"),
    ("ru", "министра", "Олега Дроздецкого", "Олег Дроздецкий"),
    ("ru", "министр", "Александра Иванова", "Александра Иванова"),
    ("uk", "міністром", "Андрієм Шевченком", "Андрій Шевченко"),
    ("uk", "президенткою", "Оленою Барською", "Олена Барська"),
    ("cs", "ministryně", "Jany Novotné", "Jana Novotná"),
    ("cs", "ministryně", "Jana Novotná", "Jana Novotná"),
    ("cs", "premiérem", "Pavlem Hájkem", "Pavel Hájek"),
    ("pl", "ministrem", "Janem Kowalskim", "Jan Kowalski"),
    ("pl", "minister", "Anną Zielińską", "Anna Zielińska"),
    ("pl", "prezydenta", "Marka Wronę", None),
)


@pytest.mark.parametrize(("code", "title", "name", "base"), ROWS)
def test_the_case_of_a_title_tells_the_base_form_of_the_name(
    code: str, title: str, name: str, base: str | None
) -> None:
    found = language(code).lexicon.declension.named(name.split(), title)
    assert (" ".join(found) if found else None) == base


def test_a_language_without_cases_says_nothing() -> None:
    declension = language("en").lexicon.declension
    assert not declension
    assert not declension.genitive("Royal")
