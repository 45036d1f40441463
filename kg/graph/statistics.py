"""What is in a graph: how much of what, what stands in the middle, who tells it, and of which time."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg import vocab
from kg.graph.access import subject_values
from kg.graph.centrality import Central, central, communities
from kg.graph.facts import told
from kg.graph.network import Network, neighbours, network

_SMALLEST_GROUP = 3
_COMPOSED = ("Event", "Post")  # are called after other things: no names for a group


@dataclass(frozen=True, slots=True)
class CentralThing:
    """A central thing with its kind and label."""

    kind: str
    label: str
    measures: Central


@dataclass(frozen=True, slots=True)
class Group:
    """Things that have more to do with one another than with the rest. size: things; labels: the most central ones."""

    size: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What a language (BCP 47) or a source (host; "" where none is stated) brought: articles, facts that they tell,
    and facts that only they tell."""

    name: str
    articles: int
    facts: int
    only: int


@dataclass(frozen=True, slots=True)
class Month:
    """What falls into a month ("2025-10"): articles by their date, events by the day on which they begin."""

    month: str
    articles: int
    events: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What is in a graph. kinds: things by class; statuses: events by status; both the most frequent first.

    central: the first by any of the measures, by PageRank; groups: the largest first, with their modularity (from 0,
    no groups, towards 1). undated: events without a month.
    """

    articles: int
    works: int
    facts: int
    kinds: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    central: tuple[CentralThing, ...]
    modularity: float
    groups: tuple[Group, ...]
    languages: tuple[Share, ...]
    sources: tuple[Share, ...]
    months: tuple[Month, ...]
    undated: int


def statistics(store: ox.Store, top: int = 10) -> Statistics:
    """Return what is in a graph. top: how many central things by each measure and how many groups to list."""
    net = network(store)
    graph = neighbours(net)
    measures = central(graph)
    modularity, groups = communities(graph)
    languages = _values(store, vocab.SCHEMA + "inLanguage")
    articles = set(_values(store, vocab.DCTERMS + "identifier"))
    said = _said(store)
    status, start = _values(store, vocab.iri("status")), _values(store, vocab.iri("startDate"))
    months = {event: start[event][:7] for event in status if len(start.get(event, "")) >= len("2025-10")}
    published = _values(store, vocab.SCHEMA + "datePublished")
    return Statistics(
        articles=len(articles),
        works=len(set(_values(store, vocab.iri("translationOf")).values())),
        facts=len(said),
        kinds=_counted(kind for _, kind in net.nodes(data="kind")),
        statuses=_counted(status.values()),
        central=_most_central(net, measures, top),
        modularity=modularity,
        groups=tuple(_group(net, group, measures) for group in groups[:top] if len(group) >= _SMALLEST_GROUP),
        languages=_shares({article: languages.get(article, "") for article in articles}, said),
        sources=_shares(_hosts(store, articles), said),
        months=_months((date[:7] for date in published.values() if len(date) >= len("2025-10")), months.values()),
        undated=len(status) - len(months),
    )


def as_json(found: Statistics) -> str:
    """Return statistics as JSON, in the fields of `Statistics`."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2)


def _values(store: ox.Store, predicate: str) -> dict[str, str]:
    return {iri: value.value.removeprefix(vocab.KG) for iri, value in subject_values(store, predicate)}


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


def _most_central(net: Network, measures: Mapping[str, Central], top: int) -> tuple[CentralThing, ...]:
    rows = list(measures.values())
    first = {
        row.iri
        for ranked in (
            sorted(rows, key=lambda row: (-row.neighbours, row.iri)),
            sorted(rows, key=lambda row: (-row.betweenness, row.iri)),
            rows,
        )
        for row in ranked[:top]
    }
    return tuple(CentralThing(**net.nodes[row.iri], measures=row) for row in rows if row.iri in first)


def _group(net: Network, group: list[str], measures: Mapping[str, Central]) -> Group:
    named = [iri for iri in group if not _composed(net.nodes[iri]["kind"])] or group
    named.sort(key=lambda iri: (-measures[iri].pagerank, iri))
    return Group(len(group), tuple(net.nodes[iri]["label"] for iri in named[:5]))


def _composed(kind: str) -> bool:
    return any(vocab.is_a(one, other) for one in kind.split("/") for other in _COMPOSED)


def _said(store: ox.Store) -> list[set[str]]:
    """Return for each fact the articles that tell it."""
    facts: defaultdict[str, set[str]] = defaultdict(set)
    article = _values(store, vocab.OA + "hasSource")
    for claim, passage in subject_values(store, vocab.iri("evidence")):
        facts[claim].add(article[passage.value])
    return [facts[claim] for claim in told(store)]


def _hosts(store: ox.Store, articles: Iterable[str]) -> dict[str, str]:
    """Return the host that each article comes from by its own source or that of its work, "" where none is stated."""
    source, work = _values(store, vocab.DCTERMS + "source"), _values(store, vocab.iri("translationOf"))
    return {
        article: urlsplit(source.get(article) or source.get(work.get(article, ""), "")).netloc for article in articles
    }


def _shares(teller: Mapping[str, str], said: Iterable[set[str]]) -> tuple[Share, ...]:
    """teller: of each article. said: for each fact the articles that tell it."""
    facts: Counter[str] = Counter()
    only: Counter[str] = Counter()
    for articles in said:
        tellers = {teller[article] for article in articles}
        facts.update(tellers)
        if len(tellers) == 1:
            only.update(tellers)
    return tuple(Share(name, count, facts[name], only[name]) for name, count in _counted(teller.values()))


def _months(articles: Iterable[str], events: Iterable[str]) -> tuple[Month, ...]:
    published, begun = Counter(articles), Counter(events)
    return tuple(Month(month, published[month], begun[month]) for month in sorted({*published, *begun}))
