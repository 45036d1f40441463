"""Real stores on this computer: what starts, kills and asks them."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.push.graphs import Triple, as_text

_XSD_STRING = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")


def free_port() -> int:
    """A port at which nothing listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        return int(other.getsockname()[1])


@dataclass(slots=True)
class Store(ABC):
    """A store whose data lies in a folder, and outlives its process."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    @abstractmethod
    def queries(self) -> str:
        """The path for queries."""

    @abstractmethod
    def command(self) -> list[str]:
        """What starts it."""

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self.folder / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=self.folder, stdout=log, stderr=log)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.select("SELECT * {} LIMIT 1")
                return
            except OSError:
                time.sleep(0.05)
        pytest.fail(f"{self.command()[0]} does not start: {(self.folder / 'log.txt').read_text('utf-8')[-2000:]}")

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def select(self, sparql: str) -> list[dict[str, dict[str, str]]]:
        """The rows of a query."""
        url = f"{self.address}{self.queries}?{urllib.parse.urlencode({'query': sparql})}"
        request = urllib.request.Request(url, headers={"Accept": "application/sparql-results+json"})
        with urllib.request.urlopen(request, timeout=60) as response:
            rows: list[dict[str, dict[str, str]]] = json.load(response)["results"]["bindings"]
        return rows

    def triples(self, graph: str = "") -> set[Triple]:
        """What a graph says; "" for the default graph."""
        pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        rows = self.select(f"SELECT ?s ?p ?o {{ {pattern} }}")
        return {as_text(*(_term(row[name]) for name in "spo")) for row in rows}


def _term(cell: dict[str, str]) -> ox.NamedNode | ox.Literal:
    if cell["type"] == "uri":
        return ox.NamedNode(cell["value"])
    if "xml:lang" in cell:
        return ox.Literal(cell["value"], language=cell["xml:lang"])
    return ox.Literal(cell["value"], datatype=ox.NamedNode(cell["datatype"]) if "datatype" in cell else _XSD_STRING)


class Oxigraph(Store):
    """`oxigraph serve`, from the package of that name."""

    @property
    def queries(self) -> str:
        return "/query"

    def command(self) -> list[str]:
        program = str(Path(sys.executable).with_name("oxigraph"))
        return [program, "serve", "--location", str(self.folder / "data"), "--bind", f"127.0.0.1:{self.port}"]


_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CaseMode = 2
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 1000000
"""


class Virtuoso(Store):
    """Debian's virtuoso-opensource-7, with the account dba that a new database has."""

    @property
    def queries(self) -> str:
        return "/sparql"

    def command(self) -> list[str]:
        program = shutil.which("virtuoso-t")
        if program is None:
            pytest.fail("virtuoso-t is missing: install Debian's virtuoso-opensource-7-bin (tools/test.sh does)")
        ini = self.folder / "virtuoso.ini"
        if not ini.exists():
            ini.write_text(_INI.format(sql=free_port(), http=self.port), "utf-8")
        return [program, "-f", "-c", str(ini)]
