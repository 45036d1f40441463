"""The examples of docs/library.md, as doctest runs them."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from tools.python_examples import examples

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "library.md"


def test_the_examples_of_the_page_give_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change that shows: `python tools/update_readme.py`, and look at the difference."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(examples(PAGE.read_text("utf-8")), {}, PAGE.name, str(PAGE), 0)
    assert len(test.examples) > 40
    assert doctest.DocTestRunner().run(test).failed == 0
