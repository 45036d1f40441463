"""The answer to a query in any format: as rows, or where it consists of triples as Turtle and N-Triples."""

from __future__ import annotations

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export.turtle import turtle
from kg.graph import rows as as_rows
from kg.graph.rows import Rows

TRIPLES = ("turtle", "ntriples")
FORMATS = (*as_rows.FORMATS, *TRIPLES)


def render(answer: Rows, form: str = "table") -> str:
    """Return an answer as text, its last line break included.

    form: one of FORMATS. "turtle" and "ntriples" (canonical, https://www.w3.org/TR/n-triples/#canonical-ntriples) are
    sorted, and for CONSTRUCT and DESCRIBE only. QueryError for another form, and for blank nodes in these two: their
    names would differ between runs.
    """
    if form not in FORMATS:
        raise QueryError(f"there is no format {form!r}; there are: {', '.join(FORMATS)}")
    if form not in TRIPLES:
        return as_rows.render(answer, form)
    triples = _triples(answer, form)
    if form == "turtle":
        return turtle(triples).decode()
    return "".join(sorted({f"{triple} .\n" for triple in triples}))


def _triples(answer: Rows, form: str) -> list[ox.Triple]:
    if answer.kind != "construct":
        raise QueryError(f"{form} holds triples: ask with CONSTRUCT or DESCRIBE, or take csv, tsv or json for rows")
    triples = [ox.Triple(*row) for row in answer.rows]  # type: ignore[arg-type]  # what CONSTRUCT gives fits
    if any(isinstance(part, ox.BlankNode) for row in answer.rows for part in row):
        raise QueryError(f"{form} is written without blank nodes: name things with IRIs in the CONSTRUCT template")
    return triples
