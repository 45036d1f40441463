"""Runs the server until it is told to end."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import logging
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.errors import InputError
from kg.server.app import Settings, application
from kg.server.pool import Limits, Pool

_LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
_END = 2  # seconds that open connections get to end by themselves


def serve(
    folder: Path,
    host: str,
    port: int,
    limits: Limits,
    *,
    most_rows: int,
    most_bytes: int,
    origins: tuple[str, ...] = (),
    ready: Callable[[str], object],
) -> None:
    """Serve the graph in a folder until Ctrl-C or SIGTERM.

    host: name or address to listen at; port: 0 for a free one. limits: of each question. most_rows: of an answer;
    most_bytes: of a request. origins: other sites whose pages may ask (CORS). ready: is told the address in the end.
    Raises InputError where it cannot listen there, GraphError where the folder holds no graph.
    """
    listening = _listen(host, port)
    with listening:
        address = f"http://{_named(host)}:{listening.getsockname()[1]}/"
        hosts = _LOOPBACK_NAMES if _is_loopback(listening.getsockname()[0]) else ()
        settings = Settings(folder, most_rows, most_bytes, origins, hosts)
        asyncio.run(_run(settings, limits, listening, lambda: ready(address)))


async def _run(settings: Settings, limits: Limits, listening: socket.socket, ready: Callable[[], object]) -> None:
    pool = Pool(settings.folder, limits)
    try:
        await pool.start()
        config = uvicorn.Config(
            application(settings, pool), log_config=None, access_log=False, server_header=False, lifespan="off",
            http="h11", loop="asyncio", ws="none", timeout_graceful_shutdown=_END, proxy_headers=False,
        )  # fmt: skip
        logging.getLogger("uvicorn").addHandler(logging.NullHandler())
        await _Server(config, pool, ready).serve([listening])
    finally:
        pool.close()


class _Server(uvicorn.Server):
    """uvicorn, which says when it is ready, and ends running queries when it ends."""

    def __init__(self, config: uvicorn.Config, pool: Pool, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._pool, self._ready = pool, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._pool.close()
        await super().shutdown(sockets)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror as error:
        raise InputError(f"{host}: no address of this computer ({error.strerror}); give one with --host") from error
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise InputError(f"port {port} is in use: take another with --port, or --port 0 for a free one") from error
        raise InputError(f"cannot listen at {host}, port {port}: {error.strerror}") from error
    return listening


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback
