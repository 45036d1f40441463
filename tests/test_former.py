"""A graph is not made twice of the same; whatever a build depends on makes it anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.account import Account
from kg.paths import ontology_path
from tests.builds import contents

TEXT = "Minister Ana Bela signed the Lake Treaty in Geneva on {} March 2024."
CORRECTION = """\
[[label]]
thing = "Lake Treaty"
name = "Treaty on the Lake"
language = "en"
who = "Ana"
when = 2026-01-05
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for day in (5, 6):
        (tmp_path / "in" / f"{day}.txt").write_text(TEXT.format(day), "utf-8")
    return tmp_path


def built(folder: Path, **choices: object) -> Account:
    return kg.build([folder / "in"], folder / "out", jobs=1, **choices)  # type: ignore[arg-type]


def times(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in (folder / "out").iterdir() if file.is_file()}


def test_the_same_articles_leave_the_files_as_they_are(folder: Path) -> None:
    first, written = built(folder), times(folder)
    again = built(folder)
    assert times(folder) == written and set(written) == {"graph.ttl", "evidence.ttl", "judgements.jsonl", "graph.html"}
    assert (first.unchanged, again.unchanged) == (False, True)
    assert again.text().splitlines() == [
        first.text().splitlines()[0],
        "             all of them kept from before",
        *(line.replace("Written  ", "Unchanged") for line in first.text().splitlines()[1:]),
    ]


def correct(folder: Path) -> None:
    (folder / "in" / "corrections.toml").write_text(CORRECTION, "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article more": lambda f: (f / "in" / "7.txt").write_text(TEXT.format(7), "utf-8"),
    "an article less": lambda f: (f / "in" / "5.txt").unlink(),
    "another text": lambda f: (f / "in" / "5.txt").write_text(TEXT.format(8), "utf-8"),
    "another name of an article": lambda f: (f / "in" / "5.txt").rename(f / "in" / "0.txt"),
    "an article that cannot be read": lambda f: (f / "in" / "7.jsonl").write_text("{", "utf-8"),
    "a file of another kind": lambda f: (f / "in" / "7.png").write_bytes(b""),
    "a correction": correct,
    "an edited graph": lambda f: (f / "out" / "graph.ttl").write_text("# mine\n", "utf-8"),
    "a lost file": lambda f: (f / "out" / "judgements.jsonl").unlink(),
    "a damaged record": lambda f: (f / "out" / ".cache" / "build").write_bytes(b"12345"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_a_build_depends_on_makes_it_anew(folder: Path, change: Callable[[Path], object]) -> None:
    built(folder)
    change(folder)
    assert not built(folder).unchanged
    kg.build([folder / "in"], folder / "fresh", jobs=1)
    assert contents(folder / "out") == contents(folder / "fresh")
    assert built(folder).unchanged


def test_so_do_a_builds_choices_and_a_users_languages(folder: Path) -> None:
    built(folder)
    assert not built(folder, page=False).unchanged
    assert not (folder / "out" / "graph.html").exists()
    assert not built(folder, page=False, base="https://example.org/").unchanged
    languages = folder / "languages"
    languages.mkdir()
    shutil.copy(ontology_path("languages", "en.toml"), languages)
    assert not built(folder, languages=languages).unchanged
    assert built(folder, languages=languages).unchanged
    with (languages / "en.toml").open("a") as file:
        file.write("# changed\n")
    assert not built(folder, languages=languages).unchanged
