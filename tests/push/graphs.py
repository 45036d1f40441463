"""A graph to push: the sample, and things whose names are hard to carry."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox

from kg.export.turtle import write_turtle
from kg.graph.emit import emit
from tests.graph.sample import BASE, RESOLUTION, TEXTS

ODD = (
    ("żółć", "pl"),
    ("کاوه\u200cدریابندی", "fa"),
    ("بريطانيا\u200f", "ar"),
    ("条约 𠀋 😀", "zh-Hans"),
    ("e\u0301 decomposed", "fr"),
    ("acordo", "pt-BR"),
    ('he said "no" \\ and \\" left', "en"),
    ("a\nb\tc\rd", "en"),
    ("C:\\users\\u0041 \\", "en"),
    ("<html><body>&amp; \\<br></html> <!-- @prefix -->", "en"),
    ("} ; DROP ALL # '", "en"),
    (" \u00a0\u0085\u2028\ufffd ", "en"),
    ("\x07\x7f", "en"),
    ('$x ?y {z} \'q\' """', "en"),
    ("long " * 3_000, "en"),
)
Triple = tuple[str, str, str]


def write_graph(out: Path) -> None:
    """Write the graph as a build does, but for its page."""
    graph, evidence = emit(RESOLUTION, TEXTS, BASE)
    out.mkdir(parents=True, exist_ok=True)
    write_turtle(graph, out / "graph.ttl")
    write_turtle(evidence, out / "evidence.ttl")
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    with (out / "graph.ttl").open("a", encoding="utf-8", newline="") as file:
        for number, (name, language) in enumerate(ODD):
            subject = ox.NamedNode(f"{BASE}person/odd-{number}-zażółć")
            file.write(f"{ox.Triple(subject, label, ox.Literal(name, language=language))} .\n")


def change_graph(out: Path) -> None:
    """Make it another version: one thing is gone, one has come."""
    path = out / "graph.ttl"
    text = path.read_text("utf-8")
    path.write_text(text.replace("odd-0-", "new-0-"), "utf-8", newline="")


def triples(out: Path) -> set[Triple]:
    """What the graph in a folder says."""
    files = (out / "graph.ttl", out / "evidence.ttl")
    return {as_text(quad.subject, quad.predicate, quad.object) for file in files for quad in ox.parse(path=file)}


def as_text(subject: object, predicate: object, value: object) -> Triple:
    """A triple as text; a decimal has as many places as it needs, since stores keep its value alone."""
    if isinstance(value, ox.Literal) and value.datatype.value.endswith("#decimal"):
        value = ox.Literal(str(Decimal(value.value).normalize()), datatype=value.datatype)
    return str(subject), str(predicate), str(value)
