"""Turtle and TriG: sorted, with prefixes (https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from kg.export.named import named_graphs
from kg.export.source import Source, as_block
from kg.export.turtle import Terms, statements, write_headed


def write_turtle_of(source: Source, file: IO[bytes]) -> None:
    """Write Turtle, of one part the same bytes as a build's graph.ttl or evidence.ttl."""
    document = source.document()
    terms = Terms(document)
    write_headed(terms, (statements(terms, *block) for block in document.blocks), file)


def write_trig(source: Source, file: IO[bytes]) -> None:
    """Write TriG with the graphs of `kg.export.named`."""
    terms = Terms(source.document())
    write_headed(terms, _graphs(source, terms), file)


def _graphs(source: Source, terms: Terms) -> Iterator[str]:
    for graph, descriptions in named_graphs(source):
        texts = (statements(terms, *as_block(description)) for description in descriptions)
        if not graph:
            yield from texts
        elif inside := [text.replace("\n", "\n  ").rstrip(" ") for text in texts]:
            yield f"\n{terms[f'<{graph}>']} {{{''.join(inside)}}}\n".replace("\n  \n", "\n\n")
