"""Stores on disk, made from the Turtle files of a large graph so that a question need not wait until they are parsed.

A store lies in `OUT/.cache/store-…`, hidden and derived: it can be deleted, copied along or left out. It is written
beside and renamed into its place when it is whole, and never written to again: any number of processes read it, and
those that have it open keep it while it is replaced.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from kg.graph.storeinfo import StoreInfo, info_of, read_info, write_info
from kg.graph.turtlefiles import Signature, digests, load, load_file, signature, unchanged
from kg.scratch import CACHE, new_folder

STORED_FROM = 5_000_000  # bytes of Turtle, about 100,000 triples: parsed in 0.2 s on an ordinary computer
_DATA = "data"
_UNUSABLE = (OSError, RuntimeError)  # how pyoxigraph reports a full disk, a missing or a damaged file
_making = threading.Lock()  # threads of one process would share a scratch folder


def is_large(signed: Signature, stored_from: float) -> bool:
    """Tell whether files are worth a store on disk. stored_from: bytes of Turtle from which they are."""
    return sum(size for size, _ in signed) >= stored_from


def open_stored(folder: Path, tell: Callable[[str], None] | None = None) -> ox.Store | None:
    """Return the store of the files in a folder, read-only; made now where there is none or it is stale.

    tell: told before one is made, in a line.
    Returns None where none can be kept there. Raises GraphError for a store in a newer format and for broken files.
    """
    store = _find(folder)
    if store is None:
        with _making:
            store = _find(folder)  # another thread may have made it
            if store is None:
                if tell is not None:
                    size = sum(size for size, _ in signature(folder)) / 1e6
                    tell(f"{folder}: made ready for questions, once for this graph of {size:,.0f} MB")
                with suppress(*_UNUSABLE):
                    store = _opened(_make(folder))
    return store


@contextmanager
def store_with(more: Path, folder: Path, stored_from: float) -> Iterator[ox.Store | None]:
    """Give a store of a large graph with a further file, read-only, for as long as the block lasts.

    Only that file is read: the rest are second names of the files of the store that is kept, which stays as it is.
    more: Turtle. stored_from: as in `is_large`. Gives None where the graph is small, or nothing can be written there.
    """
    scratch, store = None, None
    try:
        with suppress(*_UNUSABLE):
            kept = open_stored(folder) if is_large(signature(folder), stored_from) else None
            if kept is not None:
                scratch = new_folder(folder / CACHE / "second")
                kept.backup(str(scratch / _DATA))
                load_file(ox.Store(str(scratch / _DATA)), more)  # closed at once: nothing goes on writing
                store = _opened(scratch)
        yield store
    finally:
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)


def drop_stale_stores(out: Path) -> None:
    """Remove the stores of former builds from a folder with a new one; the next question makes its own.

    Making it is left to the question: a build that is made again every hour may never be asked, and would wait for it.
    """
    signed = signature(out)
    for place in _stores(out / CACHE):
        info = read_info(place)
        if info is None or not _fits(info, place, out, signed):
            _remove([place])


def _find(folder: Path) -> ox.Store | None:
    now = signature(folder)
    for place in _stores(folder / CACHE):
        info = read_info(place)
        if info is not None and _fits(info, place, folder, now):
            with suppress(*_UNUSABLE):
                return _opened(place)
    return None


def _fits(info: StoreInfo, place: Path, folder: Path, now: Signature) -> bool:
    """Tell whether a store was made of the files as they are now; copied files are other files of the same content."""
    if info.signature == now:
        return True
    if [size for size, _ in info.signature] != [size for size, _ in now]:
        return False
    found, signed = unchanged(folder, lambda: digests(folder))
    if found != info.digests:
        return False
    with suppress(OSError):
        write_info(replace(info, signature=signed), place)  # so that the next one need not read the files
    return True


def _make(folder: Path) -> Path:
    """Make the store of the files in a folder, and remove the others there; returns where it is."""
    cache = folder / CACHE
    scratch = new_folder(cache)
    try:
        made = scratch / "store"
        found, signed = unchanged(folder, lambda: _write(folder, made))
        info = info_of(signed, found)
        write_info(info, made)
        place = cache / info.name
        _put(made, place)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    _remove(other for other in _stores(cache) if other != place)
    return place


def _write(folder: Path, made: Path) -> tuple[str, ...]:
    """Write a store's data and return the digests of the files that it was made of."""
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    store = ox.Store(made / _DATA)
    load(store, folder)
    store.optimize()  # a sixth of the time, and questions take a fifth less
    return digests(folder)


def _put(made: Path, place: Path) -> None:
    """Rename a store into its place, unless another process was quicker."""
    try:
        made.rename(place)
    except OSError:
        if not _is_whole(place):
            shutil.rmtree(place)
            made.rename(place)


def _is_whole(place: Path) -> bool:
    with suppress(*_UNUSABLE):
        return read_info(place) is not None and _opened(place) is not None
    return False


def _opened(place: Path) -> ox.Store:
    return ox.Store.read_only(str(place / _DATA))


def _stores(cache: Path) -> list[Path]:
    return sorted(cache.glob("store-*"))


def _remove(stores: Iterable[Path]) -> None:
    """Remove stores; who has one open keeps its files until he closes it (or the folder, where that is not so)."""
    for place in stores:
        shutil.rmtree(place, ignore_errors=True)
