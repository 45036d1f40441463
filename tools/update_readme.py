"""Rewrite what README.md and docs/*.md show of the program, from real runs, and of the ontology.

    python tools/update_readme.py

In a fenced block marked `console`, each line that begins with "$ " is run in a folder that holds only `examples` and
what earlier commands made, with this checkout's `kg`; the lines after it are what it printed. The Python examples of
docs/library.md, in blocks marked `pycon`, are run there, too. The tables of terms in docs/vocabulary.md come from the
ontology, those of docs/queries.md from the named queries, the table of languages from their files and
tests/eval/languages.toml, that of formats from kg/export/formats.py. The commands of docs/serving.md ask a server that
runs meanwhile, at a free port instead of the usual one. A test holds the files against new runs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.format_table import with_formats  # noqa: E402
from tools.language_table import with_languages  # noqa: E402
from tools.python_examples import with_examples  # noqa: E402
from tools.query_tables import with_queries  # noqa: E402
from tools.vocabulary_tables import with_tables  # noqa: E402

PAGES = (
    "README.md", "docs/commands.md", "docs/queries.md", "docs/network.md", "docs/reading.md", "docs/corrections.md",
    "docs/checking.md", "docs/exports.md", "docs/pushing.md", "docs/reasoning.md", "docs/updating.md",
)  # fmt: skip
LIBRARY = "docs/library.md"
VOCABULARY = "docs/vocabulary.md"
SERVING = "docs/serving.md"
USUAL = "http://127.0.0.1:8020/"  # where `kg serve` serves
_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
_WIDTH = 150  # longer lines of output are cut, since a page shows no more


def commands(page: str) -> list[str]:
    """The commands of a page's console blocks, in order."""
    return [line[2:] for block in _BLOCK.findall(page) for line in block.splitlines() if line.startswith("$ ")]


def with_outputs(page: str, folder: Path) -> str:
    """The page with what its commands print now.

    folder: where they run; a page's first command finds there what the pages before it have made.
    """
    prepare(folder)
    return _BLOCK.sub(lambda block: "".join(_run_block(block[1], folder)), page)


def prepare(folder: Path) -> None:
    """Give a folder the examples and a command `kg` that runs this checkout."""
    (folder / "bin").mkdir(exist_ok=True)
    program = folder / "bin" / "kg"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m kg "$@"\n', "utf-8")
    program.chmod(0o755)
    if not (folder / "examples").exists():
        (folder / "examples").symlink_to(ROOT / "examples")


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the graph that the README has built, at a free port; gives the address."""
    command = [str(folder / "bin" / "kg"), "serve", "output", "--port", "0", "--jobs", "1"]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert server.stdout is not None
        yield server.stdout.readline().split()[-1]
    finally:
        server.terminate()
        server.communicate()


def updated(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file that this script writes, with what it should hold."""
    for name in PAGES:
        path = ROOT / name
        yield path, _with_tables_of_code(with_outputs(path.read_text("utf-8"), folder))
    path = ROOT / SERVING
    with serving(folder) as address:
        text = with_outputs(path.read_text("utf-8").replace(USUAL, address), folder)
    yield path, text.replace(address, USUAL)
    path = ROOT / LIBRARY
    with tempfile.TemporaryDirectory() as clean:  # its first build finds nothing kept
        Path(clean, "examples").symlink_to(ROOT / "examples")
        yield path, with_examples(path.read_text("utf-8"), Path(clean))
    path = ROOT / VOCABULARY
    yield path, with_tables(path.read_text("utf-8"), ROOT / "ontology" / "kg.ttl")


def _with_tables_of_code(page: str) -> str:
    """The page with its tables of languages, formats and queries made anew."""
    return with_queries(with_formats(with_languages(page)))


def _run_block(block: str, folder: Path) -> Iterator[str]:
    for command in commands(f"```console\n{block}```"):
        yield f"$ {command}\n"
        yield from (f"{line}\n" for line in _run(command, folder))


def _run(command: str, folder: Path) -> list[str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    if done.returncode:
        told = f"{done.stdout}{done.stderr}"
        raise SystemExit(f"$ {command}\nended with {done.returncode}; nothing is rewritten:\n{told}")
    text = (done.stdout + done.stderr).replace(str(folder), "").rstrip("\n")
    return [_cut(line.rstrip()) for line in text.splitlines()]


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1].rstrip() + "…"


def main() -> None:
    """Rewrite what has changed and say what."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in list(updated(Path(folder))):  # all of them first: a failing command leaves every file alone
            changed = path.read_text("utf-8") != text
            path.write_text(text, "utf-8")
            print(f"{path.relative_to(ROOT)}: {'rewritten' if changed else 'unchanged'}")


if __name__ == "__main__":
    main()
