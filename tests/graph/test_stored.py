"""Stores on disk: made once, answered from only as long as they fit the Turtle files, shared by all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import __version__
from kg.errors import GraphError
from kg.export.turtle import write_turtle
from kg.graph import stored, turtlefiles
from kg.graph.store import open_graph
from kg.graph.stored import drop_stale_stores
from kg.vocab import version

Triples = list[ox.Triple]
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@pytest.fixture
def out(tmp_path: Path, emitted: tuple[Triples, Triples]) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    write_turtle(emitted[0], folder / "graph.ttl")
    write_turtle(emitted[1], folder / "evidence.ttl")
    return folder


def kept(out: Path) -> ox.Store:
    """The graph from its store on disk, however small it is."""
    return open_graph(out, stored_from=0)


def places(out: Path) -> list[Path]:
    return sorted((out / ".cache").glob("*"))


def about(place: Path) -> dict[str, object]:
    found = json.loads((place / "store.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def edit(out: Path) -> None:
    """Change a name by hand, to one as long."""
    path = out / "graph.ttl"
    text = path.read_text("utf-8")
    assert '"Porto"@en' in text
    path.write_text(text.replace('"Porto"@en', '"Lagos"@en'), "utf-8")


def names(store: ox.Store) -> set[str]:
    return {
        quad.object.value for quad in store.quads_for_pattern(None, LABEL, None) if isinstance(quad.object, ox.Literal)
    }


def test_a_small_graph_leaves_nothing_on_disk(out: Path, store: ox.Store) -> None:
    assert set(open_graph(out)) == set(store)
    assert places(out) == []


def test_a_store_says_the_same_as_the_files_and_what_it_was_made_of(out: Path, store: ox.Store) -> None:
    assert set(kept(out)) == set(kept(out)) == set(store)
    (place,) = places(out)
    status = (out / "graph.ttl").stat()
    files = about(place).pop("files")
    assert {**about(place), "files": None} == {"format": 1, "kg": __version__, "ontology": version(), "files": None}
    assert isinstance(files, list) and [file["name"] for file in files] == ["graph.ttl", "evidence.ttl"]
    assert (files[0]["bytes"], files[0]["changed"]) == (status.st_size, status.st_mtime_ns)


def test_a_store_is_read_only(out: Path) -> None:
    with pytest.raises(RuntimeError):
        kept(out).clear()


def test_a_store_is_made_once(out: Path) -> None:
    kept(out)
    before = [path.stat() for path in sorted(places(out)[0].rglob("*"))]
    kept(out)
    assert [path.stat() for path in sorted(places(out)[0].rglob("*"))] == before


def test_files_edited_by_hand_are_read_anew_and_the_former_store_goes(out: Path) -> None:
    kept(out)
    (former,) = places(out)
    edit(out)
    assert "Lagos" in names(kept(out)) and "Porto" not in names(kept(out))
    (place,) = places(out)
    assert place != former


def test_a_copied_folder_uses_the_store_that_came_along(out: Path, tmp_path: Path) -> None:
    kept(out)
    shutil.copytree(out, tmp_path / "copy", copy_function=shutil.copyfile)
    copy = tmp_path / "copy"
    os.utime(copy / "graph.ttl", ns=(1, 1))
    data = sorted((path.name, path.stat().st_mtime_ns) for path in copy.rglob("*.sst"))
    assert len(kept(copy)) == len(kept(out))
    assert sorted((path.name, path.stat().st_mtime_ns) for path in copy.rglob("*.sst")) == data
    files = about(places(copy)[0])["files"]
    assert isinstance(files, list) and files[0]["changed"] == 1  # the next one need not read the files


def test_a_store_goes_on_where_a_build_replaces_it(out: Path) -> None:
    before = kept(out)
    count = len(before)
    edit(out)
    kept(out)
    assert "Porto" in names(before) and len(before) == count


@pytest.mark.parametrize("harm", ["no data", "cut off", "no account", "an account of another shape"])
def test_a_damaged_store_is_made_anew(out: Path, store: ox.Store, harm: str) -> None:
    kept(out)
    (place,) = places(out)
    match harm:
        case "no data":
            shutil.rmtree(place / "data")
        case "cut off":
            for path in place.rglob("*.sst"):
                os.truncate(path, 10)
        case "no account":
            (place / "store.json").unlink()
        case _:
            (place / "store.json").write_text("[1]")
    assert set(kept(out)) == set(store)
    assert places(out) == [place]
    assert about(place)["format"] == 1
    ox.Store.read_only(str(place / "data"))


def test_a_store_in_a_newer_format_is_refused_with_the_way_out(out: Path) -> None:
    kept(out)
    (place,) = places(out)
    (place / "store.json").write_text(json.dumps({"format": 2, "kg": "3.0", "ontology": "5", "parts": []}))
    with pytest.raises(GraphError) as caught:
        kept(out)
    assert str(caught.value) == (
        f"{place} is a store in format 2 of kg 3.0 (ontology 5), and kg {__version__} reads format 1: "
        "update kg, or delete that folder (a new one is made from the Turtle files)"
    )


def test_a_store_in_an_older_format_is_made_anew(out: Path, store: ox.Store) -> None:
    kept(out)
    (place,) = places(out)
    (place / "store.json").write_text(json.dumps({**about(place), "format": 0}))
    assert set(kept(out)) == set(store)
    assert about(place)["format"] == 1


def test_broken_turtle_is_named_and_leaves_no_half_store(out: Path) -> None:
    (out / "evidence.ttl").write_text("<http://a> <http://b> .")
    with pytest.raises(GraphError, match=r"evidence\.ttl is no valid Turtle"):
        kept(out)
    assert places(out) == []


def test_memory_is_used_where_nothing_can_be_written(out: Path, store: ox.Store) -> None:
    (out / ".cache").write_text("a file where the folder should be")
    found = kept(out)
    assert set(found) == set(store)
    found.clear()  # in memory it may be changed


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of POSIX")
def test_a_store_is_read_in_a_folder_that_cannot_be_written_to(out: Path) -> None:
    kept(out)
    everything = [out, *out.rglob("*")]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        code = (
            "import os, sys; from kg.graph.store import open_graph\nprint(len(open_graph(sys.argv[1], stored_from=0)))"
        )
        done = subprocess.run([sys.executable, "-c", code, out], capture_output=True, encoding="utf-8", check=True)
        assert int(done.stdout) == len(kept(out))
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_many_threads_and_processes_at_once_make_one_store(out: Path, store: ox.Store) -> None:
    code = "import sys; from kg.graph.store import open_graph\nprint(len(open_graph(sys.argv[1], stored_from=0)))"
    processes = [subprocess.Popen([sys.executable, "-c", code, out], stdout=subprocess.PIPE) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        sizes = list(threads.map(lambda _: len(kept(out)), range(4)))
    sizes += [int(process.communicate()[0]) for process in processes]
    assert sizes == [len(store)] * 8
    assert len(places(out)) == 1


def test_files_that_a_build_replaces_while_they_are_read_are_read_again(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = turtlefiles.load

    def slow(store: ox.Store, folder: Path) -> None:
        load(store, folder)
        if "Porto" in (out / "graph.ttl").read_text("utf-8"):
            edit(out)

    monkeypatch.setattr(stored, "load", slow)
    assert "Lagos" in names(kept(out)) and "Porto" not in names(kept(out))


def test_files_that_never_stay_as_they_are_are_an_error(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def restless(store: ox.Store, folder: Path) -> None:
        with (folder / "graph.ttl").open("a") as file:
            file.write("\n")

    monkeypatch.setattr(stored, "load", restless)
    with pytest.raises(GraphError) as caught:
        kept(out)
    assert str(caught.value) == (
        f"the files in {out} change while they are read: wait for the build to end, then ask again"
    )
    assert places(out) == []


def test_stores_of_former_files_are_dropped_and_one_that_fits_is_kept(out: Path) -> None:
    kept(out)
    (place,) = places(out)
    drop_stale_stores(out)
    assert places(out) == [place]
    edit(out)
    drop_stale_stores(out)
    assert places(out) == []


def test_who_has_to_wait_for_a_store_is_told(out: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        open_graph(out, stored_from=0, tell=told.append)
    assert told == [f"{out}: made ready for questions, once for this graph of 0 MB"]
