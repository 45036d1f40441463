"""Businesses of ministers and ministries that no list knows."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Person
from tests.cases.reading import article, language


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Kenya Madencilik ve Mavi Ekonomi Bakanı Wanjiru Kamau konuştu.", "Wanjiru Kamau", "state/KE"),
        ("Fas Mavi Büyüme Bakanı Yassine Alaoui konuştu.", "Yassine Alaoui", "state/MA"),
        ("Törende Fas Balıkçılık Bakanı Yassine Alaoui konuştu.", "Yassine Alaoui", "state/MA"),
    ],
)
def test_what_stands_between_a_state_and_its_minister_is_his_business(text: str, name: str, state: str) -> None:
    annotation = annotate(article(text, "tr"), language("tr"))
    people = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Person)]
    assert [(annotation.text(*p.name), p.posts[0].states) for p in people] == [(name, ((state, "of"),))]
