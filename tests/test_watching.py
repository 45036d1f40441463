"""`kg watch` keeps a graph up to date: a real process, and real files that come, change, grow and go."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from kg import pipeline
from kg.account import Account
from kg.errors import InputError
from kg.watching import watch
from tests.builds import contents, text_of

PATIENCE = 60


class Watching:
    """A running `kg watch`, and the lines that it prints."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, words: str) -> str:
        """Wait for a line with these words."""
        while words not in (line := self.lines.get(timeout=PATIENCE)):
            pass
        return line


@contextmanager
def watching(articles: Path, out: Path, *options: str) -> Iterator[Watching]:
    command = [sys.executable, "-m", "kg", "watch", str(articles), "-o", str(out), "--every", "0.2", "-j", "1", *options]  # fmt: skip # noqa: E501
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    try:
        yield Watching(process)
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_watch_follows_its_articles_survives_errors_and_ends_quietly(tmp_path: Path) -> None:
    articles, out = tmp_path / "in", tmp_path / "out"
    articles.mkdir()
    (articles / "a.txt").write_text(text_of(1))
    with watching(articles, out, "--no-page") as watch:
        watch.until("Read         1 article: 1 English")
        watch.until("evidence.ttl")
        (articles / "b.txt").write_text(text_of(2))
        assert watch.until("1 article added")
        watch.until("  + b.txt")
        (articles / "b.txt").rename(articles / "c.txt")
        assert "1 article added, 1 withdrawn" in watch.until("article")
        watch.until("  - b.txt")
        (articles / "c.txt").write_text("")
        assert "1 article withdrawn" in watch.until("article")
        watch.until("left out: c.txt: empty; put the article's text into it or remove it")
        for file in articles.iterdir():
            file.unlink()
        watch.until(f"not built: {articles}: no articles found; articles are files named .txt, .md, .html or .jsonl")
        assert (out / "graph.ttl").exists(), "an error leaves the former graph"
        (articles / "d.txt").write_text(text_of(4))
        watch.until("  + d.txt")
        watch.process.send_signal(signal.SIGINT)
        _, errors = watch.process.communicate(timeout=PATIENCE)
        assert (watch.process.returncode, errors) == (0, "")
    pipeline.build([articles], tmp_path / "fresh", page=False)
    assert contents(out) == contents(tmp_path / "fresh")
    assert not list((out / ".cache" / "watch").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that another process is in")
def test_corrections_in_the_folder_are_carried_out_as_they_are_saved(tmp_path: Path) -> None:
    articles, out, file = tmp_path / "in", tmp_path / "out", tmp_path / "in" / "corrections.toml"
    articles.mkdir()
    (articles / "a.txt").write_text(text_of(1))
    rename = '[[rename]]\nthing = "a.txt: Lake Pact"\nname = "{}"\nwho = "Kim Lee"\nwhen = 2026-05-01\n'
    with watching(articles, out, "--no-page") as watch:
        watch.until("judgements.jsonl")
        plain = contents(out)
        file.write_text(rename.format("Pact of the Lakes"))
        watch.until(" renamed")
        corrected = contents(out)
        assert b"treaty:pact-of-the-lakes" in corrected["graph.ttl"]
        file.write_text(rename.format("Pact") + "[[same\n")
        watch.until(f"not built: {file}: ")
        assert contents(out) == corrected
        file.write_text(rename.format("Pact") + rename.format("Treaty"))
        assert "says 'Treaty', but 'Pact' is said of the same thing" in watch.until(f"not built: {file}, line 6: ")
        assert contents(out) == corrected
        file.write_text(rename.format("Pact").replace("a.txt", "b.txt"))
        watch.until(f"left out: {file}, line 1: nothing is called 'b.txt: Lake Pact' in the graph")
        file.write_text(rename.format("Pact"))
        watch.until(" renamed")
        assert b"treaty:pact " in contents(out)["graph.ttl"]
        file.unlink()
        watch.until(" renamed")
        assert contents(out) == plain


def test_files_that_are_still_being_written_are_waited_for(tmp_path: Path) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    file = articles / "a.txt"
    file.write_text("half")
    looks = 0

    def build() -> Account:
        return pipeline.build([articles], tmp_path / "out", page=False)

    stop = threading.Event()

    def write_on() -> None:
        nonlocal looks
        while looks < 3 and not stop.wait(0.05):
            looks += 1
            file.write_text(text_of(1)[: 20 * looks])
        file.write_text(text_of(1))

    writer = threading.Thread(target=write_on)
    writer.start()
    turn = next(watch([articles], tmp_path / "out", build, every=0.3))
    writer.join()
    assert turn.account is not None and turn.account.articles == 1
    assert "Story 1" in file.read_text() and turn.account.refusals == ()


def test_a_fault_in_one_build_is_told_and_the_next_change_is_built(tmp_path: Path) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    (articles / "a.txt").write_text(text_of(1))
    fails = [ZeroDivisionError("oops")]

    def build() -> Account:
        if fails:
            raise fails.pop()
        return pipeline.build([articles], tmp_path / "out", page=False)

    turns = watch([articles], tmp_path / "out", build, every=0.05)
    first = next(turns)
    assert first.text() == "not built: a fault of kg, please report it: ZeroDivisionError: oops"
    assert "raise fails.pop()" in first.trace
    (articles / "a.txt").write_text(text_of(2))
    second = next(turns)
    assert second.account is not None and second.changes is None


def test_standard_input_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        next(watch(["-"], tmp_path, lambda: pytest.fail("built")))
    assert str(error.value) == "standard input cannot be watched: name files and folders"
