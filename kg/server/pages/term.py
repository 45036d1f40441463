"""The page of the vocabulary: every term with what the ontology says of it, at the anchor that its IRI names."""

from __future__ import annotations

from functools import cache

from kg import vocab
from kg.export.media import FOR_TRIPLES
from kg.graph.ontology import declared
from kg.graph.statements import Statement
from kg.server.pages.html import Html, document, el, join, words
from kg.server.pages.links import link

_LABELS = frozenset({vocab.RDFS + "label", vocab.SKOS + "prefLabel"})
_COMMENT = vocab.RDFS + "comment"


@cache
def page() -> bytes:
    """Return the page."""
    terms = declared()
    kinds = (("Classes", vocab.classes()), ("Properties", vocab.properties()))
    named = {name for _, names in kinds for name in names}
    groups = (*kinds, ("Concepts", tuple(sorted(terms.keys() - named))))
    links = (el("a", medium.name, href=f"/ontology.{medium.suffix}") for medium in FOR_TRIPLES)
    return document(
        "Vocabulary",
        el("h2", "Vocabulary"),
        el("p", el("code", vocab.KG), class_="quiet"),
        el("p", "As data: ", *(piece for one in links for piece in (one, " ")), class_="quiet"),
        *(_group(title, names, terms) for title, names in groups),
        kind="reading",
    )


def _group(title: str, names: tuple[str, ...], terms: dict[str, list[Statement]]) -> Html:
    return el("section", el("h3", title), *(_term(name, terms.get(name, [])) for name in names))


def _term(name: str, said: list[Statement]) -> Html:
    comments = (words("p", one.value, one.language) for one in said if one.predicate == _COMMENT)
    labels = ", ".join(sorted({one.value for one in said if one.predicate in _LABELS and one.language in ("en", "")}))
    others = [one for one in said if one.predicate not in (*_LABELS, _COMMENT)]
    rows = (
        el("tr", el("td", link(one.predicate, one.predicate_label, vocab.KG)), el("td", _value(one))) for one in others
    )
    return el(
        "article",
        el("h4", el("a", f"kg:{name}", href=f"#{name}"), " ", el("span", labels, class_="quiet")),
        *comments,
        el("table", *rows),
        id=name,
        class_="term",
    )


def _value(one: Statement) -> Html:
    if not one.value_iri:
        return join(words("span", one.value, one.language))
    return link(one.value_iri, one.value, vocab.KG)
