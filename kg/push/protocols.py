"""What is asked of a store, as requests that are not sent yet.

SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/) and SPARQL 1.1 Update
(https://www.w3.org/TR/sparql11-update/). Every request can be sent again without harm: a graph holds a triple once,
and ours have no blank nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

from kg.push.target import UPDATE, Target

# N-Triples is Turtle, and this is the one type that every store takes.
_TURTLE = "text/turtle; charset=utf-8"
_UPDATE = "application/sparql-update; charset=utf-8"
_NONSENSE = "kg push asks whether nonsense is refused here"


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request.

    params: added to those of the endpoint's URL. is_large: a store has to clear or copy a whole graph for it.
    """

    method: str
    content_type: str
    body: bytes
    params: dict[str, str] = field(default_factory=dict)
    is_large: bool = False


class Way(Protocol):
    """How a store is asked to take a graph."""

    @property
    def batch(self) -> int:
        """Triples a request, unless told otherwise."""

    @property
    def name(self) -> str:
        """What it is called in messages."""

    def nonsense(self) -> Request:
        """A request that changes nothing: a store that takes requests of this kind from the asker calls it bad."""

    def opening(self) -> Sequence[Request]:
        """What goes before the first triples."""

    def insert(self, lines: Sequence[str], first: bool) -> Request:
        """Add triples, given as lines of N-Triples. first: the first ones."""

    def closing(self) -> Sequence[Request]:
        """What goes after the last triples."""


def way_to(target: Target, replace: bool) -> Way:
    """Return how to ask a target. replace: what its graph holds now is to go."""
    return Updates(target, replace) if target.protocol == UPDATE else GraphStore(target, replace)


@dataclass(frozen=True, slots=True)
class GraphStore:
    """Graph Store Protocol: POST adds to a graph; PUT, for the first triples of a replacement, drops what it held.

    5,000 triples are less than a megabyte, which is what web servers before a store take unless told otherwise.
    """

    target: Target
    replace: bool
    batch: int = 5_000
    name: str = "the Graph Store Protocol"

    def nonsense(self) -> Request:
        return self._request("POST", _NONSENSE)

    def opening(self) -> Sequence[Request]:
        return ()

    def insert(self, lines: Sequence[str], first: bool) -> Request:
        clears = first and self.replace
        return self._request("PUT" if clears else "POST", "".join(lines), is_large=clears)

    def closing(self) -> Sequence[Request]:
        return ()

    def _request(self, method: str, text: str, is_large: bool = False) -> Request:
        params = {"graph": self.target.graph} if self.target.graph else {"default": ""}
        return Request(method, _TURTLE, text.encode(), params, is_large)


@dataclass(frozen=True, slots=True)
class Updates:
    """Updates: INSERT DATA. A replacement is gathered in a graph of its own beside, then copied over at one stroke.

    COPY rather than MOVE: sent again after an answer that was lost, MOVE would find its source gone and, in stores
    that do not remember empty graphs, leave the target empty.
    1,000 triples: Virtuoso's parser runs out of memory at 5,000.
    """

    target: Target
    replace: bool
    batch: int = 1_000
    name: str = "SPARQL updates"

    def nonsense(self) -> Request:
        return self._request(f"INSERT DATA {{ {_NONSENSE} }}")

    def opening(self) -> Sequence[Request]:
        return (self._drop_beside(),) if self.replace else ()

    def insert(self, lines: Sequence[str], first: bool) -> Request:
        graph = self._beside if self.replace else self.target.graph
        triples = "".join(lines)
        return self._request(
            f"INSERT DATA {{ GRAPH <{graph}> {{\n{triples}}} }}" if graph else f"INSERT DATA {{\n{triples}}}"
        )

    def closing(self) -> Sequence[Request]:
        if not self.replace:
            return ()
        to = f"GRAPH <{self.target.graph}>" if self.target.graph else "DEFAULT"
        return self._request(f"COPY GRAPH <{self._beside}> TO {to}", is_large=True), self._drop_beside()

    @property
    def _beside(self) -> str:
        """The graph beside: the same for each push to a target, so that what broke off is cleared by the next."""
        return f"urn:kg-push:{sha256(self.target.graph.encode()).hexdigest()[:16]}"

    def _drop_beside(self) -> Request:
        return self._request(f"DROP SILENT GRAPH <{self._beside}>", is_large=True)

    def _request(self, text: str, is_large: bool = False) -> Request:
        return Request("POST", _UPDATE, text.encode(), is_large=is_large)
