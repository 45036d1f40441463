"""The triples of a graph's files one after the other, in the files' order, without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import file_digest, sha256
from io import BufferedReader
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.turtlefiles import TURTLE_FILES, unchanged


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a folder's files, which stay those of one build while a new one takes their names.

    digest: of the content, hexadecimal. count: how many lines `lines` gives; a triple of both files is counted twice.
    """

    files: tuple[BufferedReader, ...]
    digest: str
    count: int

    def lines(self, skip: int = 0) -> Iterator[str]:
        """Yield the triples but the first ones as lines of N-Triples; the same files give the same lines.

        "<" in a literal is written as an escape: Virtuoso takes data in which "<html" stands for a web page.
        """
        return map(_line, islice(chain.from_iterable(map(parsed, self.files)), skip, None))


@contextmanager
def open_triples(folder: Path) -> Iterator[Triples]:
    """Give the triples of the graph in a folder, all read once, so that they are known to be good.

    Raises GraphError where there is no graph, or one that is no valid Turtle or has blank nodes: these would be other
    ones each time they are sent.
    """
    with open_files(folder) as files:
        yield Triples(files, _digest(files), sum(map(_count, files)))


@contextmanager
def open_files(folder: Path) -> Iterator[tuple[BufferedReader, ...]]:
    """Give the files of one build, whatever takes their names meanwhile; GraphError where they cannot be opened."""
    with ExitStack() as stack:
        try:
            files, _ = unchanged(
                folder, lambda: [stack.enter_context((folder / name).open("rb")) for name in TURTLE_FILES]
            )
        except OSError as error:
            raise GraphError(f"the graph in {folder} cannot be read: {error}") from error
        yield tuple(files)


def parsed(file: BufferedReader) -> Iterator[ox.Quad]:
    """Yield the triples of a Turtle file, from its beginning; GraphError where it is no valid Turtle."""
    file.seek(0)
    try:
        yield from ox.parse(input=file, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphError(f"{file.name} is no valid Turtle ({error}): build the graph again") from error


def _digest(files: Iterable[BufferedReader]) -> str:
    return sha256("".join(file_digest(file, "sha256").hexdigest() for file in files).encode()).hexdigest()


def _count(file: BufferedReader) -> int:
    count = 0
    for triple in parsed(file):
        count += 1
        if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
            raise GraphError(f"{file.name} has a blank node ({triple}), which cannot be pushed: build the graph again")
    return count


def _line(triple: ox.Quad) -> str:
    return f"{triple.subject} {triple.predicate} {_text(triple.object)} .\n"


def _text(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    text = str(value)
    if isinstance(value, ox.Literal) and "<" in value.value:
        quoted, quote, kind = text.rpartition('"')
        return quoted.replace("<", "\\u003C") + quote + kind
    return text
