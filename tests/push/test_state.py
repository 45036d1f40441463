"""What is kept between two runs, and what a run makes of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.push.state import State, StateFile
from kg.push.target import GSP, UPDATE, Target
from tests.push.odd import talker

NEW = State("0a", UPDATE, replace=False)
DONE = replace(NEW, triples=9, finished=True)
TARGET = Target("http://h/update?key=secret", "urn:g", UPDATE)


@pytest.mark.parametrize(
    ("kept", "wanted", "covers", "continues"),
    [
        (DONE, NEW, True, False),
        (replace(DONE, replace=True), NEW, True, False),
        (DONE, replace(NEW, replace=True), False, False),
        (DONE, replace(NEW, content="0b"), False, False),
        (DONE, replace(NEW, protocol=GSP), True, False),
        (replace(NEW, triples=4), NEW, False, True),
        (replace(NEW, triples=9, closing=1), NEW, False, True),
        (replace(NEW, triples=4), replace(NEW, content="0b"), False, False),
        (replace(NEW, triples=4), replace(NEW, replace=True), False, False),
        (replace(NEW, triples=4), replace(NEW, protocol=GSP), False, False),
    ],
)
def test_what_is_done_and_what_is_gone_on_with(kept: State, wanted: State, covers: bool, continues: bool) -> None:
    assert (kept.covers(wanted), kept.continues(wanted)) == (covers, continues)


def test_a_file_for_each_endpoint_and_graph(tmp_path: Path) -> None:
    targets = [TARGET, replace(TARGET, graph=""), replace(TARGET, endpoint="http://h/update?key=other")]
    files = [StateFile.of(tmp_path, target) for target in targets]
    assert [file.read() for file in files] == [None] * 3
    files[0].write(DONE)
    assert [file.read() for file in files] == [DONE, None, None]
    assert list((tmp_path / ".cache").iterdir()) == [files[0].path]
    assert "secret" not in files[0].path.read_text("utf-8")


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"format": 1, "state": {"x": 1}}', "other"])
def test_a_file_that_cannot_be_used_is_none(tmp_path: Path, damage: str) -> None:
    file = StateFile.of(tmp_path, TARGET)
    file.write(DONE)
    if damage == "other":  # of a version to come
        damage = json.dumps(json.loads(file.path.read_text("utf-8")) | {"format": 2})
    file.path.write_text(damage, "utf-8")
    assert file.read() is None


@pytest.mark.slow
def test_an_interrupted_push_says_how_it_goes_on(out: Path) -> None:
    with talker(b"") as address:
        command = [sys.executable, "-m", "kg", "push", str(out), "--endpoint", address]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (130, "kg: interrupted; the same command goes on with what is left\n")
