"""The account of a build and the layout of a reading, as a user reads them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg import progress, vocab
from kg.account import make_account
from kg.model import Entity, Fact, Label, Omission, Reading, Resolution, Statement, Work, Zone
from kg.progress import progress_line
from kg.read import Refusal
from kg.show import layout
from tests.test_reading_json import READING, TEXT

KINDS = ("Treaty", "Official", "Person", "Signing", "Meeting", "GovernmentBody", "State", "State", "Place", "Post")


def resolution(readings: tuple[Reading, ...], works: tuple[Work, ...]) -> Resolution:
    name = Label("x", "en")
    entities = tuple(Entity(f"x/{number}", kind, name, (name,)) for number, kind in enumerate(KINDS))
    return Resolution(readings, works, entities, (Fact("x/0", "signatory", "x/6"),) * 1200)


def account_text(result: Resolution, **more: tuple[tuple[str, int], ...] | tuple[Refusal, ...]) -> str:
    account = make_account(
        result,
        superclasses={kind: (kind, *vocab.superclasses(kind)) for kind in KINDS},
        language_names={"pl": "Polish", "fa": "Persian"},
        passed_over=more.get("passed_over", ()),  # type: ignore[arg-type]
        refusals=more.get("refusals", ()),  # type: ignore[arg-type]
        tracebacks=(),
        files=[Path("out/graph.ttl"), Path("out/evidence.ttl"), Path("out/graph.html")],
    )
    return account.text()


def test_the_account_says_what_was_read_found_passed_over_left_out_and_written() -> None:
    zones = (Zone("repeat", 0, 1), Zone("credit", 1, 2), Zone("credit", 2, 3), Zone("paragraph", 3, 4))
    quote = Omission("unattributed quote", 0, 1)
    readings = (
        Reading("a", "", "pl", zones=zones, omissions=(quote, quote, Omission("doubtful date", 0, 1))),
        Reading("b", "", "fa"),
        Reading("c", "", "pl"),
    )
    result = resolution(readings, (Work("work/a", ("a", "b")), Work("work/c", ("c",))))
    refusals = (Refusal("d.txt", "empty"),)
    assert (
        account_text(result, passed_over=((".docx", 1), (".pdf", 2)), refusals=refusals)
        == """\
Read         3 articles: 2 Polish, 1 Persian
             2 of them are translations or copies of one another: 2 works in all
Found        1 treaty, 2 events, 1 official, 1 other person, 1 organization, 2 states, 1 place
             1,200 facts, each with the words that say it
Passed over  2 photo credits, 1 repeated paragraph, 2 unattributed quote, 1 doubtful date
             3 files of other kinds (1 .docx, 2 .pdf)
Left out     1 input
Written      out/graph.ttl  (the graph)
             out/evidence.ttl  (the words that each fact rests on)
             out/graph.html  (the page: open it in a browser)"""
    )


def test_the_account_has_no_line_for_what_did_not_occur() -> None:
    text = account_text(resolution((Reading("a", "", "pl"),), (Work("work/a", ("a",)),)))
    assert text.startswith("Read         1 article: 1 Polish\nFound        1 treaty,")
    assert "translations" not in text and "Passed over" not in text and "Left out" not in text


def test_a_reading_is_laid_out_with_the_words_behind_each_statement() -> None:
    reading = Reading(
        READING.identifier, READING.digest, "en", "Lake Pact signed", "2024-03-06", "Inferred", "https://e.org/a",
        things=READING.things, mentions=READING.mentions, omissions=READING.omissions,
        statements=(*READING.statements, Statement("t3", "status", "Happened", 18, 24, "test", "concept")),
    )  # fmt: skip
    assert (
        layout(reading, TEXT)
        == """\
article    a.txt
language   en
headline   Lake Pact signed
published  2024-03-06 (inferred)
source     https://e.org/a

Official Ana Bela [t1]  at 9-17

Signing [t3] Happened 2024-03-05  at 18-24
  signedBy Ana Bela [t1]
  treaty Lake Pact [t2]
      “Minister Ana Bela signed the Lake Pact” 0-39
  status Happened
      “signed” 18-24
  startDate 2024-03-05
      “signed the Lake Pact in Geneva on 5 March 2024.” 18-65

Treaty Lake Pact [t2]  at 29-38

Passed over
  credit: “Minister” 0-8"""
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    terminal = Terminal()
    with progress_line(terminal) as show:
        show("reading", 1200, 2000)
        show("writing", 0, 1)
    assert terminal.getvalue() == "\r\x1b[Kreading 1,200 of 2,000 (0 s)\r\x1b[Kwriting (0 s)\r\x1b[K"


def test_progress_is_silent_for_short_builds_and_where_output_is_piped() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        with progress_line(stream) as show:
            show("reading", 1, 2)
    assert terminal.getvalue() == "" and pipe.getvalue() == ""
