"""What follows for one thing, each fact with its rule and its premises, down to the claims and their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import one, subject_values, subjects, texts
from kg.graph.explain import stated_fact
from kg.graph.explanation import InferredFact, StatedFact
from kg.graph.names import label_of
from kg.graph.rules import Rule, rule_named


def inferred_of(store: ox.Store, inferences: ox.Store, thing: str) -> tuple[InferredFact, ...]:
    """Return what follows for a thing, given by its IRI: what it is the subject of, then the rest.

    inferences: as from `kg.graph.inferences.open_inferences`; store: the graph that they were made of, with evidence.
    """
    found = [
        inferred_fact(store, inferences, inference, outgoing)
        for end, outgoing in (("subject", True), ("object", False))
        for inference in subjects(inferences, vocab.RDF + end, thing)
    ]
    return tuple(sorted(_most_exact(found), key=_order))


def all_inferred(store: ox.Store, inferences: ox.Store) -> Iterator[InferredFact]:
    """Yield all that follows, seen from its subject, by the subject's IRI, the property and the value."""
    rows = sorted(
        (subject.value, one(inferences, name, vocab.RDF + "predicate").value,
         one(inferences, name, vocab.RDF + "object").value, name)
        for name, subject in subject_values(inferences, vocab.RDF + "subject")
    )  # fmt: skip
    yield from (inferred_fact(store, inferences, name, True) for *_, name in rows)


def inferred_fact(store: ox.Store, inferences: ox.Store, inference: str, outgoing: bool) -> InferredFact:
    """Return what an inference says, seen from its subject (outgoing) or from its object."""

    def date(name: str) -> str:
        return "".join(texts(inferences, inference, vocab.iri(name)))

    ends = {end: one(inferences, inference, vocab.RDF + end).value for end in ("subject", "predicate", "object")}
    name = one(inferences, inference, vocab.iri("rule")).value
    rule = rule_named(name)
    return InferredFact(
        inference=inference,
        subject=label_of(store, ends["subject"]),
        subject_iri=ends["subject"],
        predicate=ends["predicate"].removeprefix(vocab.KG).removeprefix(vocab.RDF),
        value=label_of(store, ends["object"]),
        value_iri=ends["object"],
        outgoing=outgoing,
        rule=name,
        because=rule.label if rule else name,
        since=date("validFrom"),
        until=date("validUntil"),
        premises=tuple(_premises(store, inferences, inference, rule)),
    )


def _premises(
    store: ox.Store, inferences: ox.Store, inference: str, rule: Rule | None
) -> list[StatedFact | InferredFact]:
    """Return from what it follows, in the rule's order; a claim that the evidence no longer has is left out."""
    found: list[StatedFact | InferredFact] = []
    for premise in texts(inferences, inference, vocab.iri("inferredFrom")):
        if texts(inferences, premise, vocab.iri("rule")):
            found.append(inferred_fact(store, inferences, premise, True))
        elif texts(store, premise, vocab.iri("confidence")):
            found.append(stated_fact(store, premise, True))
    names = [pattern[1].removeprefix("kg:") for pattern in rule.premises] if rule else []
    place = {name: names.index(name) for name in names}
    return sorted(found, key=lambda fact: (place.get(fact.predicate, len(names)), fact.subject_iri, fact.value_iri))


def _most_exact(facts: Iterable[InferredFact]) -> Iterator[InferredFact]:
    """Yield the facts that no other one between the same two things implies."""
    between: defaultdict[tuple[str, str], list[InferredFact]] = defaultdict(list)
    for fact in facts:
        between[fact.subject_iri, fact.value_iri].append(fact)
    for several in between.values():
        names = frozenset(fact.predicate for fact in several if vocab.is_term(fact.predicate))
        exact = vocab.most_exact(names)
        yield from (fact for fact in several if fact.predicate in exact or fact.predicate not in names)


def _order(fact: InferredFact) -> tuple[bool, str, str, str]:
    return (not fact.outgoing, fact.predicate, fact.other, fact.other_iri)
