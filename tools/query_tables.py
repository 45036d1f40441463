"""The tables of named queries in docs/queries.md, from the heads of their files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.ask.described import signature
from kg.graph.named import NamedQuery, named_queries

_TABLE = re.compile(r"(?<=<!-- table: queries -->\n).*?(?=<!-- end -->)", re.DOTALL)


def with_queries(page: str) -> str:
    """The page with what stands between `<!-- table: queries -->` and `<!-- end -->` made anew."""
    return _TABLE.sub(lambda _: "\n".join(_tables()) + "\n", page)


def _tables() -> Iterator[str]:
    for group in sorted({query.group for query in named_queries()}):
        yield from (
            f"### {group[0].upper()}{group[1:]}",
            "",
            "| query | what it tells | parameters |",
            "| --- | --- | --- |",
        )
        yield from (_row(query) for query in named_queries() if query.group == group)
        yield ""


def _row(query: NamedQuery) -> str:
    parameters = "<br>".join(f"`{one.name}` ({signature(one)})" for one in query.parameters)
    return f"| `{query.name}` | {query.title} | {parameters} |"
