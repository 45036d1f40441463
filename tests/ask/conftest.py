"""The graph that questions are asked of."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from tests.queries.sample import sample_store


@pytest.fixture(scope="session")
def store() -> ox.Store:
    return sample_store()
