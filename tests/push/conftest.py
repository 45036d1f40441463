"""A folder with a graph, and a store to push it to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.push.login import PASSWORD, TOKEN, USER
from tests.push.graphs import write_graph
from tests.push.stores import Oxigraph, Virtuoso


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    write_graph(folder)
    return folder


@pytest.fixture(autouse=True)
def no_login(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a login set, or a proxy."""
    for name in (
        USER,
        PASSWORD,
        TOKEN,
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[Oxigraph]:
    store = Oxigraph(tmp_path)
    store.start()
    yield store
    store.kill()


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    store = Virtuoso(tmp_path_factory.mktemp("virtuoso"))
    store.start()
    yield store
    store.kill()
