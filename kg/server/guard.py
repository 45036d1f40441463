"""What every request and response goes through: limits of size, the name that was asked for, headers that protect."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.server.messages import Problem, Refused
from kg.server.problems import response_to

_PROTECTING = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

_DRAINED = 8  # times the size of the longest request that is answered


class Guard:
    """ASGI middleware. hosts: names that a request may have in its header Host, any where there are none.

    A page from elsewhere can make a browser take its own name for this computer (DNS rebinding) and then read what is
    served here for this computer only; the name tells. most_bytes: of a request's body.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], most_bytes: int) -> None:
        self._app, self._hosts, self._most = app, hosts, most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._why_not(headers)
        if refused:
            if "expect" not in headers:  # who asks first whether to send is told at once
                await self._drain(receive)
            await response_to(refused, headers.get("accept", ""))(scope, receive, _protected(send))
        else:
            await self._app(scope, self._limited(receive), _protected(send))

    def _why_not(self, headers: Headers) -> Problem | None:
        host = headers.get("host", "").lower()
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        if self._hosts and name not in self._hosts:
            return Problem(
                421, f"this is no server of {host or 'no name'}: kg serve --host ADDRESS serves under any name"
            )
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > self._most:
            return self._too_long()
        return None

    def _too_long(self) -> Problem:
        return Problem(413, f"a request has at most {self._most} bytes here", headers={"Connection": "close"})

    async def _drain(self, receive: Receive, taken: int = 0) -> None:
        """Take in what a refused asker still sends, within bounds: one who cannot finish sending never reads why."""
        more = True
        while more and taken < _DRAINED * self._most:
            message = await receive()
            taken += len(message.get("body", b""))
            more = message.get("more_body", False)

    def _limited(self, receive: Receive) -> Receive:
        """Count what comes: a body in chunks does not say how long it is."""
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most:
                if message.get("more_body", False):
                    await self._drain(receive, taken)
                problem = self._too_long()
                raise Refused(problem.status, problem.message, **problem.headers)
            return message

        return counted


def _protected(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _PROTECTING.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
