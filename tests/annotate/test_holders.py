"""Bodies in the genitive between a title and its holder's name."""

from __future__ import annotations

import pytest

from tests.cases.reading import read

ROWS = (
    (
        "ru",
        "Заместитель директора Главного Планетария Ксения Орлова дала интервью.",
        "Ксения Орлова",
        "Главный Планетарий",
    ),
    (
        "ru",
        "Директор Института водных проблем Сергей Орлов дал интервью.",
        "Сергей Орлов",
        "Институт водных проблем",
    ),
    (
        "pl",
        "Dyrektor Morskiego Instytutu Rybackiego Jan Nowak udzielił wywiadu.",
        "Jan Nowak",
        "Morski Instytut Rybacki",
    ),
    (
        "cs",
        "Ředitel Výzkumného ústavu vodohospodářského Ivan Hájek to uvedl.",
        "Ivan Hájek",
        "Výzkumný ústav vodohospodářský",
    ),
    (
        "uk",
        "Директорка Центру водної політики Марина Шевчук дала інтерв'ю.",
        "Марина Шевчук",
        "Центр водної політики",
    ),
)


@pytest.mark.parametrize(("code", "text", "person", "body"), ROWS)
def test_a_body_in_the_genitive_is_no_part_of_the_name_behind_it(code: str, text: str, person: str, body: str) -> None:
    names = {name.text for thing in read(text, code).things for name in thing.names}
    assert {person, body} <= names


def test_three_names_of_one_person_stay_together() -> None:
    things = read("Министр обороны Португалии Тереза Вашконселуш Брандан дала интервью.", "ru").things
    assert "Тереза Вашконселуш Брандан" in {name.text for thing in things for name in thing.names}
