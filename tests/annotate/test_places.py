"""Places that the text itself shows to be places."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from tests.cases.reading import article, language


def new_places(text: str, code: str, category: str = "new_place") -> list[str]:
    annotation = annotate(article(text, code), language(code))
    items = [i for s in annotation.sentences for i in s.items]
    inner = [n for i in items if i.phrase is not None for n in i.phrase.inner]
    return [e.base for i in (*items, *inner) if (e := i.entry(category))]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("it", "Il vertice si è tenuto nella regione Alta Valdora.", "Alta Valdora"),
        ("it", "Ha parlato il presidente della Regione Alta Valdora, Ugo Fanti.", "Alta Valdora"),
        ("it", "La firma è avvenuta alla Stazione Marittima di Trieste.", "Stazione Marittima"),
        ("fr", "La convention a été signée au palais du Peuple.", "Palais du Peuple"),
        ("pt", "A cerimónia decorreu na Gare Marítima de Alcântara.", "Gare Marítima de Alcântara"),
        ("es", "Se reunieron en la ciudad de Valdoria.", "Valdoria"),
    ],
)
def test_a_noun_for_places_makes_a_place_of_the_name_behind_it(code: str, text: str, name: str) -> None:
    assert new_places(text, code) == [name]


def test_a_known_place_needs_no_noun() -> None:
    assert new_places("Si sono riuniti nella città di Trieste.", "it") == []


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Ministers met in Elista on Monday.", "Elista"),
        ("ru", "Встреча прошла в Элисте в понедельник.", "Элиста"),
        ("pl", "Spotkanie odbyło się w Otwocku.", "Otwock"),
        ("es", "El acto se celebró en Tozeur.", "Tozeur"),
    ],
)
def test_a_small_city_is_a_place_behind_a_preposition(code: str, text: str, name: str) -> None:
    assert new_places(text, code, "small_place") == [name]


def test_a_city_s_name_without_a_preposition_may_be_anything() -> None:
    assert new_places("Elista welcomed the ministers. Anna Elista met them.", "en", "small_place") == []
