"""The dates of events: the most precise one that their articles agree on, with missing years worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Statement
from kg.resolve.corpus import Corpus, Node
from kg.resolve.dates import Day, compatible, merged, parse
from kg.resolve.tables import relations

_SLACK = 31  # days that the middle of a month may lie before a day of it

Told = tuple[Day, Node, Statement]
"""A date, the event's node and the statement that tells it."""


@dataclass(frozen=True, slots=True)
class When:
    """A date of an event as resolved. rivals: dates that cannot hold beside it, each with who says so."""

    day: Day
    told: tuple[Told, ...]
    inferred: bool
    rivals: tuple[tuple[Day, tuple[Told, ...]], ...] = ()


def published_dates(corpus: Corpus) -> dict[str, str]:
    """Return each article's publication date: its own, else the earliest of its family, "" where none is known."""
    earliest: dict[str, str] = {}
    for article, reading in corpus.by_id.items():
        if reading.published:
            head = corpus.family[article]
            earliest[head] = min(reading.published, earliest.get(head, reading.published))
    return {a: r.published or earliest.get(corpus.family[a], "") for a, r in corpus.by_id.items()}


def told_dates(corpus: Corpus, nodes: Iterable[Node], predicate: str, published: Mapping[str, str]) -> list[Told]:
    """Return the dates that the statements of `nodes` tell by `predicate` ("startDate", "endDate")."""
    found = []
    for node in nodes:
        for statement in corpus.statements.get(node, ()):
            if statement.predicate == predicate and statement.datatype == "date":
                day = parse(statement.object, published.get(node[0], ""))
                if day:
                    found.append((day, node, statement))
    return found


def settle(told: list[Told], first: set[Node], inferred: set[Node]) -> When | None:
    """Choose the date of an event among what is told of it.

    first: the nodes that come before the others (those that report what has happened); what only the others tell and
    cannot be is left out. inferred: nodes whose own dates were worked out. None where nothing is told.
    """
    heard = [t for t in told if t[1] in first] or told
    if not heard:
        return None
    times = Counter(t[0] for t in heard)
    count = {day: sum(many for other, many in times.items() if compatible(day, other)) for day in times}
    best = min(times, key=lambda d: (-d.precision, -count[d], d))
    agreeing = [t for t in told if compatible(t[0], best)]
    day = merged(t[0] for t in agreeing)
    agreeing = [t for t in agreeing if compatible(t[0], day)]
    stated = any(t[0] == day and t[1] not in inferred and not t[2].object.startswith("@") for t in agreeing)
    rivals: dict[Day, list[Told]] = {}
    for t in heard:
        if not compatible(t[0], day):
            rivals.setdefault(t[0], []).append(t)
    return When(day, tuple(agreeing), not stated, tuple((d, tuple(group)) for d, group in sorted(rivals.items())))


def with_year(day: Day, year: int) -> Day:
    """Return `day` in `year`."""
    return Day(year, day.month, day.day)


def nearest_year(day: Day, published: str, ahead: bool = False) -> int:
    """Return the year that puts `day` nearest to an ISO date, 0 where that is not known.

    ahead: whether it is not before that date.
    """
    try:
        about = date.fromisoformat(published[:10])
    except ValueError:
        return 0
    least = about.toordinal() - _SLACK if ahead else 0
    years = [y for y in (about.year, about.year - 1, about.year + 1) if _ordinal(with_year(day, y)) >= least]
    return min(years, key=lambda year: (abs(_ordinal(with_year(day, year)) - about.toordinal()), year))


def _ordinal(day: Day) -> int:
    return day.year * 365 + (day.month or 6) * 30 + (day.day or 15) - 30 if not day.complete else _real(day).toordinal()


def _real(day: Day) -> date:
    return date(day.year, day.month or 6, min(day.day or 15, 28))


def year_by_order(kind: str, day: Day, others: Mapping[str, Day]) -> int:
    """Return the year of an act from the acts on the same treaty that come after or before it, 0 where none tells.

    others: class of act -> its date. `relations.toml` gives the order in which a treaty goes through them.
    """
    order: list[str] = relations()["sequence"]["acts"]
    if kind not in order:
        return 0
    at = order.index(kind)
    later = sorted(other for name, other in others.items() if name in order and order.index(name) > at and other.year)
    if later:
        limit = later[0]
        return limit.year if (day.month, day.day) <= (limit.month or 0, limit.day) else limit.year - 1
    return 0
