"""Values of parameters: from what is typed to terms in the query, and what is said of those that do not fit."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.named import NamedQuery, parse
from kg.graph.parameters import bind, known_terms, with_terms
from kg.graph.query import run
from tests.graph import sample


def query_of(*kinds: str) -> NamedQuery:
    """A query `q` with a parameter of each kind, named A, B, C ..."""
    names = "ABCDEFG"[: len(kinds)]
    head = "".join(f"# ${name} ({kind}): What {name} is.\n" for name, kind in zip(names, kinds, strict=True))
    columns = " ".join(f"(${name} AS ?{name.lower()})" for name in names)
    return parse(f"# Q\n# Group: g\n{head}SELECT {columns or '*'} {{}}", Path("q.rq"))


def bound(store: ox.Store, kind: str, text: str) -> str:
    """The term that a text becomes."""
    return str(run(store, bind(store, query_of(kind), {"a": text}).sparql).rows[0][0])


XSD = "http://www.w3.org/2001/XMLSchema#"
KG = "https://w3id.org/treaty-kg/ontology#"


@pytest.mark.parametrize(
    ("kind", "text", "term"),
    [
        ("date", "2024-02-29", f'"2024-02-29"^^<{XSD}date>'),
        ("date", " 2024-02 ", f'"2024-02-01"^^<{XSD}date>'),
        ("date", "2024", f'"2024-01-01"^^<{XSD}date>'),
        ("end-date", "2024-02", f'"2024-02-29"^^<{XSD}date>'),
        ("end-date", "2025", f'"2025-12-31"^^<{XSD}date>'),
        ("integer", "-7", f'"-7"^^<{XSD}integer>'),
        ("integer", "123456789012345678901234567890", f'"123456789012345678901234567890"^^<{XSD}integer>'),
        ("language", "zh-Hant", '"zh-hant"'),
        ("text", 'a "quoted" \\ text', '"a \\"quoted\\" \\\\ text"'),
        ("term kg:Role", "foreign minister", f"<{KG}ForeignMinister>"),
        ("term kg:Role", "kg:ForeignMinister", f"<{KG}ForeignMinister>"),
        ("term kg:Event", "SIGNING", f"<{KG}Signing>"),
        ("term kg:participant", "signed by", f"<{KG}signedBy>"),
        ("term kg:topic", "river water", f"<{KG}river-water>"),
        ("term", "postIn", f"<{KG}postIn>"),
        ("thing", "آنا سول", f"<{sample.BASE}{sample.SOL}>"),
        ("thing kg:Agent", "arland", f"<{sample.BASE}{sample.ARLAND}>"),
        ("thing kg:Article", "de/lake.txt", f"<{sample.BASE}article/de-lake-txt>"),
        ("thing kg:Article", "EN/", f"<{sample.BASE}article/en-lake-txt>"),
    ],
)
def test_what_is_typed_becomes_a_term_of_its_type(store: ox.Store, kind: str, text: str, term: str) -> None:
    assert bound(store, kind, text) == term


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("date", "2024-13", "a: '2024-13' is no date; write 2025-12-31, 2025-12 or 2025"),
        ("end-date", "2025-02-30", "a: '2025-02-30' is no date; write 2025-12-31, 2025-12 or 2025"),
        ("date", "yesterday", "a: 'yesterday' is no date; write 2025-12-31, 2025-12 or 2025"),
        ("date", "0000", "a: '0000' is no date; write 2025-12-31, 2025-12 or 2025"),
        ("integer", "1.5", "a: '1.5' is no whole number"),
        ("language", "po lish", "a: 'po lish' is no language code; write one such as pl or zh-Hant"),
        (
            "term kg:participant",
            "hosst",
            "a: there is no kind of participant 'hosst'; did you mean host?; there are: chair, decidedBy, host, "
            "mediator, organizer, participant, ratifiedBy, signedBy, speaker, withdrawnBy",
        ),
        ("term", "postn", "a: there is no property 'postn'; did you mean postIn?"),
        ("term kg:Role", "ministr", "a: there is no role 'ministr'; did you mean Minister?"),
        (
            "term kg:Status",
            "xx",
            "a: there is no status 'xx'; there are: Alleged, Denied, Happened, Planned",
        ),
        ("thing kg:Treaty", "Porto", "a: the graph has no treaty called 'Porto', but Porto (place)"),
        (
            "thing",
            "of the Lake",
            "a: 3 things fit 'of the Lake'; ask for one by its id: event/entry-into-force-lake-convention-2026 "
            "(Entry into force of the Lake Convention); "
            "event/signing-lake-convention-2024-05-03 (Signing of the Lake Convention); "
            "event/signing-lake-convention-borland (Refusal of Borland to sign the Lake Convention)",
        ),
        (
            "thing kg:Article",
            "lake",
            "a: 3 things fit 'lake'; ask for one by its id: de/lake.txt; en/lake.txt; fa/lake.txt",
        ),
        ("thing kg:Article", "en/lak.txt", "a: the graph has no article 'en/lak.txt'; did you mean en/lake.txt?"),
        ("thing kg:Article", "q", "a: the graph has no article 'q'; kg query OUT --name articles shows them"),
    ],
)
def test_what_does_not_fit_is_told_with_what_does(store: ox.Store, kind: str, text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        bind(store, query_of(kind), {"a": text})
    assert str(caught.value) == message


def test_what_names_were_taken_for_is_told(store: ox.Store) -> None:
    answer = bind(store, query_of("thing kg:Treaty", "text"), {"a": "seenabkommen", "b": "x"})
    ((name, choice),) = answer.understood
    assert (name, choice.label, choice.iri) == ("a", "Lake Convention", sample.BASE + sample.TREATY)


def test_unknown_and_missing_parameters_are_told(store: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        bind(store, query_of("text", "date"), {"aa": "x"})
    assert str(caught.value) == "q has no parameter 'aa'; did you mean a?; it has a, b"
    with pytest.raises(QueryError) as caught:
        bind(store, query_of(), {"x": ""})
    assert str(caught.value) == "q has no parameter 'x'; it has none"
    with pytest.raises(QueryError) as caught:
        bind(store, query_of("thing kg:State, required"), {"a": " "})
    assert str(caught.value) == "q needs a (state): What A is."


def test_a_default_is_used_and_what_is_not_given_stays_open(store: ox.Store) -> None:
    query = query_of("integer, default 80", "text")
    (row,) = run(store, bind(store, query, {}).sparql).rows
    assert (str(row[0]), row[1]) == (f'"80"^^<{XSD}integer>', None)


def test_a_variable_is_replaced_only_where_it_is_one() -> None:
    text = "SELECT * { ?s ?p $A, '$A', \"$A\", <x:$A> . FILTER (bound( $A ) && $AB = ?A) } # $A"
    replaced = with_terms(text, {"A": ox.Literal("b")})
    assert replaced == 'SELECT * { ?s ?p "b", \'$A\', "$A", <x:$A> . FILTER (true && $AB = ?A) } # $A'


@given(st.text())
def test_no_text_can_change_the_query(text: str) -> None:
    (row,) = run(ox.Store(), with_terms("SELECT ($A AS ?a) {}", {"A": ox.Literal(text)})).rows
    assert row == (ox.Literal(text),)


def test_terms_can_be_given_by_name_and_label() -> None:
    known = known_terms("Event")
    assert known["entryintoforce"] == "EntryIntoForce"
    assert set(known_terms("Class").values()) > {"Treaty", "Place", "Signing"}
    assert "postIn" in known_terms("").values()
