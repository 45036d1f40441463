"""What is found to read, and how it is named."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import InputError
from kg.read import find_inputs


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", "utf-8")
    return folder


def identifiers(*paths: Path | str, exclude: tuple[Path, ...] = ()) -> list[str]:
    return [source.identifier for source in find_inputs(paths, exclude).sources]


def test_a_folder_is_read_with_its_subfolders_and_files_are_named_relative_to_it(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.md", "sub/deep/c.html", "d.JSONL")
    assert identifiers(tmp_path) == ["a.md", "b.txt", "d.JSONL", "sub/deep/c.html"]


def test_other_kinds_of_files_in_folders_are_counted_and_hidden_ones_left_alone(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.pdf", "c.PDF", "README", ".d.txt", ".git/e.txt")
    found = find_inputs([tmp_path])
    assert [source.identifier for source in found.sources] == ["a.txt"]
    assert found.passed_over == ((".pdf", 2), ("no extension", 1))


def test_the_order_and_the_spelling_of_arguments_do_not_matter(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt", "sub/c.txt")
    one = find_inputs([tmp_path / "b.txt", tmp_path / "sub", tmp_path / "a.txt"])
    other = find_inputs(
        [tmp_path / "a.txt", tmp_path / "." / "b.txt", tmp_path / "sub" / ".." / "sub", tmp_path / "b.txt"]
    )
    assert one == other
    assert [source.identifier for source in one.sources] == ["a.txt", "b.txt", "c.txt"]


def test_a_file_named_beside_its_folder_is_read_once_under_its_path_in_the_folder(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.txt")
    assert identifiers(tmp_path, tmp_path / "sub" / "a.txt") == ["sub/a.txt"]


def test_files_of_one_name_in_two_folders_are_named_by_the_folders_too(tmp_path: Path) -> None:
    make(tmp_path, "may/1.txt", "june/1.txt", "june/2.txt")
    assert identifiers(tmp_path / "may", tmp_path / "june") == ["2.txt", "june/1.txt", "may/1.txt"]


def test_the_folder_that_is_written_to_is_not_read(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "out/graph.html")
    assert identifiers(tmp_path, exclude=(tmp_path / "out",)) == ["a.txt"]


def test_a_link_keeps_its_own_name_and_a_broken_one_is_passed_by(tmp_path: Path) -> None:
    make(tmp_path, "store/x.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "store" / "x.txt")
    (tmp_path / "in" / "broken.txt").symlink_to(tmp_path / "nowhere")
    assert identifiers(tmp_path / "in") == ["link.txt"]


def test_composed_and_decomposed_file_names_are_one_identifier(tmp_path: Path) -> None:
    make(tmp_path, "Kí.txt")
    assert identifiers(tmp_path) == ["Kí.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text_gets_an_identifier_that_can_be_written(tmp_path: Path) -> None:
    (Path(os.fsdecode(bytes(tmp_path) + b"/\xe9.txt"))).write_text("text", "utf-8")
    assert identifiers(tmp_path) == ["\ufffd.txt"]


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        find_inputs([tmp_path / "articels"])
    assert str(error.value) == f"{tmp_path}/articels: no such file or folder"


def test_a_folder_without_articles_is_an_error_that_says_what_it_holds(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "b.docx", "c.pdf")
    with pytest.raises(InputError) as error:
        find_inputs([tmp_path])
    assert str(error.value) == (
        f"{tmp_path}: no articles found (only 1 .docx, 2 .pdf); articles are files named .txt, .md, .html or .jsonl"
    )


@pytest.mark.parametrize(
    ("data", "kind"), [(b"Hanoi", "text"), (b' \n{"text": "x"}', "jsonl"), (b"\xef\xbb\xbf{}", "jsonl")]
)
def test_standard_input_is_one_text_or_json_lines(data: bytes, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (source,) = find_inputs(["-"]).sources
    assert (source.identifier, source.format, source.data) == ("stdin", kind, data)
