"""What the graph says of one thing: its kind, names and facts, each fact with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from anyascii import anyascii

from kg import vocab
from kg.errors import QueryError
from kg.graph.access import one, predicates, subject_values, subjects, texts, values
from kg.graph.explanation import Choice, Explanation, Quote, StatedFact, render
from kg.graph.rows import short

__all__ = ["Choice", "Explanation", "Quote", "StatedFact", "explain", "fold", "render"]

_NAME_PROPERTIES = (vocab.RDFS + "label", vocab.SKOS + "prefLabel", vocab.SKOS + "altLabel")
_EXACT, _FOLDED, _PREFIX, _SUBSTRING = range(4)


def explain(store: ox.Store, name: str) -> Explanation:
    """Return what the graph says of the thing called `name`, or the things to choose from where several fit.

    name: as typed, in any language and script of the thing's labels; case and accents do not matter; the beginning or a
    part of a name does where nothing fits as a whole. An IRI, or its tail ("official/pham-the-tung"), is unambiguous.
    Raises QueryError where nothing fits.
    """
    found = _find(store, name)
    if not found:
        raise QueryError(f"the graph has nothing called {name!r}: try a part of the name, or kg query OUT --name names")
    if len(found) > 1:
        return Explanation(name, None, tuple(_choice(store, iri) for iri in found))
    (iri,) = found
    articles = subjects(store, vocab.SCHEMA + "mentions", iri)
    return Explanation(
        name,
        _choice(store, iri),
        names=tuple(sorted(_names(store, iri))),
        same_as=tuple(texts(store, iri, vocab.OWL + "sameAs")),
        facts=tuple(sorted(_facts(store, iri), key=_fact_order)),
        mentioned_in=tuple(sorted(_identifier(store, article) for article in articles)),
    )


def fold(name: str) -> str:
    """Return what two spellings of a name have in common: Latin letters and digits, without case, accents and signs."""
    return " ".join("".join(c if c.isalnum() else " " for c in anyascii(name).lower().replace("'", "")).split())


def _find(store: ox.Store, name: str) -> list[str]:
    wanted, folded = name.strip(), fold(name)
    best: dict[str, int] = {}
    for predicate in _NAME_PROPERTIES:
        for iri, label in subject_values(store, predicate):
            if wanted and (iri == wanted or iri.endswith(f"/{wanted}")):
                return [iri]
            fit = _fit(label.value, wanted, folded)
            if fit is not None and fit < best.get(iri, fit + 1):
                best[iri] = fit
    things = {iri: fit for iri, fit in best.items() if not iri.startswith(vocab.KG) and not _is_document(store, iri)}
    found = things or best
    return sorted(iri for iri, fit in found.items() if fit == min(found.values()))


def _fit(label: str, wanted: str, folded: str) -> int | None:
    if label.casefold() == wanted.casefold():
        return _EXACT
    key = fold(label)
    if not folded or folded not in key:
        return None
    return _FOLDED if key == folded else _PREFIX if key.startswith(folded) else _SUBSTRING


def _is_document(store: ox.Store, iri: str) -> bool:
    return bool({"Article", "Work"}.intersection(_kinds(store, iri)))


def _kinds(store: ox.Store, iri: str) -> list[str]:
    types = texts(store, iri, vocab.RDF + "type")
    return [kind.removeprefix(vocab.KG) for kind in types if kind.startswith(vocab.KG)]


def _choice(store: ox.Store, iri: str) -> Choice:
    kinds = _kinds(store, iri)
    special = [kind for kind in kinds if not any(kind in vocab.superclasses(other) for other in kinds)]
    return Choice(iri, "/".join(special), _label(store, iri))


def _names(store: ox.Store, iri: str) -> set[tuple[str, str]]:
    labels = (label for predicate in _NAME_PROPERTIES for label in values(store, iri, predicate))
    return {(label.language or "", label.value) for label in labels if isinstance(label, ox.Literal)}


def _facts(store: ox.Store, thing: str) -> Iterator[StatedFact]:
    for end, outgoing in (("subject", True), ("object", False)):
        for claim in subjects(store, vocab.RDF + end, thing):
            if not _said_more_exactly(store, claim):
                yield _fact(store, claim, outgoing)


def _said_more_exactly(store: ox.Store, claim: str) -> bool:
    """Tell whether another triple of the same two things says the same more exactly (a chair is a participant)."""
    subject, predicate = (one(store, claim, vocab.RDF + end).value for end in ("subject", "predicate"))
    between = predicates(store, subject, one(store, claim, vocab.RDF + "object"))
    names = {iri.removeprefix(vocab.KG) for iri in between} & vocab.claimed()
    return any(predicate.removeprefix(vocab.KG) in vocab.superproperties(name) for name in names)


def _fact(store: ox.Store, claim: str, outgoing: bool) -> StatedFact:
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
    return _label(store, term.value) if isinstance(term, ox.NamedNode) else term.value


def _label(store: ox.Store, iri: str) -> str:
    found = texts(store, iri, vocab.RDFS + "label")
    if found:
        return found[0]
    return vocab.label(iri.removeprefix(vocab.KG)) if iri.startswith(vocab.KG) else short(ox.NamedNode(iri))
