"""Reading many articles on all cores; each on its own, so that neither order nor number of workers matters."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.context import BaseContext

from kg.cache import key_of
from kg.errors import KGError
from kg.given import GivenReading
from kg.model import Article, Reading
from kg.parallel import cores, follow_parent
from kg.read import MAX_BYTES, Refusal, Source, read_source, with_bytes

FEW = 8  # below this, starting processes takes longer than reading
CHUNK = 8  # articles handed to a worker at once: small enough to keep all busy at the end, and to stop soon
_SAMPLE = 24  # articles that show which knowledge will be needed
_COLLECT = (100_000, 50, 100)  # at Python's own thresholds a build spends a fifth of its time on looking for cycles
FAULT = "could not be read ({}): this is a fault of kg, please report it; --debug shows where it happened"


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker needs.

    reader: makes an article's reading; a pure function that can be pickled. max_bytes: the longest file to read.
    given: readings made elsewhere, by the identifier of their article. warm: given a few of the articles, loads what
    the reader will need for such; done once for all forked workers.
    """

    reader: Callable[[Article], Reading]
    max_bytes: int = MAX_BYTES
    given: Mapping[str, GivenReading] = field(default_factory=dict)
    warm: Callable[[Iterable[Article]], None] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: an article with its reading, or refusals, with a traceback where it was our fault.

    An article without a reading could be opened but not read. key: the digest of the input whose reading was made here,
    b"" where it was not.
    """

    article: Article | None = None
    reading: Reading | None = None
    refusals: tuple[Refusal, ...] = ()
    traceback: str = ""
    key: bytes = b""


def read_all(items: Sequence[Source | Article], job: Job, jobs: int | None = None) -> Iterator[Outcome]:
    """Read sources that hold one article each, and articles already at hand.

    jobs: how many processes; all cores where None.
    Yields one outcome an item, in their order. Raises KGError where a worker process dies.
    """
    workers = min(jobs or cores(), -(-len(items) // CHUNK))
    if workers < 2 or len(items) < FEW:
        yield from (read_one(item, job) for item in items)
        return
    context = _context()
    if job.warm and context.get_start_method() == "fork":
        job.warm(_sample(items, job))
    gc.collect()
    gc.freeze()  # forked workers then share the knowledge's memory instead of copying it page by page
    pool = ProcessPoolExecutor(workers, context, initializer=_prepare, initargs=(job,))
    try:
        yield from pool.map(_read_for_pool, items, chunksize=CHUNK)
    except BrokenProcessPool as error:
        raise KGError("a worker process died, perhaps for want of memory; try again with -j 1") from error
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


@contextmanager
def rare_collection() -> Iterator[None]:
    """Let the cycle collector run seldom, for work that makes millions of objects and hardly a cycle among them."""
    former = gc.get_threshold()
    gc.set_threshold(*_COLLECT)
    try:
        yield
    finally:
        gc.set_threshold(*former)


def read_one(item: Source | Article, job: Job) -> Outcome:
    """Read one input; whatever goes wrong becomes its refusal."""
    item = with_bytes(item, job.max_bytes)
    article = item
    if isinstance(article, Source):
        found = next(iter(read_source(article, job.max_bytes)))
        if isinstance(found, Refusal):
            return Outcome(refusals=(found,))
        article = found
    refusals: tuple[Refusal, ...] = ()
    if article.identifier in job.given:
        reading, refusals = job.given[article.identifier].about(article)
        if reading is not None:
            return Outcome(article, reading, refusals)
    try:
        reading = job.reader(article)
        unread = why_unread(article, reading)
        if unread:
            return Outcome(article, None, (*refusals, Refusal(article.identifier, unread)))
        return Outcome(article, reading, refusals, key=key_of(item))
    except KGError as error:
        return Outcome(article, None, (*refusals, Refusal(article.identifier, str(error))))
    except Exception as error:  # one article that trips over a fault of ours must not cost the user all the others
        refusal = Refusal(article.identifier, FAULT.format(type(error).__name__))
        return Outcome(article, None, (*refusals, refusal), traceback.format_exc())


def why_unread(article: Article, reading: Reading) -> str:
    """The reason where a reading leaves out its whole article (a language without a file), else ""."""
    whole = (omission.reason for omission in reading.omissions if omission.end - omission.start == len(article.text))
    return next(whole, "")


def _sample(items: Sequence[Source | Article], job: Job) -> Iterator[Article]:
    """Yield a few of the articles, from all over the input, that will need the reader."""
    for item in items[:: -(-len(items) // _SAMPLE)]:
        article = next(iter(read_source(item, job.max_bytes))) if isinstance(item, Source) else item
        if not isinstance(article, Refusal) and article.identifier not in job.given:
            yield article


_job: Job | None = None


def _prepare(job: Job) -> None:
    """Once in each worker: keep what it needs."""
    global _job
    _job = job
    gc.set_threshold(*_COLLECT)
    follow_parent()


def _read_for_pool(item: Source | Article) -> Outcome:
    assert _job is not None
    return read_one(item, _job)


def _context() -> BaseContext:
    """Fork where it is safe: the knowledge is then loaded once. Elsewhere each worker gets a copy."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
