"""Events as entities: whether and when they happened, and how they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Statement
from kg.resolve.corpus import Corpus, Node
from kg.resolve.dates import Day, compatible
from kg.resolve.entities import Catalogue, name_event
from kg.resolve.facts import Ledger, Triple
from kg.resolve.profiles import Profile, event_kinds, profile_of
from kg.resolve.timeline import (
    Told,
    When,
    nearest_year,
    published_dates,
    settle,
    told_dates,
    with_year,
    year_by_order,
)

_PRECISION = ("", "Year", "Month", "Day")
_INFERRED = 0.8
_DEFAULT = 0.5
_GRAVEST = ("Denied", "Planned", "Alleged")

_Anchor = tuple[Day, bool]


@dataclass(slots=True)
class Happenings:
    """What is settled of the events. By cluster: status, start, end, and what its members say.

    asserted: those whose status a person asserts.
    """

    statuses: dict[Node, str] = field(default_factory=dict)
    starts: dict[Node, When] = field(default_factory=dict)
    ends: dict[Node, When] = field(default_factory=dict)
    profiles: dict[Node, Profile] = field(default_factory=dict)
    asserted: set[Node] = field(default_factory=set)

    def write(self, catalogue: Catalogue, ledger: Ledger) -> dict[Node, str]:
        """Put status and dates of all events on the ledger; return the statuses."""
        for root, status in sorted(self.statuses.items()):
            _write_status(catalogue, ledger, root, status, root in self.asserted)
            _write_dates(catalogue, ledger, root, self.starts.get(root), self.ends.get(root))
        return self.statuses


def settle_events(catalogue: Catalogue) -> Happenings:
    """Return the status and dates of all events, as the articles tell them."""
    corpus, clusters = catalogue.corpus, catalogue.clusters
    found = Happenings()
    published = published_dates(corpus)
    roots = sorted({clusters.find(node) for node in corpus.nodes(*event_kinds())})
    for root in roots:
        found.profiles[root] = profile_of(corpus, clusters, root)
        members = clusters.members(root)
        status = found.statuses[root] = status_of(corpus, members, published)
        first = {n for n in members if status in corpus.values(n, "status")}
        worked_out = {n for n in members if "Inferred" in corpus.values(n, "dateBasis")}
        for predicate, target in (("startDate", found.starts), ("endDate", found.ends)):
            when = settle(told_dates(corpus, members, predicate, published), first, worked_out)
            if when:
                target[root] = when
        _widen(
            found,
            root,
            told_dates(corpus, members, "startDate", published),
            told_dates(corpus, members, "endDate", published),
        )
    _complete(catalogue, found, published)
    return found


def name_events(catalogue: Catalogue, found: Happenings) -> None:
    """Name all events in the catalogue."""
    for root, profile in found.profiles.items():
        when = found.starts.get(root)
        name_event(catalogue, root, profile, str(when.day) if when and when.day.complete else "")


def _widen(found: Happenings, root: Node, starts: list[Told], ends: list[Told]) -> None:
    """Let an event that one article tells as lasting some days last them, where another tells one of those days."""
    when = found.starts.get(root)
    if when is None or not when.day.day:
        return
    for first in sorted(starts, key=lambda t: (t[0], t[1])):
        for last in sorted((t for t in ends if t[1] == first[1]), key=lambda t: (t[0], t[1])):
            low, high, day = ((d.month, d.day) for d in (first[0], last[0], when.day))
            years = {d.year for d in (first[0], last[0], when.day)} - {0}
            if first[0].day and low < day <= high and len(years) <= 1:
                year = max(years, default=0)
                found.starts[root] = When(with_year(first[0], year), (first,), when.inferred)
                found.ends[root] = When(with_year(last[0], year), (last,), when.inferred)
                return


def status_of(corpus: Corpus, members: list[Node], published: Mapping[str, str]) -> str:
    """Return an event's status: happened if any article says so, else what the last article says.

    Where no article tells it, a start after the article's date is planned, any other happened.
    """
    said = [(published[n[0]], status) for n in members for status in corpus.values(n, "status")]
    if any(status == "Happened" for _, status in said):
        return "Happened"
    if said:
        last = max(when for when, _ in said)
        late = {status for when, status in said if when == last}
        return next((status for status in _GRAVEST if status in late), min(late))
    for day, node, _ in told_dates(corpus, members, "startDate", published):
        if day.complete and published[node[0]] and str(day) > published[node[0]][: len(str(day))]:
            return "Planned"
    return "Happened"


def _complete(catalogue: Catalogue, found: Happenings, published: Mapping[str, str]) -> None:
    """Give dates without a year the one that the article's date, its other events or the treaty's other acts show."""
    anchors = _anchors(catalogue.corpus, found)
    acts = _acts(catalogue, found)
    for root, when in sorted(found.starts.items()):
        if not when.day.year:
            year = _year(catalogue.corpus, found, root, published, anchors, acts)
            if year:
                found.starts[root] = When(with_year(when.day, year), when.told, True, when.rivals)
    for root, when in sorted(found.ends.items()):
        start = found.starts.get(root)
        if not when.day.year and start and start.day.year:
            year = start.day.year + ((when.day.month, when.day.day) < (start.day.month, start.day.day))
            found.ends[root] = When(with_year(when.day, year), when.told, True, when.rivals)


def _anchors(corpus: Corpus, found: Happenings) -> dict[str, set[_Anchor]]:
    """Families' dates that an article tells without their year, and other articles with it; with whether what was
    then has happened.
    """
    anchors: dict[str, set[_Anchor]] = defaultdict(set)
    for root, when in found.starts.items():
        for day, node, _ in when.told:
            if when.day.year and when.day.complete and not day.year:
                anchors[corpus.family[node[0]]].add((when.day, found.statuses[root] == "Happened"))
    return anchors


def _acts(catalogue: Catalogue, found: Happenings) -> dict[Node, dict[str, Day]]:
    """The dated acts on each treaty, by class (the first of each class)."""
    acts: dict[Node, dict[str, Day]] = defaultdict(dict)
    for root, when in found.starts.items():
        if when.day.year and found.statuses[root] in ("Happened", "Planned"):
            kind = catalogue.corpus.things[root].kind
            for treaty in found.profiles[root].treaties:
                acts[treaty][kind] = min(when.day, acts[treaty].get(kind, when.day))
    return acts


def _year(
    corpus: Corpus,
    found: Happenings,
    root: Node,
    published: Mapping[str, str],
    anchors: Mapping[str, set[_Anchor]],
    acts: Mapping[Node, Mapping[str, Day]],
) -> int:
    when = found.starts[root]
    articles = sorted({node[0] for _, node, _ in when.told})
    by_article = {nearest_year(when.day, published[a]) for a in articles} - {0}
    if by_article:
        return min(by_article)
    ahead = found.statuses[root] == "Planned"
    near = {
        nearest_year(when.day, str(day), ahead and past)
        for a in articles
        for day, past in anchors.get(corpus.family[a], ())
        if day.day
    }
    if len(near - {0}) == 1:
        return (near - {0}).pop()
    kind = corpus.things[root].kind
    treaties = found.profiles[root].treaties
    by_order = {year_by_order(kind, when.day, acts[t]) for t in treaties if t in acts} - {0}
    return by_order.pop() if len(by_order) == 1 else 0


def _write_status(catalogue: Catalogue, ledger: Ledger, root: Node, status: str, asserted: bool) -> None:
    corpus = catalogue.corpus
    triple = Triple(catalogue.id_of(root), "status", status, "concept")
    members = catalogue.clusters.members(root)
    told = [
        (n, s) for n in members for s in corpus.statements.get(n, ()) if s.predicate == "status" and s.object == status
    ]
    if told:
        for node, statement in told:
            ledger.add(triple, node, statement)
        return
    for node in () if asserted else members:
        for first in sorted(corpus.statements.get(node, ()), key=lambda s: (s.start, s.end, s.predicate))[:1]:
            assumed = Statement(node[1], "status", status, first.start, first.end, "status-assumed", "concept")
            ledger.add(triple, node, assumed, _DEFAULT)


def precision_of(day: Day) -> str:
    """Return how much of a date is known: "Day", "Month", "Year"."""
    return _PRECISION[day.precision]


def _write_dates(catalogue: Catalogue, ledger: Ledger, root: Node, start: When | None, end: When | None) -> None:
    event = catalogue.id_of(root)
    if start is None or not start.day.complete:
        return
    if end is None or not end.day.complete or str(end.day) < str(start.day):
        end = start if start.day.day else None
    chosen = _put(ledger, event, "startDate", start.day, start.told, start.inferred)
    basis = "Inferred" if start.inferred else "Stated"
    for _, node, statement in start.told:
        ledger.add(Triple(event, "datePrecision", precision_of(start.day), "concept"), node, statement)
        ledger.add(Triple(event, "dateBasis", basis, "concept"), node, statement)
    last = _put(ledger, event, "endDate", end.day, end.told, end.inferred) if end else None
    for when, main in ((start, chosen), (end if end is not start else None, last)):
        for day, told in when.rivals if when and main else ():
            inside = end is not None and str(start.day) <= str(day) <= str(end.day)
            if main and day.complete and not inside and not compatible(day, start.day):
                ledger.rival(main, _put(ledger, event, main.predicate, day, told, False))


def _put(ledger: Ledger, event: str, predicate: str, day: Day, told: tuple[Told, ...], inferred: bool) -> Triple:
    triple = Triple(event, predicate, str(day), "date")
    for _, node, statement in told:
        ledger.add(triple, node, statement, _INFERRED if inferred else None)
    return triple
