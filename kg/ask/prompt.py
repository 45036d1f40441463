"""The prompt of `kg ask`: history, completion, SPARQL over many lines; without a terminal, an answer a question."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from kg.ask.completion import Completions
from kg.ask.questions import is_whole, split
from kg.ask.session import Quit, Session
from kg.errors import KGError

_ALL_ANSWERED, _SOME_NOT = 0, 1


def converse(session: Session) -> None:
    """Answer what a user types until he leaves. An error is one line, and the conversation goes on."""
    prompt = prompt_for(session, history())
    print('Ask with SPARQL, a named query or a name. "\\help" tells more, "\\list" shows the queries, Ctrl-D leaves.')
    while True:
        try:
            print(session.answer(prompt.prompt()), end="")
        except KeyboardInterrupt:
            continue
        except (EOFError, Quit):
            return
        except KGError as error:
            print(f"kg: {error}", file=sys.stderr)


def answer_all(session: Session, text: str) -> int:
    """Answer the questions of a text, each error as one line beside; 0 where all could be answered, else 1."""
    code = _ALL_ANSWERED
    for question in split(text):
        try:
            print(session.answer(question), end="", flush=True)
        except Quit:
            break
        except KGError as error:
            print(f"kg: {error}", file=sys.stderr)
            code = _SOME_NOT
    return code


def history() -> History:
    """Return what was asked before, from the user's state folder (XDG Base Directory) where one can write there."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    path = Path(state) / "treaty-kg" / "history"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path))


def prompt_for(session: Session, past: History) -> PromptSession[str]:
    """Return a prompt that reads one question at a time, for the terminal that the process has."""
    return PromptSession(
        "kg> ",
        completer=_Completer(Completions(session.store)),
        complete_while_typing=False,
        history=past,
        key_bindings=_keys(),
        multiline=True,
        prompt_continuation="  > ",
    )


class _Completer(Completer):
    def __init__(self, completions: Completions) -> None:
        self._completions = completions

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        for one in self._completions.after(document.text_before_cursor):
            yield Completion(one.text, start_position=-one.back, display_meta=one.meaning)


def _keys() -> KeyBindings:
    """Enter asks once the question is whole; before, it begins a new line."""
    keys = KeyBindings()

    @keys.add("enter", filter=Condition(lambda: is_whole(get_app().current_buffer.text)))
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.newline()

    return keys
