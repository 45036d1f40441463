"""How fast `kg build` is, where its time goes and how much memory it takes, beside spaCy's small English pipeline.

    python benchmarks/bench.py [--articles 2000] [--jobs 2]

Generates articles (see `generate.py`), builds a graph from them in a process of its own, and tags the English ones with
spaCy in another, one after the other in one run. spaCy is optional: `pip install -e ".[bench]"`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.generate import SEED, generate

HERE = Path(__file__).parent


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description="Speed and memory of kg build on generated articles.")
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="how many to generate (2000)")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to read with (all cores)")
    parser.add_argument("--seed", type=int, default=SEED, help="of the random choices")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        articles, out = Path(folder, "articles"), Path(folder, "out")
        words = write_articles(articles, given.articles, given.seed)
        jobs = given.jobs or len(os.sched_getaffinity(0))
        print(f"Articles     {sum(words.values()):,}: {describe(articles, words)}; seed {given.seed}")
        built = measure("measure_build.py", articles, out, jobs)
        rate = given.articles / built["wall"] / jobs
        report_build(built, rate, given.articles, jobs)
        report_spacy(measure("measure_spacy.py", articles), rate)


def write_articles(folder: Path, count: int, seed: int) -> Counter[str]:
    """Write the articles to files; returns how many there are of each language."""
    folder.mkdir()
    languages: Counter[str] = Counter()
    for name, text in generate(count, seed):
        (folder / name).write_text(text, "utf-8")
        languages[name.split(".")[1]] += 1
    return languages


def describe(folder: Path, languages: Counter[str]) -> str:
    """The languages with their numbers, and the mean length in words."""
    lengths = [len(path.read_text("utf-8").split()) for path in folder.iterdir()]
    parts = ", ".join(f"{number} {code}" for code, number in sorted(languages.items()))
    return f"{parts}; {sum(lengths) / len(lengths):.0f} words each on average"


def measure(script: str, *arguments: object) -> dict[str, Any]:
    """Run one of the measuring scripts in a fresh process and return the figures that it prints."""
    env = os.environ | {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)
    if done.returncode:
        sys.exit(f"{script} failed:\n{done.stderr}")
    figures = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(figures, dict)
    return figures


def report_build(built: dict[str, Any], rate: float, count: int, jobs: int) -> None:
    """Print what a build took; shares are of processor time, summed over all processes."""
    print(f"Whole job    {count:,} articles in {built['wall']:.1f} s with {jobs} processes, start-up and page included")
    print(f"             {rate:.1f} articles a second and core")
    total = sum(built["stages"].values())
    print(f"             {count / total:.1f} articles for a second of processor time, all processes together")
    for index, (stage, seconds) in enumerate(built["stages"].items()):
        title = "Stages" if not index else ""
        print(f"{title:<12} {stage:<30} {seconds:7.1f} s {seconds / total:6.1%}")
    print(f"Peak memory  {built['main_mb']:.0f} MB in the main process, {built['worker_mb']:.0f} MB in a worker")
    print(f"Graph        {built['entities']:,} entities, {built['facts']:,} facts; {built['left_out']} inputs left out")


def report_spacy(tagged: dict[str, Any], rate: float) -> None:
    """Print spaCy's speed and how the whole job compares to it."""
    if "missing" in tagged:
        print(f'spaCy        not measured: {tagged["missing"]}; pip install -e ".[bench]"')
        return
    speed = tagged["articles"] / tagged["wall"]
    print(f"spaCy        {tagged['name']}, tagging only ({tagged['pipes']}), {tagged['articles']:,} English articles")
    print(f"             {speed:.1f} articles a second and core")
    print(f"Ratio        {rate / speed:.2f} (the whole job of kg to spaCy's tagging; above 1: kg is faster)")


if __name__ == "__main__":
    main()
