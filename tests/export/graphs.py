"""Graphs for tests of the exports: nasty ones, and what independent readers should find in them."""

from __future__ import annotations

import io

import pyoxigraph as ox
import rdflib
from hypothesis import strategies as st

from kg import vocab
from kg.export.formats import FORMATS
from kg.export.source import Source
from kg.graph.emit import emit
from kg.graph.store import store_of
from kg.graph.terms import triples_of
from tests.graph.sample import BASE, RESOLUTION, TEXTS

Terms = set[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]

_SIGNS = "\"'\\\n\r\t\x01\x0b\x1f\x7f\x85\u2028\ufffe|;,{}<>&]@سش😀\U0001f1fb\u202e\u200fa1 "
_LANGUAGES = ("fa", "en", "zh-hant", "ckb")
# Quotes, ends of lines, right to left, emoji, control characters, what has a meaning in some format.
NASTY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
    st.text(st.sampled_from(_SIGNS), max_size=8),
)  # fmt: skip
NODES = st.sampled_from(
    [
        *(f"{BASE}{kind}/{name}" for kind in ("state", "place") for name in ("a", "b-c", "2", "d.", "x,y")),
        f"{BASE}article/a#char=1,2",
        "https://other.example/state/a",
        vocab.KG + "Signing",
        "http://exàmple.org/ا",
    ]
).map(ox.NamedNode)
PREDICATES = st.sampled_from(
    [
        *(vocab.KG + name for name in ("signatory", "status", "rank", "startDate", "confidence", "unknown")),
        *(vocab.RDF + name for name in ("type", "value")),
        vocab.RDFS + "label",
        vocab.SKOS + "prefLabel",
        "https://other.example/ns/p.q-r",
    ]
).map(ox.NamedNode)
LITERALS = st.one_of(
    NASTY.map(ox.Literal),
    st.builds(lambda text, code: ox.Literal(text, language=code), NASTY, st.sampled_from(_LANGUAGES)),
    st.integers(-(10**20), 10**20).map(ox.Literal),
    st.sampled_from([("0.90", "decimal"), ("2026", "gYear"), ("2024-05-03", "date"), ("no number", "integer")]).map(
        lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(vocab.XSD + pair[1]))
    ),
)  # fmt: skip


@st.composite
def triples(draw: st.DrawFn) -> list[ox.Triple]:
    """A few triples; rdf:type leads to things, as it does in every graph of ours."""
    found = draw(st.lists(st.builds(ox.Triple, NODES, PREDICATES, st.one_of(NODES, LITERALS)), max_size=12))
    return [
        triple
        for triple in found
        if triple.predicate.value != vocab.RDF + "type" or isinstance(triple.object, ox.NamedNode)
    ]


@st.composite
def nasty_samples(draw: st.DrawFn) -> Source:
    """The graph of tests/graph/sample.py with nasty texts in the place of its names, words and headlines."""
    texts = draw(st.lists(NASTY, min_size=3, max_size=6))
    kept = {vocab.DCTERMS + "identifier", vocab.SCHEMA + "inLanguage"}

    def changed(number: int, triple: ox.Triple) -> ox.Triple:
        value, text = triple.object, texts[number % len(texts)]
        if not isinstance(value, ox.Literal) or triple.predicate.value in kept:
            return triple
        if value.language:
            value = ox.Literal(text, language=value.language)
        elif value.datatype.value == vocab.XSD + "string":
            value = ox.Literal(text)
        return ox.Triple(triple.subject, triple.predicate, value)

    graph, evidence = emit(RESOLUTION, TEXTS, BASE)
    return Source(store_of(changed(number, triple) for number, triple in enumerate([*graph, *evidence])))


def written(source: Source, name: str) -> bytes:
    """What a format of one file writes."""
    write = FORMATS[name].write
    assert write is not None
    file = io.BytesIO()
    write(source, file)
    return file.getvalue()


def contents(source: Source) -> list[ox.Triple]:
    """The triples of a source."""
    return triples_of(source.document())


def as_rdflib(found: list[ox.Triple]) -> Terms:
    """Triples as rdflib has them, made term by term."""
    return {(_term(triple.subject), _term(triple.predicate), _term(triple.object)) for triple in found}


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    assert isinstance(term, ox.Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == vocab.XSD + "string" else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)


def read(data: bytes, form: str) -> Terms:
    """What rdflib reads, literals as they are written."""
    graph = rdflib.Dataset() if form in ("trig", "nquads") else rdflib.Graph()
    former, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        graph.parse(data=data, format=form)
    finally:
        rdflib.NORMALIZE_LITERALS = former
    found = graph.quads() if isinstance(graph, rdflib.Dataset) else graph
    return {(quad[0], quad[1], quad[2]) for quad in found}
