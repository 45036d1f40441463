"""People whom no title introduces: their names show what they are."""

from __future__ import annotations

import pytest

from kg.extract.reader import read_article
from kg.knowledge import load_knowledge
from kg.model import Article


def people(text: str, language: str) -> dict[str, bool]:
    """The persons that a text names, and whether each only may be one."""
    reading = read_article(Article("a.txt", text, language=language), load_knowledge())
    return {
        thing.names[0].text: "name" in thing.trait("weak")
        for thing in reading.things
        if thing.kind == "Person" and thing.names
    }


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "It was late. For Margaret Kowalski it was the end of three hard years.", "Margaret Kowalski"),
        ("en", "Margaret Kowalski, of the Accra Institute, was not surprised by the talks.", "Margaret Kowalski"),
        ("de", "Das Abkommen kam spät. Für Friederike Brandt war es zu spät.", "Friederike Brandt"),
        ("es", "El acuerdo llegó tarde. Para Gerardo Antúnez, de la universidad, llegó.", "Gerardo Antúnez"),
        ("ru", "Соглашение подписали поздно. Как считает Ольга Соколова, это уже не важно.", "Ольга Соколова"),
    ],
)
def test_two_words_that_are_names_elsewhere_are_a_person(language: str, text: str, name: str) -> None:
    assert people(text, language) == {name: False}


def test_two_capitalized_words_that_are_not_may_be_one_whom_another_article_introduces() -> None:
    assert people("They met in the Green Pavilion on Friday.", "en") == {"Green Pavilion": True}


def test_at_the_beginning_of_a_sentence_capitals_say_nothing() -> None:
    assert people("Grace Young people were at the talks on Friday.", "en") == {}


def test_later_mentions_by_the_last_name_are_the_same_person() -> None:
    reading = read_article(
        Article("a.txt", "It was hard for Margaret Kowalski. Kowalski said so on Friday.", language="en"),
        load_knowledge(),
    )
    (person,) = (thing for thing in reading.things if thing.kind == "Person")
    assert len([mention for mention in reading.mentions if mention.thing == person.id]) == 2
