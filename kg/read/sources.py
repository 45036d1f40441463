"""One source to its articles, or to one clear line that says why it could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.errors import InputError
from kg.model import Article
from kg.read import html, jsonl, markdown
from kg.read.decode import decode
from kg.read.inputs import WAY_OUT, Source

MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be read: which, and why with the way out, in one line."""

    identifier: str
    message: str

    def __str__(self) -> str:
        return f"{self.identifier}: {self.message}"


def is_collection(source: Source) -> bool:
    """Whether a source can hold several articles."""
    return source.format == "jsonl"


def with_bytes(item: Source | Article, max_bytes: int = MAX_BYTES) -> Source | Article:
    """The same input with the bytes of its file at hand, so that all that follows sees one state of the file.

    An article, a collection, and a file that cannot be opened or is too long stay as they are: `read_source` tells why.
    """
    if isinstance(item, Article) or item.path is None or not item.format or is_collection(item):
        return item
    try:
        if item.path.stat().st_size > max_bytes:
            return item
        return replace(item, path=None, data=item.path.read_bytes())
    except OSError:
        return item


def read_source(source: Source, max_bytes: int = MAX_BYTES) -> Iterator[Article | Refusal]:
    """Read one source.

    max_bytes: the longest file (or JSONL record) that is read, in bytes.
    Yields its articles, and a Refusal for whatever in it cannot be read; never raises for what a file contains.
    """
    try:
        if is_collection(source):
            yield from _read_records(source, max_bytes)
        else:
            yield _read_document(source, max_bytes)
    except InputError as error:
        yield Refusal(source.identifier, str(error))
    except OSError as error:
        yield Refusal(source.identifier, f"cannot be opened ({error.strerror}); check the file and its permissions")


def _read_document(source: Source, max_bytes: int) -> Article:
    if not source.format:
        raise InputError(f"not a kind of file that can be read; {WAY_OUT}")
    size = source.path.stat().st_size if source.path else len(source.data)
    _check_size(size, max_bytes)
    data = source.path.read_bytes() if source.path else source.data
    if source.format == "html":
        article = html.read(source.identifier, data)
    elif source.format == "markdown":
        article = markdown.read(source.identifier, decode(data))
    else:
        article = Article(source.identifier, decode(data))
    if not article.text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise InputError("empty; put the article's text into it or remove it")
    return article


def _read_records(source: Source, max_bytes: int) -> Iterator[Article | Refusal]:
    lines = source.path.open("rb") if source.path else iter(source.data.splitlines(keepends=True))
    try:
        seen: set[str] = set()
        for number, line in enumerate(lines, start=1):
            if not line.strip(b"\xef\xbb\xbf \t\r\n"):
                continue
            try:
                _check_size(len(line), max_bytes)
                article = jsonl.read_record(line, f"{source.identifier}#{number}")
                if article.identifier in seen:
                    raise InputError(
                        f'the id "{article.identifier}" is taken by an earlier line; give each record its own'
                    )
            except InputError as error:
                yield Refusal(source.identifier, f"line {number}: {error}")
                continue
            seen.add(article.identifier)
            yield article
    finally:
        if source.path and hasattr(lines, "close"):
            lines.close()


def _check_size(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise InputError(
            f"{size / 1e6:.3g} MB, more than {max_bytes / 1e6:g} MB; split it, or allow more with --max-size"
        )
