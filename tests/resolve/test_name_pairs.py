"""Labelled pairs of names: what the build makes of each alone, by how sure a careful reader would be.

STRONG: certain from the names alone; no such pair fails. MEDIUM: needs knowledge of how the press writes them.
WEAK: even a reader would want to know more (a surname alone, brothers, one letter apart). The floors only rise.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.paths import ontology_path
from tests.resolve.judged import same_person

PAIRS = Path(__file__).with_name("name_pairs.tsv")
GRADES = ("STRONG", "MEDIUM", "WEAK")
LANGUAGES = {path.stem for path in ontology_path("languages").glob("*.toml")} - {"TEMPLATE"}
FLOORS = {"MEDIUM": (0.807, 0.702), "WEAK": (0.333, 0.325), "": (0.934, 0.913)}  # precision, recall


class Pair(NamedTuple):
    """One row of the table: two names and whether they are one person's."""

    grade: str
    same: bool
    left: tuple[str, str]
    right: tuple[str, str]

    def __str__(self) -> str:
        return f"{self.left[0]} {self.left[1]} | {self.right[0]} {self.right[1]}"


@cache
def pairs() -> tuple[Pair, ...]:
    """The labelled pairs, in the order of the table."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return tuple(Pair(r[0], r[1] == "same", (r[2], r[3]), (r[4], r[5])) for r in rows)


@cache
def judged() -> dict[Pair, bool]:
    """What the program says of each pair."""
    return {pair: same_person(pair.left, pair.right) for pair in pairs()}


def figures(grade: str = "") -> tuple[float, float]:
    """Precision and recall of "same" over a grade, or over all."""
    counts = Counter((pair.same, said) for pair, said in judged().items() if grade in ("", pair.grade))
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    return right / (right + wrong), right / (right + missed)


def test_the_table_is_large_varied_and_without_doubles() -> None:
    assert len(pairs()) >= 600
    assert sum(not pair.same for pair in pairs()) * 3 >= len(pairs())
    assert {pair.grade for pair in pairs()} == set(GRADES)
    assert len({frozenset((pair.left, pair.right)) for pair in pairs()}) == len(pairs())
    assert {language for pair in pairs() for language, _ in (pair.left, pair.right)} == LANGUAGES


def test_no_strong_pair_fails() -> None:
    failed = [pair for pair, said in judged().items() if pair.grade == "STRONG" and said != pair.same]
    assert not failed, "\n".join(f"{'same' if pair.same else 'not'}: {pair}" for pair in failed)


@pytest.mark.parametrize("grade", sorted(FLOORS))
def test_precision_and_recall_do_not_fall(grade: str) -> None:
    precision, recall = figures(grade)
    assert precision >= FLOORS[grade][0]
    assert recall >= FLOORS[grade][1]


def test_precision_and_recall_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{'pairs of names':<16}{'same':>6}{'not':>6}{'precision':>11}{'recall':>8}")
        for grade in (*GRADES, ""):
            chosen = [pair for pair in pairs() if grade in ("", pair.grade)]
            same = sum(pair.same for pair in chosen)
            precision, recall = figures(grade)
            print(f"{grade or 'all':<16}{same:>6}{len(chosen) - same:>6}{precision:>11.3f}{recall:>8.3f}")
