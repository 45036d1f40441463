"""What is exported: the graph of a store, thing by thing in one order, without holding it all as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from kg import vocab
from kg.errors import ExportError
from kg.graph.access import Value, subjects
from kg.graph.terms import TYPE, Block, Document

_DECIMAL = vocab.XSD + "decimal"
PARTS = ("both", "graph", "evidence")
Quoted = tuple[str, Value]  # predicate's IRI (TYPE for rdf:type, so that it sorts first) and the value


@dataclass(frozen=True)
class Source:
    """A graph to write. part: "graph" (what is), "evidence" (claims and passages: why) or "both"."""

    store: ox.Store
    part: str = "both"

    @cached_property
    def evidence(self) -> frozenset[str]:
        """The IRIs of the claims and passages."""
        found = (subjects(self.store, vocab.RDF + "type", vocab.iri(name)) for name in ("Claim", "Passage"))
        return frozenset(iri for several in found for iri in several)

    @cached_property
    def things(self) -> tuple[str, ...]:
        """The IRIs of all that the graph says something of, claims and passages aside, in the order of terms."""
        return tuple(iri for iri in self._subjects if iri not in self.evidence)

    @cached_property
    def described(self) -> tuple[str, ...]:
        """The IRIs of what the asked part describes, in the order of terms."""
        if self.part == "both":
            return self._subjects
        wanted = self.part == "evidence"
        return tuple(iri for iri in self._subjects if (iri in self.evidence) == wanted)

    @cached_property
    def _subjects(self) -> tuple[str, ...]:
        found = {quad.subject for quad in self.store.quads_for_pattern(None, None, None)}
        return tuple(term[1:-1] for term in sorted(map(str, found)))

    def rows(self, iri: str) -> list[Quoted]:
        """Return what is said of a thing, sorted as in Turtle: rdf:type, then by predicate and value."""
        rows = []
        for quad in self.store.quads_for_pattern(ox.NamedNode(iri), None, None):
            value = quad.object
            if not isinstance(value, ox.NamedNode | ox.Literal):
                raise ExportError(f"{iri} has a value without an IRI ({value}): build the graph again")
            predicate = quad.predicate.value
            if isinstance(value, ox.Literal) and value.datatype.value == _DECIMAL:
                value = _as_built(value)
            rows.append((TYPE if predicate == vocab.RDF + "type" else predicate, value))
        return sorted(rows, key=lambda row: (row[0], str(row[1])))

    def descriptions(self) -> Iterator[tuple[str, list[Quoted]]]:
        """Yield each IRI that the asked part describes, with what it says of it."""
        return ((iri, self.rows(iri)) for iri in self.described)

    def document(self) -> Document:
        """Return the asked part as a document, for the writers of `kg.export.turtle`."""
        return self.document_of(self.descriptions())

    def document_of(self, descriptions: Iterator[tuple[str, list[Quoted]]]) -> Document:
        """Return some descriptions as a document whose prefixes are those of the whole asked part."""
        terms = tuple(f"<{iri}>" for iri in self.described)
        others = terms if self.part == "both" else tuple(f"<{iri}>" for iri in self._subjects)
        return Document(map(as_block, descriptions), terms, others)


def _as_built(number: ox.Literal) -> ox.Literal:
    """Return a decimal with two places at least, as a build writes it: a store gives 0.9 for 0.90."""
    whole, _, places = number.value.partition(".")
    return ox.Literal(f"{whole}.{places:0<2}", datatype=number.datatype)


def as_block(description: tuple[str, list[Quoted]]) -> Block:
    """Return a description as terms."""
    iri, rows = description
    return f"<{iri}>", [(predicate, str(value)) for predicate, value in rows]


def by_predicate(rows: list[Quoted]) -> Mapping[str, list[Value]]:
    """Return what is said of a thing by predicate, in order."""
    found: dict[str, list[Value]] = {}
    for predicate, value in rows:
        found.setdefault(predicate, []).append(value)
    return found


def full(predicate: str) -> str:
    """Return a row's predicate as an IRI."""
    return predicate or vocab.RDF + "type"
