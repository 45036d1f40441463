"""Inferring: what follows from a graph, written beside it as `inferred.ttl`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.export.turtle import Terms, statements, write_headed
from kg.graph.about import base_of
from kg.graph.closure import derive
from kg.graph.inferences import INFERRED_FILE, document_of_inferences, head
from kg.graph.rules import rule_named, rules
from kg.graph.turtlefiles import GRAPH_FILE, load_file
from kg.memory import without_collection
from kg.output import replacing


@dataclass(frozen=True, slots=True)
class Inferred:
    """What `reason` has written. path: the file. counts: how many triples follow by each rule, by its name."""

    path: Path
    counts: Mapping[str, int]

    def __str__(self) -> str:
        """Return it as text for eyes."""
        total = sum(self.counts.values())
        lines = [f"Inferred     {total} fact{'' if total == 1 else 's'}{' by' if total else ''}"]
        width = max((len(f"{count}") for count in self.counts.values()), default=0)
        for name, count in sorted(self.counts.items(), key=lambda row: (-row[1], row[0])):
            rule = rule_named(name)
            lines.append(f"             {count:>{width}}  {name}: {rule.label if rule else name}")
        return "\n".join([*lines, f"Written      {self.path}"])


def reason(out: str | Path) -> Inferred:
    """Infer what follows from the graph in a build's output folder, and write it to `inferred.ttl` there.

    The graph itself is not changed. The same graph and rules give the same bytes. A former file is replaced when the
    new one is complete. Raises GraphError where there is no graph, InputError where the folder cannot be written to.
    """
    folder = Path(out)
    with without_collection():
        first = head(folder)
        store = ox.Store()
        load_file(store, folder / GRAPH_FILE)
        base = base_of(store)
        derivations = derive(store, rules())
        document = document_of_inferences(derivations, base)
        with replacing(folder, (INFERRED_FILE,)) as new, (new / INFERRED_FILE).open("wb") as file:
            terms = Terms(document)
            write_headed(terms, (statements(terms, *block) for block in document.blocks), file, first, new)
    return Inferred(folder / INFERRED_FILE, Counter(one.rule for one in derivations.values()))
