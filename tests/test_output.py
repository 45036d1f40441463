"""Results replace the former ones only when they are complete."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.output import replacing

NAMES = ("graph.ttl", "graph.html")


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


def write(out: Path, **files: str) -> None:
    with replacing(out, NAMES) as new:
        for name, text in files.items():
            (new / name.replace("_", ".")).write_text(text)


def test_files_appear_together_and_nothing_else_is_left(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "out", graph_ttl="a", graph_html="b")
    assert contents(tmp_path / "deep" / "out") == {"graph.ttl": "a", "graph.html": "b"}


def test_a_failure_leaves_the_former_results_byte_for_byte(tmp_path: Path) -> None:
    write(tmp_path, graph_ttl="a", graph_html="b")
    with pytest.raises(RuntimeError), replacing(tmp_path, NAMES) as new:
        (new / "graph.ttl").write_text("half")
        raise RuntimeError
    assert contents(tmp_path) == {"graph.ttl": "a", "graph.html": "b"}


def test_a_failure_leaves_no_folder_where_there_was_none(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), replacing(tmp_path / "out", NAMES):
        raise RuntimeError
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_written_anew_is_removed_and_foreign_files_stay(tmp_path: Path) -> None:
    write(tmp_path, graph_ttl="a", graph_html="b")
    (tmp_path / "notes.txt").write_text("mine")
    write(tmp_path, graph_ttl="c")
    assert contents(tmp_path) == {"graph.ttl": "c", "notes.txt": "mine"}


def test_what_killed_builds_have_left_is_removed_and_what_running_ones_write_is_kept(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for pid in (dead.pid, os.getppid()):
        (tmp_path / f".new-{pid}").mkdir()
    write(tmp_path, graph_ttl="a")
    assert sorted(path.name for path in tmp_path.iterdir()) == [f".new-{os.getppid()}", "graph.ttl"]


def test_ctrl_c_while_files_are_renamed_takes_effect_after_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, graph_ttl="a", graph_html="b")
    rename = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, graph_ttl="c", graph_html="d")
    assert contents(tmp_path) == {"graph.ttl": "c", "graph.html": "d"}


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    for out in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(InputError) as error:
            write(out, graph_ttl="a")
        assert str(error.value) == f"{out}: is a file; name a folder to write to"
