"""Starting and ending `kg serve`: what it says, and its exit code."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.server.conftest import end, serving
from tests.server.test_limits import ENDLESS

pytestmark = pytest.mark.slow


def failing(*arguments: str | Path) -> tuple[int, str]:
    """Run `kg serve` where it cannot run; its exit code and its message."""
    command = [sys.executable, "-m", "kg", "serve", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=30, check=False)
    assert done.stdout == ""
    return done.returncode, done.stderr


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_it_quietly(out: Path, number: int, code: int) -> None:
    with serving(out, "--jobs", "2") as running:
        assert end(running.process, number) == (code, "")


def test_a_signal_ends_it_soon_though_a_query_runs(out: Path) -> None:
    with serving(out, "--jobs", "1") as running:
        replies = []
        asking = threading.Thread(target=lambda: replies.append(running.ask(ENDLESS)))
        asking.start()
        time.sleep(0.7)
        began = time.monotonic()
        assert end(running.process) == (143, "")
        assert time.monotonic() - began < 4
        asking.join()
        assert [(reply.status, reply.text) for reply in replies] == [(503, "the server is being stopped\n")]


def test_a_port_in_use_is_told_with_the_way_out(out: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        message = f"kg: port {port} is in use: take another with --port, or --port 0 for a free one\n"
        assert failing(out, "--port", str(port)) == (1, message)


def test_a_folder_without_a_graph_is_told(tmp_path: Path) -> None:
    message = f"kg: {tmp_path} holds no graph.ttl: build the graph first, kg build ARTICLES -o {tmp_path}\n"
    assert failing(tmp_path, "--port", "0") == (1, message)


def test_a_host_that_is_not_here_is_told(out: Path) -> None:
    code, told = failing(out, "--port", "0", "--host", "192.0.2.1")
    assert (code, told) == (1, "kg: cannot listen at 192.0.2.1, port 0: Cannot assign requested address\n")


def test_other_sites_are_let_in_where_asked(out: Path) -> None:
    site = "https://example.org"
    with serving(out, "--cors", site) as running:
        reply = running.send("GET", "/sparql?query=ASK%7B%7D", Origin=site)
        assert reply.headers["access-control-allow-origin"] == site
        assert "Kg-Truncated" in reply.headers["access-control-expose-headers"]
        ahead = running.send("OPTIONS", "/sparql", Origin=site, Access_Control_Request_Method="POST")
        assert (ahead.status, ahead.headers["access-control-allow-origin"]) == (200, site)
        other = running.send("GET", "/sparql?query=ASK%7B%7D", Origin="https://evil.example")
        assert "access-control-allow-origin" not in other.headers


def test_a_server_for_all_answers_under_any_name(out: Path) -> None:
    with serving(out, "--host", "0.0.0.0") as running:
        assert running.send("GET", "/sparql?query=ASK%7B%7D", Host="graphs.example").status == 200
