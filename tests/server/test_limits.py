"""What a question may take, and that others do not suffer from it."""

from __future__ import annotations

import http.client
import shutil
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.model import Entity, Label
from tests.server.conftest import Server, serving, write_graph

pytestmark = pytest.mark.slow

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?i ?f"
EASY = "ASK { ?s a kg:Treaty }"


@pytest.fixture(scope="module")
def strict(out: Path) -> Iterator[Server]:
    options = ("--timeout", "1", "--max-rows", "5", "--max-memory", "100", "--jobs", "2")
    with serving(out, *options) as running:
        yield running


def test_a_query_is_stopped_at_its_time_and_others_go_on(strict: Server) -> None:
    with ThreadPoolExecutor(2) as together:
        began = time.monotonic()
        slow = together.submit(strict.ask, ENDLESS)
        quick = strict.ask(EASY)
        assert (quick.status, slow.done()) == (200, False)
        reply = slow.result()
    assert 1 <= time.monotonic() - began < 5
    assert (reply.status, reply.text) == (503, "stopped after 1 seconds: ask for less, or for a part (LIMIT)\n")
    assert strict.ask(EASY).status == 200


def test_more_stopped_queries_than_workers_leave_the_server_whole(strict: Server) -> None:
    with ThreadPoolExecutor(4) as together:
        replies = list(together.map(strict.ask, [ENDLESS] * 4))
    assert [reply.status for reply in replies] == [503] * 4
    assert strict.ask(EASY).status == 200


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited on Linux only")
def test_a_query_is_stopped_where_it_takes_too_much_memory(out: Path) -> None:
    with serving(out, "--max-memory", "50", "--jobs", "1") as running:
        reply = running.ask(GREEDY)
        assert (reply.status, reply.text) == (503, "stopped, most likely for want of memory (50 MB): ask for less\n")
        assert running.ask(EASY).status == 200


def test_a_cut_answer_is_given_only_to_who_says_that_it_will_do(strict: Server) -> None:
    reply = strict.ask("SELECT * { ?s ?p ?o }")
    assert (reply.status, reply.text) == (
        403,
        "the answer has more than 5 rows, and a part of it would look like the whole: add LIMIT, or take the first "
        "ones with the parameter max-rows=5\n",
    )
    cut = strict.send("GET", "/sparql?max-rows=3&query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D", Accept="text/csv")
    assert (cut.status, len(cut.text.splitlines())) == (200, 4)
    assert cut.headers["kg-truncated"] == "after 3 rows; there are more"
    whole = strict.ask("SELECT * { ?s ?p ?o } LIMIT 5")
    assert (whole.status, "kg-truncated" in whole.headers) == (200, False)


def test_triples_are_limited_as_rows_are(strict: Server) -> None:
    assert strict.ask("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle").status == 403
    assert strict.ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5", "text/turtle").status == 200


def test_a_long_request_is_refused_however_it_comes(strict: Server) -> None:
    long = b"ASK {} #" + b"x" * 1_000_000
    typed = {"Content_Type": "application/sparql-query"}
    for times in (1, 6):  # more than lies on the way: who is still sending reads the answer, too
        assert strict.send("POST", "/sparql", long * times, **typed).status == 413
    connection = http.client.HTTPConnection("127.0.0.1", strict.port, timeout=10)
    parts = iter([long[:600_000], long[600_000:]])
    connection.request("POST", "/sparql", parts, {"Content-Type": "application/sparql-query"}, encode_chunked=True)
    assert connection.getresponse().status == 413
    connection.close()


def test_many_at_once_are_all_answered(server: Server) -> None:
    with ThreadPoolExecutor(16) as together:
        replies = list(together.map(lambda _: server.ask(EASY), range(60)))
    assert {(reply.status, reply.text.splitlines()[-1]) for reply in replies} == {(200, "true")}


def test_a_query_ends_when_its_asker_has_gone(out: Path) -> None:
    with serving(out, "--jobs", "1") as running:
        with socket.create_connection(("127.0.0.1", running.port)) as client:
            head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            client.sendall(f"{head}Content-Length: {len(ENDLESS)}\r\n\r\n{ENDLESS}".encode())
            time.sleep(0.5)
        began = time.monotonic()
        assert running.ask(EASY).status == 200
        assert time.monotonic() - began < 10  # its own time would have been 30


def test_a_request_under_another_name_is_refused(server: Server) -> None:
    reply = server.send("GET", "/sparql", Host="evil.example")
    assert (reply.status, reply.text) == (
        421,
        "this is no server of evil.example: kg serve --host ADDRESS serves under any name\n",
    )
    assert server.send("GET", "/sparql", Host=f"localhost:{server.port}").status == 200


def test_a_new_build_is_seen_by_the_next_query(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_graph(out)
    count = "SELECT (COUNT(*) AS ?n) { ?x a kg:State }"
    with serving(out, "--jobs", "2") as running:
        assert {running.ask(count).text.splitlines()[1] for _ in range(4)} == {"2"}
        write_graph(out, Entity("state/dorland", "State", Label("Dorland", "en", True), ()))
        assert {running.ask(count).text.splitlines()[1] for _ in range(4)} == {"3"}
        shutil.move(out / "graph.ttl", tmp_path)
        gone = running.ask(count)
        assert (gone.status, gone.text) == (503, "there is no whole graph here at the moment; it may be being built\n")
        shutil.move(tmp_path / "graph.ttl", out)
        assert running.ask(count).text.splitlines()[1] == "3"
