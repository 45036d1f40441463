"""The prompt, in a terminal and without one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pexpect
import pyoxigraph as ox
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from kg.ask import prompt
from kg.ask.session import Session
from kg.export.turtle import write_turtle


@pytest.fixture
def session(store: ox.Store) -> Session:
    return Session(store, "csv", print)


@pytest.fixture(scope="module")
def out(store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a build's folder."""
    folder = tmp_path_factory.mktemp("out")
    write_turtle((quad.triple for quad in store), folder / "graph.ttl")
    write_turtle([], folder / "evidence.ttl")
    return folder


def typed(session: Session, keys: str) -> list[str]:
    """The questions that a prompt reads from these keys."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        reader = prompt.prompt_for(session, InMemoryHistory())
        found = []
        while True:
            try:
                found.append(reader.prompt())
            except KeyboardInterrupt:
                found.append("^C")
            except EOFError:
                return found


def test_enter_asks_when_the_question_is_whole(session: Session) -> None:
    keys = "Arland\rSELECT ?x\r{ ?x a kg:State }\rb\x1b\rc\r\x04"
    assert typed(session, keys) == ["Arland", "SELECT ?x\n{ ?x a kg:State }", "b\nc"]


def test_ctrl_c_clears_what_is_typed(session: Session) -> None:
    assert typed(session, "half\x03Arland\r\x04") == ["^C", "Arland"]


def test_without_a_terminal_all_questions_are_answered(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert prompt.answer_all(session, "\\format tsv\nASK { ?s a kg:State }\n\\quit\nnever") == 0
    assert (
        capsys.readouterr().out
        == 'answers are written as tsv\n?answer\n"true"^^<http://www.w3.org/2001/XMLSchema#boolean>\n'
    )
    assert prompt.answer_all(session, "\\nonsense\nASK { ?s a kg:State }") == 1
    printed = capsys.readouterr()
    assert printed.err == "kg: there is no command \\nonsense; \\help lists them\n"
    assert printed.out.startswith("?answer\n")


def test_history_is_kept_where_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    kept = prompt.history()
    assert isinstance(kept, FileHistory)
    path = tmp_path / "state" / "treaty-kg" / "history"
    assert path.stat().st_mode & 0o777 == 0o600
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert isinstance(prompt.history(), InMemoryHistory)


@pytest.mark.slow
def test_a_conversation_in_a_terminal(out: Path, tmp_path: Path) -> None:
    env = os.environ | {"XDG_STATE_HOME": str(tmp_path), "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    command = ["-m", "kg", "ask", str(out), "--format", "csv"]
    child = pexpect.spawn(sys.executable, command, env=env, encoding="utf-8", timeout=30, dimensions=(40, 160))
    child.expect("kg>")
    child.send("state-tr\t")
    child.expect("eaties")  # the only candidate is taken
    child.send(" Arland\r")
    child.expect("state: Arland")
    child.expect("Harbour Pact,withdrawn,2020")
    child.expect("kg>")
    child.send("nobody at all\r")
    child.expect("nothing called")
    child.expect("kg>")
    child.send("half of a")
    child.send("\x03")
    child.expect("kg>")
    child.send("SELECT ?l {\r?s a kg:State ; rdfs:label ?l }\r")
    child.expect("Dorland")
    child.expect("kg>")
    child.send("\x04")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    kept = (tmp_path / "treaty-kg" / "history").read_text("utf-8")
    assert "+state-treaties Arland\n" in kept and "half of a" not in kept
