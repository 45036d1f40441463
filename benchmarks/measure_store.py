"""One way of keeping a graph, measured: `measure_store.py ENGINE FOLDER LIMIT` prints a line of JSON.

ENGINE is one of `ENGINES`. The graph is opened once; then each measurement has a forked process of its own, which is
ended after LIMIT seconds. The line has seconds by measurement (null where it took longer), rows by query, and the peak
memory in megabytes after opening and one query.
"""

from __future__ import annotations

import json
import math
import multiprocessing
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pyoxigraph as ox
import rdflib

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.export.turtle import write_turtle
from kg.graph.as_rdflib import rdflib_view
from kg.graph.named import named_query
from kg.graph.query import run
from kg.graph.store import open_graph
from kg.graph.turtlefiles import TURTLE_FILES
from kg.scratch import CACHE

QUERIES = ("signatories", "timeline", "treaties", "translations", "who-met-whom")
WRITE = "write Turtle"
Graph = ox.Store | rdflib.Graph
Figures = tuple[float, int, float]  # seconds, rows (or bytes), and the process's peak memory in megabytes
T = TypeVar("T")


def main() -> None:
    """Measure one engine."""
    engine, folder, limit = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    seconds: dict[str, float | None] = {}
    if engine == "disk":
        shutil.rmtree(folder / CACHE, ignore_errors=True)
        made = apart(lambda: (*clocked(lambda: len(on_disk(folder))), 0.0), limit)
        seconds["make the store"] = made and made[0]
    seconds["open"], graph = clocked(lambda: ENGINES[engine](folder))
    parsed = graph if engine in ("memory", "rdflib") else None
    del graph  # what lies on disk is opened by each process anew
    rows: dict[str, int] = {}
    memory = 0.0
    for name in (*QUERIES, WRITE):
        found = apart(lambda name=name: measure(name, parsed, engine, folder), limit)  # type: ignore[misc]
        seconds[name] = found and found[0]
        if found and name != WRITE:
            rows[name] = found[1]
            memory = memory or found[2]
    print(json.dumps({"seconds": seconds, "rows": rows, "mb": memory}))


def measure(name: str, parsed: Graph | None, engine: str, folder: Path) -> Figures:
    """Measure one thing; opening is not counted. parsed: the graph where it is not to be opened anew."""
    graph = ENGINES[engine](folder) if parsed is None else parsed
    if name == WRITE:
        seconds, count = clocked(lambda: written(graph, engine))
    else:
        sparql = named_query(name).sparql
        seconds, count = clocked(lambda: asked(graph, sparql))
    return seconds, count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(work: Callable[[], Figures], limit: int) -> Figures | None:
    """What some work gives in a forked process; None where it takes longer than so many seconds."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(work, limit, sender))
    process.start()
    sender.close()
    try:
        found: Figures | None = receiver.recv()
    except EOFError:
        found = None
    process.join()
    if found is None and process.exitcode != -signal.SIGALRM:
        sys.exit("a measurement failed")
    return found


def _report(work: Callable[[], Figures], limit: int, sender: Connection) -> None:
    signal.alarm(limit)
    sender.send(work())


def on_disk(folder: Path) -> ox.Store:
    """The store on disk, however small the graph is."""
    return open_graph(folder, stored_from=0)


def parsed_by_rdflib(folder: Path) -> rdflib.Graph:
    """The files as rdflib reads and keeps them."""
    graph = rdflib.Graph()
    for name in TURTLE_FILES:
        graph.parse(folder / name, format="turtle")
    return graph


ENGINES: Mapping[str, Callable[[Path], Graph]] = {
    "disk": on_disk,
    "memory": lambda folder: open_graph(folder, stored_from=math.inf),
    "oxrdflib": lambda folder: rdflib_view(on_disk(folder)),
    "rdflib": parsed_by_rdflib,
}


def asked(graph: Graph, sparql: str) -> int:
    """Ask a query and go through its rows; returns how many there are."""
    if isinstance(graph, ox.Store):
        return len(run(graph, sparql).rows)
    return len(list(graph.query(sparql)))


def written(graph: Graph, engine: str) -> int:
    """Write the graph as Turtle (sorted, but for the view's "ox-ttl"); returns its size in bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "graph.ttl")
        if isinstance(graph, ox.Store):
            write_turtle((quad.triple for quad in graph), path)
        else:
            graph.serialize(path, format="ox-ttl" if engine == "oxrdflib" else "turtle")
        return path.stat().st_size


def clocked(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds that some work takes, and what it gives."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()
