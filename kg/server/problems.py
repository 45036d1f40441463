"""Why there is no answer, as a response: plain text, a page for people, or JSON (RFC 9457) for who asks for it."""

from __future__ import annotations

import json
from http import HTTPStatus

from starlette.responses import Response

from kg.export.media import HTML, JSON, Medium
from kg.server.messages import Problem
from kg.server.negotiation import preferred
from kg.server.pages.html import document, el, words

_PLAIN = Medium("text", "text/plain", "txt")
_PROBLEM = Medium("JSON", "application/problem+json", "json", (JSON.type, *JSON.others))


def response_to(problem: Problem, accept: str) -> Response:
    """Return a problem in the form that a client likes; where it likes none, as text all the same."""
    medium = preferred(accept, (_PLAIN, _PROBLEM, HTML)) or _PLAIN
    body = {_PLAIN: _text, _PROBLEM: _json, HTML: _page}[medium](problem)
    return Response(body, problem.status, {**problem.headers, "Content-Type": medium.content_type})


def _text(problem: Problem) -> bytes:
    return f"{problem.message}\n".encode()


def _json(problem: Problem) -> bytes:
    place = {"line": problem.line, "column": problem.column} if problem.line else {}
    told = {"status": problem.status, "title": _title(problem), "detail": problem.message, **place}
    return json.dumps(told, ensure_ascii=False).encode()


def _page(problem: Problem) -> bytes:
    return document(_title(problem), el("h2", _title(problem)), words("p", problem.message), kind="reading")


def _title(problem: Problem) -> str:
    return HTTPStatus(problem.status).phrase
