"""One of two graphs that are compared: what it says of the subjects that differ, and of others when they are asked for.

Terms are texts in the form of N-Triples, as in `kg.graph.terms`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.changes.blocks import Blocks
from kg.graph.explanation import Quote
from kg.graph.names import tail
from kg.memory import without_collection

Triple = tuple[str, str, str]
Node = dict[str, list[str]]  # what is said of a subject: objects by predicate, both as terms
_TYPE = f"<{vocab.RDF}type>"
_LABEL = f"<{vocab.RDFS}label>"
_NO_THINGS = frozenset({"Claim", "Passage"})


@dataclass(slots=True)
class Side:
    """One graph. nodes: the subjects that have been looked at, by term. differing: those that are not alike."""

    blocks: Blocks
    nodes: dict[str, Node] = field(default_factory=dict)
    differing: tuple[str, ...] = ()

    def node(self, term: str) -> Node:
        """What the graph says of a subject; empty where it says nothing."""
        if term not in self.nodes:
            self.nodes[term] = {}
            self._take(self.blocks.triples(self.blocks.names_of(term[1:-1])))
        return self.nodes[term]

    def value(self, term: str, predicate: str) -> str:
        """The text or IRI of the first value of a property, "" where there is none."""
        found = self.node(term).get(f"<{predicate}>")
        return text_of(found[0]) if found else ""

    def kind(self, term: str) -> str:
        """The most special class of a thing ("Official"; several joined by "/"), "" for what is no thing."""
        names = [t[1:-1].removeprefix(vocab.KG) for t in self.node(term).get(_TYPE, ()) if t.startswith(f"<{vocab.KG}")]
        kinds = [name for name in names if name in vocab.classes() and name not in _NO_THINGS]
        return "/".join(sorted(k for k in kinds if not any(k in vocab.superclasses(other) for other in kinds)))

    def label(self, term: str) -> str:
        """What a term is called, for eyes."""
        if not term.startswith("<"):
            return text_of(term)
        found = self.node(term).get(_LABEL)
        name = term[1:-1].removeprefix(vocab.KG)
        if found:
            return text_of(found[0])
        return vocab.label(name) if vocab.is_term(name) else tail(name)

    def quote(self, passage: str) -> Quote:
        """The words of a passage."""
        article = f"<{self.value(passage, vocab.OA + 'hasSource')}>"
        start, end = (self.value(passage, vocab.OA + name) or "0" for name in ("start", "end"))
        identifier = self.value(article, vocab.DCTERMS + "identifier") or tail(article[1:-1])
        language = self.value(article, vocab.SCHEMA + "inLanguage")
        return Quote(self.value(passage, vocab.OA + "exact"), identifier, language, int(start), int(end))

    def _take(self, triples: Iterable[ox.Triple]) -> None:
        for triple in triples:
            rows = self.nodes.setdefault(str(triple.subject), {})
            values = rows.setdefault(str(triple.predicate), [])
            values.append(str(triple.object))


def compared(old: Path, new: Path) -> tuple[Side, Side]:
    """Two graphs (folders of results, or Turtle files) with the subjects that differ between them.

    Raises GraphError where one is none.
    """
    with without_collection():
        both = Blocks.read(old), Blocks.read(new)
        sides = Side(both[0]), Side(both[1])
        for side, other in (sides, sides[::-1]):
            side._take(side.blocks.triples(side.blocks.differing(other.blocks)))
        for side in sides:
            side.differing = tuple(sorted(side.nodes))
        return sides


def triples(side: Side) -> set[Triple]:
    """The triples about the subjects that differ."""
    return {
        (subject, predicate, value)
        for subject in side.differing
        for predicate, values in side.nodes[subject].items()
        for value in values
    }


def by_slot(rows: Iterable[Triple]) -> dict[tuple[str, str], set[str]]:
    """The objects of triples by subject and predicate."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, predicate, value in rows:
        found[subject, predicate].add(value)
    return found


def text_of(term: str) -> str:
    """The text of a literal without its language or datatype, an IRI without its brackets."""
    if term.startswith("<"):
        return term[1:-1]
    quoted = term[: term.rindex('"') + 1]
    return _plain(quoted) if "\\" in quoted else quoted[1:-1]


def _plain(quoted: str) -> str:
    (triple,) = ox.parse(f"<urn:a> <urn:b> {quoted} .", format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(triple.object, ox.Literal)
    return triple.object.value
