"""Worker processes that answer questions, several at once, each within its time.

A query that runs in pyoxigraph cannot be stopped from Python; its process can. It is then replaced by a new one.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import GraphError
from kg.server.messages import Answer, Problem, Question
from kg.server.worker import READY, work

T = TypeVar("T")

_WAITING = 100  # questions that may wait for a free worker
_PAUSE = 1.0  # seconds until a graph that could not be opened is tried again


@dataclass(frozen=True, slots=True)
class Limits:
    """What questions may take. seconds: of each one; memory: bytes of each; workers: questions answered at once."""

    seconds: float
    memory: int
    workers: int


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    line: Connection

    def ask(self, question: Question) -> Answer | Problem:
        """Wait for the answer; EOFError where the process has ended."""
        self.line.send(question)
        found: Answer | Problem = self.line.recv()
        return found


class Pool:
    """Answers questions on the graph in a folder."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder, self._limits = folder, limits
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(2 * limits.workers, "workers")
        self._waiting = 0
        self._closed = False

    async def start(self) -> None:
        """Start the workers and wait for the first; GraphError where it cannot open the graph."""
        await self._begin()
        for _ in range(self._limits.workers - 1):
            self._replace()

    async def ask(self, question: Question) -> Answer | Problem:
        """Return the answer to a question; a problem where it takes too long, too much memory, or too many wait.

        Where this is cancelled, the question is stopped as well.
        """
        if self._waiting >= _WAITING:
            return Problem(503, "too many queries wait already: try again soon", headers={"Retry-After": "5"})
        self._waiting += 1
        try:
            worker = await self._free.get()
        finally:
            self._waiting -= 1
        answered = False
        try:
            answer = await asyncio.wait_for(self._wait(worker.ask, question), self._limits.seconds)
            answered = True
            return answer
        except TimeoutError:
            return Problem(503, f"stopped after {self._limits.seconds:g} seconds: ask for less, or for a part (LIMIT)")
        except (EOFError, OSError):
            return self._why_ended()
        finally:
            if answered:
                self._free.put_nowait(worker)
            else:
                self._drop(worker)
                self._replace()

    def close(self) -> None:
        """End all workers, and with them what they are asked."""
        self._closed = True
        for task in self._starting:
            task.cancel()
        for worker in list(self._all):
            self._drop(worker)
        self._threads.shutdown(wait=False)

    def _why_ended(self) -> Problem:
        if self._closed:
            return Problem(503, "the server is being stopped")
        megabytes = self._limits.memory // 1_000_000
        return Problem(503, f"stopped, most likely for want of memory ({megabytes} MB): ask for less")

    async def _begin(self) -> None:
        """Start one more worker; GraphError where it cannot open the graph."""
        worker = self._spawn()
        try:
            said = await self._wait(worker.line.recv)
        except (EOFError, OSError):
            said = f"the graph in {self._folder} cannot be opened: its process ended, perhaps for want of memory"
        if said != READY:
            self._drop(worker)
            raise GraphError(said)
        self._free.put_nowait(worker)

    def _replace(self) -> None:
        """Start one more worker while others answer."""
        if not self._closed:
            task = asyncio.get_running_loop().create_task(self._begin_at_last())
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def _begin_at_last(self) -> None:
        while True:
            try:
                return await self._begin()
            except GraphError as error:
                print(f"kg: {error}", file=sys.stderr, flush=True)
                await asyncio.sleep(_PAUSE)

    def _spawn(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(self._folder, self._limits.memory, theirs), daemon=True)
        with _without_ctrl_c():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._all.add(worker)
        return worker

    def _drop(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.process.kill()
        worker.process.join()

    async def _wait(self, call: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, *arguments)


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach while they are not yet ready to ignore it."""
    if sys.platform == "win32":
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)
