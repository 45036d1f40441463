"""Puts the page together: our style and scripts, vis-network's script and the data, in one file."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.export.page.data import page_data
from kg.export.page.network import Drawing, draw
from kg.model import Article, Resolution

# In the order in which they build on one another.
SCRIPTS = ("texts.js", "theme.js", "base.js", "past.js", "model.js", "graph.js", "facts.js", "panel.js", "search.js",
           "filter.js", "timebar.js", "main.js")  # fmt: skip
_AT_ONCE = 1_000  # items of a list that are made into text at once
_MARK = re.compile(r"<!--(TITLE|STYLE|ENGINE|DATA|SCRIPT)-->")


def write_page(resolution: Resolution, articles: Mapping[str, Article], path: Path, title: str) -> None:
    """Writes the graph as one self-contained HTML file.

    Args:
        resolution: what the graph is made from.
        articles: the articles by identifier, for the words around a passage; a missing one is no error.
        path: the file to write; it is replaced only when the new one is complete.
        title: shown as the page's heading.
    Errors:
        OSError where the file cannot be written.
    """
    beside = path.with_name(path.name + ".part")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_pieces(resolution, articles, title))
    os.replace(beside, path)


def page(resolution: Resolution, articles: Mapping[str, Article], title: str) -> str:
    """The text of the page; arguments as in `write_page`. The same input gives the same text."""
    return "".join(_pieces(resolution, articles, title))


def _pieces(resolution: Resolution, articles: Mapping[str, Article], title: str) -> Iterator[str]:
    """The text of the page in pieces: in one it would take several times the memory of the data."""
    data = page_data(resolution, articles)
    things = {thing["id"]: thing["label"] for thing in data["things"]}
    links = [(fact["s"], fact["o"]) for fact in data["facts"] if fact["type"] == ""]
    drawing = draw(things, links)
    parts: dict[str, Iterable[str]] = {
        "TITLE": [html.escape(title)],
        "STYLE": [_asset("page.css")],
        "ENGINE": [drawing.script],
        "DATA": _data_json({"title": title, **data, **_network(drawing)}),
        "SCRIPT": ["\n".join(_asset(name) for name in SCRIPTS)],
    }
    for index, piece in enumerate(_MARK.split(_asset("page.html"))):
        yield from parts[piece] if index % 2 else [piece]


def script_json(value: object) -> str:
    """JSON that can stand inside a `<script>` element: no text in it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _data_json(data: Mapping[str, Any]) -> Iterator[str]:
    """`script_json` of an object, piece by piece where a value of it is a long list."""
    for index, (key, value) in enumerate(sorted(data.items())):
        yield f"{',' if index else '{'}{script_json(key)}:"
        if isinstance(value, list):
            starts = range(0, len(value), _AT_ONCE)
            yield "["
            yield from (("," if start else "") + script_json(value[start : start + _AT_ONCE])[1:-1] for start in starts)
            yield "]"
        else:
            yield script_json(value)
    yield "}"


def _network(drawing: Drawing) -> dict[str, Any]:
    return {"network": {"nodes": drawing.nodes, "edges": drawing.edges, "options": drawing.options}}


def _asset(name: str) -> str:
    return files("kg.export.page").joinpath("assets", name).read_text(encoding="utf-8")
