"""The benchmark runs and prints its figures; its articles are the same for the same seed, and varied."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.generate import LANGUAGES, generate
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
