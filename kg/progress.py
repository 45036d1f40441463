"""A line on the terminal that says how far a long build has come."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE = 1.0  # seconds before the first line: short builds stay silent
_EVERY = 0.1  # seconds between two lines
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_line(stream: TextIO) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function to tell the progress to; it writes to a terminal only, and the line is gone at the end."""
    if not stream.isatty():
        yield lambda _stage, _done, _total: None
        return
    begin = time.monotonic()
    last = begin + _PATIENCE - _EVERY
    shown = False

    def show(stage: str, done: int, total: int) -> None:
        nonlocal last, shown
        now = time.monotonic()
        if now - last < _EVERY:
            return
        last, shown = now, True
        share = f" {done:,} of {total:,}" if total > 1 else ""
        stream.write(f"{_CLEAR}{stage}{share} ({now - begin:.0f} s)")
        stream.flush()

    try:
        yield show
    finally:
        if shown:
            stream.write(_CLEAR)
            stream.flush()
