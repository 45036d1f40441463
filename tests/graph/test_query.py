"""SPARQL, the named queries, and the formats of an answer."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.query import named_queries, named_query, run
from kg.graph.rows import FORMATS, Rows, display_width, render, short
from kg.vocab import PREFIXES
from tests.graph import sample

CHAIRED = "Foreign Minister Ana Sol of Arland chaired the ceremony in Porto on 3 May 2024"
SIGNING, REFUSAL, FORCE = (
    "Signing of the Lake Convention",
    "Refusal of Borland to sign the Lake Convention",
    "Entry into force of the Lake Convention",
)

# Columns and rows that a named query gives on the sample; columns with IRIs are left out.
EXPECTED: dict[str, tuple[str, list[tuple[str, ...]]]] = {
    "alleged": ("kind name", []),
    "articles": (
        "article language published headline things",
        [
            ("de/lake.txt", "de", "", "", "0"),
            ("en/lake.txt", "en", "2024-05-04", "Ministers sign the Lake Convention", "11"),
            ("fa/lake.txt", "fa", "2024-05", "", "1"),
        ],
    ),
    "conflicts": ("subject predicate value otherValue", [("Lake Convention", "signatoryCount", "21", "20")]),
    "denied": (
        "kind name start words article",
        [("Signing", REFUSAL, "2024-05", "Borland refused to sign", "en/lake.txt")],
    ),
    "events": (
        "kind name start end status",
        [
            ("EntryIntoForce", FORCE, "2026", "2026", "Planned"),
            ("Signing", REFUSAL, "2024-05", "2024-05", "Denied"),
            ("Signing", SIGNING, "2024-05-03", "2024-05-03", "Happened"),
        ],
    ),
    "former-officials": (
        "person role in",
        [("José Hand", "minister of foreign affairs", "Ministry of Foreign Affairs of Arland")],
    ),
    "inferred-dates": (
        "name start precision words article",
        [(REFUSAL, "2024-05", "Month", "Borland refused to sign", "en/lake.txt")],
    ),
    "officials": (
        "official role in rank",
        [("Ana Sol", "minister of foreign affairs", "Ministry of Foreign Affairs of Arland", "Ambassador")],
    ),
    "organizations": (
        "organization kind state partOf",
        [
            ("Lake Union", "InternationalOrganization", "", ""),
            ("Ministry of Foreign Affairs of Arland", "GovernmentBody", "Arland", "Lake Union"),
        ],
    ),
    "participants": (
        "event role who start",
        [
            (REFUSAL, "signedBy", "Borland", "2024-05"),
            (SIGNING, "chair", "Ana Sol", "2024-05-03"),
            (SIGNING, "host", "Arland", "2024-05-03"),
            (SIGNING, "speaker", "Ana Sol", "2024-05-03"),
        ],
    ),
    "parties": ("treaty party sources", [("Lake Convention", "Arland", "1")]),
    "planned": (
        "kind name start treaty words article",
        [
            (
                "EntryIntoForce",
                FORCE,
                "2026",
                "Lake Convention",
                "Das Seenabkommen tritt 2026 in Kraft",
                "de/lake.txt",
            )
        ],
    ),
    "posts": (
        "role in holder formerHolder",
        [
            ("minister of foreign affairs", "Ministry of Foreign Affairs of Arland", "", "José Hand"),
            ("minister of foreign affairs", "Ministry of Foreign Affairs of Arland", "Ana Sol", ""),
        ],
    ),
    "signatories": ("treaty signatory sources", [("Lake Convention", "Arland", "1")]),
    "signing-events": (
        "treaty start place status",
        [("Lake Convention", "2024-05", "", "Denied"), ("Lake Convention", "2024-05-03", "Porto", "Happened")],
    ),
    "timeline": (
        "start end kind name treaty place",
        [("2024-05-03", "2024-05-03", "Signing", SIGNING, "Lake Convention", "Porto")],
    ),
    "translations": (
        "language article headline",
        [("en", "en/lake.txt", "Ministers sign the Lake Convention"), ("fa", "fa/lake.txt", "")],
    ),
    "treaties": ("treaty topics adoptedBy mentionedIn", [("Lake Convention", "river water", "Lake Union", "1")]),
    "who-met-whom": ("one other events", []),
}


def columns(rows: Rows, names: str) -> list[tuple[str, ...]]:
    """Return some columns of the rows as short text."""
    at = [rows.variables.index(name) for name in names.split()]
    return [tuple(short(row[column]) for column in at) for row in rows.rows]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_named_query(store: ox.Store, name: str) -> None:
    names, rows = EXPECTED[name]
    assert columns(run(store, named_query(name)), names) == rows


def test_facts_of_more_sources_come_first(store: ox.Store) -> None:
    rows = columns(run(store, named_query("independent-sources")), "sources subject predicate object")
    assert rows[0] == ("2", SIGNING, "chair", "Ana Sol")
    assert [row[0] for row in rows] == sorted((row[0] for row in rows), reverse=True)


def test_evidence_has_the_words_of_every_article(store: ox.Store) -> None:
    rows = columns(run(store, named_query("evidence")), "subject predicate object words article language")
    assert ("Ana Sol", "holdsPost", "minister of foreign affairs, Arland", CHAIRED, "en/lake.txt", "en") in rows
    assert len([row for row in rows if row[1] == "holdsPost"]) == 2


def test_names_by_language(store: ox.Store) -> None:
    rows = columns(run(store, named_query("names")), "name language called preferred")
    assert ("Ana Sol", "fa", "آنا سول", "true") in rows
    assert ("Lake Convention", "en", "Convention on Lakes", "false") in rows
    assert not [row for row in rows if row[0] == "minister"]


def test_every_named_query_has_a_title_and_is_tested() -> None:
    names = [name for name, title in named_queries() if title]
    assert names == sorted(names)
    assert set(names) == {*EXPECTED, "independent-sources", "evidence", "names"}
    assert len(names) == len(named_queries()) >= 12


@pytest.mark.parametrize("name", [name for name, _ in named_queries()])
def test_a_named_query_declares_its_prefixes_and_states_its_order(name: str) -> None:
    text = named_query(name)
    ox.Store().query(text)
    assert "ORDER BY" in text


def test_usual_prefixes_need_no_declaration(store: ox.Store) -> None:
    for prefix in ["kg", "rdfs", "skos", "schema", "dcterms", "oa", "org", "prov", "xsd", "owl", "foaf"]:
        assert prefix in PREFIXES
        run(store, f"ASK {{ ?s {prefix}:x ?o }}")


def test_rows_without_a_stated_order_are_sorted(store: ox.Store) -> None:
    rows = columns(run(store, "SELECT ?l { ?s a kg:State ; rdfs:label ?l }"), "l")
    assert rows == [("Arland",), ("Borland",)]
    back = columns(run(store, "SELECT ?l { ?s a kg:State ; rdfs:label ?l } order by desc(?l)"), "l")
    assert back == [("Borland",), ("Arland",)]


def test_ask_and_construct(store: ox.Store) -> None:
    yes = run(store, "ASK { ?s a kg:Treaty }")
    assert (yes.kind, yes.variables, render(yes, "csv")) == ("ask", ("answer",), "answer\ntrue")
    assert json.loads(render(yes, "json")) == {"head": {}, "boolean": True}
    made = run(store, "CONSTRUCT { ?s a kg:Thing } WHERE { ?s a kg:State }")
    assert (made.kind, len(made.rows)) == ("construct", 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT ?x\nWHERE { ?x a zz:Foo }",
            "line 2, column 20 of the query: unknown prefix; known without a declaration: "
            "dcterms, foaf, kg, oa, org, owl, prov, rdf, rdfs, schema, skos, xsd\n"
            "  WHERE { ?x a zz:Foo }\n                     ^",
        ),
        (
            "SELECT ?x {\n?x a kg:Foo ",
            'line 2, column 13 of the query: expected one of ",", ".", ";", "{", "{|", "}", "~", [_]\n'
            "  ?x a kg:Foo \n              ^",
        ),
    ],
)
def test_a_query_that_cannot_be_read_is_shown_with_its_place(store: ox.Store, text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["", "SELEKT", "DROP ALL", "SELECT * {"])
def test_what_is_no_query_is_refused(store: ox.Store, text: str) -> None:
    with pytest.raises(QueryError):
        run(store, text)


def test_a_name_that_there_is_not_is_refused_with_the_names() -> None:
    with pytest.raises(QueryError) as caught:
        named_query("signatorys")
    names = ", ".join(name for name, _ in named_queries())
    assert str(caught.value) == f"there is no query named 'signatorys'; there are: {names}"


ROWS = Rows(
    ("who", "n"),
    (
        (ox.Literal("外务省", language="zh"), ox.Literal(3)),
        (ox.NamedNode("https://w3id.org/treaty-kg/ontology#Signing"), None),
        (ox.Literal('a|b, "c"\td'), ox.Literal("x")),
    ),
)


def test_table_is_aligned_for_wide_characters() -> None:
    assert render(ROWS, "table") == ('who         n\n----------  -\n外务省      3\nkg:Signing\na|b, "c" d  x\n(3 rows)')


def test_markdown_escapes_bars() -> None:
    assert render(ROWS, "markdown").splitlines()[-1] == '| a\\|b, "c" d | x |'


def test_csv_and_tsv() -> None:
    csv = 'who,n\n外务省,3\nhttps://w3id.org/treaty-kg/ontology#Signing,\n"a|b, ""c""\td",x'
    assert render(ROWS, "csv") == csv
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


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 5service <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s a kg:.SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s a 'x\\'' . \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_nothing_is_asked_of_another_machine(store: ox.Store, text: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, text)
    assert str(caught.value) == "SERVICE asks another machine, and queries stay on this one: leave it out"


def test_the_word_service_is_allowed_elsewhere(store: ox.Store) -> None:
    run(
        store,
        "# service\nSELECT ?service { ?service a kg:service, <http://x/service> ; rdfs:label 'service', \"service\" }",
    )
