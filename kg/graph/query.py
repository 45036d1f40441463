"""SPARQL on a graph."""

from __future__ import annotations

import re

import pyoxigraph as ox
from pyoxigraph import Store

from kg.errors import QueryError
from kg.graph.offline import asks_elsewhere
from kg.graph.rows import Rows
from kg.graph.spelling import misspelt
from kg.graph.tokens import blanked, place
from kg.vocab import PREFIXES

__all__ = ["Rows", "Store", "run"]

_WHERE = re.compile(r"error at (\d+):(\d+): (?:expected one of (?=The |Duplicated ))?(.*)", re.DOTALL)
_STATED_ORDER = re.compile(r"\border\s+by\b", re.IGNORECASE)
_LONGEST_HINT = 160  # what the parser expected may be a list of all characters that it allows


def run(store: Store, sparql: str) -> Rows:
    """Run SPARQL 1.1 (SELECT, ASK, CONSTRUCT, DESCRIBE) on a store.

    The prefixes of `kg.vocab.PREFIXES` need no declaration. Rows come in the query's own order, sorted where it
    states none. Nothing is asked of other machines: SERVICE is refused.
    Raises QueryError, with line and column where the text cannot be read.
    """
    if asks_elsewhere(sparql):
        raise QueryError("SERVICE asks another machine, and queries stay on this one: leave it out")
    try:
        result = store.query(sparql, prefixes=dict(PREFIXES))
        answer = _rows(result)
    except SyntaxError as error:
        raise QueryError(_explained(str(error), sparql)) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    if _STATED_ORDER.search(blanked(sparql)):
        return answer
    ordered = sorted(answer.rows, key=lambda row: tuple("" if term is None else str(term) for term in row))
    return Rows(answer.variables, tuple(ordered), answer.kind)


def _rows(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Rows:
    match result:
        case ox.QueryBoolean():
            boolean = ox.Literal(bool(result))
            return Rows(("answer",), ((boolean,),), "ask")
        case ox.QueryTriples():
            triples = tuple((triple.subject, triple.predicate, triple.object) for triple in result)
            return Rows(("subject", "predicate", "object"), triples, "construct")
        case _:
            names = tuple(variable.value for variable in result.variables)
            return Rows(names, tuple(tuple(solution[name] for name in names) for solution in result))


def _explained(message: str, sparql: str) -> str:
    likely = misspelt(sparql)
    if likely:
        (line, column), reason = place(sparql, likely[0]), likely[1]
    elif found := _WHERE.match(message):
        line, column, reason = int(found[1]), int(found[2]), found[3]
        if len(reason) > _LONGEST_HINT:
            reason = "this cannot stand here"
    else:
        return f"the query cannot be read: {message}"
    text = (sparql.splitlines() or [""])[min(line, len(sparql.splitlines()) or 1) - 1]
    return f"line {line}, column {column} of the query: {reason}\n  {text}\n  {' ' * (column - 1)}^"
