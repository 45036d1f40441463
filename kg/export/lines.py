"""N-Triples and N-Quads: one statement a line, sorted (https://www.w3.org/TR/n-triples/, https://www.w3.org/TR/n-quads/)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from kg.export.named import named_graphs
from kg.export.source import Source, full
from kg.export.turtle import write_texts


def write_ntriples(source: Source, file: IO[bytes]) -> None:
    """Write each triple as a line."""
    lines = (_line(iri, full(name), str(value)) for iri, rows in source.descriptions() for name, value in rows)
    write_texts(lines, file)


def write_nquads(source: Source, file: IO[bytes]) -> None:
    """Write each triple as a line, with the graphs of `kg.export.named`."""
    write_texts(_quads(source), file)


def _quads(source: Source) -> Iterator[str]:
    for graph, descriptions in named_graphs(source):
        name = f" <{graph}>" if graph else ""
        for iri, rows in descriptions:
            for predicate, value in rows:
                yield _line(iri, full(predicate), f"{value}{name}")


def _line(subject: str, predicate: str, rest: str) -> str:
    return f"<{subject}> <{predicate}> {rest} .\n"
