"""What a page's Python examples (fenced blocks marked `pycon`, with ">>> ") show, from running them."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

_BLOCK = re.compile(r"(?<=^```pycon\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def examples(page: str) -> str:
    """The examples of a page, one after another."""
    return "\n".join(_BLOCK.findall(page))


def with_examples(page: str, folder: Path) -> str:
    """The page with what its examples print now, run one after another in a folder, as doctest would."""
    names: dict[str, object] = {"__name__": "__main__"}
    before = Path.cwd()
    os.chdir(folder)
    try:
        return _BLOCK.sub(lambda block: "".join(_run(block[1], names)), page)
    finally:
        os.chdir(before)


def _run(block: str, names: dict[str, object]) -> Iterator[str]:
    for example in doctest.DocTestParser().get_examples(block):
        first, *others = example.source.splitlines(keepends=True)
        yield f">>> {first}"
        yield from (f"... {line}" for line in others)
        yield _printed(example.source, names)


def _printed(source: str, names: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, "<example>", "single"), names)
        except Exception as error:  # as at a prompt, where any error is shown
            told = "".join(traceback.format_exception_only(error))
            out.write(f"Traceback (most recent call last):\n    ...\n{told}")
    return out.getvalue().replace("\n\n", "\n<BLANKLINE>\n")
