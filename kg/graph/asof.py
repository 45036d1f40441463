"""A graph as it was known on a day: what the articles say that were published until then, and nothing later.

What a graph settles from all articles together is settled anew only as far as its claims tell:

- A fact is known from its first article on. Its independent sources are counted anew. Its confidence is what equal
  sources would give of it (1 - (1 - c)^(k/n) for k of n sources): the graph does not keep each source's own.
- An event whose status rests on later articles is planned where its date, as known by then, lies ahead; else it has
  none: earlier articles told something else, which the graph no longer has.
- An article of which only a month or year is known counts from the last day of it. Articles without a date are left
  out: nobody can tell when they were known.
- What a person asserts is known from the time of the assertion, and so is who asserts it.
- Things keep their classes and their rdfs:label, so that they can be found; names in a language count from the first
  article in it that mentions the thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from io import BufferedReader
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import Value
from kg.graph.explanation import counted
from kg.graph.parameters import day_of
from kg.graph.streamed import open_files, parsed

Triple = tuple[str, str, Value]  # subject's and predicate's IRIs, and the value
Quads = Callable[[Collection[str]], Iterable[ox.Quad]]  # all of a graph; at least those with these predicates, if any
Told = Mapping[str, Sequence[tuple[str, Value]]]  # subjects' IRIs and values by predicate

_DECIMAL, _INTEGER = (ox.NamedNode(vocab.XSD + name) for name in ("decimal", "integer"))
_CONFIDENCE, _SOURCES, _STATUS = (
    ox.NamedNode(vocab.iri(name)) for name in ("confidence", "independentSources", "status")
)
_NAMES = {vocab.SKOS + name for name in ("prefLabel", "altLabel")}
_ARTICLE, _PUBLISHED, _LANGUAGE = (
    vocab.DCTERMS + "identifier",
    vocab.SCHEMA + "datePublished",
    vocab.SCHEMA + "inLanguage",
)
_MENTIONS, _WORK = vocab.SCHEMA + "mentions", vocab.iri("translationOf")
_EVIDENCE, _SOURCE, _ASSERTED = vocab.iri("evidence"), vocab.OA + "hasSource", vocab.PROV + "generatedAtTime"
_TRIPLE = tuple(vocab.RDF + end for end in ("subject", "predicate", "object"))
_NEEDED = frozenset((_ARTICLE, _PUBLISHED, _LANGUAGE, _MENTIONS, _WORK, _EVIDENCE, _SOURCE, _ASSERTED, *_TRIPLE))
_VOUCHING = {_ASSERTED, vocab.PROV + "wasAttributedTo", vocab.RDFS + "comment"}


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
    """Return the graph in a store as known at the end of a day, a month or a year.

    date: "2025-12-31", "2025-12" or "2025". Raises QueryError for what is no date.
    """
    return _known(partial(_of_store, store), date)


def known_in(out: str | Path, date: str) -> Known:
    """Return the graph in a folder as known at the end of a day, a month or a year: sooner than from a store on disk.

    date: as for `known_on`. Raises QueryError for what is no date, GraphError where there is no graph that can be read.
    """
    with open_files(Path(out)) as files:
        return _known(partial(_of_files, files), date)


def _of_store(store: ox.Store, predicates: Collection[str]) -> Iterable[ox.Quad]:
    if not predicates:
        return store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    wanted = map(ox.NamedNode, sorted(predicates))
    return chain.from_iterable(store.quads_for_pattern(None, one, None, ox.DefaultGraph()) for one in wanted)


def _of_files(files: Iterable[BufferedReader], _: Collection[str]) -> Iterable[ox.Quad]:
    return chain.from_iterable(map(parsed, files))


def _known(quads: Quads, date: str) -> Known:
    day = day_of(date, "as-of", last=True)
    told = _gathered(quads(_NEEDED))
    articles = {article for article, _ in told[_ARTICLE]}
    dated = {one: day_of(value.value, one, last=True) for one, value in told[_PUBLISHED] if one in articles}
    known = {article for article, end in dated.items() if end <= day}
    made = ox.Store()
    made.bulk_extend(_Past(told, articles, known, day).of(quads(())))
    return Known(made, day, len(known), len(articles) - len(dated), len(dated) - len(known))


def _gathered(quads: Iterable[ox.Quad]) -> Told:
    found: dict[str, list[tuple[str, Value]]] = {predicate: [] for predicate in _NEEDED}
    for quad in quads:
        values = found.get(quad.predicate.value)
        if values is not None:
            subject, value = quad.subject, quad.object  # each access makes a new object
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
                values.append((subject.value, value))
    return found


class _Past:
    """Decides what of a graph was known. articles: all; known: those that were there by the day."""

    def __init__(self, told: Told, articles: set[str], known: set[str], day: str) -> None:
        self._day = day
        source, works = _values(told[_SOURCE]), _values(told[_WORK])
        tellers = {
            claim: [source[one] for one in group if one in source] for claim, group in _grouped(told[_EVIDENCE]).items()
        }
        self._partly = {claim for claim, group in tellers.items() if not known.issuperset(group)}
        self._works = {
            claim: (
                {works.get(one, one) for one in tellers[claim] if one in known},
                {works.get(one, one) for one in tellers[claim]},
            )
            for claim in self._partly
        }
        triples = _triples(told)
        asserted = {claim: min(times) for claim, times in _grouped(told[_ASSERTED]).items()}
        self._unvouched = {claim for claim in triples.keys() & asserted.keys() if asserted[claim][: len(day)] > day}
        gone = articles - known
        late = {claim for claim in self._partly if not self._works[claim][0]} | (triples.keys() - tellers.keys())
        late = {claim for claim in late if claim in self._unvouched or claim not in asserted}
        self._gone = {
            *gone, *late, *(passage for passage, article in source.items() if article in gone),
            *(works[article] for article in gone & works.keys()),
        } - {works[article] for article in known & works.keys()}  # fmt: skip
        self._facts = {triple for claim, triple in triples.items() if claim not in late}
        self._naming, self._every = _languages(told, known), _languages(told, articles)
        told_later = _ends(triples[claim] for claim in late) | self._every.keys()
        self._gone |= told_later - _ends(self._facts) - self._naming.keys()
        self._gone = {iri for iri in self._gone if not iri.startswith(vocab.KG)}

    def of(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """Yield what was known of a graph, and what follows from the day."""
        claimed = {vocab.KG + name for name in vocab.claimed()}
        for quad in quads:
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                continue
            iri, predicate = subject.value, quad.predicate.value
            if iri in self._gone or (isinstance(value, ox.NamedNode) and value.value in self._gone):
                continue
            if predicate in claimed:
                if (iri, predicate, value) in self._facts:
                    yield quad
            elif iri in self._partly and quad.predicate in (_CONFIDENCE, _SOURCES):
                yield ox.Quad(subject, quad.predicate, self._counted(iri, value))
            elif not self._is_later(iri, predicate, value):
                yield quad
        yield from self._planned()

    def _is_later(self, iri: str, predicate: str, value: Value) -> bool:
        """Tell whether a name, or somebody's word for a claim, came later."""
        if predicate in _NAMES:
            language = (value.language or "") if isinstance(value, ox.Literal) else ""
            return language in self._every.get(iri, ()) and language not in self._naming.get(iri, ())
        return predicate in _VOUCHING and iri in self._unvouched

    def _counted(self, claim: str, value: Value) -> ox.Literal:
        """Return a claim's number of sources, or its confidence, as far as they were there."""
        known, every = map(len, self._works[claim])
        if isinstance(value, ox.Literal) and value.datatype == _INTEGER:
            return ox.Literal(str(known), datatype=_INTEGER)
        if not known:  # a person asserts it
            return ox.Literal(value.value, datatype=_DECIMAL)
        sure = 1 - (1 - float(value.value)) ** (known / every)
        return ox.Literal(str(Decimal(sure).quantize(Decimal("0.01"))), datatype=_DECIMAL)

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


def _triples(told: Told) -> dict[str, Triple]:
    """Return what each claim says, by its IRI."""
    subject, predicate = (_values(told[end]) for end in _TRIPLE[:2])
    return {claim: (subject[claim], predicate[claim], value) for claim, value in told[_TRIPLE[2]]}


def _ends(triples: Iterable[Triple]) -> set[str]:
    """Return the IRIs of the things that stand in some triples."""
    found = set()
    for subject, _, value in triples:
        found.add(subject)
        if isinstance(value, ox.NamedNode):
            found.add(value.value)
    return found


def _values(told: Iterable[tuple[str, Value]]) -> dict[str, str]:
    return {subject: value.value for subject, value in told}


def _grouped(told: Iterable[tuple[str, Value]]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for subject, value in told:
        found[subject].append(value.value)
    return found


def _languages(told: Told, articles: set[str]) -> dict[str, set[str]]:
    """Return the languages of those of some articles that mention a thing, by thing."""
    language = _values(told[_LANGUAGE])
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article, thing in told[_MENTIONS]:
        if article in articles:
            found[thing.value].add(language.get(article, ""))
    return dict(found)
