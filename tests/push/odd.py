"""A server that answers as it is told, for answers that no store gives when one wants them."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Say:
    """One answer. status 0: none, the connection is cut."""

    status: int
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Odd:
    """A running server; `asked` grows."""

    address: str
    asked: list[Asked]


@contextmanager
def odd_server(answers: Sequence[Say], certificate: str = "") -> Iterator[Odd]:
    """Give each answer once, the last one again and again. certificate: PEM file with its key, for HTTPS."""
    left = list(answers)
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            say = left.pop(0) if len(left) > 1 else left[0]
            if not say.status:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            text = say.text.encode()
            self.send_response(say.status)
            for name, value in say.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_PUT = do_POST

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield Odd(f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def talker(said: bytes) -> Iterator[str]:
    """A server that speaks no HTTP: it says something to whoever connects; with nothing to say it is silent."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept = []

        def talk() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                kept.append(connection)
                if said:
                    connection.recv(1)
                    connection.sendall(said)

        threading.Thread(target=talk, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        for connection in kept:
            connection.close()
        server.shutdown(socket.SHUT_RDWR)
