"""Readings are kept as long as what they rest on stays, and only so long."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from kg import reading_json
from kg.basis import Basis
from kg.cache import FILE, open_cache
from kg.collect import Collected, collect
from kg.errors import KGError
from kg.model import Article, Reading
from kg.read import find_inputs
from kg.workers import Job

BASIS = Basis("shared", {"en": "1", "pl": "1"})


def language_of(article: Article) -> str:
    """Articles of these tests say what they are written in."""
    return article.text[:2]


def reader(article: Article) -> Reading:
    return Reading(article.identifier, reading_json.digest_of(article.text), language_of(article))


def never(article: Article) -> NoReturn:
    raise AssertionError(f"{article.identifier} is read again")


def write(folder: Path, texts: Iterable[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def gather(articles: Path, out: Path, basis: Basis = BASIS, max_bytes: int = 1000) -> Collected:
    with open_cache(out, basis, language_of) as cache:
        return collect(find_inputs([articles]).sources, Job(reader, max_bytes), 1, lambda *_: None, cache)


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two", "en three"]), tmp_path / "out"
    first = gather(articles, out)
    assert (len(first.readings), first.kept) == (3, 0)
    second = gather(articles, out)
    assert second == Collected(first.articles, first.readings, kept=3)
    (articles / "0.txt").write_text("en changed", "utf-8")
    (articles / "1.txt").rename(articles / "renamed.txt")
    third = gather(articles, out)
    assert third.kept == 1 and sorted(third.readings) == ["0.txt", "2.txt", "renamed.txt"]
    assert third.articles["0.txt"].text == "en changed"


def test_what_is_kept_is_taken_without_reading(tmp_path: Path) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two"]), tmp_path / "out"
    gather(articles, out)
    with open_cache(out, BASIS, language_of) as cache:
        assert collect(find_inputs([articles]).sources, Job(never), 1, lambda *_: None, cache).kept == 2


def test_records_of_jsonl_are_kept_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.jsonl"
    file.write_text('{"id": "a", "text": "en a"}\n{"id": "b", "text": "en b"}\n', "utf-8")
    assert gather(tmp_path / "in", tmp_path / "out").kept == 0
    with file.open("a") as more:
        more.write('{"id": "c", "text": "pl c"}\n')
    found = gather(tmp_path / "in", tmp_path / "out")
    assert (found.kept, sorted(found.readings)) == (2, ["a", "b", "c"])


@pytest.mark.parametrize(
    ("basis", "kept"),
    [
        (Basis("other", BASIS.languages), 0),
        (Basis("shared", {"en": "1", "pl": "2"}), 2),
        (Basis("shared", {"en": "2", "pl": "1"}), 1),
        (Basis("shared", {"en": "1", "pl": "1", "vi": "1"}), 3),
    ],
)
def test_a_change_of_one_language_leaves_the_readings_of_the_others(tmp_path: Path, basis: Basis, kept: int) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two", "en three"]), tmp_path / "out"
    gather(articles, out)
    assert gather(articles, out, basis).kept == kept
    assert gather(articles, out, basis).kept == 3, "from then on all rest on the new one"


def test_an_article_that_is_now_found_to_be_in_another_language_is_read_again(tmp_path: Path) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two"]), tmp_path / "out"
    gather(articles, out)
    basis = Basis("shared", {**BASIS.languages, "vi": "1"})
    with open_cache(out, basis, lambda article: "vi" if "two" in article.text else "en") as cache:
        found = collect(find_inputs([articles]).sources, Job(reader), 1, lambda *_: None, cache)
    assert found.kept == 1


def test_readings_of_articles_that_are_gone_are_removed(tmp_path: Path) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two"]), tmp_path / "out"
    gather(articles, out)
    (articles / "1.txt").unlink()
    gather(articles, out)
    write(articles, ["en one", "pl two"])
    assert gather(articles, out).kept == 1


def test_a_file_that_has_become_too_long_is_refused_whatever_is_kept(tmp_path: Path) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two and more"]), tmp_path / "out"
    gather(articles, out)
    found = gather(articles, out, max_bytes=10)
    assert [refusal.identifier for refusal in found.refusals] == ["1.txt"] and list(found.readings) == ["0.txt"]


def test_an_interrupted_reading_is_not_in_vain(tmp_path: Path) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two"]), tmp_path / "out"

    def stop(_stage: str, done: int, _total: int) -> None:
        if done == 2:
            raise KGError("stop")

    with pytest.raises(KGError), open_cache(out, BASIS, language_of) as cache:
        collect(find_inputs([articles]).sources, Job(reader), 1, stop, cache)
    assert gather(articles, out).kept == 2


@pytest.mark.parametrize("damage", ["cut", "other", "bits", "folder"])
def test_where_what_is_kept_is_damaged_all_is_read_anew(tmp_path: Path, damage: str) -> None:
    articles, out = write(tmp_path / "in", ["en one", "pl two"]), tmp_path / "out"
    gather(articles, out)
    file = out / FILE
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    elif damage == "other":
        file.write_bytes(b"no database at all" * 100)
    elif damage == "bits":
        with sqlite3.connect(file) as database:
            database.execute("UPDATE readings SET data = x'0000000000'")
    else:
        file.unlink()
        file.mkdir()
    assert len(gather(articles, out).readings) == 2
    assert gather(articles, out).kept == (0 if damage == "folder" else 2)


def test_a_file_of_another_form_is_made_anew(tmp_path: Path) -> None:
    articles, out = write(tmp_path / "in", ["en one"]), tmp_path / "out"
    gather(articles, out)
    with sqlite3.connect(out / FILE) as database:
        database.execute("PRAGMA user_version = 99")
    assert gather(articles, out).kept == 0
    assert gather(articles, out).kept == 1
