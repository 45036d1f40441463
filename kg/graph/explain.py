"""What the graph says of one thing: its kind, names and facts, each fact with the words that say it."""

from __future__ import annotations

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import one, predicates, subjects, texts, values
from kg.graph.explanation import Explanation, Quote, StatedFact, render, render_choices
from kg.graph.names import NAME_PROPERTIES, Thing, find, find_one, label_of
from kg.graph.values import Value, python_value

__all__ = [
    "Explanation",
    "Quote",
    "StatedFact",
    "explain",
    "explained",
    "facts_of",
    "facts_saying",
    "quote_of",
    "stated_fact",
]


def explain(store: ox.Store, name: str, inferences: ox.Store | None = None) -> Explanation:
    """Return what the graph says of the thing called `name`.

    name: as typed, as for `kg.graph.names.find`. inferences: what follows from the graph, as from
    `kg.graph.inferences.open_inferences`, where that is to be told too.
    Raises QueryError where nothing fits, or several things do.
    """
    return _explanation(store, name, find_one(store, name), inferences)


def explained(store: ox.Store, name: str, inferences: ox.Store | None = None) -> str:
    """Return what the graph says of the thing called `name` as text, or the things to choose from where several fit.

    name, inferences: as for `explain`. Raises QueryError where nothing fits.
    """
    found = find(store, name)
    return render_choices(name, found) if len(found) > 1 else render(_explanation(store, name, found[0], inferences))


def _explanation(store: ox.Store, name: str, thing: Thing, inferences: ox.Store | None) -> Explanation:
    from kg.graph.inferred import inferred_of  # it needs this module, too

    iri = thing.iri
    articles = subjects(store, vocab.SCHEMA + "mentions", iri)
    return Explanation(
        name,
        thing,
        names=tuple(sorted(_names(store, iri))),
        same_as=tuple(texts(store, iri, vocab.OWL + "sameAs")),
        facts=facts_of(store, iri),
        inferred=inferred_of(store, inferences, iri) if inferences else (),
        mentioned_in=tuple(sorted(_identifier(store, article) for article in articles)),
    )


def _names(store: ox.Store, iri: str) -> set[tuple[str, str]]:
    labels = (label for predicate in NAME_PROPERTIES for label in values(store, iri, predicate))
    return {(label.language or "", label.value) for label in labels if isinstance(label, ox.Literal)}


def facts_of(store: ox.Store, thing: str) -> tuple[StatedFact, ...]:
    """Return the facts of a thing, given by its IRI: those that it is the subject of, then the others."""
    found = [
        stated_fact(store, claim, outgoing)
        for end, outgoing in (("subject", True), ("object", False))
        for claim in subjects(store, vocab.RDF + end, thing)
        if not said_more_exactly(store, claim)
    ]
    return tuple(sorted(found, key=_fact_order))


def said_more_exactly(store: ox.Store, claim: str) -> bool:
    """Tell whether another triple of the same two things says the same more exactly (a chair is a participant)."""
    subject, predicate = (one(store, claim, vocab.RDF + end).value for end in ("subject", "predicate"))
    between = predicates(store, subject, one(store, claim, vocab.RDF + "object"))
    names = vocab.claimed() & {iri.removeprefix(vocab.KG) for iri in between}
    return predicate.removeprefix(vocab.KG) not in vocab.most_exact(names)


def stated_fact(store: ox.Store, claim: str, outgoing: bool) -> StatedFact:
    """Return what a claim says, seen from its subject (outgoing) or from its object."""
    subject, value = one(store, claim, vocab.RDF + "subject").value, one(store, claim, vocab.RDF + "object")
    rivals = texts(store, claim, vocab.iri("conflictsWith"))
    quotes = (quote_of(store, passage) for passage in texts(store, claim, vocab.iri("evidence")))
    editors = texts(store, claim, vocab.PROV + "wasAttributedTo")
    return StatedFact(
        claim=claim,
        subject=label_of(store, subject),
        subject_iri=subject,
        predicate=one(store, claim, vocab.RDF + "predicate").value.removeprefix(vocab.KG),
        value=_shown(store, value),
        value_iri=value.value if isinstance(value, ox.NamedNode) else "",
        outgoing=outgoing,
        confidence=float(one(store, claim, vocab.iri("confidence")).value),
        sources=int(one(store, claim, vocab.iri("independentSources")).value),
        status="".join(status.removeprefix(vocab.KG) for status in texts(store, subject, vocab.iri("status"))),
        qualifiers=tuple(texts(store, claim, vocab.iri("qualifier"))),
        quotes=tuple(sorted(quotes, key=lambda quote: (quote.article, quote.start, quote.end))),
        conflicts=tuple(sorted((_shown(store, one(store, rival, vocab.RDF + "object")) for rival in rivals), key=str)),
        asserted=tuple(sorted(name for editor in editors for name in texts(store, editor, vocab.FOAF + "name"))),
    )


def facts_saying(store: ox.Store, triple: ox.Triple) -> tuple[StatedFact, ...]:
    """Return what the claims say that state a triple, one for each; none where no claim states it."""
    assert isinstance(triple.subject, ox.NamedNode)
    predicate, value = (ox.NamedNode(vocab.RDF + end) for end in ("predicate", "object"))
    return tuple(
        stated_fact(store, claim, True)
        for claim in subjects(store, vocab.RDF + "subject", triple.subject.value)
        if ox.Quad(node := ox.NamedNode(claim), predicate, triple.predicate) in store
        and ox.Quad(node, value, triple.object) in store
    )


def quote_of(store: ox.Store, passage: str) -> Quote:
    """Return a passage, given by its IRI, as a quote; GraphError where a part of it is missing."""
    article = one(store, passage, vocab.OA + "hasSource").value
    return Quote(
        words=one(store, passage, vocab.OA + "exact").value,
        article=_identifier(store, article),
        language=next(iter(texts(store, article, vocab.SCHEMA + "inLanguage")), ""),
        start=int(one(store, passage, vocab.OA + "start").value),
        end=int(one(store, passage, vocab.OA + "end").value),
        published=next(iter(texts(store, article, vocab.SCHEMA + "datePublished")), ""),
    )


def _identifier(store: ox.Store, article: str) -> str:
    return one(store, article, vocab.DCTERMS + "identifier").value


def _fact_order(fact: StatedFact) -> tuple[bool, str, str, str]:
    return (not fact.outgoing, fact.predicate, fact.other, fact.other_iri)


def _shown(store: ox.Store, term: ox.NamedNode | ox.Literal) -> Value:
    return label_of(store, term.value) if isinstance(term, ox.NamedNode) else python_value(term)
