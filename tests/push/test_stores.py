"""`kg push` to real stores: all arrives as it is, broken runs are gone on with, replacing replaces."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg import cli
from kg.errors import PushError
from kg.push.client import Patience
from kg.push.login import PASSWORD, USER, Login
from kg.push.pushing import Options, Tell, push
from kg.push.target import GSP, UPDATE, Target
from tests.push.graphs import change_graph, triples
from tests.push.stores import Store

OLD = Options(batch=60, patience=Patience(tries=2, first=0.01))
NEW = replace(OLD, replace=True)


@dataclass(frozen=True)
class Case:
    """A store and a graph of it, which other tests may have used."""

    store: Store
    target: Target
    login: Login

    @property
    def place(self) -> str:
        return f"{self.target.address} ({self.target.graph_shown})"

    def push(self, out: Path, options: Options = OLD, tell: Tell = lambda *_: None) -> str:
        return push(out, self.target, self.login, options, tell).text

    def triples(self) -> set[tuple[str, str, str]]:
        return self.store.triples(self.target.graph)

    def broken_off(self, out: Path, options: Options) -> tuple[int, str]:
        """Push, and kill the store in the middle; how many triples it had taken, and what is told."""
        done = 0

        def kill(_: str, count: int, total: int) -> None:
            nonlocal done
            done = count
            if count > total / 2:
                self.store.kill()

        with pytest.raises(PushError) as error:
            self.push(out, options, kill)
        return done, str(error.value)


_OXIGRAPH = (
    ("store", GSP, ""),
    ("store", GSP, "https://example.org/żółć"),
    ("update", UPDATE, ""),
    ("update", UPDATE, "urn:g"),
)
_VIRTUOSO = (("sparql-graph-crud-auth", GSP, "https://example.org/żółć"), ("sparql-auth", UPDATE, "urn:update"))


@pytest.fixture(
    params=[
        *(pytest.param(("oxigraph", *row), id="-".join(("oxigraph", *row[1:]))) for row in _OXIGRAPH),
        *(
            pytest.param(("virtuoso", *row), id="-".join(("virtuoso", *row[1:])), marks=pytest.mark.slow)
            for row in _VIRTUOSO
        ),
    ]
)
def case(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Case:
    name, path, protocol, graph = request.param
    store: Store = request.getfixturevalue(name)
    login = Login("dba", "dba") if name == "virtuoso" else Login()
    if login.user:
        monkeypatch.setenv(USER, login.user)
        monkeypatch.setenv(PASSWORD, login.password)
    return Case(store, Target(f"{store.address}/{path}", graph, protocol), login)


def test_all_arrives_as_it_is_once(case: Case, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["push", str(out), "--endpoint", case.target.endpoint, "--graph", case.target.graph or "default"]
    assert cli.run([*command, "--replace", "--dry-run"]) == 0
    assert cli.run([*command, "--replace"]) == 0
    wanted = triples(out)
    assert case.triples() == wanted
    assert cli.run(command) == 0
    way = "the Graph Store Protocol" if case.target.protocol == GSP else "SPARQL updates"
    count = len(wanted)
    assert capsys.readouterr() == (
        f"Would push {count} triples to {case.place}, in place of what is there: 1 request by {way}\n"
        f"Pushed {count} triples to {case.place}, in place of what was there\n"
        f"Nothing to do: all {count} triples were pushed to {case.place} before; --again pushes them anew\n",
        "",
    )
    assert cli.run([*command, "--again"]) == 0
    assert capsys.readouterr().out == f"Pushed {count} triples to {case.place}\n"
    assert case.triples() == wanted


@pytest.mark.slow
def test_a_push_that_the_store_s_end_broke_off_is_gone_on_with(case: Case, out: Path) -> None:
    case.push(out, NEW)
    change_graph(out)
    done, told = case.broken_off(out, OLD)
    total = len(triples(out))
    assert told == (
        f"cannot reach {case.target.address}: the connection is refused: is the server running, and the port right?; "
        f"{done} of {total} triples are there, and the same command goes on after them"
    )
    case.store.start()
    assert case.push(out) == f"Pushed {total - done} triples to {case.place}, after the {done} of an earlier run"
    assert case.triples() > triples(out)


@pytest.mark.slow
def test_a_store_that_is_started_again_meanwhile_breaks_nothing(case: Case, out: Path) -> None:
    starting = threading.Thread(target=case.store.start)

    def restart(_: str, count: int, __: int) -> None:
        if count == OLD.batch:
            case.store.kill()
            starting.start()

    patient = replace(NEW, again=True, patience=Patience(tries=200, first=0.2, longest=0.2))
    case.push(out, patient, restart)
    starting.join()
    assert case.triples() == triples(out)


def test_replacing_leaves_nothing_of_the_former_version(case: Case, out: Path) -> None:
    case.push(out, replace(NEW, again=True))
    former = triples(out)
    change_graph(out)
    total = len(triples(out))
    assert case.push(out) == (
        f"Pushed {total} triples to {case.place}\n"
        "What only the version pushed before holds is still there: --replace would drop it"
    )
    assert case.triples() == former | triples(out)
    assert case.push(out, NEW) == f"Pushed {total} triples to {case.place}, in place of what was there"
    assert case.triples() == triples(out)


@pytest.mark.slow
def test_a_replacement_that_broke_off_is_gone_on_with(case: Case, out: Path) -> None:
    case.push(out, replace(NEW, again=True))
    former = triples(out)
    change_graph(out)
    done, _ = case.broken_off(out, NEW)
    case.store.start()
    if case.target.protocol == UPDATE:
        assert case.triples() == former  # it comes at one stroke
    total = len(triples(out))
    assert case.push(out, NEW) == (
        f"Pushed {total - done} triples to {case.place}, in place of what was there, after the {done} of an earlier run"
    )
    assert case.triples() == triples(out)
    named = {row["g"]["value"] for row in case.store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")}
    assert not any(graph.startswith("urn:kg-push:") for graph in named)
