"""From what the user named (folders, files, standard input) to the list of things to read."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
STDIN = "-"
WAY_OUT = "articles are files named .txt, .md, .html or .jsonl"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read.

    identifier: its path relative to the folder that was read, POSIX separators ("stdin" for standard input).
    format: "text", "markdown", "html", "jsonl", or "" where a file that the user named is of no known kind.
    path: the file; None for standard input. data: the bytes of standard input; empty for files.
    """

    identifier: str
    format: str
    path: Path | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What there is to read: sources sorted by identifier, and the other files in folders, counted by extension."""

    sources: tuple[Source, ...]
    passed_over: tuple[tuple[str, int], ...] = ()


def find_inputs(paths: Iterable[str | Path], exclude: Sequence[Path] = ()) -> Inputs:
    """List what is to be read, in an order that does not depend on the order of the arguments.

    paths: folders (read recursively; hidden files and folders are left alone), files, or "-" for standard input.
    exclude: folders that are never entered and files that are no input, such as where a build writes to.
    Raises InputError for a path that does not exist and where nothing is found that could be an article.
    """
    given = [str(path) for path in paths]
    files: dict[Path, int] = {}  # the real file -> how many of its last parts name it
    other: Counter[str] = Counter()
    skip = {_absolute(path) for path in exclude}
    for path in sorted({Path(name) for name in given if name != STDIN}):
        for file, depth in _expand(path, skip):
            if _absolute(file) in skip:
                continue
            if path.is_dir() and file.suffix.lower() not in FORMATS:
                other[file.suffix.lower() or "no extension"] += 1
            else:
                files[file] = max(depth, files.get(file, 0))
    sources = [Source(name, FORMATS.get(file.suffix.lower(), ""), file) for file, name in _identifiers(files).items()]
    if STDIN in given:
        sources.append(_standard_input())
    passed_over = tuple(sorted(other.items()))
    if not sources:
        raise InputError(_nothing_found(given, passed_over))
    return Inputs(tuple(sorted(sources, key=lambda source: source.identifier)), passed_over)


def files_below(paths: Iterable[str | Path], exclude: Sequence[Path] = ()) -> Iterator[Path]:
    """Every file, articles or not, that `find_inputs` would look at, in no order; arguments as there."""
    skip = {_absolute(path) for path in exclude}
    for path in paths:
        yield from (file for file, _ in _expand(Path(path), skip))


def _expand(path: Path, skip: set[Path]) -> Iterable[tuple[Path, int]]:
    """The files under a path, each with the number of its last parts that are relative to the path."""
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    root = _absolute(path)
    if root in skip:
        return
    if not root.is_dir():
        yield root, 1
        return
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and (here / name) not in skip)
        depth = len(here.parts) - len(root.parts) + 1
        yield from ((here / name, depth) for name in sorted(names) if _is_candidate(here / name))


def _is_candidate(file: Path) -> bool:
    return not file.name.startswith(".") and file.is_file()


def _absolute(path: Path) -> Path:
    """Without resolving links: a linked file keeps the name that the user sees."""
    return Path(os.path.abspath(path))


def _name(file: Path, depth: int) -> str:
    """The last parts of a path as an identifier: the same on every system, and always writable as UTF-8."""
    name = "/".join(file.parts[-depth:]).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", name)


def _identifiers(files: dict[Path, int]) -> dict[Path, str]:
    """Relative paths as identifiers; where two files share one, both are named by one folder more until they differ."""
    depths = dict(files)
    while True:
        by_name: defaultdict[str, list[Path]] = defaultdict(list)
        for file, depth in depths.items():
            by_name[_name(file, depth)].append(file)
        shared = [file for group in by_name.values() if len(group) > 1 for file in group]
        if not shared:
            return {group[0]: name for name, group in by_name.items()}
        for file in shared:
            depths[file] += 1


def _standard_input() -> Source:
    data = sys.stdin.buffer.read()
    return Source("stdin", "jsonl" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "text", None, data)


def _nothing_found(given: Sequence[str], passed_over: Sequence[tuple[str, int]]) -> str:
    where = ", ".join(sorted(given)) or "nothing was named"
    others = ", ".join(f"{count} {extension}" for extension, count in passed_over)
    return f"{where}: no articles found{f' (only {others})' if others else ''}; {WAY_OUT}"
