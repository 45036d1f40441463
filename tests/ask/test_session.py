"""Answers to questions as they are typed."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.ask.session import HELP, Quit, Session
from kg.errors import QueryError
from kg.export.answers import FORMATS


class Asked:
    """A session that keeps its notes."""

    def __init__(self, store: ox.Store) -> None:
        self.notes: list[str] = []
        self.session = Session(store, "tsv", self.notes.append)

    def __call__(self, question: str) -> list[str]:
        return self.session.answer(question).splitlines()


@pytest.fixture
def ask(store: ox.Store) -> Asked:
    return Asked(store)


def test_sparql_is_answered(ask: Asked) -> None:
    assert ask("SELECT ?l { ?s a kg:State ; rdfs:label ?l } ORDER BY ?l LIMIT 1") == ["?l", '"Arland"@en']
    assert ask.notes == []


def test_terms_that_there_are_not_are_noted(ask: Asked) -> None:
    assert ask("SELECT ?s { ?t kg:signatry ?s }") == ["?s"]
    assert ask("SELECT ?s { ?t kg:qqqqqqq ?s }") == ["?s"]
    assert ask.notes == [
        "line 1, column 16 of the query: there is no kg:signatry; did you mean kg:signatory? Nothing can match it",
        "line 1, column 16 of the query: there is no kg:qqqqqqq; nothing can match it",
    ]


def test_a_named_query_is_answered_and_what_a_name_was_taken_for_is_noted(ask: Asked) -> None:
    ask("\\format csv")
    assert ask("state-treaties ARLAND")[1].startswith("Harbour Pact,withdrawn,2020,")
    assert ask('signatories treaty="Pakt portowy" who=dorland')[1].startswith("Harbour Pact,Dorland,1,")
    assert ask.notes == [
        "state: Arland (state/arland)",
        "treaty: Harbour Pact (treaty/harbour)",
        "who: Dorland (state/dorland)",
    ]


def test_a_name_is_explained(ask: Asked) -> None:
    assert ask("seenabkommen")[0] == "Lake Convention (treaty)"
    assert ask("\\explain José Hand")[0] == "José Hand (person)"


def test_commands(ask: Asked) -> None:
    assert ask("\\help") == HELP.splitlines()
    assert all(form in HELP for form in FORMATS)
    assert ask("\\list signed-not") == [
        "treaties",
        "  signed-not-ratified  Who has signed a treaty and is not known to have ratified it, at a date",
    ]
    assert ask("\\list qqq") == ["no named query has 'qqq' in its name or title"]
    shown = ask("\\show names")
    assert shown[0] == "names: What each thing is called in each language"
    assert "  language (language)" in shown and "      Only names in this language." in shown
    assert shown[-1].startswith("ORDER BY")
    assert ask("\\names آرلند")[1].startswith('"Arland"@en\t"en"\t')
    assert ask("\\format json") == ["answers are written as json"]
    assert ask("\\format") == ["answers are written as json"]
    assert ask("  ") == []
    with pytest.raises(Quit):
        ask("\\quit")


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("\\lits", "there is no command \\lits; did you mean list?; \\help lists them"),
        ("\\explain", "write it as \\explain NAME"),
        (
            "\\format jsn",
            "there is no format 'jsn'; did you mean json?; "
            "there are: table, csv, tsv, json, markdown, turtle, ntriples",
        ),
        ("\\show signatorys", "there is no query named 'signatorys'; did you mean signatories?"),
        (
            "signatoris",
            "the graph has nothing called 'signatoris': try a part of the name, or kg query OUT --name names; "
            "did you mean signatories?",
        ),
        (
            "state-treaties",
            "state-treaties needs state (person, organization or state): The state or organization.",
        ),
    ],
)
def test_what_cannot_be_answered_is_told_on_one_line(ask: Asked, question: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(question)
    assert str(caught.value) == message
