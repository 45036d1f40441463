"""Many articles are read side by side, and none can stop the others."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from kg import reading_json
from kg.collect import collect
from kg.errors import InputError, KGError
from kg.given import find_readings
from kg.model import Article, Mention, Omission, Reading
from kg.read import find_inputs
from kg.workers import Job, read_all


def reader(article: Article) -> Reading:
    """Stands for the real one: knows one language, and trips over two words."""
    if "tongue" in article.text:
        raise KGError("in Klingon (tlh), which has no language file")
    if "runes" in article.text:
        why = Omission("no language file for runes", 0, len(article.text))
        return Reading(article.identifier, reading_json.digest_of(article.text), "xx", omissions=(why,))
    if "crash" in article.text:
        raise ZeroDivisionError
    if "die" in article.text:
        os._exit(1)
    return Reading(article.identifier, reading_json.digest_of(article.text), "en", headline=article.text[:5])


def note_down(seen: list[str], articles: Iterable[Article]) -> None:
    seen.extend(article.identifier for article in articles)


def silent(_stage: str, _done: int, _total: int) -> None: ...


def folder_of(tmp_path: Path, *texts: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 3])
def test_articles_that_cannot_be_read_are_named_and_the_others_are_read(tmp_path: Path, jobs: int) -> None:
    folder = folder_of(tmp_path, *[f"text {n}" for n in range(20)], "tongue", "crash", "", "runes")
    found = collect(find_inputs([folder]).sources, Job(reader), jobs, silent)
    assert sorted(found.articles) == sorted(found.readings) == [f"{n:02}.txt" for n in range(20)]
    assert [str(refusal) for refusal in found.refusals] == [
        "20.txt: in Klingon (tlh), which has no language file",
        "21.txt: could not be read (ZeroDivisionError): this is a fault of kg, please report it; "
        "--debug shows where it happened",
        "22.txt: empty; put the article's text into it or remove it",
        "23.txt: no language file for runes",
    ]
    (trace,) = found.tracebacks
    assert "raise ZeroDivisionError" in trace


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers do not share what is loaded before them")
def test_what_articles_need_is_loaded_once_for_all_workers() -> None:
    articles = [Article(str(number), "text") for number in range(40)]
    seen: list[str] = []
    list(read_all(articles, Job(reader, warm=partial(note_down, seen)), 2))
    assert 10 < len(seen) <= 24 and seen[0] == "0" and int(seen[-1]) > 30


def test_progress_is_told_for_each_input(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    collect(find_inputs([folder_of(tmp_path, "a", "b")]).sources, Job(reader), 1, lambda *step: told.append(step))
    assert told == [("reading", 1, 2), ("reading", 2, 2)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a dying worker takes a new interpreter with it")
def test_a_worker_that_dies_ends_the_build_with_advice() -> None:
    articles = [Article(str(n), "die" if n == 9 else "x") for n in range(30)]
    with pytest.raises(KGError, match=r"^a worker process died, perhaps for want of memory; try again with -j 1"):
        list(read_all(articles, Job(reader), 2))


SLOW = """
import multiprocessing, time
from kg.model import Article, Reading
from kg.workers import Job, read_all
def reader(article):
    time.sleep(0.02)
    return Reading(article.identifier, "", "en")
for outcome in read_all([Article(str(n), "x") for n in range(10_000)], Job(reader), 2):
    if outcome.article.identifier == "0":
        print(*[child.pid for child in multiprocessing.active_children()], flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are started in another way")
def test_workers_end_with_a_build_that_is_killed() -> None:
    process = subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout
    workers = process.stdout.readline().split()
    assert len(workers) == 2
    process.kill()
    process.communicate()
    for _ in range(100):
        if not any(map(is_running, workers)):
            break
        time.sleep(0.1)
    assert [worker for worker in workers if is_running(worker)] == []


def is_running(pid: str) -> bool:
    """Whether there is such a process, and not just its remains that nobody has collected."""
    try:
        return Path("/proc", pid, "stat").read_text().rsplit(")")[-1].split()[0] != "Z"
    except OSError:
        return False


def test_where_nothing_can_be_read_the_error_lists_why(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, *["crash"] * 12)
    with pytest.raises(InputError) as error:
        collect(find_inputs([folder]).sources, Job(reader), 1, silent)
    lines = str(error.value).splitlines()
    assert lines[0] == "none of the articles could be read:"
    assert lines[1].startswith("  00.txt: could not be read (ZeroDivisionError)")
    assert lines[-1] == "  ... and 2 more" and len(lines) == 12


def test_an_identifier_is_given_once_over_all_inputs(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "first"}')
    (tmp_path / "b.jsonl").write_text('{"id": "x", "text": "second"}')
    found = collect(find_inputs([tmp_path]).sources, Job(reader), 1, silent)
    assert found.articles["x"].text == "first"
    assert [str(refusal) for refusal in found.refusals] == [
        "x: another input has this identifier; give each article its own"
    ]


# Readings made elsewhere


def test_given_readings_are_used_instead_of_our_own(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "crash", "text")
    crash = Article("00.txt", "crash")
    mine = Reading("00.txt", reading_json.digest_of("crash"), "en", headline="mine")
    readings = tmp_path / "readings"
    readings.mkdir()
    (readings / "r.json").write_text(reading_json.dumps(mine, crash.text))
    given, refusals = find_readings(readings)
    found = collect(find_inputs([folder]).sources, Job(reader, given=given), 1, silent)
    assert not refusals and not found.refusals
    assert found.readings["00.txt"] == mine


def test_faults_of_given_readings_are_named_by_their_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "text 0", "text 1")
    readings = tmp_path / "readings"
    readings.mkdir()
    other = Reading("00.txt", reading_json.digest_of("other"), "en")
    extra = Mention("t1", 0, 4)
    partly = Reading("01.txt", reading_json.digest_of("text 1"), "en", headline="mine", mentions=(extra, extra))
    for name, reading in (("a", other), ("b", partly), ("c", partly), ("d", Reading("02.txt", "", "en"))):
        (readings / f"{name}.json").write_text(reading_json.dumps(reading))
    (readings / "e.json").write_text("{}")
    given, refusals = find_readings(readings)
    found = collect(find_inputs([folder]).sources, Job(reader, given=given), 1, silent)
    assert [str(refusal) for refusal in refusals] == [
        "c.json: a second reading of 01.txt, after b.json; keep one",
        'e.json: not a reading: no "format": "treaty-kg reading 1"; "kg read ARTICLE --json" shows one',
    ]
    assert [str(refusal) for refusal in found.refusals] == [
        'a.json: made from another text: its "digest" is not the SHA-256 of the article; read the article again '
        "(kg's own reading of 00.txt is used)",
        'b.json: left out a mention of "t1": there is no such thing (and 1 more)',
        'd.json: about "02.txt", which is not among the articles; name it as kg read --json does',
    ]
    assert found.readings["00.txt"].headline == "text " and found.readings["01.txt"].headline == "mine"


def test_a_folder_without_readings_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        find_readings(tmp_path)
    assert str(error.value) == (
        f'{tmp_path}: no readings found; they are .json files, as "kg read ARTICLE --json" prints'
    )
