"""The page of one thing: its names, its facts with the words that say them, and every statement about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.export.media import FOR_TRIPLES
from kg.graph.explanation import Explanation, Quote, StatedFact
from kg.graph.names import Thing
from kg.graph.statements import Statement
from kg.server.pages.html import Html, document, el, join, words
from kg.server.pages.links import link


def page(iri: str, explained: Explanation | None, statements: Sequence[Statement], base: str) -> bytes:
    """Return the page of a thing.

    explained: as `kg explain` tells it, None for what has no name (a claim, a passage). statements: on the thing, and
    those that lead to it. base: the IRI under which the graph's things are named.
    """
    if explained is None:
        title, content = iri, Html("")
    else:
        title = explained.thing.label
        content = join(
            el("p", explained.thing.kind_label, class_="quiet"),
            _names(explained),
            _facts(explained, base),
            _mentions(explained),
        )
    return document(
        title,
        words("h2", title),
        el("p", el("code", iri), class_="quiet"),
        content,
        _statements(iri, statements, base, folded=bool(content)),
        _downloads(iri, base),
        kind="reading",
    )


def choices(name: str, found: Sequence[Thing], base: str) -> bytes:
    """Return the page that lists what a name may mean."""
    rows = (
        el("li", link(choice.iri, choice.label, base), " ", el("span", choice.kind_label, class_="quiet"))
        for choice in found
    )
    count = f"{len(found)} thing{'s' * (len(found) != 1)} may be meant by \u201c{name}\u201d"
    return document(name, words("h2", count), el("ul", *rows, class_="choices"), kind="reading")


def _names(explained: Explanation) -> Html:
    same = (el("li", el("a", iri, href=iri, rel="noreferrer")) for iri in explained.same_as if iri.startswith("http"))
    rows = (
        join(el("dt", language or "?"), el("dd", words("span", text, language, class_="name")))
        for language, text in explained.names
    )
    also = join(el("h3", "The same as"), el("ul", *same)) if explained.same_as else None
    return el("section", el("h3", "Names"), el("dl", *rows, class_="names"), also)


def _facts(explained: Explanation, base: str) -> Html | None:
    if not explained.facts:
        return None
    rows = (el("li", *_fact(fact, base), class_="fact") for fact in explained.facts)
    return el("section", el("h3", "Facts"), el("ul", *rows, class_="facts"))


def _fact(fact: StatedFact, base: str) -> Iterator[Html]:
    name = el("span", fact.label, class_="property")
    other = link(fact.other_iri, fact.other, base) if fact.other_iri else words("span", fact.other)
    qualifiers = " ".join((*fact.qualifiers, ""))
    doubt = "" if fact.outgoing else fact.doubt
    yield el("p", name, " ", qualifiers, el("span", other, class_="value"), doubt, class_="fact-line")
    yield from (el("p", f"but another claim says: {other}", class_="conflict") for other in fact.conflicts)
    yield from (_quote(quote) for quote in fact.quotes)
    sources = f"{fact.sources} independent source{'s' * (fact.sources != 1)}"
    yield el("p", f"confidence {fact.confidence:g}, {sources}", class_="measure")


def _quote(quote: Quote) -> Html:
    place = f"{quote.article}, characters {quote.start} to {quote.end}"
    return el("blockquote", words("p", quote.words, quote.language), el("footer", place), class_="quote")


def _mentions(explained: Explanation) -> Html | None:
    if not explained.mentioned_in:
        return None
    return el(
        "section", el("h3", "Mentioned in"), el("ul", *(words("li", article) for article in explained.mentioned_in))
    )


def _statements(iri: str, statements: Sequence[Statement], base: str, folded: bool) -> Html:
    rows = (el("tr", *(el("td", cell) for cell in _cells(iri, statement, base))) for statement in statements)
    table = el("div", el("table", *rows), class_="wide")
    count = f"{len(statements)} statement{'s' * (len(statements) != 1)}"
    return el("section", el("details", el("summary", count), table, open=not folded))


def _cells(iri: str, statement: Statement, base: str) -> Iterator[Html]:
    subject = "" if statement.subject == iri else statement.subject
    yield link(subject, statement.subject_label, base) if subject else Html("")
    yield link(statement.predicate, statement.predicate_label, base)
    if statement.value_iri:
        yield link(statement.value_iri, statement.value, base)
    else:
        yield words("span", statement.value, statement.language)


def _downloads(iri: str, base: str) -> Html | None:
    if not iri.startswith(base) or "#" in iri:
        return None
    tail = iri[len(base) :]
    links = (el("a", medium.name, href=f"/id/{tail}.{medium.suffix}") for medium in FOR_TRIPLES)
    return el("p", "As data: ", *(piece for one in links for piece in (one, " ")), class_="quiet downloads")
