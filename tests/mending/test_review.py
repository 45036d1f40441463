"""What is asked, in which order, and what the answers write down."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pexpect
import pytest

from kg.cli import run
from kg.errors import InputError
from kg.mending.doubts import doubts
from kg.mending.review import Reviewer, review
from kg.mending.why import Reasons
from kg.mending.written import add_correction
from kg.pipeline import build
from tests.builds import contents
from tests.mending.conftest import make


def answered(out: Path, file: Path, answers: Iterable[str]) -> tuple[int, str]:
    """Review a graph with these answers; returns how much was decided, and what was shown."""
    lines, shown = iter(answers), []

    def ask(prompt: str) -> str:
        shown.append(prompt)
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    done = review(out, Reviewer("Kim Lee", "2026-05-01", file), ask, shown.append)
    return done, "\n".join(shown)


def test_the_most_useful_comes_first(out: Path) -> None:
    found = doubts(Reasons(out), [])
    assert [doubt.shown.lines[0] for doubt in found[:3]] == [
        "“Kave Doryabande” (3.txt)  ~  “کاوه دریابندی” (1.txt)",
        "Convention on the Deep Lakes of the North – number of articles: 12",
        "Convention on the Deep Lakes of the North – number of articles: 14",
    ]
    assert found[1].shown.lines[1:3] == ("  [0.9, 1 independent source]", "  but another claim says: 14")
    assert [doubt.weight for doubt in found] == sorted((doubt.weight for doubt in found), reverse=True)


def test_answers_hold_whatever_other_corrections_call_things(tmp_path: Path, out: Path) -> None:
    file = tmp_path / "articles" / "corrections.toml"
    posts = 0
    for doubt in doubts(Reasons(out), []):
        kind, entry = doubt.shown.answers.get("accept") or doubt.shown.answers["different"]
        posts += "post/" in str(entry) or doubt.about[-1] in ("holdsPost", "postIn")
        add_correction(file, kind, {**entry, "who": "Kim Lee", "when": "2026-05-01", "why": "x"})
    rename = {"thing": "0.txt: Iran", "name": "Persia", "who": "Kim Lee", "when": "2026-05-01"}
    add_correction(file, "rename", rename)
    assert posts > 2 and ' = "post/' not in file.read_text("utf-8")
    account = build([tmp_path / "articles"], out, readings=tmp_path / "readings", page=False)
    assert account.refusals == () and "state:persia" in (out / "graph.ttl").read_text("utf-8")


def test_answers_are_written_and_the_next_build_carries_them_out(tmp_path: Path, out: Path) -> None:
    file = tmp_path / "articles" / "corrections.toml"
    file.write_text("# Ours.  Keep this!\n", "utf-8")
    before = contents(out)
    done, shown = answered(out, file, ["maybe", "s  It is he: see his page", "r", "a", "k", ""])
    assert done == 3
    assert "'maybe' is no answer here; a reason may follow one, as in: s two brothers" in shown
    assert shown.endswith(
        f"3 corrections added to {file}. To carry them out:\nkg build ARTICLES -o {out} --corrections {file}"
    )
    text = file.read_text("utf-8")
    assert text.startswith("# Ours.  Keep this!\n\n[[same]]\nthings = ")
    assert tomllib.loads(text)["same"] == [
        {
            "things": ["3.txt: Kave Doryabande", "1.txt: کاوه دریابندی"],
            "who": "Kim Lee",
            "when": date(2026, 5, 1),
            "why": "It is he: see his page",
        }
    ]
    make(tmp_path)
    reasons = Reasons(out)
    assert reasons.why("Kaveh Daryabandi", "Kave Doryabande").verdict == "same"
    assert not any("number of articles" in doubt.shown.lines[0] for doubt in doubts(reasons, []))
    file.unlink()
    make(tmp_path)
    assert contents(out) == before


def test_what_is_decided_is_not_asked_again(tmp_path: Path, out: Path) -> None:
    file = tmp_path / "c.toml"
    count = len(doubts(Reasons(out), []))
    assert answered(out, file, ["d", "a", "q"])[0] == 2
    _, shown = answered(out, file, ["q"])
    assert f"1 of {count - 2}\n" in shown


def test_a_file_that_could_not_be_read_afterwards_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text("same = []\n", "utf-8")
    with pytest.raises(InputError) as error:
        add_correction(file, "same", {"things": ("a", "b"), "who": "Kim", "when": "2026-05-01", "why": "\x7f"})
    assert str(error.value).startswith(f"{file}: ") and file.read_text("utf-8") == "same = []\n"


def test_quotes_and_signs_are_written_so_that_they_read_the_same(tmp_path: Path) -> None:
    file = tmp_path / "new" / "c.toml"
    why = 'He said: "no"\\ \x7f – كلا'
    add_correction(file, "same", {"things": ("a", "b"), "who": "Kim", "when": "2026-05-01", "why": why})
    assert tomllib.loads(file.read_text("utf-8"))["same"][0]["why"] == why


def test_it_works_in_a_terminal(tmp_path: Path, out: Path) -> None:
    file = tmp_path / "c.toml"
    command = ["-m", "kg", "review", str(out), "--corrections", str(file), "--who", "Kim", "--when", "2026-05-01"]
    child = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=30, dimensions=(40, 160))
    child.expect_exact("[s] same, [d] different, [k] skip, [q] quit: ")
    child.sendline("d two brothers")
    child.expect_exact("[a] accept, [r] reject, [k] skip, [q] quit: ")
    child.sendline("q")
    child.expect_exact("1 correction added to")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert 'who = "Kim"\nwhen = 2026-05-01\nwhy = "two brothers"\n' in file.read_text("utf-8")


def test_the_build_tells_of_corrections_that_it_left_out(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "c.toml"
    add_correction(file, "same", {"things": ("Nobody", "0.txt: Iran"), "who": "Kim", "when": "2026-05-01", "why": "x"})
    arguments = [str(tmp_path / "articles"), "-o", str(out), "--readings", str(tmp_path / "readings"), "--no-page"]
    assert run(["build", *arguments, "--corrections", str(file)]) == 3
    assert capsys.readouterr().err == (
        f"kg: left out: {file}, line 1: nothing is called 'Nobody' in the graph, without corrections or with the "
        "others; this correction is left out\n"
    )
    file.write_text("[[same]\n", "utf-8")
    before = contents(out)
    assert run(["build", *arguments, "--corrections", str(file)]) == 1
    assert (
        capsys.readouterr().err
        == f"kg: {file}: expected ']]' at the end of an array declaration (at line 1, column 7)\n"
    )
    assert contents(out) == before
