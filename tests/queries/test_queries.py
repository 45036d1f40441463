"""Every named query on the sample: `NAME.tsv` holds what it is asked and all that it answers.

A file has parts, divided by empty lines. A part begins with what is given, as one types it ("# date=2025-12-31"; "#"
alone for nothing), then come the columns and the rows, as TSV of plain values; IRIs are given by their tails.
After a change that is meant: `python -m tests.queries.test_queries` rewrites them; look at the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.ask.questions import values, words
from kg.graph.named import named_queries, named_query
from kg.graph.parameters import bind
from kg.graph.query import run
from kg.graph.rows import short
from kg.graph.spelling import unknown_terms
from tests.queries.sample import BASE, inferred_store, sample_store

FOLDER = Path(__file__).parent
Stores = Mapping[bool, ox.Store]
"""The sample without and with what follows from it, for queries that ask for inferences."""

NAMES = [query.name for query in named_queries()]


@pytest.fixture(scope="module")
def stores() -> Stores:
    return {False: sample_store(), True: inferred_store()}


def parts(name: str) -> list[list[str]]:
    """The parts of a query's file, as lines."""
    return [part.splitlines() for part in (FOLDER / f"{name}.tsv").read_text("utf-8").strip("\n").split("\n\n")]


def answered(stores: Stores, name: str, given: str) -> Iterator[str]:
    """The lines of one part, as the query answers now."""
    query = named_query(name)
    store = stores["kg:Inference" in query.sparql]
    answer = run(store, bind(store, query, values(query, words(given))).sparql)
    yield f"# {given}".rstrip()
    yield "\t".join(answer.variables)
    for row in answer.rows:
        yield "\t".join(" ".join(short(term).removeprefix(BASE).split()) for term in row).rstrip("\t")


@pytest.mark.parametrize("name", NAMES)
def test_a_named_query_answers_what_its_file_says(stores: Stores, name: str) -> None:
    for part in parts(name):
        assert list(answered(stores, name, part[0].removeprefix("#").strip())) == part


@pytest.mark.parametrize("name", NAMES)
def test_a_query_is_tested_with_rows_and_with_each_of_its_parameters(name: str) -> None:
    query, tested = named_query(name), parts(name)
    assert any(len(part) > 2 for part in tested), "no part has rows"
    given = {one for part in tested for one in values(query, words(part[0].removeprefix("#")))}
    assert given == {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize("name", NAMES)
def test_a_query_is_good_sparql_as_it_stands_and_uses_the_vocabulary(name: str) -> None:
    text = named_query(name).sparql
    ox.Store().query(text)  # with the prefixes that it declares itself
    assert unknown_terms(text) == ()
    assert "ORDER BY" in text or "CONSTRUCT" in text


def test_there_is_a_file_for_each_query_and_none_besides() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.tsv")) == NAMES
    assert len(NAMES) >= 40


def rewrite() -> None:
    """Write what the queries answer now; for a new one put a file with its "# ..." lines first."""
    now = {False: sample_store(), True: inferred_store()}
    for name in NAMES:
        given = [part[0].removeprefix("#").strip() for part in parts(name)]
        text = "\n\n".join("\n".join(answered(now, name, one)) for one in given)
        (FOLDER / f"{name}.tsv").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    rewrite()
