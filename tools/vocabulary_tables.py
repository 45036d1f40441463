"""Tables of the ontology's terms, in its own words, for docs/vocabulary.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

_KG = "https://w3id.org/treaty-kg/ontology#"
_TABLE = re.compile(r"(?<=<!-- table: )(\w+)( -->\n).*?(?=<!-- end -->)", re.DOTALL)


def with_tables(page: str, ontology: Path) -> str:
    """The page with each part between `<!-- table: NAME -->` and `<!-- end -->` made anew.

    ontology: kg.ttl. NAME: "classes", "properties" or "values".
    """
    source = ontology.read_text("utf-8")
    graph = Graph().parse(data=source, format="turtle")
    order = {name: at for at, name in enumerate(re.findall(r"^kg:(\w+)\s+a ", source, re.MULTILINE))}
    makers = {"classes": _classes, "properties": _properties, "values": _values}
    return _TABLE.sub(lambda found: found[1] + found[2] + "\n".join(makers[found[1]](graph, order)) + "\n", page)


def _classes(graph: Graph, order: dict[str, int]) -> Iterator[str]:
    yield from ("| class | under | meaning |", "| --- | --- | --- |")
    for term in _terms(graph, order, OWL.Class):
        above = sorted(_short(other) for other in graph.objects(term, RDFS.subClassOf))
        yield f"| `{_short(term)}` | {_code(above)} | {graph.value(term, RDFS.comment)} |"


def _properties(graph: Graph, order: dict[str, int]) -> Iterator[str]:
    yield from ("| property | from | to | meaning |", "| --- | --- | --- | --- |")
    for term in _terms(graph, order, OWL.ObjectProperty, OWL.DatatypeProperty):
        above = graph.value(term, RDFS.subPropertyOf)
        owner = above if above is not None else term
        ends = [_code(_members(graph, graph.value(owner, end))) for end in (RDFS.domain, RDFS.range)]
        kind = f" (a `{_short(above)}`)" if above is not None else ""
        yield f"| `{_short(term)}` | {ends[0]} | {ends[1]} | {graph.value(term, RDFS.comment)}{kind} |"


def _values(graph: Graph, order: dict[str, int]) -> Iterator[str]:
    yield from ("| value | kind | meaning |", "| --- | --- | --- |")
    for term in _terms(graph, order, OWL.NamedIndividual):
        kinds = sorted(_short(kind) for kind in graph.objects(term, RDF.type) if str(kind).startswith(_KG))
        meaning = graph.value(term, RDFS.comment) or graph.value(term, RDFS.label)
        yield f"| `{_short(term)}` | {_code(kinds)} | {meaning} |"


def _terms(graph: Graph, order: dict[str, int], *kinds: URIRef) -> list[URIRef]:
    """The kg: terms of some kinds, in the order of the file."""
    found = {term for kind in kinds for term in graph.subjects(RDF.type, kind)}
    named = [term for term in found if isinstance(term, URIRef) and str(term).startswith(_KG)]
    return sorted(named, key=lambda term: order[term.removeprefix(_KG)])


def _members(graph: Graph, end: Node | None) -> list[str]:
    """The classes of a domain or range: one, or those of a union."""
    if end is None:
        return []
    union = graph.value(end, OWL.unionOf) if isinstance(end, BNode) else None
    return [_short(item) for item in (Collection(graph, union) if union is not None else [end])]


def _short(term: Node) -> str:
    text = str(term)
    return f"kg:{text.removeprefix(_KG)}" if text.startswith(_KG) else Graph().namespace_manager.normalizeUri(text)


def _code(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
