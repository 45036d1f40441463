"""Places that only the words beside them show to be places, in scripts with and without capitals."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from tests.cases.reading import article, language


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("ar", "وقعت بمدينة توزر بإشراف الوزير.", "توزر"),
        ("hi", "मंत्री ने ट्यूनीशिया के तोज़ूर शहर में हस्ताक्षर किए।", "तोज़ूर"),
        ("ru", "Документ подписан в тунисском Тозере.", "Тозер"),
    ],
)
def test_a_noun_or_an_adjective_shows_a_place(code: str, text: str, name: str) -> None:
    annotation = annotate(article(text, code), language(code))
    items = [i for s in annotation.sentences for i in s.items if i.symbol == "L"]
    assert [e.base for i in items if (e := i.entry("new_place", "small_place"))] == [name]
