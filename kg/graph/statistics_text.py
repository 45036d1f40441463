"""Statistics laid out for eyes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg import vocab
from kg.graph.explanation import counted
from kg.graph.rows import aligned
from kg.graph.statistics import Group, Share, Statistics

_MOST_ROWS = 40
_MOST_MONTHS = 36  # above it, years are shown
_LONGEST = 60  # columns that a label may take


def render(found: Statistics) -> str:
    """Return statistics as text, without a newline at its end."""
    measures = [(one, one.measures) for one in found.central]
    blocks = [
        [
            f"{counted(found.articles, 'article')}, {counted(found.works, 'work')}, "
            f"{counted(sum(count for _, count in found.kinds), 'thing')}, {counted(found.facts, 'fact')}"
        ],
        _block("Things", ("kind", "things"), ((_words(kind), count) for kind, count in found.kinds)),
        _block("Events", ("status", "events"), ((_words(status), count) for status, count in found.statuses)),
        _block(
            "In the middle",
            ("thing", "kind", "neighbours", "betweenness", "PageRank"),
            ((_cut(one.label), _words(one.kind), m.neighbours, m.betweenness, m.pagerank) for one, m in measures),
        ),
        _groups(found.groups, found.modularity),
        _block("Languages", ("language", "articles", "facts", "only here"), map(_share, found.languages)),
        _block("Sources", ("source", "articles", "facts", "only here"), map(_share, found.sources)),
        _time(found),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _block(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    cells = [[str(cell) for cell in row] for row in rows]
    if not cells:
        return []
    lines = [title, *(f"  {line}" for line in aligned(head, cells[:_MOST_ROWS]))]
    return [*lines, f"  and {len(cells) - _MOST_ROWS} more"] if len(cells) > _MOST_ROWS else lines


def _groups(groups: Sequence[Group], modularity: float) -> list[str]:
    rows = ((group.size, _cut(", ".join(group.labels), 2 * _LONGEST)) for group in groups)
    return _block(f"Groups (modularity {modularity})", ("things", "around"), rows)


def _share(share: Share) -> tuple[object, ...]:
    return (share.name or "(not stated)", share.articles, share.facts, share.only)


def _time(found: Statistics) -> list[str]:
    rows = [(one.month, one.articles, one.events) for one in found.months]
    unit = "month"
    if len(rows) > _MOST_MONTHS:
        unit = "year"
        articles, events = Counter[str](), Counter[str]()
        for month, published, begun in rows:
            articles[month[:4]] += published
            events[month[:4]] += begun
        rows = [(year, articles[year], events[year]) for year in sorted(articles)]
    block = _block("Time", (unit, "articles", "events"), rows)
    return [*block, f"  and {counted(found.undated, 'event')} of no known month"] if found.undated else block


def _words(kind: str) -> str:
    return ", ".join(vocab.label(one) for one in kind.split("/"))


def _cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}\u2026"
