"""How far a push to one target has come: a file in `OUT/.cache/`, so that the next run goes on there."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from kg.errors import PushError
from kg.push.target import Target
from kg.scratch import CACHE, write_whole

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class State:
    """What was last pushed to a target, and how far.

    content: digest of what is pushed; protocol, replace: how. triples: how many are there; closing: how many requests
    after the last triples have been answered; finished: all of it is done.
    """

    content: str
    protocol: str
    replace: bool
    triples: int = 0
    closing: int = 0
    finished: bool = False

    def covers(self, wanted: State) -> bool:
        """Tell whether nothing is left to do for a push that would begin with another state."""
        return self.finished and self.content == wanted.content and (self.replace or not wanted.replace)

    def continues(self, wanted: State) -> bool:
        """Tell whether the push that would begin with another state is this one, broken off."""
        return not self.finished and replace(self, triples=0, closing=0) == wanted


@dataclass(frozen=True, slots=True)
class StateFile:
    """The file for one target."""

    path: Path
    target: Target

    @classmethod
    def of(cls, out: Path, target: Target) -> StateFile:
        """Return the file for a target in a folder of results; it may not exist."""
        key = sha256(f"{target.endpoint}\0{target.graph}".encode()).hexdigest()[:16]
        return cls(out / CACHE / f"push-{key}.json", target)

    def read(self) -> State | None:
        """Return the state; None where there is none, or a damaged one, or one of another version."""
        try:
            kept = json.loads(self.path.read_text("utf-8"))
            return State(**kept["state"]) if kept["format"] == _FORMAT else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, state: State) -> None:
        """Keep a state; a killed process leaves the former one. Raises PushError where it cannot be kept."""
        about = {
            "format": _FORMAT,
            "endpoint": self.target.address,
            "graph": self.target.graph,
            "state": asdict(state),
        }
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, f"{json.dumps(about, indent=2)}\n".encode())
        except OSError as error:
            raise PushError(
                f"{self.path.parent}: cannot be written to ({error.strerror}), and kg push keeps there how far it has "
                "come: push from a copy of the folder"
            ) from error
