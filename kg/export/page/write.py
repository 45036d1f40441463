"""Puts the page together: our style and scripts, vis-network's script and the data, in one file."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.export.page.data import page_data
from kg.export.page.network import Drawing, draw
from kg.model import Article, Resolution

# In the order in which they build on one another.
SCRIPTS = ("texts.js", "theme.js", "base.js", "model.js", "graph.js", "facts.js", "panel.js", "search.js", "filter.js",
           "main.js")  # fmt: skip
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
    text = page(resolution, articles, title)
    beside = path.with_name(path.name + ".part")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, path)


def page(resolution: Resolution, articles: Mapping[str, Article], title: str) -> str:
    """The text of the page; arguments as in `write_page`. The same input gives the same text."""
    data = page_data(resolution, articles)
    things = {thing["id"]: thing["label"] for thing in data["things"]}
    links = [(fact["s"], fact["o"]) for fact in data["facts"] if fact["type"] == ""]
    drawing = draw(things, links)
    parts = {
        "TITLE": html.escape(title),
        "STYLE": _asset("page.css"),
        "ENGINE": drawing.script,
        "DATA": script_json({"title": title, **data, **_network(drawing)}),
        "SCRIPT": "\n".join(_asset(name) for name in SCRIPTS),
    }
    return _MARK.sub(lambda mark: parts[mark[1]], _asset("page.html"))


def script_json(value: object) -> str:
    """JSON that can stand inside a `<script>` element: no text in it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _network(drawing: Drawing) -> dict[str, Any]:
    return {"network": {"nodes": drawing.nodes, "edges": drawing.edges, "options": drawing.options}}


def _asset(name: str) -> str:
    return files("kg.export.page").joinpath("assets", name).read_text(encoding="utf-8")
