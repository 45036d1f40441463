"""Turtle files: sorted, prefixed, one value a line, byte-identical for the same triples in any order.

pyoxigraph's own writer puts all values of a property on one line, which makes differences between two graphs hard to
read, and escapes local names where the whole IRI is clearer.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TypeVar

import pyoxigraph as ox

from kg.graph.terms import TYPE, Document, Row, document_of
from kg.vocab import PREFIXES, XSD

# The folder that a thing is in: a base and a kind. The kind gives a prefix, e.g. `official:`.
_FOLDER = re.compile(r"(.*/)([a-z][a-z-]*)")
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_SPACE = re.compile(r".*[/#]")

# Literals that Turtle lets stand without quotes, https://www.w3.org/TR/turtle/#abbrev
_BARE = {XSD + "integer": re.compile(r"[+-]?[0-9]+"), XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+")}
_AT_ONCE = 2_000  # texts that are put together before they are written to a file
NO_NOTES: Mapping[Row, str] = {}
Item = TypeVar("Item")


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Return triples as UTF-8 Turtle (https://www.w3.org/TR/turtle/), sorted, without duplicates.

    Namespaces of the vocabulary get their usual prefixes, the kinds of instances one each; only what is in use is
    declared. ValueError for a blank node: its name would differ between runs.
    """
    document = document_of(triples)
    terms = Terms(document)
    body = "".join(statements(terms, subject, rows) for subject, rows in document.blocks)
    return (terms.head() + body).encode()


def write_turtle(triples: Iterable[ox.Triple], path: Path) -> None:
    """Write triples to a file as `turtle` gives them."""
    path.write_bytes(turtle(triples))


def write_document(document: Document, path: Path) -> None:
    """Write a document to a file as `turtle` gives its triples, without ever holding the whole text."""
    terms = Terms(document)
    with path.open("wb") as file:
        write_headed(terms, (statements(terms, *block) for block in document.blocks), file, folder=path.parent)


def write_headed(
    terms: Terms, body: Iterable[str], file: IO[bytes], first: str = "", folder: Path | None = None
) -> None:
    """Write a body of Turtle after the declarations of the prefixes that it turns out to use.

    first: what stands before these. folder: where the body is kept meanwhile; the system's own place where None.
    """
    with TemporaryFile(dir=folder) as kept:
        write_texts(body, kept)
        kept.seek(0)
        file.write((first + terms.head()).encode())
        shutil.copyfileobj(kept, file, 1 << 20)


def write_texts(texts: Iterable[str], file: IO[bytes]) -> None:
    """Write texts one after another as UTF-8, many at once."""
    for several in batched(texts, _AT_ONCE):
        file.write("".join(several).encode())


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield the items in lists of `size`; the last one may be shorter."""
    rest = iter(items)
    while several := list(islice(rest, size)):
        yield several


class Terms(dict[str, str]):
    """IRIs and typed values (terms of `kg.graph.terms`) as Turtle writes them, each made when it is first met."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        prefixes = {**PREFIXES, **_instance_prefixes(document)}
        self._prefix_of = {space: prefix for prefix, space in prefixes.items()}
        self._used: set[str] = set()

    def __missing__(self, term: str) -> str:
        text = self[term] = self._iri(term[1:-1]) if term.startswith("<") else self._typed(term)
        return text

    def head(self) -> str:
        """Return the declarations of the prefixes that were needed, sorted."""
        used = sorted((prefix, space) for space, prefix in self._prefix_of.items() if prefix in self._used)
        return "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in used)

    def _iri(self, iri: str) -> str:
        space = _SPACE.match(iri)
        prefix = self._prefix_of.get(space[0]) if space else None
        if space is None or prefix is None or not _LOCAL.fullmatch(iri, space.end()):
            return f"<{iri}>"
        self._used.add(prefix)
        return f"{prefix}:{iri[space.end() :]}"

    def _typed(self, term: str) -> str:
        quoted, _, datatype = term[:-1].rpartition("^^<")
        if datatype in _BARE and _BARE[datatype].fullmatch(quoted[1:-1]):
            return quoted[1:-1]
        return f"{quoted}^^{self[f'<{datatype}>']}"


def statements(terms: Terms, subject: str, rows: Iterable[Row], notes: Mapping[Row, str] = NO_NOTES) -> str:
    """Return the statements on one subject, after an empty line; several values of a property each on a line.

    notes: what stands behind the value of a row, in Turtle.
    """
    return f"\n{terms[subject]} " + " ;\n  ".join(phrases(terms, rows, notes)) + " .\n"


def phrases(terms: Terms, rows: Iterable[Row], notes: Mapping[Row, str] = NO_NOTES) -> list[str]:
    """Return each predicate with its values; `notes` as in `statements`."""
    values: dict[str, list[str]] = {}
    for predicate, value in rows:
        # Texts, with or without a language, stand as they are; keeping them would fill the memory.
        text = terms[value] if value[-1] == ">" else value
        values.setdefault(predicate, []).append(text + notes.get((predicate, value), ""))
    lines = []
    for predicate, several in values.items():
        if predicate == TYPE:
            lines.append("a " + ", ".join(several))
        elif len(several) == 1:
            lines.append(f"{terms[f'<{predicate}>']} {several[0]}")
        else:
            lines.append(f"{terms[f'<{predicate}>']}\n    " + ",\n    ".join(several))
    return lines


def _instance_prefixes(document: Document) -> dict[str, str]:
    """Return a prefix for each folder of instances beside the ones that subjects are in; of two of a name neither."""
    subjects = _folders(document.subjects)
    bases = {base for base, _ in subjects}
    folders: dict[str, set[str]] = {}
    for base, name in subjects | _folders(document.values):
        if base in bases:
            folders.setdefault(name, set()).add(f"{base}{name}/")
    return {name: min(spaces) for name, spaces in folders.items() if len(spaces) == 1 and name not in PREFIXES}


def _folders(terms: Iterable[str]) -> set[tuple[str, str]]:
    """Return the base and the name of each folder that holds one of the IRIs."""
    folders = {term[1:-1].rpartition("/")[0] for term in terms if not term.endswith("/>")}
    return {(step[1], step[2]) for step in map(_FOLDER.fullmatch, folders) if step}
