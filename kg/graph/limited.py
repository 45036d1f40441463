"""The first rows of a query's answer, for those who cannot take answers of any length."""

from __future__ import annotations

from itertools import islice

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.offline import asks_elsewhere
from kg.graph.query import run
from kg.graph.rows import Rows
from kg.vocab import PREFIXES


def run_first(store: ox.Store, sparql: str, most: int) -> tuple[Rows, bool]:
    """Run SPARQL as `run` does, and stop looking after `most` rows; returns the rows, and whether there are more.

    Rows come as the query orders them, else as they are found. Raises QueryError as `run` does.
    """
    if asks_elsewhere(sparql):
        return run(store, sparql), False  # it refuses, and says why
    try:
        result = store.query(sparql, prefixes=dict(PREFIXES))
        if isinstance(result, ox.QueryBoolean):
            return run(store, sparql), False
        if isinstance(result, ox.QueryTriples):
            triples = list(islice(((one.subject, one.predicate, one.object) for one in result), most + 1))
            return Rows(("subject", "predicate", "object"), tuple(triples[:most]), "construct"), len(triples) > most
        names = tuple(variable.value for variable in result.variables)
        rows = list(islice((tuple(solution[name] for name in names) for solution in result), most + 1))
        return Rows(names, tuple(rows[:most])), len(rows) > most
    except SyntaxError:
        return run(store, sparql), False  # it fails again, and says where and what was likely meant
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
