"""Pushing the graph of a folder to a target: in batches, each recorded when the store has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from math import ceil
from pathlib import Path

from kg.errors import PushError
from kg.graph.streamed import Triples, open_triples
from kg.push.client import Client, Patience
from kg.push.login import Login
from kg.push.protocols import Way, way_to
from kg.push.state import State, StateFile
from kg.push.target import Target

Tell = Callable[[str, int, int], None]  # stage, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Options:
    """How to push.

    replace: drop what the target's graph holds. again: start over, whatever earlier runs have done. dry_run: send
    nothing. batch: triples a request; 0 for what suits the protocol.
    """

    replace: bool = False
    again: bool = False
    dry_run: bool = False
    batch: int = 0
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What came of it.

    total: triples of the graph; before: those of them that earlier runs had pushed. complete: earlier runs had done
    everything. stale: another version of the graph was pushed before, and what it alone held is still there.
    """

    target: Target
    way: Way
    options: Options
    total: int
    before: int = 0
    complete: bool = False
    stale: bool = False

    @property
    def text(self) -> str:
        """An account for users, of one line or two."""
        place = f"{self.target.address} ({self.target.graph_shown})"
        if self.complete:
            return f"Nothing to do: all {self.total:,} triples were pushed to {place} before; --again pushes them anew"
        count = self.total - self.before
        rest = f", after the {self.before:,} of an earlier run" if self.before else ""
        if self.options.dry_run:
            instead = ", in place of what is there" if self.options.replace else ""
            batches = ceil(count / self._batch)
            requests = f"{batches:,} request{'s' if batches != 1 else ''}"
            return f"Would push {count:,} triples to {place}{instead}{rest}: {requests} by {self.way.name}"
        instead = ", in place of what was there" if self.options.replace else ""
        left = (
            "\nWhat only the version pushed before holds is still there: --replace would drop it" if self.stale else ""
        )
        return f"Pushed {count:,} triples to {place}{instead}{rest}{left}"

    @property
    def _batch(self) -> int:
        return self.options.batch or self.way.batch


def push(out: str | Path, target: Target, login: Login, options: Options, tell: Tell) -> Pushed:
    """Push the graph and the evidence of a build's output folder.

    A run that breaks off is gone on with by the next one with the same arguments; one that was finished changes
    nothing. How far it has come is kept in `OUT/.cache/`. Every request can be repeated without harm.
    tell: is told the progress. Raises GraphError for a folder without a good graph, PushError for all that a store, or
    the way to it, refuses.
    """
    folder = Path(out)
    way = way_to(target, options.replace)
    file = StateFile.of(folder, target)
    with open_triples(folder) as triples:
        state, former = State(triples.digest, target.protocol, options.replace), file.read()
        if former is not None and not options.again:
            if former.covers(state):
                return Pushed(target, way, options, triples.count, triples.count, complete=True)
            if former.continues(state):
                state = former
        stale = former is not None and former.content != triples.digest and not options.replace
        if not options.dry_run:
            with Client(target, login, options.patience) as client:
                _Run(client, way, file, triples, options.batch or way.batch, tell, state).go_on()
        return Pushed(target, way, options, triples.count, state.triples, stale=stale)


@dataclass(slots=True)
class _Run:
    """One run of a push. state: how far it has come."""

    client: Client
    way: Way
    file: StateFile
    triples: Triples
    batch: int
    tell: Tell
    state: State

    def go_on(self) -> None:
        """Send all that is left."""
        self.client.check(self.way.nonsense())
        self._reached(self.state)
        try:
            self._send_rest()
        except PushError as error:
            if not self.state.triples:
                raise
            raise PushError(
                f"{error}; {self.state.triples:,} of {self.triples.count:,} triples are there, and the same command "
                "goes on after them"
            ) from error
        self._reached(replace(self.state, finished=True))

    def _send_rest(self) -> None:
        if not self.state.triples:
            for request in self.way.opening():
                self.client.send(request)
        lines = self.triples.lines(self.state.triples)
        while batch := list(islice(lines, self.batch)):
            self.client.send(self.way.insert(batch, first=not self.state.triples))
            self._reached(replace(self.state, triples=self.state.triples + len(batch)))
        for request in self.way.closing()[self.state.closing :]:
            self.tell("Replacing", 1, 1)
            self.client.send(request)
            self._reached(replace(self.state, closing=self.state.closing + 1))

    def _reached(self, state: State) -> None:
        self.state = state
        self.file.write(state)
        self.tell("Pushing", state.triples, self.triples.count)
