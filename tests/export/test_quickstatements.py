"""QuickStatements: lines of its grammar, only on certain items, each with its references."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg import vocab
from kg.export.source import Source
from kg.export.wikidata import text, time
from kg.graph.store import store_of
from tests.export.graphs import NASTY, contents, nasty_samples, written
from tests.graph.sample import BASE

# https://www.wikidata.org/wiki/Help:QuickStatements#Command_sequence_syntax
ITEM, TEXT = r"Q[1-9][0-9]*", r"\"[^\t\n|]*\""
TIME = r"\+[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z/(9|10|11)"
VALUE = rf"({ITEM}|{TIME}|[a-z-]+:{TEXT}|{TEXT})"
STATEMENT = rf"({ITEM}|LAST)\tP[0-9]+\t{VALUE}((\t!?S[0-9]+)\t{VALUE})*"
LINE = re.compile(rf"CREATE|LAST\t[LA][a-z-]+\t{TEXT}|{STATEMENT}")
WIKIDATA = "http://www.wikidata.org/entity/"


def lines(source: Source, name: str) -> list[str]:
    """The lines of a format, each of the grammar."""
    data = written(source, name).decode()
    assert data == "" or data.endswith("\n")
    found = data.split("\n")[:-1]
    assert [line for line in found if not LINE.fullmatch(line)] == []
    return found


def with_items(source: Source, **items: str) -> Source:
    """A graph with further items: things' IRIs, with "_" for "/", and their items."""
    more = [
        ox.Triple(
            ox.NamedNode(BASE + thing.replace("__", "/").replace("_", "-")),
            ox.NamedNode(vocab.OWL + "sameAs"),
            ox.NamedNode(WIKIDATA + item),
        )
        for thing, item in items.items()
    ]
    return Source(store_of([*contents(source), *more]))


def test_only_facts_between_certain_items_become_statements(sample: Source) -> None:
    assert lines(sample, "quickstatements") == []
    source = with_items(sample, treaty__lake_convention="Q10", organization__lake_union="Q20")
    reference = 'S854\t"https://news.example/lake"'
    dated = f'{reference}\tS577\t+2024-05-04T00:00:00Z/11\tS1476\ten:"Ministers sign the Lake Convention"'
    assert lines(source, "quickstatements") == [f"Q10\tP1891\tQ1\t{dated}", f"Q10\tP467\tQ20\t{dated}"]


def test_a_thing_with_two_items_is_certain_of_neither(sample: Source) -> None:
    once = with_items(sample, treaty__lake_convention="Q10")
    assert lines(with_items(once, treaty__lake_convention="Q11"), "quickstatements") == []


def test_a_treaty_without_an_item_may_get_one_with_its_names(sample: Source) -> None:
    found = lines(sample, "quickstatements-new")
    assert found[:5] == [
        "CREATE",
        'LAST\tLde\t"Seenabkommen"',
        'LAST\tLen\t"Lake Convention"',
        'LAST\tAen\t"Convention on Lakes"',
        "LAST\tP31\tQ131569",
    ]
    assert [line.split("\t")[1:3] for line in found[5:]] == [["P1891", "Q1"]]


def test_translations_at_one_address_are_one_reference(examples: Source) -> None:
    found = lines(examples, "quickstatements-new")
    assert found.count("CREATE") == 1
    (signatory,) = [line for line in found if "\tP1891\t" in line]
    assert signatory.endswith(
        'Q881\tS854\t"https://thoidai.example.org/le-mo-ky-20251026.html"\tS577\t+2025-10-26T00:00:00Z/11'
    )


@pytest.mark.parametrize("name", ["quickstatements", "quickstatements-new"])
@settings(max_examples=10)
@given(source=nasty_samples())
def test_nasty_texts_stay_in_their_columns(name: str, source: Source) -> None:
    plenty = with_items(source, organization__lake_union="Q20", state__borland="Q30", organization__ministry="Q40")
    found = lines(plenty, name)
    assert all('S854\t"https://news.example/lake"' in line for line in found if re.search("\tP(?!31\t)", line))


@given(NASTY)
def test_what_ends_a_column_or_line_becomes_a_space(words: str) -> None:
    shown = text(words)
    assert shown[0] == shown[-1] == '"' and not re.search("[\t\n\r|]", shown) and shown[1:-1] == shown[1:-1].strip(" ")


def test_dates_have_their_precision() -> None:
    assert [time(date) for date in ("2024-05-03", "2024-05", "2024")] == [
        "+2024-05-03T00:00:00Z/11",
        "+2024-05-00T00:00:00Z/10",
        "+2024-00-00T00:00:00Z/9",
    ]
