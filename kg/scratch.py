"""Folders of our own among results: what is kept to be quick the next time, and what is not finished yet."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

CACHE = Path(".cache")  # in a folder of results: what can be made anew from the rest
_PREFIX = ".new-"


def new_folder(inside: Path) -> Path:
    """Make a folder of this process inside another one, which is made if missing, and return it.

    What is written there appears at once, whole, when it is renamed into its place. Such folders that killed processes
    have left are removed. Raises OSError where it cannot be made.
    """
    new = inside / f"{_PREFIX}{os.getpid()}"
    inside.mkdir(parents=True, exist_ok=True)
    for stale in inside.glob(f"{_PREFIX}*"):
        if not _is_alive(stale.name.removeprefix(_PREFIX)):
            shutil.rmtree(stale, ignore_errors=True)
    new.mkdir()
    return new


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whose folder exists; whoever reads it, or finds it after a kill, has the former data or this."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(data)
    new.replace(path)


def _is_alive(pid: str) -> bool:
    """Whether another process with this number may still be writing."""
    if not pid.isdecimal() or int(pid) == os.getpid():
        return False
    if os.name != "posix":
        return True  # there, asking for a process by signal 0 would end it
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
