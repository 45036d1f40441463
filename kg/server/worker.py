"""The process that holds the graph and answers. It may be killed at any time: whatever it does, it only reads."""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection
from pathlib import Path

from kg.errors import GraphError
from kg.graph.live import LiveGraph
from kg.parallel import follow_parent
from kg.server.answering import answer
from kg.server.messages import Problem

if sys.platform == "linux":
    import resource

READY = "ready"


def work(folder: Path, memory: int, questions: Connection) -> None:
    """Open the graph, say READY (or why not, as text), and answer questions until the connection is closed.

    memory: bytes that questions may take beyond what the graph takes.
    """
    follow_parent()
    try:
        graph = LiveGraph.open(folder)
    except GraphError as error:
        questions.send(str(error))
        return
    _limit(memory)
    questions.send(READY)
    while True:
        try:
            question = questions.recv()
        except EOFError:
            return
        try:
            changed = graph.refresh()
        except GraphError as error:
            print(f"kg: {error}", file=sys.stderr, flush=True)
            questions.send(Problem(503, "there is no whole graph here at the moment; it may be being built"))
            continue
        if changed:
            _limit(memory)
        questions.send(answer(graph, question))


def _limit(memory: int) -> None:
    """Let this process take so many bytes more than it has now; where that cannot be known (not on Linux), any."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[5])  # data and stack, proc(5)
        taken = pages * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (taken + memory, resource.RLIM_INFINITY))
