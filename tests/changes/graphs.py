"""Small graphs to compare: things with facts, each fact with the passages that say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.export.turtle import write_turtle
from kg.graph.iris import Iris
from kg.graph.turtlefiles import EVIDENCE_FILE, GRAPH_FILE

BASE = "https://example.org"
IRIS = Iris(BASE)
Terms = ox.NamedNode | ox.Literal


@dataclass(frozen=True)
class Said:
    """A fact: subject ("official/a"), predicate, object (a thing, "kg:Happened", or a date), and who says it where.

    passages: (article, start, end).
    """

    subject: str
    predicate: str
    value: str
    passages: tuple[tuple[str, int, int], ...]


def iri(name: str) -> ox.NamedNode:
    return ox.NamedNode(vocab.iri(name[3:]) if name.startswith("kg:") else f"{BASE}/{name}")


def value_of(text: str) -> Terms:
    if text[0].isdigit():
        return ox.Literal(text, datatype=ox.NamedNode(vocab.XSD + "date"))
    return iri(text)


def write_graph(folder: Path, labels: Mapping[str, tuple[str, str]], said: Iterable[Said]) -> Path:
    """Write a graph. labels: the things with their class and label. Returns the folder."""
    said = list(said)
    folder.mkdir(parents=True)
    write_turtle(_graph(labels, said), folder / GRAPH_FILE)
    write_turtle(_evidence(said), folder / EVIDENCE_FILE)
    return folder


def _graph(labels: Mapping[str, tuple[str, str]], said: Iterable[Said]) -> list[ox.Triple]:
    label, kind = ox.NamedNode(vocab.RDFS + "label"), ox.NamedNode(vocab.RDF + "type")
    found = [ox.Triple(iri(thing), label, ox.Literal(text, language="en")) for thing, (_, text) in labels.items()]
    for thing, (own, _) in labels.items():
        found += [ox.Triple(iri(thing), kind, iri(f"kg:{one}")) for one in (own, *vocab.superclasses(own))]
    for fact in said:
        found.append(ox.Triple(iri(fact.subject), iri(f"kg:{fact.predicate}"), value_of(fact.value)))
        for article, _, _ in fact.passages:
            found.append(ox.Triple(iri(f"article/{article}"), kind, iri("kg:Article")))
            name = ox.NamedNode(vocab.DCTERMS + "identifier")
            found.append(ox.Triple(iri(f"article/{article}"), name, ox.Literal(f"{article}.txt")))
    return found


def _evidence(said: Iterable[Said]) -> list[ox.Triple]:
    found = []
    rdf = {name: ox.NamedNode(vocab.RDF + name) for name in ("subject", "predicate", "object", "type")}
    for fact in said:
        triple = (iri(fact.subject), iri(f"kg:{fact.predicate}"), value_of(fact.value))
        claim = ox.NamedNode(IRIS.claim(*map(str, triple)))
        rows: list[tuple[ox.NamedNode, Terms]] = [
            (rdf["type"], iri("kg:Claim")),
            *zip((rdf["subject"], rdf["predicate"], rdf["object"]), triple, strict=True),
            (iri("kg:confidence"), ox.Literal("0.9", datatype=ox.NamedNode(vocab.XSD + "decimal"))),
            (iri("kg:independentSources"), ox.Literal(len(fact.passages))),
        ]
        for article, start, end in fact.passages:
            passage = ox.NamedNode(f"{BASE}/article/{article}#char={start},{end}")
            rows.append((iri("kg:evidence"), passage))
            words: list[tuple[ox.NamedNode, Terms]] = [
                (rdf["type"], iri("kg:Passage")),
                (ox.NamedNode(vocab.OA + "exact"), ox.Literal(f"words {start} of {article}")),
                (ox.NamedNode(vocab.OA + "start"), ox.Literal(start)),
                (ox.NamedNode(vocab.OA + "end"), ox.Literal(end)),
                (ox.NamedNode(vocab.OA + "hasSource"), iri(f"article/{article}")),
            ]
            found += [ox.Triple(passage, predicate, value) for predicate, value in words]
        found += [ox.Triple(claim, predicate, value) for predicate, value in rows]
    return found
