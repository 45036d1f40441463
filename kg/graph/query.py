"""SPARQL on a graph: queries as text, and the named ones of `ontology/queries/`."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.offline import asks_elsewhere
from kg.graph.rows import Rows, render
from kg.paths import ontology_path
from kg.vocab import PREFIXES

__all__ = ["NamedQuery", "Rows", "named_queries", "named_query", "render", "run"]

_WHERE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_STATED_ORDER = re.compile(r"\border\s+by\b", re.IGNORECASE)
_LONGEST_HINT = 160  # what the parser expected may be a list of all characters that it allows


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One file of `ontology/queries/`: its name (`kg query --name`), its first comment line, its SPARQL."""

    name: str
    title: str
    sparql: str


def named_queries() -> list[tuple[str, str]]:
    """Return the name and title of every named query, sorted by name."""
    return [(query.name, query.title) for query in _named()]


def named_query(name: str) -> str:
    """Return the SPARQL of a named query; QueryError with the names that there are for another name."""
    queries = {query.name: query.sparql for query in _named()}
    if name not in queries:
        raise QueryError(f"there is no query named {name!r}; there are: {', '.join(queries)}")
    return queries[name]


def run(store: ox.Store, sparql: str) -> Rows:
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
    if _STATED_ORDER.search(sparql):
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
    found = _WHERE.match(message)
    if not found:
        return f"the query cannot be read: {message}"
    line, column, reason = int(found[1]), int(found[2]), found[3]
    if "Prefix not found" in reason:
        reason = f"unknown prefix; known without a declaration: {', '.join(PREFIXES)}"
    elif len(reason) > _LONGEST_HINT:
        reason = "this cannot stand here"
    text = (sparql.splitlines() or [""])[min(line, len(sparql.splitlines()) or 1) - 1]
    return f"line {line}, column {column} of the query: {reason}\n  {text}\n  {' ' * (column - 1)}^"


def _named() -> list[NamedQuery]:
    found = []
    for path in sorted(ontology_path("queries").glob("*.rq")):
        sparql = path.read_text(encoding="utf-8")
        found.append(NamedQuery(path.stem, sparql.partition("\n")[0].removeprefix("#").strip(), sparql))
    return found
