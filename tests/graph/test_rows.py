"""How rows are written: tables for eyes, and the W3C's formats for programs."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.query import run
from kg.graph.rows import FORMATS, Rows, display_width, render, short
from kg.graph.store import store_of
from kg.vocab import PREFIXES
from tests.graph import sample

ROWS = Rows(
    ("who", "n"),
    (
        (ox.Literal("外务省", language="zh"), ox.Literal(3)),
        (ox.NamedNode("https://w3id.org/treaty-kg/ontology#Signing"), None),
        (ox.Literal('a|b, "c"\td'), ox.Literal("x")),
    ),
)


def test_table_is_aligned_for_wide_characters() -> None:
    assert render(ROWS, "table") == (
        'who         n\n----------  -\n外务省      3\nkg:Signing\na|b, "c" d  x\n(3 rows)\n'
    )


def test_markdown_escapes_bars() -> None:
    assert render(ROWS, "markdown").splitlines()[-1] == '| a\\|b, "c" d | x |'


def test_csv_and_tsv() -> None:
    lines = ["who,n", "外务省,3", "https://w3id.org/treaty-kg/ontology#Signing,", '"a|b, ""c""\td",x', ""]
    assert render(ROWS, "csv") == "\r\n".join(lines)
    assert render(ROWS, "tsv").splitlines()[:2] == [
        "?who\t?n",
        '"外务省"@zh\t"3"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ]


def test_json_is_of_the_w3c_form() -> None:
    answer = json.loads(render(ROWS, "json"))
    assert answer["head"] == {"vars": ["who", "n"]}
    assert answer["results"]["bindings"][:2] == [
        {
            "who": {"type": "literal", "value": "外务省", "xml:lang": "zh"},
            "n": {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
        },
        {"who": {"type": "uri", "value": "https://w3id.org/treaty-kg/ontology#Signing"}},
    ]


def test_a_format_that_there_is_not_is_refused() -> None:
    assert FORMATS == ("table", "csv", "tsv", "json", "markdown")
    with pytest.raises(QueryError) as caught:
        render(ROWS, "xml")
    assert str(caught.value) == "there is no format 'xml'; there are: table, csv, tsv, json, markdown"


def test_width_of_combining_and_joining_characters() -> None:
    assert display_width("é") == 1
    assert display_width("می\u200cشود") == 5
    assert display_width("한국") == 4


def test_short_names() -> None:
    assert (
        short(ox.NamedNode("https://w3id.org/treaty-kg/id/state/vietnam"))
        == "https://w3id.org/treaty-kg/id/state/vietnam"
    )
    assert short(None) == ""
    assert sample.BASE in short(ox.NamedNode(sample.BASE + sample.ARLAND))


EDGES = """
SELECT ?a ?b ?c WHERE {
  VALUES (?a ?b ?c) {
    ("" UNDEF "comma, and \\"quotes\\"")
    ("line\\nbreak" "tab\\there" "back\\\\slash")
    ("szczyt"@pl 12 1.50)
    (true "2025-10"^^xsd:gYearMonth <https://example.org/a?b=c;d>)
    ("carriage\\rreturn" 1e3 "  spaces  "@en-GB)
  }
}
ORDER BY ?a
"""


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_the_forms_of_the_w3c_are_those_of_another_writer(form: str) -> None:
    """Held against oxigraph's own writers, which pass the W3C's tests."""
    solutions = ox.Store().query(EDGES, prefixes=dict(PREFIXES))
    assert isinstance(solutions, ox.QuerySolutions)
    other = (solutions.serialize(format=getattr(ox.QueryResultsFormat, form.upper())) or b"").decode()
    ours = render(run(ox.Store(), EDGES), form)
    if form == "json":
        assert json.loads(ours) == json.loads(other)
    elif form == "csv":
        assert ours == other
    else:  # both may write a number in short or in full
        assert [_parsed(line) for line in ours.splitlines()] == [_parsed(line) for line in other.splitlines()]


def _parsed(line: str) -> list[str]:
    cells = []
    for cell in line.split("\t"):
        if not cell or cell.startswith("?"):
            cells.append(cell)
            continue
        (triple,) = ox.parse(f"<x:s> <x:p> {cell} .", format=ox.RdfFormat.TURTLE)
        cells.append(str(triple.object))
    return cells


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv_and_json(texts: list[str]) -> None:
    rows = Rows(tuple(f"v{n}" for n in range(len(texts))), (tuple(ox.Literal(text) for text in texts),))
    assert list(csv.reader(io.StringIO(render(rows, "csv"), newline="")))[1:] == [texts]
    (binding,) = json.loads(render(rows, "json"))["results"]["bindings"]
    assert [binding[name]["value"] for name in rows.variables] == texts
    assert render(rows, "tsv").count("\t") == 2 * (len(texts) - 1)


def test_what_only_some_queries_give_is_written_too() -> None:
    blank, part = ox.BlankNode("b1"), ox.NamedNode("http://x/a")
    rows = Rows(("x",), ((blank,), (ox.Triple(part, part, ox.Literal(1)),)))
    assert render(rows, "csv").splitlines()[1] == "_:b1"
    assert render(rows, "tsv").splitlines()[1] == "_:b1"
    values = [binding["x"] for binding in json.loads(render(rows, "json"))["results"]["bindings"]]
    assert values[0] == {"type": "bnode", "value": "b1"}
    assert values[1]["value"]["object"]["value"] == "1"


def test_no_rows_are_written_as_a_head_alone() -> None:
    rows = run(store_of([]), "SELECT ?s ?o { ?s a ?o }")
    assert render(rows, "csv") == "s,o\r\n"
    assert render(rows, "tsv") == "?s\t?o\n"
    assert json.loads(render(rows, "json")) == {"head": {"vars": ["s", "o"]}, "results": {"bindings": []}}
    assert render(rows, "table") == "s  o\n-  -\n(0 rows)\n"
