"""Holds a graph and its evidence against `ontology/shapes.ttl`. The one door to pySHACL.

pySHACL takes half a millisecond a triple and keeps all in rdflib's memory, so a graph is held against the shapes in
portions: some things with all that is said of them and the classes of what they lead to, which is all that a shape
looks at; and in a large graph only what a quick look finds suspicious (`sieve`). Shapes that compare several things
select them with SPARQL: the store answers these over the whole graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDFS, SH

from kg.graph.as_rdflib import rdflib_copy
from kg.graph.query import run
from kg.graph.sieve import Sieve
from kg.graph.store import store_of
from kg.paths import ontology_path
from kg.vocab import RDF as RDF_IRI

_AT_ONCE = 1_000
SHAPES = "https://w3id.org/treaty-kg/shapes"
_TYPE = ox.NamedNode(RDF_IRI + "type")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that a shape objects to: the thing, the property (or "") and the value (or ""), the shape's message.

    severity: "Violation", or "Warning" for what a right graph may have too. component: the IRI of the kind of
    constraint (https://www.w3.org/TR/shacl/#results-source-constraint-component).
    """

    focus: str
    path: str
    value: str
    message: str
    severity: str = "Violation"
    component: str = str(SH.SPARQLConstraintComponent)


def validate(triples: Iterable[ox.Triple]) -> list[Finding]:
    """Return what the shapes object to in a graph with its evidence, sorted; empty where there is nothing (SHACL)."""
    store = store_of(triples)
    return sorted([*compared(store), *validate_things(store, things(store))])


def things(store: ox.Store) -> list[str]:
    """Return the IRIs of all that has a class, sorted."""
    found = {quad.subject for quad in store.quads_for_pattern(None, _TYPE, None)}
    return sorted(thing.value for thing in found if isinstance(thing, ox.NamedNode))


def sieve(store: ox.Store) -> Sieve:
    """Return what finds, of the things of a store, those that may offend against a shape."""
    return Sieve(store, _shapes())


def compared(store: ox.Store) -> list[Finding]:
    """Return what the shapes object to that compare several things (SHACL Advanced Features, section 3.1), sorted."""
    shapes = _shapes()
    found = []
    for shape, target in shapes.subject_objects(SH.target):
        message, severity = str(shapes.value(shape, SH.message)), shapes.value(shape, SH.severity) or SH.Violation
        for (this,) in run(store, str(shapes.value(target, SH.select))).rows:
            if isinstance(this, ox.NamedNode):
                found.append(Finding(this.value, "", this.value, message, _local(severity)))
    return sorted(set(found))


def validate_things(store: ox.Store, iris: Sequence[str]) -> Iterator[Finding]:
    """Yield what the shapes object to in some things of a store, without those that compare several things."""
    shapes = _shapes()
    shapes.remove((None, SH.target, None))
    for start in range(0, len(iris), _AT_ONCE):
        yield from _validated(store, iris[start : start + _AT_ONCE], shapes)


def advice() -> dict[str, str]:
    """Return what to do about a finding, by the shape's message: that of the shape, else that of all shapes."""
    shapes = _shapes()
    general = str(shapes.value(rdflib.URIRef(SHAPES), RDFS.comment))
    found = shapes.subject_objects(SH.message)
    return {str(message): str(shapes.value(shape, SH.description) or general) for shape, message in found}


def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_path("shapes.ttl"), format="turtle")


def _validated(store: ox.Store, iris: Sequence[str], shapes: rdflib.Graph) -> Iterator[Finding]:
    import pyshacl

    data = rdflib_copy(_portion(store, iris))
    # Not pySHACL's own focus_nodes: it looks through that list for every thing that a shape is for.
    _, report, text = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=True, inplace=True)
    if not isinstance(report, rdflib.Graph):
        yield Finding("", "", "", str(text))
        return
    wanted = set(iris)
    found = (_finding(report, result) for result in report.objects(None, SH.result))
    yield from (finding for finding in found if finding.focus in wanted)


def _portion(store: ox.Store, iris: Sequence[str]) -> Iterator[ox.Quad]:
    """Yield what is said of some things, and of which classes the things are that they lead to."""
    seen = {ox.NamedNode(iri) for iri in iris}
    beside = set()
    for iri in iris:
        for quad in store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph()):
            yield quad
            if isinstance(quad.object, ox.NamedNode) and quad.predicate != _TYPE and quad.object not in seen:
                beside.add(quad.object)
    for other in beside:
        yield from store.quads_for_pattern(other, _TYPE, None, ox.DefaultGraph())


def _finding(report: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    def text(predicate: rdflib.URIRef) -> str:
        value = report.value(result, predicate)
        return "" if value is None else str(value)

    path = text(SH.resultPath) if isinstance(report.value(result, SH.resultPath), rdflib.URIRef) else ""
    severity, component = text(SH.resultSeverity), text(SH.sourceConstraintComponent)
    return Finding(text(SH.focusNode), path, text(SH.value), text(SH.resultMessage), _local(severity), component)


def _local(severity: rdflib.term.Node | str) -> str:
    return str(severity).removeprefix(str(SH))
