"""Turtle files: sorted, prefixed, byte-identical for the same triples in any order, a blank line between subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.graph.emit import triple_key
from kg.vocab import PREFIXES

# The base, the kind and the name of a thing: the kind gives a prefix, e.g. `official:`.
_STEP = re.compile(r"(.*/)([a-z][a-z-]*)/([^/]+)$")


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Return triples as UTF-8 Turtle (https://www.w3.org/TR/turtle/), sorted, without duplicates.

    Namespaces of the vocabulary get their usual prefixes, the kinds of instances one each; only what is in
    use is declared. ValueError for a blank node: its name would differ between runs.
    """
    ordered = sorted(set(triples), key=triple_key)
    if any(isinstance(term, ox.BlankNode) for triple in ordered for term in (triple.subject, triple.object)):
        raise ValueError("a blank node cannot be written: give it an IRI")
    prefixes = _prefixes(ordered)
    body = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    assert body is not None
    statements = b"".join(line for line in body.splitlines(keepends=True) if not line.startswith(b"@prefix "))
    declared = [(prefix, iri) for prefix, iri in sorted(prefixes.items()) if f"{prefix}:".encode() in statements]
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in declared)
    # Line breaks inside literals are escaped, so that " ." at the end of a line always ends a subject.
    blocks = statements.replace(b" .\n", b" .\n\n").rstrip(b"\n")
    return head.encode() + (b"\n" + blocks + b"\n" if blocks else b"")


def write_turtle(triples: Iterable[ox.Triple], path: Path) -> None:
    """Write triples to a file as `turtle` gives them."""
    path.write_bytes(turtle(triples))


def _prefixes(triples: Sequence[ox.Triple]) -> dict[str, str]:
    """Return the vocabulary's prefixes, and one for each folder of instances, beside the ones that subjects are in.

    A folder some of whose IRIs could not be abbreviated without escapes gets none, nor do two of one name.
    """
    subjects = {triple.subject.value for triple in triples if isinstance(triple.subject, ox.NamedNode)}
    iris = subjects | {triple.object.value for triple in triples if isinstance(triple.object, ox.NamedNode)}
    bases = {step[1] for step in map(_STEP.match, subjects) if step}
    folders: dict[str, dict[str, bool]] = {}
    for iri in sorted(iris):
        step = _STEP.match(iri)
        if step and step[1] in bases:
            spaces = folders.setdefault(step[2], {})
            space = step[1] + step[2] + "/"
            spaces[space] = spaces.get(space, True) and step[3].replace("-", "").isalnum()
    instances = {
        name: space
        for name, spaces in folders.items()
        for space, plain in spaces.items()
        if plain and len(spaces) == 1 and name not in PREFIXES
    }
    return {**PREFIXES, **instances}
