"""The examples build, and what a stranger would look at first is right."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import kg
from kg.account import Account
from kg.graph.named import NamedQuery, named_queries, named_query
from kg.graph.parameters import bind
from kg.graph.query import run
from kg.graph.rows import render
from kg.graph.store import open_graph
from kg.model import Article
from kg.read import find_inputs, read_source

ARTICLES = Path(__file__).parent.parent / "examples" / "articles"

# A value for each parameter that a query needs.
VALUES = {
    "article": "10-muscat",
    "body": "Vietnam",
    "date": "2027",
    "one": "Indonesia",
    "other": "Oman",
    "person": "Luong Cuong",
    "place": "Hanoi",
    "since": "2026-04-15",
    "state": "Vietnam",
    "treaty": "Convention on the Protection of Submarine Cables",
    "who": "Nguyen Minh Vu",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Account]:
    out = tmp_path_factory.mktemp("examples")
    return out, kg.build([ARTICLES], out)


def rows(built: tuple[Path, Account], name_or_sparql: str) -> set[tuple[str, ...]]:
    """What a query gives: a named one, or SPARQL; as texts."""
    text = name_or_sparql if " " in name_or_sparql else named_query(name_or_sparql).sparql
    table = render(run(open_graph(built[0]), text), "csv")
    return {tuple(row) for row in list(csv.reader(io.StringIO(table)))[1:]}


def test_every_article_is_read_in_its_language(built: tuple[Path, Account]) -> None:
    """The language stands in the file's name."""
    account = built[1]
    assert account.refusals == ()
    assert account.articles == len(list(ARTICLES.iterdir())) == 10
    for article, language, *_ in rows(built, "SELECT ?id ?l { ?a dcterms:identifier ?id ; schema:inLanguage ?l }"):
        assert article.split(".")[1] == language


def test_three_articles_are_one_report_in_three_languages(built: tuple[Path, Account]) -> None:
    translated = {row[2] for row in rows(built, "translations")}
    assert translated == {f"0{n}-hanoi-discussion.{code}.txt" for n, code in enumerate(("vi", "en", "pl"), 1)}


def test_states_that_signed_are_signatories_and_poland_is_not(built: tuple[Path, Account]) -> None:
    found = {row[1] for row in rows(built, "signatories")}
    assert found >= {"Indonesia", "Iran"}
    assert "Poland" not in found
    assert any("Poland" in row[1] for row in rows(built, "denied"))


def test_experts_photographers_and_reporters_are_no_officials(built: tuple[Path, Account]) -> None:
    officials = {row[0] for row in rows(built, "officials")}
    assert {"Hamad al-Rawahi", "Ratna Wibisana", "Nguyen Minh Vu"} <= officials
    experts = {"Peter Halloran", "Ewa Sarnowska", "Intan Maheswari"}
    assert not officials & (experts | {"Le Thu Hien", "Laura Finch", "Kacper Lis", "Dian Lestiani"})


def test_a_planned_ratification_is_not_told_as_done(built: tuple[Path, Account]) -> None:
    assert rows(built, "parties") == set()
    assert any(row[0] == "Ratification" for row in rows(built, "planned"))


def test_every_passage_stands_in_its_article(built: tuple[Path, Account]) -> None:
    texts = {article.identifier: article.text for article in articles()}
    sparql = "SELECT ?id ?s ?e ?w { ?p oa:start ?s ; oa:end ?e ; oa:exact ?w ; oa:hasSource/dcterms:identifier ?id }"
    passages = rows(built, sparql)
    assert passages
    for identifier, start, end, words in passages:
        assert texts[identifier][int(start) : int(end)] == words


def articles() -> list[Article]:
    found = [item for source in find_inputs([ARTICLES]).sources for item in read_source(source)]
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_named_query_can_be_asked(built: tuple[Path, Account], query: NamedQuery) -> None:
    given = {
        one.name: VALUES[one.name if one.of != "Article" else "article"] for one in query.parameters if one.required
    }
    store = open_graph(built[0])
    assert run(store, bind(store, query, given).sparql).variables
