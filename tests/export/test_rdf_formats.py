"""RDF in every syntax: independent readers find what was written, whatever stands in it."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pyld
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from rdflib.namespace import XSD

from kg import vocab
from kg.errors import ExportError
from kg.export.jsonld import context
from kg.export.source import Source
from kg.graph.store import store_of
from tests.export.graphs import Terms, as_rdflib, contents, read, triples, written
from tools.make_context import CONTEXT, made

RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "ntriples": "nt",
    "nquads": "nquads",
    "rdfxml": "xml",
    "jsonld": "json-ld",
}
NAMED = ("trig", "nquads")
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(found: list[ox.Triple]) -> Terms:
    """Triples as XML can hold them."""

    def held(term: Any) -> Any:
        if not isinstance(term, rdflib.Literal):
            return term
        text = _NOT_IN_XML.sub("\ufffd", str(term))
        return rdflib.Literal(text, lang=term.language, datatype=term.datatype, normalize=False)

    return {(s, p, held(o)) for s, p, o in as_rdflib(found)}


@pytest.mark.parametrize("name", RDFLIB)
@pytest.mark.parametrize("part", ["both", "graph", "evidence"])
def test_rdflib_reads_the_examples_in_every_syntax(examples: Source, name: str, part: str) -> None:
    source = Source(examples.store, part)
    expected = contents(source)
    found = read(written(source, name), RDFLIB[name])
    assert len(found) == len(expected) > 500
    assert found == as_rdflib(expected)


@pytest.mark.parametrize("name", [name for name in RDFLIB if name != "rdfxml"])
@given(found=triples())
def test_rdflib_reads_nasty_texts(name: str, found: list[ox.Triple]) -> None:
    source = Source(store_of(found))
    assert read(written(source, name), RDFLIB[name]) == as_rdflib(contents(source))


@given(triples())
def test_what_xml_cannot_hold_is_replaced_and_all_else_is_read_as_it_was(found: list[ox.Triple]) -> None:
    source = Source(store_of(found))
    assert read(written(source, "rdfxml"), "xml") == in_xml(contents(source))


@given(triples())
def test_oxigraph_reads_the_same(found: list[ox.Triple]) -> None:
    source = Source(store_of(found))
    for name, form in (("jsonld", ox.RdfFormat.JSON_LD), ("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)):
        quads = ox.parse(written(source, name), format=form)
        assert {undirected(quad.triple) for quad in quads} == set(contents(source)), name


def test_a_part_in_turtle_is_what_a_build_writes(examples_out: Path, examples: Source) -> None:
    for part in ("graph", "evidence"):
        data = written(Source(examples.store, part), "turtle")
        assert data == (examples_out / f"{part}.ttl").read_bytes()


def test_a_property_without_a_name_cannot_be_an_element() -> None:
    node = ox.NamedNode("https://example.org/1")
    with pytest.raises(ExportError) as error:
        written(Source(store_of([ox.Triple(node, node, node)])), "rdfxml")
    assert str(error.value) == (
        "RDF/XML cannot write the property https://example.org/1: its IRI has no end that is a name"
    )


# Named graphs


def test_a_named_graph_holds_what_its_article_says_with_its_passages(sample: Source) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(sample, "trig"), format="trig")
    base = rdflib.Namespace("https://example.org/id/")
    german = dataset.graph(base["article/de-lake-txt"])
    kg = rdflib.Namespace(vocab.KG)
    assert set(german[base["treaty/lake-convention"]]) == {
        (kg.signatoryCount, rdflib.Literal("21", datatype=XSD.integer))
    }
    assert {str(words) for words in german.objects(None, rdflib.URIRef(vocab.OA + "exact"))} == {
        "21 Staaten haben unterzeichnet",
        "Das Seenabkommen tritt 2026 in Kraft",
    }
    both = {str(graph) for *_, graph in dataset.quads((base["official/ana-sol"], kg.holdsPost, None, None))}
    assert both == {f"{base}article/en-lake-txt", f"{base}article/fa-lake-txt"}
    default = dataset.default_graph
    assert (base["official/ana-sol"], rdflib.RDFS.label, rdflib.Literal("Ana Sol", lang="en")) in default
    assert not set(default.objects(None, kg.signatory)) and set(default.objects(None, kg.confidence))


def test_nquads_and_trig_have_the_same_graphs(examples: Source) -> None:
    quads = [
        Counter((str(quad.triple), str(quad.graph_name)) for quad in ox.parse(written(examples, name), format=form))
        for name, form in (("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG))
    ]
    assert quads[0] == quads[1]
    assert len({graph for _, graph in quads[0]}) == 11


# JSON-LD


def test_the_published_context_is_made_from_the_vocabulary() -> None:
    """After a change of ontology/kg.ttl: `python tools/make_context.py`."""
    assert CONTEXT.read_text("utf-8") == made()


def by_pyld(data: bytes) -> set[tuple[str, str, str, str, str]]:
    """What PyLD reads; it may ask the network for nothing."""

    def refuse(url: str, _: object) -> None:
        raise AssertionError(f"asks for {url}")

    graphs = pyld.jsonld.to_rdf(json.loads(data), {"documentLoader": refuse})
    assert set(graphs) <= {"@default"}
    return {
        (quad["subject"]["value"], quad["predicate"]["value"], quad["object"]["value"],
         quad["object"].get("datatype", ""), quad["object"].get("language", ""))
        for quad in graphs.get("@default", [])
    }  # fmt: skip


def plain(found: list[ox.Triple]) -> set[tuple[str, str, str, str, str]]:
    """Triples as PyLD gives them."""
    rows = set()
    for triple in found:
        value = triple.object
        assert isinstance(value, ox.NamedNode | ox.Literal) and isinstance(triple.subject, ox.NamedNode)
        kind = (value.datatype.value, value.language or "") if isinstance(value, ox.Literal) else ("", "")
        rows.add((triple.subject.value, triple.predicate.value, value.value, *kind))
    return rows


def test_pyld_reads_the_examples_without_asking_anybody(examples: Source) -> None:
    assert by_pyld(written(examples, "jsonld")) == plain(contents(examples))


@given(triples())
def test_pyld_reads_nasty_texts(found: list[ox.Triple]) -> None:
    source = Source(store_of(found))
    assert by_pyld(written(source, "jsonld")) == plain(contents(source))


def test_json_ld_is_pleasant_json(sample: Source) -> None:
    data = json.loads(written(sample, "jsonld"))
    assert data["@context"] == context()
    nodes = {node["id"].removeprefix("https://example.org/id/"): node for node in data["@graph"]}
    assert nodes["official/ana-sol"] == {
        "id": "https://example.org/id/official/ana-sol",
        "type": ["Agent", "Official", "Person"],
        "label": {"@value": "Ana Sol", "@language": "en"},
        "prefLabel": [
            {"@value": "Ana Sol", "@language": "en"},
            {"@value": "آنا سول", "@language": "fa", "@direction": "rtl"},
        ],
        "holdsPost": "https://example.org/id/post/foreign-minister-arland",
        "rank": {"@value": "Ambassador", "@language": "en"},
    }
    signing = nodes["event/signing-lake-convention-2024-05-03"]
    assert (signing["status"], signing["startDate"], signing["delegationCount"]) == ("Happened", "2024-05-03", 20)
    assert nodes["event/entry-into-force-lake-convention-2026"]["startDate"] == {"@value": "2026", "@type": "xsd:gYear"}


# RDF 1.2


def test_each_claim_reifies_its_triple_and_names_keep_their_direction(examples: Source) -> None:
    data = written(examples, "turtle12")
    found = {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)}
    parts = {vocab.RDF + name for name in ("subject", "predicate", "object")}
    reified: dict[str, dict[str, object]] = {}
    rest = set()
    for triple in contents(examples):
        if triple.predicate.value in parts:
            ends = reified.setdefault(str(triple.subject), {})
            ends[triple.predicate.value.removeprefix(vocab.RDF)] = triple.object
        elif str(triple.object) != f"<{vocab.RDF}Statement>":
            rest.add(triple)
    quoted = {str(triple.subject): triple.object for triple in found if triple.predicate.value == vocab.RDF + "reifies"}
    assert quoted.keys() == reified.keys() and len(quoted) > 200
    for claim, triple in quoted.items():
        triple_of = [reified[claim][end] for end in ("subject", "predicate", "object")]
        assert isinstance(triple, ox.Triple)
        assert [triple.subject, triple.predicate, undirected(triple).object] == triple_of
    asserted = {triple for triple in found if triple.predicate.value != vocab.RDF + "reifies"}
    assert {undirected(triple) for triple in asserted} == rest and len(asserted) == len(rest)
    directions = {(o.language, str(o.direction)) for o in (t.object for t in asserted) if isinstance(o, ox.Literal)}
    assert ("fa", "rtl") in directions and ("vi", "None") in directions and ("fa", "None") not in directions


def undirected(triple: ox.Triple) -> ox.Triple:
    """A triple whose text has lost its direction."""
    value = triple.object
    if isinstance(value, ox.Literal) and value.direction:
        value = ox.Literal(value.value, language=value.language)
    return ox.Triple(triple.subject, triple.predicate, value)


@given(triples())
def test_oxigraph_reads_nasty_texts_in_turtle_1_2(found: list[ox.Triple]) -> None:
    source = Source(store_of(found))
    quads = ox.parse(written(source, "turtle12"), format=ox.RdfFormat.TURTLE)
    assert {undirected(quad.triple) for quad in quads} == set(contents(source))


def test_a_claim_that_the_graph_does_not_assert_is_not_asserted_by_its_export() -> None:
    data = f"""
        <https://x.org/c> a <{vocab.KG}Claim> ; <{vocab.KG}confidence> 0.50 ;
          <{vocab.RDF}subject> <https://x.org/s> ; <{vocab.RDF}predicate> <https://x.org/p> ;
          <{vocab.RDF}object> "o"@fa ."""
    source = Source(store_of(quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)))
    text = written(source, "turtle12").decode()
    assert text.endswith(
        "\n<https://x.org/c> a kg:Claim ;\n"
        "  kg:confidence 0.50 ;\n"
        '  rdf:reifies <<( <https://x.org/s> <https://x.org/p> "o"@fa--rtl )>> .\n'
    )
    assert {str(quad.triple.predicate) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)} == {
        f"<{vocab.RDF}type>", f"<{vocab.KG}confidence>", f"<{vocab.RDF}reifies>",
    }  # fmt: skip
