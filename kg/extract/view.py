"""A sentence as the clause rules see it: its items, the cues (acts, relations, gatherings, status, counts, markers) at
their places, and the groups of its noun phrases. `views.py` makes it.

Positions are indexes into the sentence's items.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Item, Treaty
from kg.extract.context import Context

AGENTS = "1POSL"  # symbols of what can do something
_BREAKS = ";:x"


@dataclass(frozen=True, slots=True)
class Cue:
    """A clause term over items[start:end]. kind: "act", "relation", "event", "status", "count", "marker", ...;
    value: its id; form: of acts and relations.
    """

    kind: str
    value: str
    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated noun phrases, items[start:end]. members: positions of the phrases; marker: what stands with the
    group ("place", "agent", ...).
    """

    start: int
    end: int
    members: tuple[int, ...]
    marker: str = ""


@dataclass(slots=True)
class View:
    """One sentence for clause rules. order: its number. relatives: its relative clauses. islands: see `islands.py`."""

    context: Context
    sentence: Sentence
    order: int
    cues: list[Cue] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    relatives: list[tuple[int, int]] = field(default_factory=list)
    islands: list[tuple[int, int]] | None = None

    @property
    def items(self) -> list[Item]:
        """The sentence's items."""
        return self.sentence.items

    def of(self, *kinds: str) -> list[Cue]:
        """The cues of some kinds, in order."""
        return [c for c in self.cues if c.kind in kinds]

    def treaties(self) -> list[int]:
        """Positions of treaties that stand for a thing."""
        return [
            i for i, item in enumerate(self.items) if isinstance(item.phrase, Treaty) and self.context.thing_of(item)
        ]

    def text(self, start: int, end: int) -> str:
        """The words of items[start:end]."""
        return self.context.annotation.text(self.items[start].start, self.items[end - 1].end)

    def span(self) -> tuple[int, int]:
        """The offsets of the sentence in the article."""
        return self.context.span(self.sentence)

    def particles(self) -> bool:
        """Whether the particles of the language's nouns are items of their own."""
        return bool(self.context.annotation.knowledge.lexicon.tokenizer.particles)

    def breaks(self, start: int, end: int) -> int:
        """How many clause boundaries lie among items[start:end]."""
        hard = sum(1 for i in self.items[start:end] if i.symbol in _BREAKS)
        return hard + sum(1 for c in self.cues if c.kind == "clause" and start <= c.start < end)

    def commas(self, start: int, end: int) -> int:
        """How many commas stand among items[start:end]."""
        return sum(1 for i in self.items[start:end] if i.symbol == ",")
