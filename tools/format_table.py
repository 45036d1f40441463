"""The table of the formats that `kg export` writes, for docs/exports.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.export.formats import FORMATS

_TABLE = re.compile(r"(?<=<!-- table: formats -->\n).*?(?=<!-- end -->)", re.DOTALL)


def with_formats(page: str) -> str:
    """The page with what stands between `<!-- table: formats -->` and `<!-- end -->` made anew."""
    return _TABLE.sub(lambda _: "\n".join(_rows()) + "\n", page)


def _rows() -> Iterator[str]:
    yield from ("| format | written to | media type | what it is |", "| --- | --- | --- | --- |")
    for form in FORMATS.values():
        yield f"| `{form.name}` | `{form.shown_name}` | {form.media_type} | {form.description} |"
