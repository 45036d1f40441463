"""`kg export`: where it writes to, what it refuses, and that the same graph gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

import kg
from kg import cli
from kg.errors import ExportError, KGError
from kg.export.formats import FORMATS
from kg.export.source import Source
from kg.exporting import export
from tests.builds import make_articles


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of two articles."""
    folder = tmp_path_factory.mktemp("built")
    articles, readings = make_articles(folder, 2)
    kg.build([articles], folder / "out", readings=readings, page=False)
    return folder / "out"


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(out: Path, *names: str, to: Path | None = None, part: str = "both") -> str:
    with pytest.raises(KGError) as error:
        export(out, names, to, part)
    return str(error.value)


# Where to


def test_files_go_to_the_export_folder_under_their_default_names(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", str(out), "-f", "ntriples", "-f", "trig", "-f", "ntriples"]) == 0
    printed = capsys.readouterr()
    assert printed.out == f"{out}/export/graph.nt\n{out}/export/graph.trig\n"
    assert sorted(files(out / "export")) == ["graph.nt", "graph.trig"]


def test_one_format_goes_to_the_file_that_is_named_and_replaces_it(out: Path, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "facts.nt"
    assert export(out, ["ntriples"], file) == [file]
    first = file.read_bytes()
    file.write_text("old")
    export(out, ["ntriples"], file)
    assert file.read_bytes() == first and list(files(tmp_path)) == ["deep/facts.nt"]


def test_a_folder_takes_one_format_or_several(out: Path, tmp_path: Path) -> None:
    assert export(out, ["ntriples"], tmp_path) == [tmp_path / "graph.nt"]
    assert export(out, ["turtle", "nquads"], tmp_path / "new") == [
        tmp_path / "new/graph.ttl",
        tmp_path / "new/graph.nq",
    ]


def test_a_dash_is_standard_output(out: Path, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    assert cli.run(["export", str(out), "-f", "turtle", "--part", "graph", "-o", "-"]) == 0
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == (out / "graph.ttl").read_bytes()


def test_the_list_names_every_format_with_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [tuple(line.split()[:2]) for line in lines] == [(form.name, form.shown_name) for form in FORMATS.values()]


# What is refused


def test_a_build_s_own_files_are_not_written_over(out: Path) -> None:
    before = (out / "graph.ttl").read_bytes()
    assert refusal(out, "turtle", to=out / "graph.ttl") == (
        f"{out}/graph.ttl: is what is exported; name another file with -o"
    )
    assert refusal(out, "turtle", "trig", to=out) == f"{out}/graph.ttl: is what is exported; name another file with -o"
    assert (out / "graph.ttl").read_bytes() == before


def test_what_does_not_go_together_is_refused(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    every = ", ".join(FORMATS)
    assert refusal(out, "n3") == f"there is no format 'n3'; there are: {every}"
    assert refusal(out) == "name a format to export to"
    assert refusal(out, "turtle", part="half") == "there is no part 'half'; there are: both, graph, evidence"
    assert refusal(out, "turtle12", part="graph") == "turtle12 has no use for a part alone: leave out --part"
    assert refusal(tmp_path, "turtle") == (
        f"{tmp_path} holds no graph.ttl: build the graph first, kg build ARTICLES -o {tmp_path}"
    )
    assert cli.run(["export", str(out)]) == 2
    assert cli.run(["export", str(out), "-f", "turtle", "-f", "trig", "-o", "-"]) == 2
    assert capsys.readouterr().err.count("Error: ") == 2


def test_an_export_that_fails_leaves_the_former_file(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a full disk would: half of the file is written, then nothing goes any more."""

    def fail(_: Source, file: IO[bytes]) -> None:
        file.write(b"half")
        raise ExportError("the disk is full")

    monkeypatch.setitem(FORMATS, "ntriples", replace(FORMATS["ntriples"], write=fail))
    (tmp_path / "graph.nt").write_text("old")
    assert refusal(out, "ntriples", to=tmp_path) == "the disk is full"
    assert files(tmp_path) == {"graph.nt": b"old"}


# The same bytes


def test_the_same_graph_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "kg", "export", str(out), "-o", str(tmp_path / seed)]
        for name in FORMATS:
            command += ["-f", name]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
        made.append(files(tmp_path / seed))
    assert made[0].keys() == made[1].keys() and len(made[0]) >= len(FORMATS)
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []
