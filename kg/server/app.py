"""The routes: what a request asks, and the answer as HTTP has it. Nothing here touches the graph; the pool does."""

from __future__ import annotations

import asyncio
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.export.media import FOR_ROWS, FOR_TRIPLES, HTML
from kg.server import protocol
from kg.server.answering import CUT, NOTE
from kg.server.files import FILES, asset, served
from kg.server.guard import Guard
from kg.server.messages import Description, Fill, Ontology, Problem, Question, Refused, Search, Thing, Words
from kg.server.negotiation import preferred
from kg.server.pages import front
from kg.server.pool import Pool
from kg.server.problems import response_to

_GRACE = 1.0  # seconds in which a question whose asker has gone may end by itself


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve. most_rows: of one answer; most_bytes: of a request; origins: other sites whose pages may ask.

    hosts: names under which requests may come, all where it is empty.
    """

    folder: Path
    most_rows: int
    most_bytes: int
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


def application(settings: Settings, pool: Pool) -> Starlette:
    """Return the application (ASGI) that serves a graph."""
    routes = _Routes(settings, pool)
    return Starlette(
        routes=[
            Route("/", routes.start),
            Route("/sparql", routes.sparql, methods=["GET", "POST"]),
            Route("/sparql", _options, methods=["OPTIONS"]),
            Route("/query", routes.editor),
            Route("/words.json", routes.words),
            Route("/filled", routes.filled),
            Route("/find", routes.find),
            Route("/id", routes.by_iri),
            Route("/id/{tail:path}", routes.thing),
            Route("/ontology", routes.ontology),
            Route("/ontology.{suffix}", routes.ontology),
            Route("/assets/{name}", asset),
            *(Route(f"/{name}", routes.file) for name in FILES),
        ],
        middleware=[
            Middleware(Guard, hosts=settings.hosts, most_bytes=settings.most_bytes),
            *_shared(settings.origins),
        ],
        exception_handlers={Refused: _refused, HTTPException: _failed, ClientDisconnect: _left, Exception: _broken},
    )


@dataclass(frozen=True, slots=True)
class _Routes:
    settings: Settings
    pool: Pool

    async def start(self, request: Request) -> Response:
        return _page(front.start(self.settings.folder.resolve().name, str(request.url_for("sparql"))))

    async def editor(self, request: Request) -> Response:
        return _page(front.editor())

    async def sparql(self, request: Request) -> Response:
        accept = request.headers.get("accept", "")
        asked = protocol.Request(request.method, request.scope["query_string"], request.headers, await request.body())
        query = protocol.question(asked, self.settings.most_rows)
        if request.method != "POST" and preferred(accept, (*FOR_ROWS, *FOR_TRIPLES, HTML)) == HTML:
            return RedirectResponse(f"/query?{request.url.query}".rstrip("?"), 303, {"Vary": "Accept"})
        return await self._answer(request, query or Description(str(request.url.replace(query="")), accept))

    async def words(self, request: Request) -> Response:
        return await self._answer(request, Words())

    async def filled(self, request: Request) -> Response:
        given = request.query_params
        values = tuple((name, value) for name, value in given.multi_items() if name != "query")
        return await self._answer(request, Fill(given.get("query", ""), values))

    async def find(self, request: Request) -> Response:
        name = request.query_params.get("name", "").strip()
        return await self._answer(request, Search(name)) if name else RedirectResponse("/", 303)

    async def by_iri(self, request: Request) -> Response:
        iri = request.query_params.get("iri", "")
        if not iri:
            raise Refused(400, "give the whole IRI of a thing, percent-encoded, as /id?iri=IRI")
        return await self._answer(request, Thing(iri=iri, accept=request.headers.get("accept", "")))

    async def thing(self, request: Request) -> Response:
        tail, dot, suffix = request.path_params["tail"].rpartition(".")
        tail, suffix = (tail, suffix) if dot else (suffix, "")
        return await self._answer(request, Thing(tail, suffix=suffix, accept=request.headers.get("accept", "")))

    async def ontology(self, request: Request) -> Response:
        suffix = request.path_params.get("suffix", "")
        return await self._answer(request, Ontology(suffix, request.headers.get("accept", "")))

    async def file(self, request: Request) -> Response:
        return served(self.settings.folder, request.url.path.removeprefix("/"))

    async def _answer(self, request: Request, question: Question) -> Response:
        """Let the pool answer; where the asker goes away, the question is stopped soon after."""
        answering = asyncio.ensure_future(self.pool.ask(question))
        leaving = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                await asyncio.wait({answering}, timeout=_GRACE)
            if not answering.done():
                raise ClientDisconnect
        finally:
            leaving.cancel()
            answering.cancel()
        answer = answering.result()
        if isinstance(answer, Problem):
            return response_to(answer, request.headers.get("accept", ""))
        return Response(answer.body, answer.status, answer.headers)


async def _gone(request: Request) -> None:
    """Return when the client has gone away."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _options(request: Request) -> Response:
    posted = f"{protocol.DIRECT}, {protocol.FORM}"
    return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS", "Accept-Post": posted})


def _page(page: bytes) -> Response:
    return Response(page, media_type=HTML.type)


def _shared(origins: tuple[str, ...]) -> list[Middleware]:
    """Return what lets pages of other sites ask (CORS), where that is wanted."""
    if not origins:
        return []
    told = [CUT, NOTE, "Link", "Location"]
    return [
        Middleware(CORSMiddleware, allow_origins=origins, allow_methods=["GET", "HEAD", "POST"], expose_headers=told)
    ]


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return response_to(error.problem, request.headers.get("accept", ""))


async def _failed(request: Request, error: Exception) -> Response:
    """Answer what Starlette refuses itself: an unknown path, a method that a path does not take."""
    assert isinstance(error, HTTPException)
    messages = {404: f"there is nothing at {request.url.path}", 405: f"{request.method} cannot be used here"}
    problem = Problem(
        error.status_code, messages.get(error.status_code, error.detail), headers=dict(error.headers or {})
    )
    return response_to(problem, request.headers.get("accept", ""))


async def _left(request: Request, error: Exception) -> Response:
    """Answer a client that has gone away; nobody reads it."""
    return Response(status_code=400)


async def _broken(request: Request, error: Exception) -> Response:
    """A fault of ours: the client learns no more than that, the server's log all."""
    traceback.print_exception(error, file=sys.stderr)
    return response_to(Problem(500, "a fault of kg, please report it; the server's log has more"), "")
