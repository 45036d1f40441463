"""Turtle files: sorted, prefixed, one value a line, byte-identical for the same triples in any order.

pyoxigraph's own writer is faster, but puts all values of a property on one line, which makes differences between two
graphs hard to read, and escapes local names where the whole IRI is clearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kg.graph.emit import triple_key
from kg.vocab import PREFIXES, RDF, XSD

# The base, the kind and the name of a thing: the kind gives a prefix, e.g. `official:`.
_STEP = re.compile(r"(.*/)([a-z][a-z-]*)/([^/]+)$")
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_SPACE = re.compile(r".*[/#]")

# Literals that Turtle lets stand without quotes, https://www.w3.org/TR/turtle/#abbrev
_BARE = {XSD + "integer": re.compile(r"[+-]?[0-9]+"), XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+")}


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Return triples as UTF-8 Turtle (https://www.w3.org/TR/turtle/), sorted, without duplicates.

    Namespaces of the vocabulary get their usual prefixes, the kinds of instances one each; only what is in use is
    declared. ValueError for a blank node: its name would differ between runs.
    """
    ordered = sorted(set(triples), key=triple_key)
    if any(isinstance(term, ox.BlankNode) for triple in ordered for term in (triple.subject, triple.object)):
        raise ValueError("a blank node cannot be written: give it an IRI")
    terms = _Terms({**PREFIXES, **_instance_prefixes(ordered)})
    body = "".join(_block(terms, list(group)) for _, group in groupby(ordered, key=lambda triple: triple.subject))
    head = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in terms.in_use())
    return (head + body).encode()


def write_turtle(triples: Iterable[ox.Triple], path: Path) -> None:
    """Write triples to a file as `turtle` gives them."""
    path.write_bytes(turtle(triples))


class _Terms:
    """Writes terms, each once, and remembers the prefixes that they needed."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefix_of = {space: prefix for prefix, space in prefixes.items()}
        self._written: dict[object, str] = {}
        self._used: set[str] = set()

    def __call__(self, term: object) -> str:
        """Return a term as Turtle writes it."""
        text = self._written.get(term)
        if text is None:
            text = self._written[term] = self._write(term)
        return text

    def in_use(self) -> Iterator[tuple[str, str]]:
        """Yield the prefixes that were needed, with their namespaces, sorted."""
        yield from sorted((prefix, space) for space, prefix in self._prefix_of.items() if prefix in self._used)

    def _write(self, term: object) -> str:
        if isinstance(term, ox.NamedNode):
            return self._iri(term.value)
        if isinstance(term, ox.Literal) and not term.language:
            datatype = term.datatype.value
            if datatype in _BARE and _BARE[datatype].fullmatch(term.value):
                return term.value
            if datatype != XSD + "string":
                return f"{ox.Literal(term.value)}^^{self(term.datatype)}"
        return str(term)

    def _iri(self, iri: str) -> str:
        space = _SPACE.match(iri)
        prefix = self._prefix_of.get(space[0]) if space else None
        if space is None or prefix is None or not _LOCAL.fullmatch(iri, space.end()):
            return f"<{iri}>"
        self._used.add(prefix)
        return f"{prefix}:{iri[space.end() :]}"


def _block(terms: _Terms, triples: Sequence[ox.Triple]) -> str:
    """Return the statements on one subject, after an empty line; several values of a property each on a line."""
    lines = []
    for predicate, group in groupby(triples, key=lambda triple: triple.predicate):
        values = [terms(triple.object) for triple in group]
        if predicate.value == RDF + "type":
            lines.append("a " + ", ".join(values))
        elif len(values) == 1:
            lines.append(f"{terms(predicate)} {values[0]}")
        else:
            lines.append(f"{terms(predicate)}\n    " + ",\n    ".join(values))
    return f"\n{terms(triples[0].subject)} " + " ;\n  ".join(lines) + " .\n"


def _instance_prefixes(triples: Iterable[ox.Triple]) -> dict[str, str]:
    """Return a prefix for each folder of instances beside the ones that subjects are in; of two of a name neither."""
    subjects: set[str] = set()
    iris: set[str] = set()
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            subjects.add(triple.subject.value)
        if isinstance(triple.object, ox.NamedNode):
            iris.add(triple.object.value)
    bases = {step[1] for step in map(_STEP.match, subjects) if step}
    folders: dict[str, set[str]] = {}
    for step in map(_STEP.match, subjects | iris):
        if step and step[1] in bases:
            folders.setdefault(step[2], set()).add(f"{step[1]}{step[2]}/")
    return {name: min(spaces) for name, spaces in folders.items() if len(spaces) == 1 and name not in PREFIXES}
