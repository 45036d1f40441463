"""Work on many things on all cores, in forked processes that see all that this one knows."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def spread(work: Callable[[T], R], items: Sequence[T], jobs: int | None = None, least: int = 1) -> list[R]:
    """Return what `work` gives for each item, in their order.

    work: a function without lasting effects in memory, since it may run in another process; its results can be
    pickled. jobs: how many processes, this one included; all cores where None. least: how many items are worth a
    process. Raises what `work` raises. Where processes cannot be forked safely, all is done in this one.
    """
    count = min(jobs or cores(), len(items) // least)
    if count < 2 or sys.platform != "linux":
        return [work(item) for item in items]
    helpers = [_start(work, items[part::count]) for part in range(1, count)]
    try:
        parts = [[work(item) for item in items[::count]]]
        for part, (_, results) in enumerate(helpers, start=1):
            try:
                parts.append(results.recv())
            except EOFError:  # it died, or its work failed: done again here, which succeeds or tells why
                parts.append([work(item) for item in items[part::count]])
    finally:
        for process, results in helpers:
            results.close()
            process.terminate()
            process.join()
    return [parts[place % count][place // count] for place in range(len(items))]


def _start(work: Callable[[T], R], items: Sequence[T]) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, items, sender), daemon=True)
    process.start()
    sender.close()
    return process, receiver


def _run(work: Callable[[T], R], items: Sequence[T], results: Connection) -> None:
    """In the other process: what goes wrong is found again in this one."""
    follow_parent()
    with closing(results), suppress(Exception):
        results.send([work(item) for item in items])


def follow_parent() -> None:
    """In another process: leave Ctrl-C to the parent, and end when it ends, even killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
