"""Keeping a graph up to date while its articles come, change and go."""

from __future__ import annotations

import os
import shutil
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.account import Account
from kg.changes.difference import Difference, difference
from kg.changes.text import summary
from kg.errors import GraphError, InputError, KGError
from kg.graph.turtlefiles import TURTLE_FILES
from kg.read import STDIN, files_below
from kg.scratch import CACHE, new_folder

EVERY = 1.0  # seconds between two looks
_SHARE = 20  # looking takes at most one in so many parts of the time
_MOST_NAMES = 10  # of articles that are told of one build
_MOST_LOOKS = 10  # at files that do not come to rest, before what is there of them is built
FAULT = "a fault of kg, please report it: {}: {}"

Look = tuple[tuple[str, int, int, int], ...]  # of each file: path, inode, bytes, when it was changed (nanoseconds)


@dataclass(frozen=True, slots=True)
class Turn:
    """One build of a watch.

    account, changes: what it gave, and how the graph differs from the former one (None where there was none).
    error, trace: why nothing was built, "" where it was; then the former graph stays.
    """

    account: Account | None = None
    changes: Difference | None = None
    error: str = ""
    trace: str = ""

    def text(self) -> str:
        """What happened, in a few lines for eyes."""
        if self.account is None:
            return f"not built: {self.error}"
        left_out = [f"left out: {refusal}" for refusal in self.account.refusals]
        if self.changes is None:
            return "\n".join([self.account.text(), *left_out])
        articles = self.changes.articles
        names = [
            f"  {sign} {name}"
            for sign, several in (("+", articles.added), ("-", articles.withdrawn))
            for name in several
        ]
        more = [f"  and {len(names) - _MOST_NAMES:,} more"] if len(names) > _MOST_NAMES else []
        return "\n".join([summary(self.changes), *names[:_MOST_NAMES], *more, *left_out])


def watch(
    paths: Sequence[str | Path],
    out: str | Path,
    build: Callable[[], Account],
    also: Sequence[str | Path] = (),
    every: float = EVERY,
) -> Iterator[Turn]:
    """Build now, and again whenever an input has changed and come to rest; goes on until it is interrupted.

    paths: the articles, as for a build. out: the folder that is built to. build: makes one build. also: further files
    and folders on which a build depends. every: seconds between two looks at the files; they are at rest when two looks
    in a row find them alike, so that what is still being written is not read.
    An error of a build is told in its turn, and the next change is waited for. Raises InputError for standard input.
    """
    if STDIN in map(str, paths):
        raise InputError("standard input cannot be watched: name files and folders")
    built: Look | None = None
    while True:
        now = _at_rest(lambda: _look(paths, out, also), built, every)
        if now != built:
            built = now
            yield _turn(Path(out), build)
        time.sleep(every)


def _at_rest(look: Callable[[], Look], built: Look | None, every: float) -> Look:
    """How the files are when they have come to rest, or have not for long."""
    former = None
    for _ in range(_MOST_LOOKS):
        begin = time.monotonic()
        now = look()
        if now in (former, built):
            return now
        former = now
        time.sleep(max(every, _SHARE * (time.monotonic() - begin)))
    return look()


def _look(paths: Sequence[str | Path], out: str | Path, also: Sequence[str | Path]) -> Look:
    """How all files are on which a build depends; some folders may not be there at present."""
    there = [path for path in (*paths, *also) if Path(path).exists()]
    files = files_below(there, exclude=[Path(out)])
    return tuple(sorted(found for path in files if (found := _state(path))))


def _state(path: Path) -> tuple[str, int, int, int] | None:
    try:
        status = path.stat()
    except OSError:  # it has gone meanwhile
        return None
    return str(path), status.st_ino, status.st_size, status.st_mtime_ns


def _turn(out: Path, build: Callable[[], Account]) -> Turn:
    try:
        with _former(out) as former:
            account = build()
            return Turn(account, _changes(former, out))
    except KGError as error:
        return Turn(error=str(error))
    except Exception as error:  # whatever goes wrong in one build, the next one may do
        return Turn(error=FAULT.format(type(error).__name__, error), trace=traceback.format_exc())


def _changes(former: Path, out: Path) -> Difference | None:
    try:
        return difference(former, out)
    except GraphError:  # there was no graph before, or none that can be read
        return None


@contextmanager
def _former(out: Path) -> Iterator[Path]:
    """A folder with the graph as it is now, to be compared with the next."""
    folder = new_folder(out / CACHE / "watch")
    try:
        for name in TURTLE_FILES:
            if (out / name).is_file():
                _link(out / name, folder / name)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _link(file: Path, to: Path) -> None:
    """A second name for a file that is going to be replaced; a copy where there are no such."""
    try:
        os.link(file, to)
    except OSError:
        shutil.copyfile(file, to)
