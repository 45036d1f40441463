"""A graph as it was known on a day: what the articles say that were published until then, and nothing later.

What a graph settles from all articles together is settled anew only as far as its claims tell:

- A fact is known from its first article on. Its independent sources are counted anew. Its confidence is what equal
  sources would give of it (1 - (1 - c)^(k/n) for k of n sources): the graph does not keep each source's own.
- An event whose status rests on later articles is planned where its date, as known by then, lies ahead; else it has
  none: earlier articles told something else, which the graph no longer has.
- An article of which only a month or year is known counts from the last day of it. Articles without a date are left
  out: nobody can tell when they were known.
- What a person asserts is known from the time of the assertion.
- Things keep their classes and their rdfs:label, so that they can be found; names in a language count from the first
  article in it that mentions the thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import Value, subject_values, subjects
from kg.graph.explanation import counted
from kg.graph.parameters import day_of

Triple = tuple[str, str, Value]  # subject's and predicate's IRIs, and the value
_DECIMAL, _INTEGER = (ox.NamedNode(vocab.XSD + name) for name in ("decimal", "integer"))
_CONFIDENCE, _SOURCES, _STATUS = (
    ox.NamedNode(vocab.iri(name)) for name in ("confidence", "independentSources", "status")
)
_NAMES = {vocab.SKOS + name for name in ("prefLabel", "altLabel")}


@dataclass(frozen=True, slots=True)
class Known:
    """What was known on a day. store: in memory; articles, undated, later: how many count, have no date, came later."""

    store: ox.Store
    day: str
    articles: int
    undated: int
    later: int

    @property
    def note(self) -> str:
        """How much of the graph this is, in words."""
        left = f"; {counted(self.undated, 'article')} without a date left out" if self.undated else ""
        return f"as known on {self.day}: {counted(self.articles, 'article')}, {self.later} later{left}"


def known_on(store: ox.Store, date: str) -> Known:
    """Return the graph as known at the end of a day, a month or a year.

    date: "2025-12-31", "2025-12" or "2025". Raises QueryError for what is no date.
    """
    day = day_of(date, "as-of", last=True)
    published = {article: value.value for article, value in subject_values(store, vocab.SCHEMA + "datePublished")}
    articles = set(subjects(store, vocab.RDF + "type", vocab.iri("Article")))
    dated = {article: day_of(published[article], article, last=True) for article in articles & published.keys()}
    known = {article for article, end in dated.items() if end <= day}
    made = ox.Store()
    made.bulk_extend(_Past(store, articles, known, day).quads())
    return Known(made, day, len(known), len(articles) - len(dated), len(dated) - len(known))


class _Past:
    """Decides what of a graph was known. articles: all; known: those that were there by the day."""

    def __init__(self, store: ox.Store, articles: set[str], known: set[str], day: str) -> None:
        self._store, self._day = store, day
        source = {passage: value.value for passage, value in subject_values(store, vocab.OA + "hasSource")}
        works = {article: value.value for article, value in subject_values(store, vocab.iri("translationOf"))}
        passages = _grouped(store, vocab.iri("evidence"))
        told = {claim: [source[one] for one in group if one in source] for claim, group in passages.items()}
        self._partly = {claim for claim, group in told.items() if not known.issuperset(group)}
        self._works = {
            claim: (
                {works.get(one, one) for one in told[claim] if one in known},
                {works.get(one, one) for one in told[claim]},
            )
            for claim in self._partly
        }
        triples = _triples(store)
        asserted = {one: value.value for one, value in subject_values(store, vocab.PROV + "generatedAtTime")}
        gone = articles - known
        late = {claim for claim in self._partly if not self._works[claim][0]} | (triples.keys() - told.keys())
        late = {claim for claim in late if asserted.get(claim, "9999")[: len(day)] > day}
        self._gone = {
            *gone, *late, *(passage for passage, article in source.items() if article in gone),
            *(works[article] for article in gone & works.keys()),
        } - {works[article] for article in known & works.keys()}  # fmt: skip
        self._facts = {triple for claim, triple in triples.items() if claim not in late}
        self._naming, self._every = _languages(store, known), _languages(store, articles)
        told_later = _ends(triples[claim] for claim in late) | self._every.keys()
        self._gone |= told_later - _ends(self._facts) - self._naming.keys()
        self._gone = {iri for iri in self._gone if not iri.startswith(vocab.KG)}

    def quads(self) -> Iterator[ox.Quad]:
        """Yield what was known, and what follows from the day."""
        for quad in self._store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                continue
            if subject.value in self._gone or (isinstance(value, ox.NamedNode) and value.value in self._gone):
                continue
            if predicate.removeprefix(vocab.KG) in vocab.claimed():
                if (subject.value, predicate, value) in self._facts:
                    yield quad
            elif subject.value in self._partly and quad.predicate in (_CONFIDENCE, _SOURCES):
                yield ox.Quad(subject, quad.predicate, self._counted(subject.value, value))
            elif predicate not in _NAMES or self._is_named(subject.value, value):
                yield quad
        yield from self._planned()

    def _counted(self, claim: str, value: Value) -> ox.Literal:
        """Return a claim's number of sources, or its confidence, as far as they were there."""
        known, every = map(len, self._works[claim])
        if isinstance(value, ox.Literal) and value.datatype == _INTEGER:
            return ox.Literal(str(known), datatype=_INTEGER)
        if not known:  # a person asserts it
            return ox.Literal(value.value, datatype=_DECIMAL)
        sure = 1 - (1 - float(value.value)) ** (known / every)
        return ox.Literal(str(Decimal(sure).quantize(Decimal("0.01"))), datatype=_DECIMAL)

    def _is_named(self, thing: str, name: Value) -> bool:
        language = (name.language or "") if isinstance(name, ox.Literal) else ""
        return language in self._naming.get(thing, ()) or language not in self._every.get(thing, ())

    def _planned(self) -> Iterator[ox.Quad]:
        """Yield the status of events that lie ahead, whose own status later articles tell."""
        status = {event for event, predicate, _ in self._facts if predicate == _STATUS.value}
        starts = defaultdict(set)
        for event, predicate, value in self._facts:
            if predicate == vocab.iri("startDate"):
                starts[event].add(value.value)
        for event in sorted(starts.keys() - status):
            if all(start > self._day[: len(start)] for start in starts[event]):
                yield ox.Quad(ox.NamedNode(event), _STATUS, ox.NamedNode(vocab.iri("Planned")))


def _triples(store: ox.Store) -> dict[str, Triple]:
    """Return what each claim says, by its IRI."""
    subject, predicate, value = (
        dict(subject_values(store, vocab.RDF + end)) for end in ("subject", "predicate", "object")
    )
    return {claim: (subject[claim].value, predicate[claim].value, value[claim]) for claim in subject}


def _ends(triples: Iterable[Triple]) -> set[str]:
    """Return the IRIs of the things that stand in some triples."""
    found = set()
    for subject, _, value in triples:
        found.add(subject)
        if isinstance(value, ox.NamedNode):
            found.add(value.value)
    return found


def _grouped(store: ox.Store, predicate: str) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for subject, value in subject_values(store, predicate):
        found[subject].append(value.value)
    return found


def _languages(store: ox.Store, articles: set[str]) -> dict[str, set[str]]:
    """Return the languages of those of some articles that mention a thing, by thing."""
    language = {article: value.value for article, value in subject_values(store, vocab.SCHEMA + "inLanguage")}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article, thing in subject_values(store, vocab.SCHEMA + "mentions"):
        if article in articles:
            found[thing.value].add(language.get(article, ""))
    return dict(found)
