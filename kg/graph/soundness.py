"""Holds ontology and graph against each other: each axiom by itself, and all of them under the reasoner HermiT."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError, ReasonerError
from kg.graph.contradictions import Contradiction, contradictions
from kg.graph.explanation import counted
from kg.graph.store import open_graph
from kg.graph.turtlefiles import GRAPH_FILE, load_file

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
    trouble: str
    left_out: str

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
        return "\n".join(lines)


def check(out: str | Path, most: int) -> Soundness:
    """Look for contradictions in the ontology and the graph of a build's output folder.

    most: triples of `graph.ttl` up to which HermiT gets the graph (20,000 take it about 5 s).
    Raises GraphError where the folder holds no graph.
    """
    found = tuple(contradictions(open_graph(out)))
    graph = ox.Store()
    load_file(graph, Path(out) / GRAPH_FILE)
    size = len(graph)
    whole = size <= most
    trouble, left_out = (
        "",
        "" if whole else f"the graph has more than {most} triples: raise --most to check it as a whole",
    )
    reasoned = "graph" if whole else "ontology"
    from kg.graph.reason import check_consistency  # owlready2 takes longer to import than the rest to run

    try:
        impossible = check_consistency((quad.triple for quad in graph) if whole else ())
        if impossible:
            trouble = f"nothing can be a {', '.join(f'kg:{name}' for name in impossible)}"
    except ReasonerError as error:
        reasoned, left_out = "", f"not run: {error}"
    except GraphError:
        trouble = "they contradict each other" if found else "they contradict each other in a way no single axiom shows"
    return Soundness(found, size, reasoned, trouble, left_out)
