"""How long an update takes beside a build from scratch, and whether both give the same bytes.

    python benchmarks/bench_update.py [--articles 10000] [--changed 10] [--jobs 2]

Builds a graph from all articles but some, adds these, and builds again into the same folder; then builds all from
scratch into another one. Each build is a process of its own (`measure_build.py`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.bench import measure, write_articles
from benchmarks.generate import SEED
from kg.pipeline import FILES, PAGE_FILE


def main() -> None:
    """Run the benchmark and print its figures; ends with an error where the bytes differ."""
    parser = argparse.ArgumentParser(description="An update beside a build from scratch, on generated articles.")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N", help="how many to generate (10,000)")
    parser.add_argument("--changed", type=int, default=10, metavar="N", help="how many come after the first build (10)")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes (all cores)")
    given = parser.parse_args()
    jobs = given.jobs or len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as home:
        articles, waiting, kept, fresh = (Path(home, name) for name in ("articles", "waiting", "kept", "fresh"))
        write_articles(articles, given.articles, SEED)
        waiting.mkdir()
        for file in sorted(articles.iterdir())[:: max(1, given.articles // given.changed)][: given.changed]:
            file.rename(waiting / file.name)
        measure("measure_build.py", articles, kept, jobs)
        for file in waiting.iterdir():
            file.rename(articles / file.name)
        update, scratch = (measure("measure_build.py", articles, out, jobs) for out in (kept, fresh))
        print(f"Articles     {given.articles:,}, of which {given.changed} are new; {jobs} processes")
        report(update, scratch)
        if any((kept / name).read_bytes() != (fresh / name).read_bytes() for name in (*FILES, PAGE_FILE)):
            sys.exit("the update gives other bytes than the build from scratch")
        print("Bytes        the same")


def report(update: dict[str, Any], scratch: dict[str, Any]) -> None:
    """Print processor time by stage, and the ratio of the two builds."""
    print(f"{'':<12} {'processor time of':<30} {'update':>10} {'scratch':>10} {'ratio':>7}")
    totals = [sum(figures["stages"].values()) for figures in (update, scratch)]
    rows = [(stage, update["stages"][stage], seconds) for stage, seconds in scratch["stages"].items()]
    for stage, now, whole in (*rows, ("all", *totals)):
        print(f"{'':<12} {stage:<30} {now:8.1f} s {whole:8.1f} s {now / whole if whole else 1:7.2f}")
    now, whole = update["wall"], scratch["wall"]
    print(f"On the clock {'':<30} {now:8.1f} s {whole:8.1f} s {now / whole:7.2f}")


if __name__ == "__main__":
    main()
