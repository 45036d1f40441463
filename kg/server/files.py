"""The files that are served as they are, a build's and the editor's: only those named here."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg.export.media import HTML, TURTLE
from kg.graph.store import EVIDENCE_FILE, GRAPH_FILE
from kg.server.messages import Refused

PICTURE = "graph.html"
FILES = {PICTURE: HTML.content_type, GRAPH_FILE: TURTLE.content_type, EVIDENCE_FILE: TURTLE.content_type}
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
_SHARED, _OWN = "kg.export.page", "kg.server"  # what the editor has in common with the picture, and the rest
_ASSETS = {
    **dict.fromkeys(("page.css", "texts.js", "base.js"), _SHARED),
    **dict.fromkeys(("server.css", "complete.js", "editor.js", "results.js", "query.js"), _OWN),
}
_TYPES = {"css": "text/css", "js": "text/javascript"}


def served(folder: Path, name: str) -> Response:
    """Return one of FILES; Refused (404) where the build has not written it."""
    path = folder / name
    if not path.is_file():
        raise Refused(404, f"this build has no {name}")
    headers = {"Content-Type": FILES[name], "Cache-Control": "no-cache"}
    if name == PICTURE:
        headers["Content-Security-Policy"] = _PICTURE_POLICY
    return FileResponse(path, headers=headers)


async def asset(request: Request) -> Response:
    """Return a script or style of the pages."""
    name = request.path_params["name"]
    if name not in _ASSETS:
        raise Refused(404, f"there is nothing at {request.url.path}")
    text = files(_ASSETS[name]).joinpath("assets", name).read_bytes()
    return Response(text, headers={"Cache-Control": "no-cache"}, media_type=_TYPES[name.rpartition(".")[2]])
