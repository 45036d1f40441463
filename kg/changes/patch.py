"""A difference for programs: as JSON, and as what makes the new graph of the old one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from kg.changes.difference import Difference
from kg.changes.side import Triple

_TRIPLES = ("added_triples", "withdrawn_triples")


def as_json(found: Difference) -> str:
    """Everything but the triples, of which there are the numbers, as a JSON object."""
    data = {name: value for name, value in asdict(found).items() if name not in _TRIPLES}
    data |= {name: len(getattr(found, name)) for name in _TRIPLES}
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_patch(found: Difference) -> str:
    """RDF Patch (https://afs.github.io/rdf-patch/): one transaction of lines that delete (D) and add (A) a triple."""
    rows = [*_lines("D ", found.withdrawn_triples), *_lines("A ", found.added_triples)]
    return "\n".join(["TX .", *rows, "TC ."])


def as_sparql(found: Difference) -> str:
    """SPARQL 1.1 Update, which every store takes: DELETE DATA and INSERT DATA."""
    parts = (("DELETE", found.withdrawn_triples), ("INSERT", found.added_triples))
    return " ;\n".join(
        "\n".join([f"{verb} DATA {{", *_lines("  ", triples), "}"]) for verb, triples in parts if triples
    )


def _lines(before: str, triples: Iterable[Triple]) -> list[str]:
    return [f"{before}{subject} {predicate} {value} ." for subject, predicate, value in triples]


WRITERS: Mapping[str, Callable[[Difference], str]] = {"json": as_json, "patch": as_patch, "sparql": as_sparql}
