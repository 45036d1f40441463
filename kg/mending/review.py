"""Walking through what is doubtful with a person, and writing down what he or she decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.mending.doubts import Doubt, doubts
from kg.mending.why import Reasons
from kg.mending.written import add_correction, read_file

_SKIP, _QUIT = "skip", "quit"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews, the day (ISO date), and where the corrections go."""

    who: str
    when: str
    file: Path


def review(out: str | Path, by: Reviewer, ask: Callable[[str], str], tell: Callable[[str], None]) -> int:
    """Ask about everything doubtful in the graph of a folder, the most useful first; return how much was decided.

    ask: shows a prompt and gives a line; raises EOFError where there is none. tell: shows text. Every decision is
    written at once. Raises GraphError where the folder holds no graph, InputError for a file of no use.
    """
    found = doubts(Reasons(out), read_file(by.file))
    done = 0
    for number, doubt in enumerate(found, start=1):
        tell("\n".join((f"\n{number} of {len(found)}", *doubt.shown.lines)))
        answer, why = _answer(doubt, ask, tell)
        if answer == _QUIT:
            break
        if answer != _SKIP:
            kind, entry = doubt.shown.answers[answer]
            said = {"who": by.who, "when": by.when, "why": why or f"Reviewed: {answer}."}
            add_correction(by.file, kind, {**entry, **said})
            done += 1
    tell(_farewell(out, by.file, done, len(found)))
    return done


def _answer(doubt: Doubt, ask: Callable[[str], str], tell: Callable[[str], None]) -> tuple[str, str]:
    """What is answered, and the reason given with it."""
    known = (*doubt.shown.answers, _SKIP, _QUIT)
    letters = {answer[0] if answer != _SKIP else "k": answer for answer in known}
    prompt = ", ".join(f"[{letter}] {answer}" for letter, answer in letters.items())
    while True:
        try:
            word, _, why = ask(f"{prompt}: ").strip().partition(" ")
        except EOFError:
            return _QUIT, ""
        word = word.rstrip(":").lower()
        if word in letters or word in known:
            return letters.get(word, word), why.strip()
        if not word:
            return _SKIP, ""
        tell(f"{word!r} is no answer here; a reason may follow one, as in: {next(iter(letters))} two brothers")


def _farewell(out: str | Path, file: Path, done: int, count: int) -> str:
    if not count:
        return "Nothing is doubtful that is not decided."
    if not done:
        return "Nothing was decided."
    return (
        f"{done} {'correction' if done == 1 else 'corrections'} added to {file}. To carry them out:\n"
        f"kg build ARTICLES -o {out} --corrections {file}"
    )
