"""A build as a whole: the same bytes in every order, and never half a result."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

import kg
from kg import pipeline
from kg.errors import InputError
from kg.graph.query import run
from kg.graph.store import open_graph
from tests.builds import contents, make_articles, text_of

SIGNERS = "SELECT ?who WHERE { ?event a kg:Signing ; kg:status kg:Happened ; kg:signedBy/rdfs:label ?who }"


def test_a_build_writes_graph_evidence_and_page_and_gives_an_account(tmp_path: Path) -> None:
    articles, readings = make_articles(tmp_path, 2)
    account = kg.build([articles], tmp_path / "out", readings=readings)
    assert list(contents(tmp_path / "out")) == ["evidence.ttl", "graph.html", "graph.ttl", "judgements.jsonl"]
    assert [file.name for file in account.files] == ["graph.ttl", "evidence.ttl", "judgements.jsonl", "graph.html"]
    assert (account.articles, account.languages, account.refusals) == (2, (("English", 2),), ())
    assert dict(account.found)["treaty"] == 1 and account.facts > 4
    rows = run(open_graph(tmp_path / "out"), SIGNERS).rows
    assert [getattr(term, "value", None) for row in rows for term in row] == ["Ana Bela"]


def test_neither_order_nor_number_of_processes_nor_earlier_builds_change_a_byte(tmp_path: Path) -> None:
    articles, readings = make_articles(tmp_path, 20)
    kg.build([articles], tmp_path / "a", readings=readings, jobs=1)
    expected = contents(tmp_path / "a")
    kg.build(sorted(articles.iterdir(), reverse=True), tmp_path / "b", readings=readings, jobs=3)
    assert contents(tmp_path / "b") == expected
    kg.build([articles / "03.txt"], tmp_path / "b", readings=readings)
    assert contents(tmp_path / "b") != expected
    kg.build([articles], tmp_path / "b", readings=readings)
    assert contents(tmp_path / "b") == expected


def test_a_build_removes_the_store_of_a_former_graph_and_keeps_one_that_fits(tmp_path: Path) -> None:
    articles, readings = make_articles(tmp_path, 2)
    out = tmp_path / "out"
    kg.build([articles], out, readings=readings)
    assert list((out / ".cache").glob("store-*")) == []  # made by whoever asks first
    open_graph(out, stored_from=0)
    (store,) = (out / ".cache").glob("store-*")
    kg.build([articles], out, readings=readings)
    assert list((out / ".cache").glob("store-*")) == [store]
    kg.build([articles / "01.txt"], out, readings=readings)
    assert list((out / ".cache").glob("store-*")) == []


def test_the_results_of_an_earlier_build_are_no_input(tmp_path: Path) -> None:
    articles, readings = make_articles(tmp_path, 2)
    for _ in range(2):
        account = kg.build([articles], articles / "out", readings=readings)
        assert account.articles == 2


def test_a_base_iri_is_used_and_a_wrong_one_refused_before_any_work(tmp_path: Path) -> None:
    articles, readings = make_articles(tmp_path, 2)
    kg.build([articles], tmp_path / "out", readings=readings, base="https://example.org/my/")
    assert b"https://example.org/my/" in contents(tmp_path / "out")["graph.ttl"]
    with pytest.raises(InputError):
        kg.build([tmp_path / "nowhere"], tmp_path / "out", base="not an address")


def test_without_a_page_a_former_one_is_removed_since_it_would_show_another_graph(tmp_path: Path) -> None:
    articles, readings = make_articles(tmp_path, 2)
    kg.build([articles], tmp_path / "out", readings=readings)
    account = kg.build([articles], tmp_path / "out", readings=readings, page=False)
    assert list(contents(tmp_path / "out")) == ["evidence.ttl", "graph.ttl", "judgements.jsonl"]
    assert [file.name for file in account.files] == ["graph.ttl", "evidence.ttl", "judgements.jsonl"]


def test_a_stage_that_fails_after_files_were_written_leaves_the_former_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, readings = make_articles(tmp_path, 2)
    kg.build([articles], tmp_path / "out", readings=readings)
    former = contents(tmp_path / "out")
    (articles / "02.txt").write_text(text_of(2))

    def fail(*_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "write_page", fail)
    with pytest.raises(ZeroDivisionError):
        kg.build([articles], tmp_path / "out", readings=readings)
    assert contents(tmp_path / "out") == former
    assert not list((tmp_path / "out").glob(".new-*"))


HANGING = """
import sys, time
from kg import cli, pipeline
def hang(*_):
    print("hanging", flush=True)
    time.sleep(60)
pipeline.write_page = hang
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_interrupted_or_killed_leaves_the_former_results(tmp_path: Path, how: signal.Signals) -> None:
    articles, readings = make_articles(tmp_path, 2)
    out = tmp_path / "out"
    kg.build([articles], out, readings=readings)
    former = contents(out)
    shutil.copy(articles / "00.txt", articles / "02.txt")
    arguments = [str(articles), "-o", str(out), "--readings", str(readings)]
    process = subprocess.Popen(
        [sys.executable, "-c", HANGING, "build", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout and process.stdout.readline() == "hanging\n"
    process.send_signal(how)
    _, errors = process.communicate(timeout=20)
    assert contents(out) == former
    if how == signal.SIGINT:
        assert (process.returncode, errors.lstrip()) == (130, "kg: interrupted; what was there before is unchanged\n")
    if how != signal.SIGKILL:
        assert process.returncode in (130, 143) and not list(out.glob(".new-*"))
    kg.build([articles], out, readings=readings)
    assert not list(out.glob(".new-*")), "what the killed build has left is removed by the next"
