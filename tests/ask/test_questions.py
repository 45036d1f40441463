"""What a line asks, and where a question ends."""

from __future__ import annotations

import pytest

from kg.ask.questions import is_sparql, is_whole, split, values, words
from kg.errors import QueryError
from kg.graph.named import named_query


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("SELECT ?x { ?x a kg:State }", True),
        ("  ask{ ?x a kg:State }", True),
        ("# a remark\nPREFIX x: <y:>", True),
        ("describe <x:y>", True),
        ("describe kg:State", True),
        ("Selected works", False),
        ("Vietnam", False),
        ("signatories", False),
        ("\\list", False),
        ("", False),
    ],
)
def test_sparql_is_told_from_names(text: str, answer: bool) -> None:
    assert is_sparql(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Vietnam", True),
        ("\\list", True),
        ("SELECT ?x", False),
        ("SELECT ?x {", False),
        ("SELECT ?x { ?x rdfs:label '}'", False),
        ("SELECT ?x { ?x rdfs:label '{' }", True),
        ("SELECT ?x { { ?x a ?y } # }", False),
        ("PREFIX x: <y:>", False),
        ("PREFIX x: <y:>\nASK { ?s ?p x:a }", True),
        ("DESCRIBE <x:y>", True),
        ("SELECT ?x {\n\n", True),
    ],
)
def test_sparql_goes_on_until_its_braces_are_closed_or_a_line_is_empty(text: str, answer: bool) -> None:
    assert is_whole(text) is answer


def test_a_text_is_split_into_its_questions() -> None:
    text = (
        "Vietnam\n\n  signatories  \nSELECT ?x\n{ ?x a kg:State }\nORDER BY ?x\nLIMIT 3\n\\format csv\n"
        "ASK { ?s ?p ?o }\nASK { ?s\n"
    )
    assert list(split(text)) == [
        "Vietnam",
        "signatories",
        "SELECT ?x\n{ ?x a kg:State }\nORDER BY ?x\nLIMIT 3",
        "\\format csv",
        "ASK { ?s ?p ?o }",
        "ASK { ?s",
    ]
    assert list(split("\n\n")) == []


def test_words_are_quoted_as_in_a_shell() -> None:
    assert words("a 'b c' d=\"e f\"") == ["a", "b c", "d=e f"]
    assert words("Côte d'Ivoire") == ["Côte", "d'Ivoire"]


@pytest.mark.parametrize(
    ("name", "given", "found"),
    [
        ("signed-not-ratified", ["date=2025", "state=Iran"], {"date": "2025", "state": "Iran"}),
        ("signed-not-ratified", ["2025", "Lake"], {"date": "2025", "treaty": "Lake"}),
        ("signed-not-ratified", ["treaty=Lake", "2025"], {"treaty": "Lake", "date": "2025"}),
        ("state-treaties", ["South", "Korea"], {"state": "South Korea"}),
        ("states", [], {}),
    ],
)
def test_words_give_values_by_name_and_by_order(name: str, given: list[str], found: dict[str, str]) -> None:
    assert values(named_query(name), given) == found


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        (
            "names",
            ["South", "Korea", "ko"],
            "names: 'ko' is one value too many; it takes thing, language (quote a value of many words)",
        ),
        ("states", ["x"], "states: 'x' is one value too many; it takes none (quote a value of many words)"),
    ],
)
def test_too_many_values_are_told(name: str, given: list[str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        values(named_query(name), given)
    assert str(caught.value) == message
