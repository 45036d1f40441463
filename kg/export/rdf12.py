"""RDF 1.2 in Turtle 1.2: each fact carries its claim as a reifier, and names keep their direction.

https://www.w3.org/TR/rdf12-turtle/#reifying-triples: `s p o ~ claim {| kg:confidence 0.9 ; kg:evidence ... |}`. What
rdf:subject, rdf:predicate and rdf:object say elsewhere, rdf:reifies says here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox

from kg import vocab
from kg.export.direction import is_right_to_left
from kg.export.named import asserted_triples, claimed_triples
from kg.export.source import Quoted, Source, full
from kg.export.turtle import Terms, phrases, statements, write_headed
from kg.graph.access import Value, subjects
from kg.graph.terms import TYPE, Row

_REIFIES = vocab.RDF + "reifies"
_PARTS = {vocab.RDF + name for name in ("subject", "predicate", "object")}
_STATEMENT = (TYPE, f"<{vocab.RDF}Statement>")  # the older way to say what rdf:reifies says


def write_turtle12(source: Source, file: IO[bytes]) -> None:
    """Write Turtle 1.2."""
    terms = Terms(source.document())
    write_headed(terms, _blocks(source, terms), file, 'VERSION "1.2"\n')


def directed(value: Value) -> str:
    """Return a value as a term; a text in a language that runs from right to left says so (rdf:dirLangString)."""
    if isinstance(value, ox.Literal) and value.language and is_right_to_left(value.value, value.language):
        return str(ox.Literal(value.value, language=value.language, direction=ox.BaseDirection.RTL))
    return str(value)


def _blocks(source: Source, terms: Terms) -> Iterator[str]:
    for iri, rows in source.descriptions():
        if vocab.RDF + "subject" in {predicate for predicate, _ in rows}:
            if not any(asserted_triples(source.store, iri)):
                yield _unasserted(source, terms, iri, rows)
        else:
            notes = _notes(source, terms, iri)
            yield statements(terms, f"<{iri}>", [(name, directed(value)) for name, value in rows], notes)


def _notes(source: Source, terms: Terms, thing: str) -> dict[Row, str]:
    """Return what stands behind each fact of a thing: its claim, and what is said of that."""
    notes: dict[Row, str] = {}
    for claim in subjects(source.store, vocab.RDF + "subject", thing):
        said = " ;\n  ".join(phrases(terms, _of_claim(source.rows(claim)))).replace("\n", "\n    ")
        for _, predicate, value in asserted_triples(source.store, claim):
            row = (predicate, directed(value))
            notes[row] = notes.get(row, "") + f"\n    ~ {terms[f'<{claim}>']} {{|\n      {said} |}}"
    return notes


def _unasserted(source: Source, terms: Terms, claim: str, rows: list[Quoted]) -> str:
    """Return a claim whose triple the graph does not assert."""
    reified = [
        f"<<( {terms[f'<{subject}>']} {phrases(terms, [(predicate, directed(value))])[0]} )>>"
        for subject, predicate, value in claimed_triples(source.store, claim)
    ]
    said = statements(terms, f"<{claim}>", _of_claim(rows)).removesuffix(" .\n")
    return f"{said} ;\n  {terms[f'<{_REIFIES}>']} {', '.join(reified)} .\n"


def _of_claim(rows: list[Quoted]) -> list[Row]:
    said = [(predicate, str(value)) for predicate, value in rows if full(predicate) not in _PARTS]
    return [row for row in said if row != _STATEMENT]
