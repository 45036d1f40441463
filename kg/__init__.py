"""Knowledge graphs from news on treaties and diplomacy, in many languages, offline and deterministic.

>>> import kg
>>> account = kg.build(["articles"], "output")   # doctest: +SKIP
>>> graph = kg.load("output")                    # doctest: +SKIP
>>> print(graph.explain("Hanoi Convention"))     # doctest: +SKIP

docs/library.md tells more.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.account import Account
    from kg.api import Graph, load
    from kg.errors import KGError
    from kg.graph.explanation import Explanation, InferredFact, Quote, StatedFact
    from kg.graph.names import Thing
    from kg.graph.rows import Rows
    from kg.pipeline import build
    from kg.reasoning import reason

__all__ = [
    "Account",
    "Explanation",
    "Graph",
    "InferredFact",
    "KGError",
    "Quote",
    "Rows",
    "StatedFact",
    "Thing",
    "__version__",
    "build",
    "load",
    "reason",
]
__version__ = "0.1.0"

_MODULES = {
    "Account": "kg.account",
    "Explanation": "kg.graph.explanation",
    "Graph": "kg.api",
    "InferredFact": "kg.graph.explanation",
    "KGError": "kg.errors",
    "Quote": "kg.graph.explanation",
    "Rows": "kg.graph.rows",
    "StatedFact": "kg.graph.explanation",
    "Thing": "kg.graph.names",
    "build": "kg.pipeline",
    "load": "kg.api",
    "reason": "kg.reasoning",
}


def __getattr__(name: str) -> object:
    """Import what is in `__all__` when it is first asked for, so that `import kg` costs nothing."""
    if name not in _MODULES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    """Return the names to complete."""
    return sorted({*globals(), *__all__})
