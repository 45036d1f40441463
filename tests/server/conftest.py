"""A graph in a folder, as a build writes it, and the program that serves it, in a process of its own."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg.export.page import write_page
from kg.export.turtle import write_turtle
from kg.graph.emit import emit
from kg.model import Entity, Label
from tests.graph.sample import BASE, RESOLUTION, TEXTS

HOSTILE = "</title><script>window.hacked=1</script>"
_BAD = Entity("person/bad", "Person", Label(HOSTILE, "en", True), (Label(HOSTILE, "en", True),))


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status, headers with names in small letters, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "")


@dataclass(frozen=True, slots=True)
class Server:
    """A running `kg serve`."""

    process: subprocess.Popen[str]
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Reply:
        """Send one request; headers with "_" for "-"."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body.encode() if isinstance(body, str) else body, named)
            response = connection.getresponse()
            return Reply(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def ask(self, sparql: str, accept: str = "text/csv") -> Reply:
        """Post a query as it is."""
        return self.send("POST", "/sparql", sparql, Content_Type="application/sparql-query", Accept=accept)


def write_graph(out: Path, *more: Entity) -> None:
    """Write the sample, with further things, as a build does."""
    resolution = replace(RESOLUTION, entities=(*RESOLUTION.entities, *more))
    graph, evidence = emit(resolution, TEXTS, BASE)
    out.mkdir(exist_ok=True)
    write_turtle(evidence, out / "evidence.ttl")
    write_turtle(graph, out / "graph.ttl")
    write_page(resolution, TEXTS, out / "graph.html", "Lakes")


def write_hostile_graph(out: Path) -> None:
    """Write the sample and a thing whose name is an attack."""
    write_graph(out, _BAD)


@contextmanager
def serving(out: Path, *options: str) -> Iterator[Server]:
    """Run `kg serve` at a free port until the block ends."""
    command = [sys.executable, "-m", "kg", "serve", str(out), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        assert line.startswith(f"Serving {out} at http://"), line + process.stderr.read()
        yield Server(process, int(line.rstrip("/\n").rpartition(":")[2]))
    finally:
        end(process)


def end(process: subprocess.Popen[str], number: int = signal.SIGTERM) -> tuple[int, str]:
    """End a server with a signal; returns its exit code and what it wrote to standard error."""
    if process.poll() is None:
        os.kill(process.pid, number)
    _, told = process.communicate(timeout=20)
    return process.returncode, told


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample and a thing whose name is an attack."""
    folder = tmp_path_factory.mktemp("served") / "out"
    write_hostile_graph(folder)
    return folder


@pytest.fixture(scope="session")
def server(out: Path) -> Iterator[Server]:
    with serving(out, "--jobs", "2") as running:
        yield running
