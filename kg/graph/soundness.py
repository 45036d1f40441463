"""Holds ontology and graph against each other: each axiom by itself, and all of them under the reasoner HermiT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError, ReasonerError
from kg.graph.contradictions import Contradiction, contradictions
from kg.graph.explanation import counted
from kg.graph.store import open_graph
from kg.graph.turtlefiles import GRAPH_FILE, load_file

if TYPE_CHECKING:
    from kg.graph.clash import Clash

MOST_RUNS = 30
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Soundness:
    """What was found. contradictions: with single axioms. triples: the graph's size.

    reasoned: whether HermiT had the ontology alone ("ontology"), with the graph ("graph"), or neither (""). trouble:
    what HermiT says against it, "" for nothing. left_out: why it did not have all, "" where it had.
    """

    contradictions: tuple[Contradiction, ...]
    triples: int
    reasoned: str
    trouble: str = ""
    left_out: str = ""
    clash: Clash | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing contradicts anything, as far as could be told."""
        return not (self.contradictions or self.trouble)

    def __str__(self) -> str:
        """Return it as text for eyes."""
        found, shown = self.contradictions, self.contradictions[:_MOST_SHOWN]
        more = f"\nand {len(found) - len(shown)} more" if len(found) > len(shown) else ""
        lines = [f"{one}\n" for one in shown]
        if more:
            lines[-1] += more
        many = counted(len(found), "contradiction") if found else "no contradiction"
        lines.append(f"Axioms, one by one  {many} in {self.triples} triples")
        what = {"graph": "ontology and graph", "ontology": "ontology"}.get(self.reasoned)
        if what:
            lines.append(f"HermiT              {what}: {self.trouble or 'consistent'}")
        lines += [f"HermiT              {self.left_out}"] if self.left_out else []
        lines += [f"\n{self.clash}"] if self.clash else []
        return "\n".join(lines)


def check(out: str | Path, most: int, runs: int = MOST_RUNS) -> Soundness:
    """Look for contradictions in the ontology and the graph of a build's output folder.

    most: triples of `graph.ttl` up to which HermiT gets the graph (20,000 take it about 5 s). runs: how many times more
    HermiT may be asked which statements contradict each other, where no single axiom shows it.
    Raises GraphError where the folder holds no graph.
    """
    store = open_graph(out)
    found = tuple(contradictions(store))
    graph = ox.Store()
    load_file(graph, Path(out) / GRAPH_FILE)
    size = len(graph)
    if size > most:
        left_out = f"the graph has more than {most} triples: raise --most to check it as a whole"
        return _reasoned(Soundness(found, size, "ontology", left_out=left_out), store, (), runs)
    return _reasoned(Soundness(found, size, "graph"), store, [quad.triple for quad in graph], runs)


def _reasoned(axioms: Soundness, store: ox.Store, triples: Sequence[ox.Triple], runs: int) -> Soundness:
    """Add what HermiT says of the ontology with some triples to what the axioms have shown one by one."""
    from kg.graph.reason import check_consistency  # owlready2 takes longer to import than the rest to run

    try:
        impossible = check_consistency(triples)
    except ReasonerError as error:
        return replace(axioms, reasoned="", left_out=f"not run: {error}")
    except GraphError:
        return _explained(axioms, store, triples, runs)
    trouble = f"nothing can be a {', '.join(f'kg:{name}' for name in impossible)}" if impossible else ""
    return replace(axioms, trouble=trouble)


def _explained(axioms: Soundness, store: ox.Store, triples: Sequence[ox.Triple], runs: int) -> Soundness:
    """Tell which triples contradict each other beside what is told already."""
    from kg.graph.clash import clash
    from kg.graph.reason import first_contradictory

    told = {ox.NamedNode(thing) for one in axioms.contradictions for thing in one.things}
    rest = [triple for triple in triples if triple.subject not in told and triple.object not in told]
    if told and first_contradictory([rest]) is None:
        return replace(axioms, trouble="they contradict each other, as told above")
    trouble = "they contradict each other in a way no single axiom shows"
    return replace(axioms, trouble=trouble, clash=clash(store, rest, runs))
