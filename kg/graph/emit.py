"""From entities and facts to RDF: the triples of `graph.ttl` (what is) and of `evidence.ttl` (why)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg import vocab
from kg.errors import GraphError
from kg.graph.claims import ClaimRecord, claim_records, date_literal, text_literal
from kg.graph.iris import DEFAULT_BASE, NOT_IN_IRIS, Iris
from kg.model import Article, Entity, Passage, Reading, Resolution, Work

_UNMENTIONED = frozenset({"Post"})  # schema:mentions leads to what an article names; posts have no names of their own


def emit(
    resolution: Resolution, texts: Mapping[str, Article], base: str = DEFAULT_BASE
) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """Return the triples of the graph and those of the evidence, each sorted and without duplicates or blank nodes.

    resolution: what all articles say together. texts: the articles by identifier; every passage is held against them.
    base: the IRI under which the things get theirs.
    Raises GraphError for a passage that does not stand in its article or a value that is none of its datatype,
    KnowledgeError for a term that the vocabulary lacks, InputError for a base of no use.
    """
    iris = Iris.of(base, (reading.identifier for reading in resolution.readings))
    records = claim_records(resolution, iris)
    graph: set[ox.Triple] = set()
    for entity in resolution.entities:
        graph.update(_entity(entity, iris))
    graph.update(ox.Triple(*record.triple) for record in records.values())
    graph.update(_concepts(records.values()))
    graph.update(_articles(resolution, iris))
    evidence: set[ox.Triple] = set()
    passages: set[Passage] = set()
    for iri, record in records.items():
        evidence.update(_claim(iri, record, iris))
        passages.update(record.passages)
    for passage in passages:
        evidence.update(_passage(passage, texts, iris))
    return sorted(graph, key=triple_key), sorted(evidence, key=triple_key)


def triple_key(triple: ox.Triple) -> tuple[str, bool, str, str]:
    """Return the key by which triples are sorted: subject, rdf:type before other predicates, predicate, object."""
    predicate = triple.predicate.value
    return (str(triple.subject), predicate != vocab.RDF + "type", predicate, str(triple.object))


@cache
def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _entity(entity: Entity, iris: Iris) -> Iterator[ox.Triple]:
    subject = _node(iris.entity(entity.id))
    yield from _types(subject, (entity.kind, *vocab.superclasses(entity.kind)))
    yield ox.Triple(subject, _node(vocab.RDFS + "label"), text_literal(entity.main.text, entity.main.language))
    preferred: dict[str, str] = {}
    for label in sorted(
        (entity.main, *entity.labels), key=lambda one: (not one.preferred, one != entity.main, one.language, one.text)
    ):
        if label.preferred:
            preferred.setdefault(label.language, label.text)
        first = preferred.get(label.language) == label.text
        name = "prefLabel" if first else "altLabel"
        if first or label in entity.labels:
            yield ox.Triple(subject, _node(vocab.SKOS + name), text_literal(label.text, label.language))
    for other in entity.same_as:
        yield ox.Triple(subject, _node(vocab.OWL + "sameAs"), _node(other))


def _types(subject: ox.NamedNode, names: Iterable[str], *external: str) -> Iterator[ox.Triple]:
    for name in names:
        yield ox.Triple(subject, _node(vocab.RDF + "type"), _node(vocab.iri(name)))
    for iri in external:
        yield ox.Triple(subject, _node(vocab.RDF + "type"), _node(iri))


def _concepts(records: Iterable[ClaimRecord]) -> Iterator[ox.Triple]:
    """Yield what the graph has to say of the roles and topics that it uses, and of the broader ones."""
    objects = {record.triple[2].value for record in records if isinstance(record.triple[2], ox.NamedNode)}
    used = {iri.removeprefix(vocab.KG) for iri in objects if iri.startswith(vocab.KG)}
    concepts = {name for name in used if vocab.is_skos_concept(name)}
    for name in sorted(concepts.union(*(vocab.broader(name) for name in concepts))):
        subject = _node(vocab.iri(name))
        yield from _types(subject, vocab.concept_types(name), vocab.SKOS + "Concept")
        yield ox.Triple(subject, _node(vocab.RDFS + "label"), text_literal(vocab.label(name), "en"))
        for language, text in vocab.labels(name).items():
            yield ox.Triple(subject, _node(vocab.SKOS + "prefLabel"), text_literal(text, language))
        for above in vocab.broader_direct(name):
            yield ox.Triple(subject, _node(vocab.SKOS + "broader"), _node(vocab.iri(above)))


def _articles(resolution: Resolution, iris: Iris) -> Iterator[ox.Triple]:
    work_of = {identifier: work for work in resolution.works for identifier in work.articles}
    kinds = {entity.id: entity.kind for entity in resolution.entities}
    readings = {reading.identifier: reading for reading in resolution.readings}
    for reading in resolution.readings:
        yield from _article(reading, work_of.get(reading.identifier), iris)
    for work in resolution.works:
        yield from _work(work, readings, iris)
    for identifier, thing in resolution.mentions:
        if kinds.get(thing) not in (None, *_UNMENTIONED):
            yield ox.Triple(
                _node(iris.article(identifier)), _node(vocab.SCHEMA + "mentions"), _node(iris.entity(thing))
            )


def _article(reading: Reading, work: Work | None, iris: Iris) -> Iterator[ox.Triple]:
    subject = _node(iris.article(reading.identifier))
    yield from _types(subject, ("Article",), vocab.SCHEMA + "NewsArticle")
    yield ox.Triple(subject, _node(vocab.DCTERMS + "identifier"), ox.Literal(reading.identifier))
    yield ox.Triple(subject, _node(vocab.RDFS + "label"), _title(reading))
    if reading.language:
        yield ox.Triple(subject, _node(vocab.SCHEMA + "inLanguage"), ox.Literal(reading.language))
    if reading.headline:
        headline = text_literal(reading.headline, reading.language)
        yield ox.Triple(subject, _node(vocab.SCHEMA + "headline"), headline)
    if reading.published:
        yield ox.Triple(subject, _node(vocab.SCHEMA + "datePublished"), date_literal(reading.published))
    yield from _source(subject, reading.source)
    if work is not None:
        yield ox.Triple(subject, _node(vocab.iri("translationOf")), _node(iris.entity(work.id)))


def _work(work: Work, readings: Mapping[str, Reading], iris: Iris) -> Iterator[ox.Triple]:
    subject = _node(iris.entity(work.id))
    yield from _types(subject, ("Work",))
    yield ox.Triple(subject, _node(vocab.RDFS + "label"), _title(readings[min(work.articles)]))
    yield from _source(subject, work.source)


def _title(reading: Reading) -> ox.Literal:
    if reading.headline:
        return text_literal(reading.headline, reading.language)
    return text_literal(reading.identifier, "")


def _source(subject: ox.NamedNode, iri: str) -> Iterator[ox.Triple]:
    """Yield where an article or work was taken from; what stands in the source line need not be an IRI."""
    if urlsplit(iri).scheme in ("http", "https") and not NOT_IN_IRIS.search(iri):
        yield ox.Triple(subject, _node(vocab.DCTERMS + "source"), _node(iri))


def _claim(iri: str, record: ClaimRecord, iris: Iris) -> Iterator[ox.Triple]:
    subject = _node(iri)
    yield from _types(subject, ("Claim",), vocab.RDF + "Statement")
    for name, term in zip(("subject", "predicate", "object"), record.triple, strict=True):
        yield ox.Triple(subject, _node(vocab.RDF + name), term)
    yield ox.Triple(subject, _node(vocab.iri("confidence")), _decimal(record.confidence))
    yield ox.Triple(subject, _node(vocab.iri("independentSources")), _integer(record.sources))
    for qualifier in record.qualifiers:
        yield ox.Triple(subject, _node(vocab.iri("qualifier")), ox.Literal(qualifier))
    for rule in record.rules:
        yield ox.Triple(subject, _node(vocab.iri("rule")), ox.Literal(rule))
    for other in record.conflicts:
        yield ox.Triple(subject, _node(vocab.iri("conflictsWith")), _node(other))
    for passage in record.passages:
        where = iris.passage(passage.article, passage.start, passage.end)
        yield ox.Triple(subject, _node(vocab.iri("evidence")), ox.NamedNode(where))


def _passage(passage: Passage, texts: Mapping[str, Article], iris: Iris) -> Iterator[ox.Triple]:
    article = texts.get(passage.article)
    if article is None or article.text[passage.start : passage.end] != passage.exact:
        raise GraphError(
            f"{passage.article} does not have {passage.exact!r} at {passage.start}-{passage.end}: "
            "read the article again (its reading belongs to another text)"
        )
    subject = ox.NamedNode(iris.passage(passage.article, passage.start, passage.end))
    yield from _types(subject, ("Passage",), vocab.OA + "TextQuoteSelector", vocab.OA + "TextPositionSelector")
    yield ox.Triple(subject, _node(vocab.OA + "exact"), ox.Literal(passage.exact))
    yield ox.Triple(subject, _node(vocab.OA + "start"), _integer(passage.start))
    yield ox.Triple(subject, _node(vocab.OA + "end"), _integer(passage.end))
    yield ox.Triple(subject, _node(vocab.OA + "hasSource"), _node(iris.article(passage.article)))


def _integer(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=_node(vocab.XSD + "integer"))


def _decimal(value: float) -> ox.Literal:
    """Return a confidence with two places: the third says nothing and would differ between machines first."""
    return ox.Literal(str(Decimal(value).quantize(Decimal("0.01"))), datatype=_node(vocab.XSD + "decimal"))
