"""An event as one sentence tells it: what happens, to what, by whom, where, when, and whether it does."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.dateresolve import DateValue
from kg.model import Statement


@dataclass(slots=True)
class Count:
    """A number told of an event or treaty, with the words that say it."""

    property: str
    value: int
    qualifier: str
    start: int
    end: int

    def statement(self, subject: str) -> Statement:
        """The number as what the article says of a thing."""
        return Statement(
            subject, self.property, str(self.value), self.start, self.end, "count", "integer", self.qualifier
        )


@dataclass(slots=True)
class Frame:
    """One telling of an event.

    kind: class. noun: id of the gathering's noun. treaty: thing id. agents: thing ids of those who do it. roles:
    (property, thing id, rule).
    place: thing ids. start, end: offsets of the words. order: number of the sentence. cue: position of the cue in it.
    asserted: whether the words by themselves say that it happens (a bare noun does not). verbal: a verb says so.
    spans: the words of the roles (property, thing) that another sentence tells. also: other nouns of the sentence for
    the same event.
    """

    kind: str
    status: str
    order: int
    cue: int
    start: int
    end: int
    rule: str
    noun: str = ""
    treaty: str = ""
    agents: list[str] = field(default_factory=list)
    roles: list[tuple[str, str, str]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    date: DateValue | None = None
    counts: list[Count] = field(default_factory=list)
    asserted: bool = True
    verbal: bool = False
    part_of: Frame | None = None
    also: list[Frame] = field(default_factory=list)
    spans: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
