"""What the graph says of one thing: its kind, names and facts, each fact with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import one, predicates, subjects, texts, values
from kg.graph.explanation import Explanation, Quote, StatedFact, render
from kg.graph.names import NAME_PROPERTIES, find, label_of

__all__ = ["Explanation", "Quote", "StatedFact", "explain", "render"]


def explain(store: ox.Store, name: str) -> Explanation:
    """Return what the graph says of the thing called `name`, or the things to choose from where several fit.

    name: as typed, as for `kg.graph.names.find`. Raises QueryError where nothing fits.
    """
    found = find(store, name)
    if len(found) > 1:
        return Explanation(name, None, found)
    (thing,) = found
    iri = thing.iri
    articles = subjects(store, vocab.SCHEMA + "mentions", iri)
    return Explanation(
        name,
        thing,
        names=tuple(sorted(_names(store, iri))),
        same_as=tuple(texts(store, iri, vocab.OWL + "sameAs")),
        facts=tuple(sorted(_facts(store, iri), key=_fact_order)),
        mentioned_in=tuple(sorted(_identifier(store, article) for article in articles)),
    )


def _names(store: ox.Store, iri: str) -> set[tuple[str, str]]:
    labels = (label for predicate in NAME_PROPERTIES for label in values(store, iri, predicate))
    return {(label.language or "", label.value) for label in labels if isinstance(label, ox.Literal)}


def _facts(store: ox.Store, thing: str) -> Iterator[StatedFact]:
    for end, outgoing in (("subject", True), ("object", False)):
        for claim in subjects(store, vocab.RDF + end, thing):
            if not _said_more_exactly(store, claim):
                yield stated_fact(store, claim, outgoing)


def _said_more_exactly(store: ox.Store, claim: str) -> bool:
    """Tell whether another triple of the same two things says the same more exactly (a chair is a participant)."""
    subject, predicate = (one(store, claim, vocab.RDF + end).value for end in ("subject", "predicate"))
    between = predicates(store, subject, one(store, claim, vocab.RDF + "object"))
    names = vocab.claimed() & {iri.removeprefix(vocab.KG) for iri in between}
    return predicate.removeprefix(vocab.KG) not in vocab.most_exact(names)


def stated_fact(store: ox.Store, claim: str, outgoing: bool) -> StatedFact:
    """Return what a claim says, seen from its subject (outgoing) or from its object."""
    other = one(store, claim, vocab.RDF + ("object" if outgoing else "subject"))
    rivals = texts(store, claim, vocab.iri("conflictsWith"))
    quotes = (_quote(store, passage) for passage in texts(store, claim, vocab.iri("evidence")))
    return StatedFact(
        predicate=one(store, claim, vocab.RDF + "predicate").value.removeprefix(vocab.KG),
        other=_shown(store, other),
        other_iri=other.value if isinstance(other, ox.NamedNode) else "",
        outgoing=outgoing,
        confidence=one(store, claim, vocab.iri("confidence")).value,
        sources=int(one(store, claim, vocab.iri("independentSources")).value),
        qualifiers=tuple(texts(store, claim, vocab.iri("qualifier"))),
        quotes=tuple(sorted(quotes, key=lambda quote: (quote.article, quote.start, quote.end))),
        conflicts=tuple(sorted(_shown(store, one(store, rival, vocab.RDF + "object")) for rival in rivals)),
    )


def _quote(store: ox.Store, passage: str) -> Quote:
    article = one(store, passage, vocab.OA + "hasSource").value
    return Quote(
        words=one(store, passage, vocab.OA + "exact").value,
        article=_identifier(store, article),
        language=next(iter(texts(store, article, vocab.SCHEMA + "inLanguage")), ""),
        start=int(one(store, passage, vocab.OA + "start").value),
        end=int(one(store, passage, vocab.OA + "end").value),
    )


def _identifier(store: ox.Store, article: str) -> str:
    return one(store, article, vocab.DCTERMS + "identifier").value


def _fact_order(fact: StatedFact) -> tuple[bool, str, str, str]:
    return (not fact.outgoing, fact.predicate, fact.other, fact.other_iri)


def _shown(store: ox.Store, term: ox.NamedNode | ox.Literal) -> str:
    return label_of(store, term.value) if isinstance(term, ox.NamedNode) else term.value
