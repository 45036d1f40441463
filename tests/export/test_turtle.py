"""Turtle: the same bytes for the same triples, readable, and read alike by everybody."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.export.turtle import turtle, write_document, write_turtle
from kg.graph.as_rdflib import rdflib_copy
from kg.graph.emit import emit, prepare
from tests.graph.sample import BASE, RESOLUTION, TEXTS

GRAPH, EVIDENCE = emit(RESOLUTION, TEXTS, BASE)

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NODES = st.sampled_from(
    [
        *(f"{BASE}{kind}/{name}" for kind in ("state", "place") for name in ("a", "b-c", "2", "d.", "x,y")),
        f"{BASE}article/a#char=1,2",
        "https://other.example/state/a",
        "https://w3id.org/treaty-kg/ontology#Signing",
        "http://ex\u00e9mple.org/\u0627",
    ]
).map(ox.NamedNode)
LITERALS = st.one_of(
    TEXT.map(ox.Literal),
    TEXT.map(lambda text: ox.Literal(text, language="fa")),
    st.integers().map(ox.Literal),
    st.sampled_from(["0.90", "1.00"]).map(
        lambda text: ox.Literal(text, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))
    ),
)
TRIPLES = st.lists(st.builds(ox.Triple, NODES, NODES, st.one_of(NODES, LITERALS)), max_size=12)


@given(TRIPLES, st.randoms())
def test_order_and_duplicates_do_not_matter(triples: list[ox.Triple], random: st.random.Random) -> None:  # type: ignore[name-defined]
    shuffled = [*triples, *triples]
    random.shuffle(shuffled)
    assert turtle(shuffled) == turtle(triples)


@given(TRIPLES)
def test_what_is_written_is_read_again(triples: list[ox.Triple]) -> None:
    data = turtle(triples)
    assert {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)} == set(triples)


@pytest.mark.parametrize("triples", [GRAPH, EVIDENCE], ids=["graph", "evidence"])
def test_rdflib_reads_the_same(triples: list[ox.Triple]) -> None:
    read = rdflib.Graph().parse(data=turtle(triples), format="turtle")
    assert len(read) == len(triples)
    assert isomorphic(read, rdflib_copy(triples))
    assert not any(isinstance(term, rdflib.BNode) for triple in read for term in triple)


def test_a_file_is_grouped_prefixed_and_utf_8(tmp_path: Path) -> None:
    write_turtle(GRAPH, tmp_path / "graph.ttl")
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert "@prefix official: <https://example.org/id/official/> .\n" in text
    assert (
        "\n\nofficial:ana-sol a kg:Agent, kg:Official, kg:Person ;\n"
        '  rdfs:label "Ana Sol"@en ;\n'
        "  skos:prefLabel\n"
        '    "Ana Sol"@en,\n'
        '    "آنا سول"@fa ;\n'
        "  kg:holdsPost post:foreign-minister-arland ;\n"
        '  kg:rank "Ambassador"@en .\n\n'
    ) in text
    assert '  kg:startDate "2024-05-03"^^xsd:date ;\n' in text
    assert "@prefix org:" not in text
    assert text.endswith(" .\n")
    assert not text.endswith("\n\n")


def test_a_build_writes_the_same_bytes_without_the_objects(tmp_path: Path) -> None:
    emission = prepare(RESOLUTION, TEXTS, BASE)
    for document, triples in ((emission.graph(), GRAPH), (emission.evidence(), EVIDENCE)):
        write_document(document, tmp_path / "file.ttl")
        assert (tmp_path / "file.ttl").read_bytes() == turtle(triples)
        assert [file.name for file in tmp_path.iterdir()] == ["file.ttl"]


def test_passages_keep_their_whole_iris() -> None:
    assert "<https://example.org/id/article/de-lake-txt#char=0,36> a oa:Text" in turtle(EVIDENCE).decode()


def test_nothing_at_all() -> None:
    assert turtle([]) == b""


def test_a_blank_node_is_refused() -> None:
    triple = ox.Triple(ox.BlankNode("b"), ox.NamedNode("http://p"), ox.Literal("x"))
    with pytest.raises(ValueError, match="a blank node cannot be written: give it an IRI"):
        turtle([triple])
