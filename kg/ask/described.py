"""The named queries, told to a reader: all of them in a list, or one with all that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from kg.graph.named import NamedQuery, Parameter, named_queries

_WIDTH = 100


def listed(word: str = "") -> str:
    """Return the named queries by group, each with its title; only those that have `word` in name or title."""
    fitting = [query for query in named_queries() if word.lower() in f"{query.name} {query.title}".lower()]
    if not fitting:
        return f"no named query has {word!r} in its name or title\n"
    width = max(len(query.name) for query in fitting)
    parts = (
        "".join(
            (f"{group}\n", *(f"  {query.name:<{width}}  {query.title}\n" for query in fitting if query.group == group))
        )
        for group in sorted({query.group for query in fitting})
    )
    return "\n".join(parts)


def described(query: NamedQuery) -> str:
    """Return all there is to know of a named query: title, explanation, parameters, an example, SPARQL."""
    lines = [f"{query.name}: {query.title}", ""]
    lines += [*wrap(query.explanation, _WIDTH), ""] if query.explanation else []
    if query.parameters:
        lines += ["parameters", *(line for one in query.parameters for line in _parameter(one)), ""]
    return "\n".join([*lines, *_sparql(query.sparql)]) + "\n"


def signature(parameter: Parameter) -> str:
    """Return what a parameter takes, on one line: "date; required", "state", "integer; default 80"."""
    more = "required" if parameter.required else f"default {parameter.default}" if parameter.default else ""
    return "; ".join(filter(None, (parameter.kind, more)))


def _parameter(parameter: Parameter) -> Iterator[str]:
    yield f"  {parameter.name} ({signature(parameter)})"
    yield from (f"      {line}" for line in wrap(parameter.description, _WIDTH - 6))


def _sparql(text: str) -> list[str]:
    lines = text.splitlines()
    return lines[next((at for at, line in enumerate(lines) if not line.startswith("#")), 0) :]
