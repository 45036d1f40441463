"""HTML that cannot be broken by what is put into it: every text is escaped unless it was made here."""

from __future__ import annotations

from html import escape

from kg.export.direction import is_right_to_left

_EMPTY = frozenset({"br", "input", "link", "meta"})


class Html(str):
    """A piece of a page; everything in it that is not ours is escaped."""

    __slots__ = ()


def el(tag: str, *children: str | None, **attributes: str | bool | None) -> Html:
    """Return an element. children: pieces, and texts, which are escaped; None is nothing.

    attributes: "_" at the end of a name is dropped (`class_`), inside it is "-"; None and False leave one out.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _EMPTY:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{join(*children)}</{tag}>")


def join(*pieces: str | None) -> Html:
    """Return pieces and texts one after the other; texts are escaped."""
    return Html("".join(piece if isinstance(piece, Html) else escape(piece or "") for piece in pieces))


def words(tag: str, text: str, language: str = "", **attributes: str | bool | None) -> Html:
    """Return an element with words of an article: its language and direction are those of the words."""
    return el(tag, text, lang=language or None, dir="rtl" if is_right_to_left(text, language) else "ltr", **attributes)


def document(title: str, *body: str | None, scripts: tuple[str, ...] = (), kind: str = "") -> bytes:
    """Return a whole page with the bar that all pages have. scripts: names of assets; kind: class of its main part."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        el("link", rel="icon", href="data:,"),
        *(el("link", rel="stylesheet", href=f"/assets/{name}") for name in ("page.css", "server.css")),
        *(el("script", src=f"/assets/{name}", defer=True) for name in scripts),
    )
    page = el("html", head, el("body", _bar(), el("main", *body, class_=kind or None)), lang="en")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _bar() -> Html:
    places = (("/", "Start"), ("/query", "Query"), ("/graph.html", "Picture"), ("/ontology", "Vocabulary"))
    hint = "Name of a thing"
    box = el("input", type="search", name="name", placeholder=hint, dir="auto", aria_label=hint)
    search = el("form", box, action="/find", role="search", class_="search")
    return el("header", el("nav", *(el("a", text, href=place) for place, text in places)), search, class_="bar")


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
