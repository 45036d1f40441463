"""What the server's processes say to each other: questions on the graph, and answers that are ready to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query. accept: the header; most: rows that may be sent; cut: whether fewer than there are will do."""

    sparql: str
    accept: str
    most: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What the graph says of one IRI. tail: the IRI without the graph's base; else iri: the whole.

    suffix: of the format asked for ("ttl"); "" for the one that fits `accept`.
    """

    tail: str = ""
    iri: str = ""
    suffix: str = ""
    accept: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """The things that a name may mean."""

    name: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """The vocabulary itself. suffix, accept: as in `Thing`."""

    suffix: str = ""
    accept: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What the endpoint can do (SPARQL 1.1 Service Description). endpoint: its address."""

    endpoint: str
    accept: str


@dataclass(frozen=True, slots=True)
class Words:
    """What the editor offers: the vocabulary, prefixes and named queries."""


@dataclass(frozen=True, slots=True)
class Fill:
    """The SPARQL of a named query with these values for its parameters, as somebody typed them."""

    name: str
    values: tuple[tuple[str, str], ...]


Question = Query | Thing | Search | Ontology | Description | Words | Fill


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: HTTP status, body and headers."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, body: bytes, content_type: str, **headers: str) -> Answer:
        """Return a good answer; headers with "_" for "-"."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return cls(200, body, {"Content-Type": content_type, **named})


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer. message: fit for a user; line, column: where in the query (from 1), 0 for nowhere."""

    status: int
    message: str
    line: int = 0
    column: int = 0
    headers: dict[str, str] = field(default_factory=dict)


class Refused(Exception):
    """Carries a problem to where responses are made."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        super().__init__(message)
        self.problem = Problem(status, message, headers={name.replace("_", "-"): v for name, v in headers.items()})
