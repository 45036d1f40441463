"""All facts of a graph, without those that a more exact one says as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import Value, subject_values
from kg.graph.explain import stated_fact
from kg.graph.explanation import StatedFact


def facts(store: ox.Store) -> Iterator[StatedFact]:
    """Yield every fact, seen from its subject, by the subject's IRI, the property and the value."""
    rows = sorted((subject, name, str(value), claim) for claim, (subject, name, value) in told(store).items())
    yield from (stated_fact(store, claim, True) for *_, claim in rows)


def told(store: ox.Store) -> dict[str, tuple[str, str, Value]]:
    """Return the facts of a graph by their claims: subject, property and value.

    Facts that another one with the same two ends implies (a chair is a participant) are left out.
    """
    subjects, properties, values = (
        dict(subject_values(store, vocab.RDF + end)) for end in ("subject", "predicate", "object")
    )
    between: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for claim, subject in subjects.items():
        name = properties[claim].value.removeprefix(vocab.KG)
        between[subject.value, str(values[claim])][name] = claim
    return {
        claim: (subject, name, values[claim])
        for (subject, _), claims in between.items()
        for name, claim in claims.items()
        if name in vocab.most_exact(frozenset(claims))
    }
