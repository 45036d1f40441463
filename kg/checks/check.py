"""Holds a graph against all rules: the shapes, the SPARQL of `ontology/checks/`, and the articles' own texts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.checks.articles import add_articles
from kg.checks.report import Problem, Report
from kg.checks.rules import ONTOLOGY, Rule, rules
from kg.errors import GraphError
from kg.graph import validate as shacl
from kg.graph.access import subjects, texts, values
from kg.graph.explain import quote_of
from kg.graph.explanation import Quote
from kg.graph.names import label_of
from kg.graph.query import run
from kg.graph.store import open_graph
from kg.graph.values import Term
from kg.parallel import cores, spread
from kg.paths import ontology_path

MOST_THINGS = 30_000
_SHAPES = "shapes"
_SELECTED = ("this", "path", "other", "claim", "otherClaim")
_QUOTES = 2  # of each claim


def check(
    out: str | Path, articles: Iterable[str | Path] = (), most: int = MOST_THINGS, jobs: int | None = None
) -> Report:
    """Return what is wrong in the graph that a build has written.

    out: its folder. articles: the folders and files that it was made of; none where the texts are not to be compared.
    most: how many of the things that may offend against a shape are held against the shapes in full, which takes about
    a millisecond each; the report says how many were not. jobs: how many processes; all cores where None.
    Raises GraphError where there is no graph, InputError where the articles cannot be found.
    """
    # In memory: it is added to, and rules look at every triple, which takes two to three times as long on disk.
    return check_store(open_graph(out, stored_from=math.inf), articles, most, jobs)


def check_store(
    store: ox.Store, articles: Iterable[str | Path] = (), most: int = MOST_THINGS, jobs: int | None = None
) -> Report:
    """Return what is wrong in a store's graph; arguments and errors as for `check`. The store is added to."""
    folders = list(articles)
    checked, unchecked = [], []
    if folders:
        count, refused = add_articles(store, folders)
        checked.append(f"the texts of {_number(count, 'article')}")
        unchecked += refused
    else:
        unchecked.append("whether the passages stand in the articles (give the articles with --articles)")
    things = shacl.things(store)
    suspicious = _suspicious(store, things, jobs)
    held = suspicious[:most]
    checked.append(f"the shapes on {_number(len(things) - len(suspicious) + len(held), 'thing')}")
    if len(held) < len(suspicious):
        left = _number(len(suspicious) - len(held), "suspicious thing")
        unchecked.append(f"the shapes on {left} (allow more with --shapes)")
    _add_ontology(store)
    asked = rules()
    checked.append(f"{len(asked)} rules on all of it")
    works = [partial(_by_rule, store, rule) for rule in asked] + [partial(_compared, store)]
    found = {one for part in spread(lambda work: list(work()), works, jobs) for one in part}
    found |= set(_by_shapes(store, held, jobs))
    return Report(tuple(sorted(found, key=lambda one: one.order)), tuple(checked), tuple(unchecked))


def _suspicious(store: ox.Store, things: list[str], jobs: int | None) -> list[str]:
    """Return the things that may offend against a shape, graph.ttl's before claims and passages."""
    sieve = shacl.sieve(store)
    found = [iri for part in spread(sieve.suspicious, _parts(things, jobs), jobs) for iri in part]
    evidence = {iri for name in ("Claim", "Passage") for iri in subjects(store, vocab.RDF + "type", vocab.iri(name))}
    return sorted(found, key=lambda iri: (iri in evidence, iri))


def _parts(things: list[str], jobs: int | None) -> list[list[str]]:
    """Return things in as many parts as there are processes."""
    count = jobs or cores()
    return [things[start::count] for start in range(count)]


def _add_ontology(store: ox.Store) -> None:
    for name in vocab.FILES:
        store.load(path=ontology_path(name), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(ONTOLOGY))


def _by_shapes(store: ox.Store, things: list[str], jobs: int | None) -> Iterator[Problem]:
    def validated(part: list[str]) -> list[shacl.Finding]:
        return list(shacl.validate_things(store, part))

    parts = spread(validated, _parts(things, jobs), jobs)
    yield from _problems(store, {one for part in parts for one in part})


def _compared(store: ox.Store) -> Iterator[Problem]:
    yield from _problems(store, shacl.compared(store))


def _problems(store: ox.Store, found: Iterable[shacl.Finding]) -> Iterator[Problem]:
    advice = shacl.advice()
    for one in found:
        term = next((value for value in _values(store, one) if value.value == one.value), None)
        yield Problem(
            _SHAPES, _SHAPES, one.severity, one.message, advice.get(one.message, ""), one.focus,
            _named(store, one.focus), one.path, "" if term is None else str(term),
            "" if one.value == one.focus else one.value,
            quotes=_quotes(store, [one.focus, *_claims(store, one.focus, one.path)]), component=one.component,
        )  # fmt: skip


def _values(store: ox.Store, finding: shacl.Finding) -> list[ox.NamedNode | ox.Literal]:
    return values(store, finding.focus, finding.path) if finding.path else []


def _by_rule(store: ox.Store, rule: Rule) -> Iterator[Problem]:
    answer = run(store, rule.sparql)
    for row in answer.rows:
        found = {name: term for name, term in zip(answer.variables, row, strict=True) if term is not None}
        this, path, other, *claims = (_text(found.get(name)) for name in _SELECTED)
        if not this:
            continue  # an empty group: nothing was found
        words = [this, *filter(None, claims)] if any(claims) else [this, *_claims(store, this, path)]
        yield Problem(
            rule.group, rule.name, rule.severity, rule.message, rule.advice, this, _named(store, this), path,
            str(found.get("value", "")), _shown(store, found.get("value")),
            other, _named(store, other) if other else "", _shown(store, found.get("otherValue")), _quotes(store, words),
        )  # fmt: skip


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _shown(store: ox.Store, term: Term | None) -> str:
    return label_of(store, term.value) if isinstance(term, ox.NamedNode) else _text(term)


def _named(store: ox.Store, iri: str) -> str:
    """Return what a thing is called; a claim by its triple, whatever of it is there."""
    ends = [values(store, iri, vocab.RDF + end) for end in ("subject", "predicate", "object")]
    if not any(ends):
        return label_of(store, iri)
    subject, predicate, value = (_shown(store, end[0]) if end else "?" for end in ends)
    return f"{subject} \u2013 {predicate}: {value}"


def _claims(store: ox.Store, thing: str, path: str) -> list[str]:
    """Return the claims about a thing's property; none where no property is given."""
    about = subjects(store, vocab.RDF + "subject", thing) if path else []
    return [claim for claim in about if path in texts(store, claim, vocab.RDF + "predicate")]


def _quotes(store: ox.Store, iris: Iterable[str]) -> tuple[Quote, ...]:
    """Return the words behind some claims, and those of passages; what is broken has none."""
    found = []
    for iri in dict.fromkeys(iris):
        passages = texts(store, iri, vocab.iri("evidence")) or [iri]
        for passage in passages[:_QUOTES]:
            with suppress(GraphError):
                found.append(quote_of(store, passage))
    return tuple(dict.fromkeys(found))


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
