"""One named graph an article: the facts that it says, with its passages. The rest is the default graph.

A graph is named by its article's IRI. A fact that several articles say stands in the graph of each and in no other;
what no article says in so many words (names, classes, articles, works, claims) stands in the default graph. All graphs
together say what the graph without names says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pyoxigraph as ox

from kg import vocab
from kg.export.source import Quoted, Source, full
from kg.graph.access import Value, subjects, texts, values

Descriptions = Iterator[tuple[str, list[Quoted]]]


def named_graphs(source: Source) -> Iterator[tuple[str, Descriptions]]:
    """Yield each graph's IRI, "" for the default one, which comes first, and what it says, sorted."""
    yield "", _default(source)
    for article in subjects(source.store, vocab.RDF + "type", vocab.iri("Article")):
        yield article, iter(_said_by(source, article))


def _default(source: Source) -> Descriptions:
    for iri, rows in source.descriptions():
        if iri in source.evidence:
            kept = [] if _articles(source.store, iri) else rows
        else:
            said = _said(source.store, iri)
            kept = [row for row in rows if (full(row[0]), str(row[1])) not in said]
        if kept:
            yield iri, kept


def _said_by(source: Source, article: str) -> list[tuple[str, list[Quoted]]]:
    """Return what one article says."""
    store = source.store
    found: dict[str, list[Quoted]] = {}
    claims: set[str] = set()
    for passage in subjects(store, vocab.OA + "hasSource", article):
        if source.part != "graph":
            found[passage] = source.rows(passage)
        claims.update(subjects(store, vocab.iri("evidence"), passage))
    for claim in claims if source.part != "evidence" else ():
        for subject, predicate, value in asserted_triples(store, claim):
            found.setdefault(subject, []).append((predicate, value))
    order = sorted(found, key=lambda iri: f"<{iri}>")
    return [(iri, sorted(found[iri], key=lambda row: (row[0], str(row[1])))) for iri in order]


def asserted_triples(store: ox.Store, claim: str) -> Iterator[tuple[str, str, Value]]:
    """Yield the triple of a claim where the graph asserts it."""
    for subject, predicate, value in claimed_triples(store, claim):
        if ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), value) in store:
            yield subject, predicate, value


def claimed_triples(store: ox.Store, claim: str) -> Iterator[tuple[str, str, Value]]:
    """Yield the triple of a claim."""
    ends = (texts(store, claim, vocab.RDF + name) for name in ("subject", "predicate"))
    for subject, predicate in product(*ends):
        for value in values(store, claim, vocab.RDF + "object"):
            yield subject, predicate, value


def _said(store: ox.Store, thing: str) -> set[tuple[str, str]]:
    """Return the predicates and values (as terms) of what some article says of a thing."""
    found: set[tuple[str, str]] = set()
    for claim in subjects(store, vocab.RDF + "subject", thing):
        if any(_articles(store, passage) for passage in texts(store, claim, vocab.iri("evidence"))):
            found.update((predicate, str(value)) for _, predicate, value in asserted_triples(store, claim))
    return found


def _articles(store: ox.Store, passage: str) -> list[str]:
    return texts(store, passage, vocab.OA + "hasSource")
