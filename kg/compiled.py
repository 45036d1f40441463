"""Compiled knowledge kept in the user's cache folder, so that it is made once for each version of the ontology's files.

The folder is `$XDG_CACHE_HOME/treaty-kg` (`~/.cache/treaty-kg`). Where it cannot be read or written, everything is
made anew each time.
"""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg.digest import knowledge_digest
from kg.memory import without_collection
from kg.scratch import write_whole

T = TypeVar("T")
_BROKEN = (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError, TypeError)


def cache_folder() -> Path:
    """Where compiled knowledge is kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "treaty-kg"


@cache
def _digest() -> str:
    return knowledge_digest()[:20]


def kept(name: str, make: Callable[[], T]) -> T:
    """What `make` returns, from the cache where it is there for the present knowledge.

    Args:
        name: of the file. make: makes the thing, which can be pickled.
    """
    with without_collection():
        file = cache_folder() / _digest() / f"{name}.pickle"
        try:
            made: T = pickle.loads(file.read_bytes())  # our own file, in the user's own folder
            return made
        except _BROKEN:
            made = make()
        with suppress(OSError):
            _keep(file, made)
        return made


def _keep(file: Path, made: object) -> None:
    if not file.parent.is_dir():
        shutil.rmtree(cache_folder(), ignore_errors=True)  # what another version left
        file.parent.mkdir(parents=True)
    write_whole(file, pickle.dumps(made, protocol=5))
