"""Links to things: those of the graph and its vocabulary lead to their pages here, others to where they are."""

from __future__ import annotations

from urllib.parse import quote

from kg import vocab
from kg.server.pages.html import Html, words

KEPT = "/:@!$&'()*+,;=-._~%"  # what may stand in a path as it is, https://www.rfc-editor.org/rfc/rfc3986#section-3.3


def address(iri: str, base: str) -> str | None:
    """Return where a page about an IRI is; None where there can be none. base: that of the graph's things."""
    if iri.startswith(base) and "#" not in iri and "?" not in iri:
        return f"/id/{quote(iri[len(base) :], safe=KEPT)}"
    if iri.startswith(base):
        return f"/id?iri={quote(iri, safe='')}"
    if iri.startswith(vocab.KG):
        return f"/ontology#{quote(iri[len(vocab.KG) :])}"
    return iri if iri.startswith(("http://", "https://")) else None


def link(iri: str, label: str, base: str) -> Html:
    """Return a link to a thing by its label, or the label alone where there is nothing to lead to."""
    place = address(iri, base)
    if place is None:
        return words("span", label)
    return words("a", label, href=place, rel=None if place.startswith("/") else "noreferrer")
