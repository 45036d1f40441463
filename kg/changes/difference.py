"""The difference of two graphs as plain data: articles, things and facts, with their names and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg import vocab
from kg.changes.facts import FactChange, Weight, fact_changes
from kg.changes.side import Side, Triple, compared, triples
from kg.changes.things import match
from kg.graph.explanation import Quote

_IDENTIFIER = vocab.DCTERMS + "identifier"


@dataclass(frozen=True, slots=True)
class Named:
    """A thing. label: what it is called. kind: its class ("Official")."""

    iri: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Things of the old graph that are other things in the new one: one for one, several for one, one for several."""

    old: tuple[Named, ...]
    new: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """One state of a fact. value: label or text of its object. quotes: the words that say it.

    confidence: 0 where the evidence was not compared.
    """

    value: str
    value_iri: str
    confidence: float
    sources: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What became of a fact about a thing. predicate: its local name. old, new: None where it is not there."""

    subject: Named
    predicate: str
    old: Stated | None
    new: Stated | None


@dataclass(frozen=True, slots=True)
class Articles:
    """Identifiers of articles. changed: those of which the graph says something else."""

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. relabelled: things that kept their IRI and have another label now.

    added_triples, withdrawn_triples: sorted, as terms of N-Triples.
    """

    articles: Articles
    added: tuple[Named, ...]
    withdrawn: tuple[Named, ...]
    merged: tuple[Moved, ...]
    split: tuple[Moved, ...]
    renamed: tuple[Moved, ...]
    relabelled: tuple[Moved, ...]
    facts: tuple[Fact, ...]
    added_triples: tuple[Triple, ...]
    withdrawn_triples: tuple[Triple, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two graphs say the same."""
        return not (self.added_triples or self.withdrawn_triples)


def difference(old: str | Path, new: str | Path) -> Difference:
    """Compare two graphs.

    old, new: folders that a build wrote, or Turtle files.
    Raises GraphError where one is no graph, or has blank nodes.
    """
    before, after = compared(Path(old), Path(new))
    matches = match(before, after)
    was, is_now = triples(before), triples(after)
    changes = fact_changes(before, after, matches.now)
    return Difference(
        _articles(before, after),
        _all_named(matches.added, after),
        _all_named(matches.withdrawn, before),
        tuple(Moved(_all_named(olds, before), (_named(one, after),)) for one, olds in matches.merged),
        tuple(Moved((_named(one, before),), _all_named(news, after)) for one, news in matches.split),
        tuple(Moved((_named(a, before),), (_named(b, after),)) for a, b in matches.renamed),
        tuple(_relabelled(before, after)),
        tuple(_fact(change, before, after) for change in changes),
        tuple(sorted(is_now - was)),
        tuple(sorted(was - is_now)),
    )


def _articles(old: Side, new: Side) -> Articles:
    before, after = ({t for t in side.differing if side.kind(t) == "Article"} for side in (old, new))
    names = {t: side.value(t, _IDENTIFIER) or t[1:-1] for side in (old, new) for t in before | after if side.kind(t)}

    def listed(terms: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names[term] for term in terms))

    same = {term for term in before & after if old.node(term) == new.node(term)}
    return Articles(listed(after - before), listed(before - after), listed((before & after) - same))


def _relabelled(old: Side, new: Side) -> Iterable[Moved]:
    for term in sorted({*old.differing} & {*new.differing}):
        if old.kind(term) not in ("", "Article", "Work") and new.kind(term) and old.label(term) != new.label(term):
            yield Moved((_named(term, old),), (_named(term, new),))


def _named(term: str, side: Side) -> Named:
    return Named(term[1:-1], side.label(term), side.kind(term))


def _all_named(terms: Iterable[str], side: Side) -> tuple[Named, ...]:
    return tuple(sorted((_named(term, side) for term in terms), key=lambda thing: (thing.label, thing.iri)))


def _fact(change: FactChange, old: Side, new: Side) -> Fact:
    subject = _named(change.subject, new if new.node(change.subject) else old)
    predicate = change.predicate[1:-1].removeprefix(vocab.KG)
    before, after = _stated(change.before, change.old, old, new), _stated(change.after, change.new, new, old)
    return Fact(subject, predicate, before, after)


def _stated(value: str, weight: Weight, side: Side, other: Side) -> Stated | None:
    """A state of a fact; its object goes by its name in the new graph where it was renamed."""
    if not value:
        return None
    iri = value[1:-1] if value.startswith("<") else ""
    owner = side if not iri or side.node(value) else other
    quotes = tuple(side.quote(passage) for passage in weight.passages)
    return Stated(owner.label(value), iri, weight.confidence, weight.sources, quotes)
