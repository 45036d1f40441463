"""From entities and facts to RDF: what `graph.ttl` says (what is) and what `evidence.ttl` says (why)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg import vocab
from kg.graph.claims import ClaimRecord, claim_records
from kg.graph.evidence import evidence_document, quoted
from kg.graph.iris import DEFAULT_BASE, NOT_IN_IRIS, Iris
from kg.graph.terms import (
    TYPE,
    Document,
    Row,
    date_literal,
    grouped,
    kg_node,
    literal,
    node,
    text_literal,
    triples_of,
)
from kg.model import Article, Entity, Passage, Reading, Resolution, Work

_UNMENTIONED = frozenset({"Post"})  # schema:mentions leads to what an article names; posts have no names of their own
Rows = Iterator[tuple[str, Row]]  # each with its subject


@dataclass(frozen=True, slots=True)
class Emission:
    """What a build has to say, checked but not yet spelt out: that takes several times the memory.

    graph, evidence: make the documents of the two files, anew with every call.
    """

    resolution: Resolution
    iris: Iris
    records: Mapping[str, ClaimRecord]
    passages: Mapping[str, Passage]

    def graph(self) -> Document:
        """Return what is."""
        found: dict[str, list[Row]] = {}
        for subject, row in self._rows():
            found.setdefault(subject, []).append(row)
        return grouped(found)

    def evidence(self) -> Document:
        """Return why: the claims and the passages that they rest on."""
        return evidence_document(self.records, self.passages, self.resolution, self.iris)

    def _rows(self) -> Rows:
        for entity in self.resolution.entities:
            yield from _entity(entity, self.iris)
        for record in self.records.values():
            subject, predicate, value = record.triple
            yield subject, (predicate[1:-1], value)
        yield from _concepts(self.records.values(), {reading.language for reading in self.resolution.readings})
        yield from _articles(self.resolution, self.iris)


def prepare(resolution: Resolution, texts: Mapping[str, Article], base: str = DEFAULT_BASE) -> Emission:
    """Return what a resolution has to say, for writing.

    resolution: what all articles say together. texts: the articles by identifier; every passage is held against them.
    base: the IRI under which the things get theirs.
    Raises GraphError for a passage that does not stand in its article or a value that is none of its datatype,
    KnowledgeError for a term that the vocabulary lacks, InputError for a base of no use.
    """
    iris = Iris.of(base, (reading.identifier for reading in resolution.readings))
    records = claim_records(resolution, iris)
    return Emission(resolution, iris, records, quoted(records.values(), texts, iris))


def emit(
    resolution: Resolution, texts: Mapping[str, Article], base: str = DEFAULT_BASE
) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """Return the triples of the graph and those of the evidence, each sorted and without duplicates or blank nodes.

    For work in Python; a build writes the documents of `prepare` instead, whose arguments and errors are the same.
    """
    emission = prepare(resolution, texts, base)
    return triples_of(emission.graph()), triples_of(emission.evidence())


def triple_key(triple: ox.Triple) -> tuple[str, bool, str, str]:
    """Return the key by which triples are sorted: subject, rdf:type before other predicates, predicate, object."""
    predicate = triple.predicate.value
    return (str(triple.subject), predicate != vocab.RDF + "type", predicate, str(triple.object))


def _entity(entity: Entity, iris: Iris) -> Rows:
    subject = iris.entity_term(entity.id)
    yield from _types(subject, (entity.kind, *vocab.superclasses(entity.kind)))
    yield subject, (vocab.RDFS + "label", text_literal(entity.main.text, entity.main.language))
    preferred: dict[str, str] = {}
    for label in sorted(
        (entity.main, *entity.labels), key=lambda one: (not one.preferred, one != entity.main, one.language, one.text)
    ):
        if label.preferred:
            preferred.setdefault(label.language, label.text)
        first = preferred.get(label.language) == label.text
        name = "prefLabel" if first else "altLabel"
        if first or label in entity.labels:
            yield subject, (vocab.SKOS + name, text_literal(label.text, label.language))
    for other in entity.same_as:
        yield subject, (vocab.OWL + "sameAs", node(other))


def _types(subject: str, names: Iterable[str], *external: str) -> Rows:
    for name in names:
        yield subject, (TYPE, kg_node(name))
    for iri in external:
        yield subject, (TYPE, node(iri))


def _concepts(records: Iterable[ClaimRecord], languages: Container[str]) -> Rows:
    """Yield what the graph has to say of the roles and topics that it uses, and of the broader ones.

    languages: those of the articles; a label in another one would be of no use.
    """
    objects = {record.triple[2] for record in records}
    used = {term[1:-1].removeprefix(vocab.KG) for term in objects if term.startswith(f"<{vocab.KG}")}
    concepts = {name for name in used if vocab.is_skos_concept(name)}
    for name in sorted(concepts.union(*(vocab.broader(name) for name in concepts))):
        subject = kg_node(name)
        yield from _types(subject, vocab.concept_types(name), vocab.SKOS + "Concept")
        yield subject, (vocab.RDFS + "label", text_literal(vocab.label(name), "en"))
        for language, text in vocab.labels(name).items():
            if language in languages:
                yield subject, (vocab.SKOS + "prefLabel", text_literal(text, language))
        for above in vocab.broader_direct(name):
            yield subject, (vocab.SKOS + "broader", kg_node(above))


def _articles(resolution: Resolution, iris: Iris) -> Rows:
    work_of = {identifier: work for work in resolution.works for identifier in work.articles}
    kinds = {entity.id: entity.kind for entity in resolution.entities}
    readings = {reading.identifier: reading for reading in resolution.readings}
    for reading in resolution.readings:
        yield from _article(reading, work_of.get(reading.identifier), iris)
    for work in resolution.works:
        yield from _work(work, readings, iris)
    for identifier, thing in resolution.mentions:
        if kinds.get(thing) not in (None, *_UNMENTIONED):
            yield iris.article_term(identifier), (vocab.SCHEMA + "mentions", iris.entity_term(thing))


def _article(reading: Reading, work: Work | None, iris: Iris) -> Rows:
    subject = iris.article_term(reading.identifier)
    yield from _types(subject, ("Article",), vocab.SCHEMA + "NewsArticle")
    yield subject, (vocab.DCTERMS + "identifier", literal(reading.identifier))
    yield subject, (vocab.iri("textDigest"), literal(reading.digest))
    yield subject, (vocab.RDFS + "label", _title(reading))
    if reading.language:
        yield subject, (vocab.SCHEMA + "inLanguage", literal(reading.language))
    if reading.headline:
        headline = text_literal(reading.headline, reading.language)
        yield subject, (vocab.SCHEMA + "headline", headline)
    if reading.published:
        yield subject, (vocab.SCHEMA + "datePublished", date_literal(reading.published))
    yield from _source(subject, reading.source)
    if work is not None:
        yield subject, (vocab.iri("translationOf"), iris.entity_term(work.id))


def _work(work: Work, readings: Mapping[str, Reading], iris: Iris) -> Rows:
    subject = iris.entity_term(work.id)
    yield from _types(subject, ("Work",))
    yield subject, (vocab.RDFS + "label", _title(readings[min(work.articles)]))
    yield from _source(subject, work.source)


def _title(reading: Reading) -> str:
    if reading.headline:
        return text_literal(reading.headline, reading.language)
    return text_literal(reading.identifier, "")


def _source(subject: str, iri: str) -> Rows:
    """Yield where an article or work was taken from; what stands in the source line need not be an IRI."""
    if urlsplit(iri).scheme in ("http", "https") and not NOT_IN_IRIS.search(iri):
        yield subject, (vocab.DCTERMS + "source", node(iri))
