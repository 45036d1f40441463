"""Knowledge graphs from news on treaties and diplomacy, in many languages, offline and deterministic.

>>> import kg
>>> account = kg.build(["articles"], "output")   # doctest: +SKIP
>>> store = kg.load("output")                    # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.store import open_graph as load
    from kg.pipeline import build

__all__ = ["__version__", "build", "load"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Import `build` and `load` when they are first asked for, so that `import kg` costs nothing."""
    if name == "build":
        from kg.pipeline import build

        return build
    if name == "load":
        from kg.graph.store import open_graph

        return open_graph
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
