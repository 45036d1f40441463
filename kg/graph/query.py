"""SPARQL on a graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pyoxigraph as ox
from pyoxigraph import Store

from kg.errors import QueryError
from kg.graph.offline import asks_elsewhere
from kg.graph.rows import Rows
from kg.graph.spelling import misspelt
from kg.graph.tokens import blanked, place
from kg.graph.values import Term
from kg.vocab import PREFIXES

__all__ = ["Rows", "Store", "run"]

_WHERE = re.compile(r"error at (\d+):(\d+): (?:expected one of (?=The |Duplicated ))?(.*)", re.DOTALL)
_STATED_ORDER = re.compile(r"\border\s+by\b", re.IGNORECASE)
_LONGEST_HINT = 160  # what the parser expected may be a list of all characters that it allows


def run(store: Store, sparql: str, most: int | None = None) -> Rows:
    """Run SPARQL 1.1 (SELECT, ASK, CONSTRUCT, DESCRIBE) on a store.

    most: how many rows are enough; then no more are looked for, and they come as they are found. The prefixes of
    `kg.vocab.PREFIXES` need no declaration. Rows come in the query's own order, sorted where it states none. Nothing
    is asked of other machines: SERVICE is refused.
    Raises QueryError, with line and column where the text cannot be read.
    """
    if asks_elsewhere(sparql):
        raise QueryError("SERVICE asks another machine, and queries stay on this one: leave it out")
    try:
        answer = _rows(store.query(sparql, prefixes=dict(PREFIXES)), most)
    except SyntaxError as error:
        raise _unreadable(str(error), sparql) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    if most is not None or _STATED_ORDER.search(blanked(sparql)):
        return answer
    ordered = sorted(answer.rows, key=lambda row: tuple("" if term is None else str(term) for term in row))
    return replace(answer, rows=tuple(ordered))


def _rows(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, most: int | None) -> Rows:
    names: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]
    match result:
        case ox.QueryBoolean():
            return Rows(("answer",), ((ox.Literal(bool(result)),),), "ask")
        case ox.QueryTriples():
            kind, names = "construct", ("subject", "predicate", "object")
            rows = ((triple.subject, triple.predicate, triple.object) for triple in result)
        case _:
            kind, names = "select", tuple(variable.value for variable in result.variables)
            rows = (tuple(solution[name] for name in names) for solution in result)
    found = tuple(islice(rows, most))
    return Rows(names, found, kind, most is not None and next(rows, None) is not None)


def _unreadable(message: str, sparql: str) -> QueryError:
    likely = misspelt(sparql)
    if likely:
        (line, column), reason = place(sparql, likely[0]), likely[1]
    elif found := _WHERE.match(message):
        line, column, reason = int(found[1]), int(found[2]), found[3]
        if len(reason) > _LONGEST_HINT:
            reason = "this cannot stand here"
    else:
        return QueryError(f"the query cannot be read: {message}")
    text = (sparql.splitlines() or [""])[min(line, len(sparql.splitlines()) or 1) - 1]
    shown = f"line {line}, column {column} of the query: {reason}\n  {text}\n  {' ' * (column - 1)}^"
    return QueryError(shown, line, column)
