"""Why the reasoner HermiT objects to a graph: the fewest statements that contradict each other, with their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.graph.explain import facts_saying
from kg.graph.explanation import StatedFact, counted, said_of
from kg.graph.reason import first_contradictory
from kg.graph.shrinking import shrink
from kg.graph.statements import Statement, statements

_MOST_SHOWN = 20
_TYPE = vocab.RDF + "type"


@dataclass(frozen=True, slots=True)
class Clash:
    """Statements that contradict each other by the ontology's axioms, each with the claims that say it.

    A class or an identity elsewhere has no claim. fewest: whether none of them can be missed. runs: of the reasoner.
    """

    said: tuple[tuple[Statement, tuple[StatedFact, ...]], ...]
    fewest: bool
    runs: int

    def __str__(self) -> str:
        """Return it as text for eyes."""
        many, runs = counted(len(self.said), "statement"), counted(self.runs, "run")
        head = f"{many} that contradict{'s' if len(self.said) == 1 else ''} the ontology "
        if self.fewest:
            head += f"together; without any one of them it would be in order ({runs} of HermiT):"
        else:
            head += f"together, perhaps fewer would: stopped after {runs} of HermiT (--runs)"
        lines = [f"  {line}" for statement, facts in self.said[:_MOST_SHOWN] for line in _lines(statement, facts)]
        left = len(self.said) - _MOST_SHOWN
        return "\n".join([head, *lines, *([f"  and {left} more"] if left > 0 else [])])


def clash(store: ox.Store, triples: Iterable[ox.Triple], most: int) -> Clash:
    """Return the fewest of some triples that contradict each other; one such set, where there are several.

    store: graph and evidence, where names and words are. triples: as a whole they contradict the ontology. most: runs
    of HermiT after which it stops, with what is left then. Raises ReasonerError where HermiT cannot run.
    """
    found = shrink(triples, first_contradictory, most)
    told = statements(store, found.statements)
    facts = (facts_saying(store, triple) for triple in found.statements)
    return Clash(tuple(zip(told, facts, strict=True)), found.fewest, found.runs)


def _lines(statement: Statement, facts: tuple[StatedFact, ...]) -> list[str]:
    if facts:
        return [line for fact in facts for line in said_of(fact)]
    if statement.predicate == _TYPE:
        return [f"{statement.subject_label} is \u201c{statement.value}\u201d"]
    return [f"{statement.subject_label} \u2013 {statement.predicate_label}: {statement.value}"]
