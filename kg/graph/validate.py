"""Holds a graph and its evidence against `ontology/shapes.ttl`. The one door to pySHACL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from kg.graph.as_rdflib import rdflib_copy
from kg.paths import ontology_path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that a shape objects to: the thing, the property (or "") and the value (or ""), the shape's message.

    severity: "Violation", or "Warning" for what a right graph may have too.
    """

    focus: str
    path: str
    value: str
    message: str
    severity: str = "Violation"


def validate(triples: Iterable[ox.Triple]) -> list[Finding]:
    """Return what the shapes object to in a graph with its evidence, sorted; empty where there is nothing (SHACL)."""
    import pyshacl

    shapes = rdflib.Graph().parse(ontology_path("shapes.ttl"), format="turtle")
    _, report, text = pyshacl.validate(rdflib_copy(triples), shacl_graph=shapes, inference="none", advanced=True)
    if not isinstance(report, rdflib.Graph):
        return [Finding("", "", "", str(text))]
    return sorted(_finding(report, result) for result in report.objects(None, SH.result))


def _finding(report: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    def text(predicate: rdflib.URIRef) -> str:
        value = report.value(result, predicate)
        return "" if value is None else str(value)

    severity = text(SH.resultSeverity).removeprefix(str(SH))
    path = text(SH.resultPath) if isinstance(report.value(result, SH.resultPath), rdflib.URIRef) else ""
    return Finding(text(SH.focusNode), path, text(SH.value), text(SH.resultMessage), severity)
