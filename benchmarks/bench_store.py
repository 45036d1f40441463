"""How fast a graph is opened, asked and written: the store on disk, the one in memory, rdflib's view of it, and rdflib.

    python benchmarks/bench_store.py [--triples 1000000] [--limit 300]

Generates a graph (see `graphs.py`) and measures one engine after the other, each in a process of its own (see
`measure_store.py`), then `kg query` as a user runs it. The last column is what counts: seconds of two runs or two
machines do not compare.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.bench import measure
from benchmarks.generate import SEED
from benchmarks.graphs import write_graph
from benchmarks.measure_store import ENGINES, QUERIES, WRITE
from kg.graph.store import open_graph
from kg.graph.turtlefiles import signature

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description="Speed and memory of the store beside rdflib on a generated graph.")
    parser.add_argument("--triples", type=int, default=1_000_000, metavar="N", help="about how many (1000000)")
    parser.add_argument("--limit", type=int, default=300, metavar="S", help="seconds to wait for each figure (300)")
    parser.add_argument("--seed", type=int, default=SEED, help="of the random choices")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        out = Path(folder)
        write_graph(out, given.triples, given.seed)
        found = {engine: measure("measure_store.py", engine, out, given.limit) for engine in ENGINES}
        size = sum(size for size, _ in signature(out)) / 1e6
        print(f"Graph        {len(open_graph(out)):,} triples, {size:.1f} MB of Turtle; seed {given.seed}")
        report(found, given.limit)
        print(f"kg query     {wall(out, QUERIES[0]):.2f} s for --name {QUERIES[0]}, start-up included")


def report(found: dict[str, dict[str, Any]], limit: int) -> None:
    """Print a line for each measurement: each engine's seconds, and how many times those of the disk rdflib takes."""
    line("", *found, "rdflib / disk")
    for name in ("make the store", "open", *QUERIES, WRITE):
        rows = found["disk"]["rows"].get(name)
        times = {engine: figures["seconds"].get(name, 0.0) for engine, figures in found.items()}
        cells = [f"> {limit} s" if value is None else f"{value:.3f} s" if value else "" for value in times.values()]
        line(name if rows is None else f"{name} ({rows:,} rows)", *cells, ratio(times, limit))
    memory = {engine: figures["mb"] for engine, figures in found.items()}
    line("peak memory", *(f"{mb:,.0f} MB" if mb else "-" for mb in memory.values()), ratio(memory, limit))


def ratio(figures: dict[str, float | None], limit: int) -> str:
    """The figure of rdflib to that of the disk, where both are there; rdflib's may be more than the limit."""
    ours, theirs = figures["disk"], figures["rdflib"]
    if not ours or theirs == 0:
        return ""
    times = (limit if theirs is None else theirs) / ours
    return ("> " if theirs is None else "") + (f"{times:,.0f}" if times >= 10 else f"{times:.1f}")


def line(title: str, *cells: str) -> None:
    """Print a title and cells, the last of which is wider."""
    print(f"{title:<26}" + "".join(f"{cell:>12}" for cell in cells[:-1]) + f"{cells[-1]:>16}")


def wall(out: Path, name: str) -> float:
    """Seconds that `kg query OUT --name NAME` takes in a process of its own."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "kg", "query", str(out), "--name", name]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
