"""Writing a folder of results so that an interrupted build leaves the former ones whole."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import InputError
from kg.scratch import new_folder


@contextmanager
def replacing(out: Path, names: Sequence[str]) -> Iterator[Path]:
    """Give a new folder inside `out` to write to; when the block ends well, its files replace the former ones.

    out: the folder of the results; made if missing. names: the files that a build owns there; a former one that is not
    written anew is removed, since it would not belong to the others.
    Where the block raises, or writes nothing, nothing in `out` changes.
    Raises InputError where `out` cannot be a folder or be written to.
    """
    existed = out.exists()
    new = _prepare(out)
    try:
        yield new
        with _undisturbed():
            for name in names if any(new.iterdir()) else ():
                if (new / name).exists():
                    (new / name).replace(out / name)
                else:
                    (out / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if not existed:
            with suppress(OSError):  # it holds something: keep it
                out.rmdir()


def _prepare(out: Path) -> Path:
    """Make the folder for the new files."""
    try:
        return new_folder(out)
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError(f"{out}: is a file; name a folder to write to") from error
    except OSError as error:
        raise InputError(f"{out}: cannot be written to ({error.strerror}); name another folder with -o") from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back Ctrl-C and a polite kill while files are renamed, so that they all belong to one build."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    held = (signal.SIGINT, signal.SIGTERM)
    former = [signal.signal(number, lambda number, _frame: came.append(number)) for number in held]
    try:
        yield
    finally:
        for number, handler in zip(held, former, strict=True):
            signal.signal(number, handler)
    for late in came:
        signal.raise_signal(late)
