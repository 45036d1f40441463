"""Turtle files in blocks, one for each subject, so that only those that differ need to be parsed.

What a build writes is sorted, with an empty line before each subject: two graphs of a million triples that differ in
little are compared as fast as they are read from disk. Other Turtle is one block, and parsed whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.turtlefiles import TURTLE_FILES

_PREFIX = re.compile(rb"@prefix ([a-z][a-z-]*): <([^<>]*)> \.")
# What no build writes: texts over several lines, and lines that begin otherwise than a block or what goes on in it.
_FOREIGN = re.compile(rb'"""|\'\'\'|^(?!  (?:  )?[^\s#]|[<a-z]|$)|^(?:prefix|base)\s', re.MULTILINE)
_WHOLE = b""  # the name of the one block of a file that is not ours


@dataclass(frozen=True, slots=True)
class Block:
    """What a file says of one subject. file: its place among the files of the graph. text: in Turtle."""

    file: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Blocks:
    """The files of one graph. paths: the files. heads: their declarations of prefixes. by_name: the blocks by their
    subject as it is written; prefixes: what these names may begin with, and the IRI that it stands for."""

    paths: tuple[Path, ...]
    heads: tuple[bytes, ...]
    by_name: Mapping[bytes, tuple[Block, ...]]
    prefixes: Mapping[bytes, frozenset[bytes]]

    @classmethod
    def read(cls, place: Path) -> Blocks:
        """The blocks of a Turtle file, or of the two in a folder of results; GraphError where there are none."""
        paths = tuple(place / name for name in TURTLE_FILES) if place.is_dir() else (place,)
        heads: list[bytes] = []
        by_name: dict[bytes, tuple[Block, ...]] = {}
        prefixes: dict[bytes, frozenset[bytes]] = {}
        for number, path in enumerate(paths):
            head, parts = _parts(_bytes(path))
            heads.append(head)
            for name, text in parts:
                by_name[name] = (*by_name.get(name, ()), Block(number, text))
            for prefix, space in _PREFIX.findall(head):
                prefixes[prefix] = prefixes.get(prefix, frozenset()) | {space}
        return cls(paths, tuple(heads), by_name, prefixes)

    def differing(self, other: Blocks) -> list[bytes]:
        """The names of the blocks that the other graph does not have word for word."""
        shared = self.prefixes.keys() & other.prefixes.keys()
        if any(len(self.prefixes[prefix] | other.prefixes[prefix]) > 1 for prefix in shared):
            return list(self.by_name)  # the same words mean something else there
        return [name for name, blocks in self.by_name.items() if _texts(blocks) != _texts(other.by_name.get(name, ()))]

    def triples(self, names: Iterable[bytes]) -> list[ox.Triple]:
        """The triples of some blocks; GraphError for broken Turtle and for blank nodes."""
        texts: list[list[bytes]] = [[head] for head in self.heads]
        for name in names:
            for block in self.by_name[name]:
                texts[block.file].append(block.text)
        found = []
        for path, several in zip(self.paths, texts, strict=True):
            try:
                found += [quad.triple for quad in ox.parse(b"\n\n".join(several), format=ox.RdfFormat.TURTLE)]
            except SyntaxError as error:
                raise GraphError(f"{path} is no valid Turtle ({error}): mend it, or build the graph again") from error
        for triple in found:
            if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
                raise GraphError("a graph with blank nodes cannot be compared: give them IRIs")
        return found

    def names_of(self, iri: str) -> list[bytes]:
        """The names under which there are blocks of an IRI."""
        text = iri.encode()
        names = [b"<" + text + b">"]
        for prefix, spaces in self.prefixes.items():
            names += [prefix + b":" + text[len(space) :] for space in spaces if text.startswith(space)]
        return [name for name in names if name in self.by_name]


def _texts(blocks: Iterable[Block]) -> tuple[bytes, ...]:
    return tuple(block.text for block in blocks)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise GraphError(f"{path}: no such file; name a folder that kg build wrote, or a Turtle file") from error
    except OSError as error:
        raise GraphError(f"{path}: cannot be read ({error.strerror})") from error


def _parts(data: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The declarations of a file and its blocks with their names."""
    head, _, body = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    lines = head.splitlines()
    if not all(map(_PREFIX.fullmatch, lines)) or _FOREIGN.search(body):
        return b"", [(_WHOLE, data)]
    texts = [text.strip(b"\n") for text in body.split(b"\n\n")]
    if not all(text.endswith(b" .") for text in texts if text):
        return b"", [(_WHOLE, data)]
    return head, [(text.split(None, 1)[0], text) for text in texts if text]
