"""The start page, and the frame of the editor, which its scripts fill."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.named import named_queries
from kg.server.pages.html import Html, document, el, join

_SCRIPTS = ("texts.js", "base.js", "complete.js", "editor.js", "results.js", "query.js")


def start(title: str, endpoint: str) -> bytes:
    """Return the start page. title: what the graph is called; endpoint: the address that SPARQL is sent to."""
    return document(
        title,
        el("h2", title),
        el(
            "p",
            "What news articles say of treaties: who negotiated, signed, ratified and left them, and in which words.",
        ),
        el("section", el("h3", "Look at it"), el("ul", *_ways())),
        el("section", el("h3", "Questions"), el("ul", *_questions(), class_="choices")),
        el("section", el("h3", "For programs"), *_programs(endpoint)),
        kind="reading",
    )


def editor() -> bytes:
    """Return the page of the editor."""
    return document("Query", el("noscript", el("p", "The editor needs JavaScript.")), scripts=_SCRIPTS, kind="asking")


def _ways() -> Iterator[Html]:
    for place, name, hint in (
        ("/graph.html", "The picture", "things and what connects them"),
        ("/query", "The query editor", "questions in SPARQL"),
        ("/ontology", "The vocabulary", "what the terms mean"),
    ):
        yield el("li", el("a", name, href=place), f": {hint}")


def _questions() -> Iterator[Html]:
    for query in named_queries():
        yield el("li", el("a", query.title, href=f"/query?name={query.name}"))


def _programs(endpoint: str) -> Iterator[Html]:
    yield el("p", "SPARQL 1.1 Protocol: ", el("code", endpoint))
    example = f"curl {endpoint} --data-urlencode 'query=SELECT ?name {{ ?t a kg:Treaty ; rdfs:label ?name }}'"
    yield el("pre", el("code", example))
    whole = join("The whole graph: ", el("a", "graph.ttl", href="/graph.ttl"), ", with its evidence ")
    yield el("p", whole, el("a", "evidence.ttl", href="/evidence.ttl"))
