"""A graph as rows of plain values: things, names, facts with their claims, passages, articles. All in one order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.export.source import Source, by_predicate
from kg.graph.access import Value, subjects
from kg.graph.terms import TYPE

NAME_PROPERTIES = {"label": vocab.RDFS, "prefLabel": vocab.SKOS, "altLabel": vocab.SKOS}
Values = Mapping[str, list[Value]]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing. kind: its most special class; classes: all of ours, by local name; label: rdfs:label with its language.

    values: all that is said of it, by predicate.
    """

    iri: str
    kind: str
    classes: tuple[str, ...]
    label: str
    language: str
    same_as: tuple[str, ...]
    values: Values


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing. property: "label", "prefLabel" or "altLabel"."""

    thing: str
    text: str
    language: str
    property: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple with its claim. property: local name. conflicts: claims; passages: IRIs."""

    claim: str
    subject: str
    property: str
    value: Value
    confidence: float
    sources: int
    qualifiers: tuple[str, ...]
    rules: tuple[str, ...]
    conflicts: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article. start, end: character offsets."""

    iri: str
    article: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article. published: ISO 8601, as exact as known; "" where a value is not known."""

    iri: str
    identifier: str
    language: str
    headline: str
    published: str
    source: str
    work: str


def things(source: Source) -> Iterator[Thing]:
    """Yield everything that the graph describes, claims and passages aside."""
    for iri in source.things:
        values = by_predicate(source.rows(iri))
        classes = sorted(kind.value.removeprefix(vocab.KG) for kind in values.get(TYPE, ()) if _is_ours(kind))
        special = [one for one in classes if not any(one in vocab.superclasses(other) for other in classes)]
        label = next(iter(values.get(vocab.RDFS + "label", ())), None)
        language = label.language or "" if isinstance(label, ox.Literal) else ""
        same_as = tuple(other.value for other in values.get(vocab.OWL + "sameAs", ()))
        yield Thing(iri, "/".join(special), tuple(classes), label.value if label else "", language, same_as, values)


def names(source: Source) -> Iterator[Name]:
    """Yield the names of all things."""
    for thing in things(source):
        yield from names_of(thing)


def names_of(thing: Thing) -> Iterator[Name]:
    """Yield the names of a thing."""
    for name, space in NAME_PROPERTIES.items():
        for value in thing.values.get(space + name, ()):
            if isinstance(value, ox.Literal):
                yield Name(thing.iri, value.value, value.language or "", name)


def facts(source: Source) -> Iterator[Fact]:
    """Yield every claimed triple, by its subject."""
    for thing in source.things:
        yield from facts_of(source, thing)


def facts_of(source: Source, thing: str) -> list[Fact]:
    """Return the claimed triples with one subject, by property and value."""
    found = [
        fact
        for claim in subjects(source.store, vocab.RDF + "subject", thing)
        if (fact := _fact(thing, claim, by_predicate(source.rows(claim)))) is not None
    ]
    return sorted(found, key=lambda fact: (fact.property, str(fact.value)))


def _fact(thing: str, claim: str, said: Values) -> Fact | None:
    def several(name: str) -> tuple[str, ...]:
        return tuple(value.value for value in said.get(vocab.iri(name), ()))

    predicate, value = (next(iter(said.get(vocab.RDF + end, ())), None) for end in ("predicate", "object"))
    if predicate is None or value is None:
        return None
    return Fact(
        claim,
        thing,
        predicate.value.removeprefix(vocab.KG),
        value,
        float(next(iter(several("confidence")), "nan")),
        int(next(iter(several("independentSources")), "0")),
        several("qualifier"),
        several("rule"),
        several("conflictsWith"),
        several("evidence"),
    )


def passages(source: Source) -> Iterator[Passage]:
    """Yield the passages."""
    for iri in subjects(source.store, vocab.RDF + "type", vocab.iri("Passage")):
        yield passage(source, iri)


def passage(source: Source, iri: str) -> Passage:
    """Return one passage."""
    said = by_predicate(source.rows(iri))
    article, exact, start, end = (_first(said, vocab.OA + name) for name in ("hasSource", "exact", "start", "end"))
    return Passage(iri, article, int(start or 0), int(end or 0), exact)


def articles(source: Source) -> Iterator[Article]:
    """Yield the articles."""
    for iri in subjects(source.store, vocab.RDF + "type", vocab.iri("Article")):
        said = by_predicate(source.rows(iri))
        found = {
            "identifier": vocab.DCTERMS + "identifier",
            "language": vocab.SCHEMA + "inLanguage",
            "headline": vocab.SCHEMA + "headline",
            "published": vocab.SCHEMA + "datePublished",
            "source": vocab.DCTERMS + "source",
            "work": vocab.iri("translationOf"),
        }
        yield Article(iri, **{name: _first(said, predicate) for name, predicate in found.items()})


def _first(said: Values, predicate: str) -> str:
    return next((value.value for value in said.get(predicate, ())), "")


def _is_ours(kind: Value) -> bool:
    return kind.value.startswith(vocab.KG) and kind.value.removeprefix(vocab.KG) in vocab.classes()
