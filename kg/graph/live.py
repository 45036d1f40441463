"""A graph that follows its folder: where it was built anew, the next question sees the new one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.graph.about import base_of
from kg.graph.store import open_graph
from kg.graph.turtlefiles import Signature, signature


@dataclass(slots=True)
class LiveGraph:
    """The graph of a build's folder. base: the IRI under which its things are named, ending in "/"."""

    folder: Path
    store: ox.Store
    base: str
    _files: Signature

    @classmethod
    def open(cls, folder: Path) -> LiveGraph:
        """Open the graph in a folder; GraphError as from `open_graph`."""
        files = signature(folder)
        store = open_graph(folder)
        return cls(folder, store, base_of(store), files)

    def refresh(self) -> bool:
        """Open the graph again where its files have changed (two looks at the file system); tells whether it was.

        Raises GraphError where there is no whole graph now; the former one stays open then.
        """
        files = signature(self.folder)
        if files == self._files:
            return False
        self.store = open_graph(self.folder)
        self.base, self._files = base_of(self.store), files
        return True
