"""The sample as triples."""

from tests.graph.conftest import emitted

__all__ = ["emitted"]
