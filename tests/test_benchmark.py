"""The benchmarks run and print their figures; what they generate is the same for the same seed, and varied."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.bench import measure
from benchmarks.generate import LANGUAGES, generate
from benchmarks.graphs import write_graph
from benchmarks.measure_store import ENGINES, QUERIES, WRITE
from kg.graph.store import open_graph
from kg.graph.turtlefiles import TURTLE_FILES
from kg.graph.validate import validate
from kg.language import language_codes

ROOT = Path(__file__).parent.parent


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(generate(40)) == list(generate(100))[:40]
    assert list(generate(40, seed=1)) != list(generate(40, seed=2))


def test_articles_are_varied_and_of_the_length_of_news() -> None:
    articles = dict(generate(300))
    assert len(set(articles.values())) == 300
    languages = Counter(name.split(".")[1] for name in articles)
    assert set(languages) == set(LANGUAGES) <= set(language_codes()) and min(languages.values()) > 30
    lengths = [len(text.split()) for text in articles.values()]
    assert 350 < sum(lengths) / len(lengths) < 450
    assert not [text for text in articles.values() if "{" in text or "None" in text]


@pytest.mark.slow
def test_the_benchmark_prints_every_figure() -> None:
    command = [sys.executable, "benchmarks/bench.py", "--articles", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    stages = ("read ", "identify, annotate, extract", "resolve", "emit", "write", "page")
    for words in ("articles a second and core", *stages, "Peak memory", "spaCy"):
        assert words in done.stdout


def test_the_benchmark_of_updates_prints_the_ratio_for_equal_bytes() -> None:
    command = [sys.executable, "benchmarks/bench_update.py", "--articles", "6", "--changed", "1", "--jobs", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    for words in ("6, of which 1 are new", "processor time of", "ratio", "resolve", "On the clock", "the same"):
        assert words in done.stdout


def test_a_generated_graph_is_the_same_for_the_same_seed_and_valid(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_graph(tmp_path / name, 3_000, seed)
    one, again, other = (
        [(tmp_path / name / file).read_bytes() for file in TURTLE_FILES] for name in ("one", "again", "other")
    )
    assert one == again != other
    store = open_graph(tmp_path / "one")
    assert 2_000 < len(store) < 4_500
    assert validate(quad.triple for quad in store) == []


def test_the_benchmark_of_the_store_gets_the_same_rows_from_it_as_from_rdflib(tmp_path: Path) -> None:
    write_graph(tmp_path, 1_600)
    rows = set()
    for engine in ("disk", "rdflib"):
        found = measure("measure_store.py", engine, tmp_path, 60)
        assert all(found["seconds"].values())
        assert all(found["rows"].values())
        rows.add(tuple(found["rows"].items()))
    assert len(rows) == 1


@pytest.mark.slow
def test_the_benchmark_of_the_store_prints_every_figure() -> None:
    command = [sys.executable, "benchmarks/bench_store.py", "--triples", "3000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    for words in (
        *ENGINES,
        "Graph",
        "make the store",
        "open",
        *QUERIES,
        WRITE,
        "peak memory",
        "kg query",
        "rdflib / disk",
    ):
        assert words in done.stdout
