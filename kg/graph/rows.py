"""The rows of a query's answer, and how they are written: an aligned table, Markdown, CSV, TSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.values import Term, Value, python_value
from kg.nearest import nearest
from kg.vocab import PREFIXES, XSD


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: the variables' names, and a row of terms for each solution (None: not bound).

    kind: "select", "ask" (one variable, `answer`, with an xsd:boolean) or "construct" (subject, predicate, object).
    more: there were more rows than were asked for.
    notes: what is to be told beside the answer, such as what names in the question were taken for.

    Iterating gives each row as a dictionary from the variables' names to Python values (`kg.graph.values`); `len` tells
    how many there are, an index gives one of them, a slice some, `str` shows them as an aligned table. An answer is
    true where it has rows; that to ASK where it is yes.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    kind: str = "select"
    more: bool = False
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[dict[str, Value | None]]:
        """Yield each row by variable."""
        return (self[number] for number in range(len(self)))

    @overload
    def __getitem__(self, at: int) -> dict[str, Value | None]: ...
    @overload
    def __getitem__(self, at: slice) -> Rows: ...
    def __getitem__(self, at: int | slice) -> dict[str, Value | None] | Rows:
        """Return a row, counted from 0, or from -1 backwards (IndexError where there is none); or rows of a slice."""
        if isinstance(at, slice):
            return replace(self, rows=self.rows[at])
        return {name: _value(term) for name, term in zip(self.variables, self.rows[at], strict=True)}

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def __bool__(self) -> bool:
        """Tell whether there are rows; for ASK, its answer."""
        return bool(self[0]["answer"]) if self.kind == "ask" else bool(self.rows)

    def __str__(self) -> str:
        """Return the rows as an aligned table."""
        return render(self).rstrip("\n")

    def column(self, name: str) -> list[Value | None]:
        """Return the values of one variable; QueryError where there is none of this name."""
        if name not in self.variables:
            there = ", ".join(self.variables)
            raise QueryError(f"the answer has no column {name!r}{nearest(name, self.variables)}; there are: {there}")
        at = self.variables.index(name)
        return [_value(row[at]) for row in self.rows]


def render(rows: Rows, form: str = "table") -> str:
    """Return rows as text, its last line break included.

    form: "table" (for eyes), "markdown", "csv" and "tsv" (https://www.w3.org/TR/sparql11-results-csv-tsv/), "json"
    (https://www.w3.org/TR/sparql11-results-json/). QueryError for another one.

    The specifications say nothing of the CSV and TSV of ASK, and nothing of triples: ASK is one column, `answer`, with
    true or false; triples are three columns.
    """
    if form not in _WRITERS:
        raise QueryError(f"there is no format {form!r}; there are: {', '.join(_WRITERS)}")
    return _WRITERS[form](rows)


def short(term: Term | None, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return a term for eyes: a prefixed name where a prefix is known, a literal's text without quotes, "" for None."""
    match term:
        case None:
            return ""
        case ox.Literal():
            return term.value
        case ox.NamedNode():
            for prefix, iri in prefixes.items():
                if term.value.startswith(iri) and "/" not in term.value[len(iri) :]:
                    return f"{prefix}:{term.value[len(iri) :]}"
            return term.value
    return str(term)


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes: wide East Asian characters two, combining marks none."""
    if text.isascii():
        return len(text)
    width = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
            continue
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return width


def _value(term: Term | None) -> Value | None:
    return None if term is None else python_value(term)


def _cells(rows: Rows) -> list[list[str]]:
    return [[" ".join(short(term).split()) for term in row] for row in rows.rows]


def aligned(head: Sequence[str], lines: Iterable[Sequence[str]]) -> list[str]:
    """Return lines of cells as lines of text with aligned columns, under their heads and a rule."""
    cells = [head, *lines]
    widths = [max(display_width(line[column]) for line in cells) for column in range(len(head))]
    cells.insert(1, ["-" * width for width in widths])
    return [
        "  ".join(cell + " " * (width - display_width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]


def _table(rows: Rows) -> str:
    count = len(rows.rows)
    lines = [*aligned(rows.variables, _cells(rows)), f"({count} {'row' if count == 1 else 'rows'})"]
    return "".join(f"{line}\n" for line in lines)


def _markdown(rows: Rows) -> str:
    lines = [list(rows.variables), ["---"] * len(rows.variables)]
    lines += [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in line] for line in _cells(rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _csv(rows: Rows) -> str:
    """Write CSV: texts without their languages and datatypes, lines that end as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.variables)
    writer.writerows([_plain(term) for term in row] for row in rows.rows)
    return out.getvalue()


def _plain(term: Term | None) -> str:
    match term:
        case None:
            return ""
        case ox.NamedNode() | ox.Literal():
            return term.value
    return str(term)


def _tsv(rows: Rows) -> str:
    """Write TSV: terms as in Turtle, in which a tab inside a text is an escape."""
    lines = ["\t".join(f"?{name}" for name in rows.variables)]
    lines += ["\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows.rows]
    return "".join(f"{line}\n" for line in lines)


def _json(rows: Rows) -> str:
    if rows.kind == "ask":
        (value,) = rows.rows[0]
        answer: dict[str, object] = {"head": {}, "boolean": isinstance(value, ox.Literal) and value.value == "true"}
    else:
        bindings = [
            {name: _binding(term) for name, term in zip(rows.variables, row, strict=True) if term is not None}
            for row in rows.rows
        ]
        answer = {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _binding(term: Term) -> dict[str, object]:
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Triple():  # SPARQL 1.2
            parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
            return {"type": "triple", "value": {name: _binding(part) for name, part in parts.items()}}
    binding: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype.value != XSD + "string":
        binding["datatype"] = term.datatype.value
    return binding


_WRITERS: Mapping[str, Callable[[Rows], str]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "markdown": _markdown,
}
FORMATS = tuple(_WRITERS)
