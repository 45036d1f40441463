"""What README and docs say is what the program does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg import cli
from kg.cli.common import DONE, FAILED, INTERRUPTED, LEFT_OUT, TERMINATED
from tools.update_readme import ROOT, commands, updated

README = (ROOT / "README.md").read_text("utf-8")
FOLDERS = (".", "docs", "docs/decisions", "examples", "benchmarks")
PAGES = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("*.md"))


def test_the_outputs_and_tables_in_the_pages_are_those_of_a_run_now(tmp_path: Path) -> None:
    """After a change that shows: `python tools/update_readme.py`, and look at the difference."""
    for path, text in updated(tmp_path):
        shown = path.read_text("utf-8").splitlines()
        assert shown == text.splitlines(), f"{path.name}: run python tools/update_readme.py"


def every_command(group: click.Group, path: str = "kg") -> Iterator[str]:
    """The help of a group of commands and of all that are in it, as one types it."""
    yield f"{path} --help"
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from every_command(command, f"{path} {name}")
        else:
            yield f"{path} {name} --help"


def test_every_command_is_described() -> None:
    reference = commands((ROOT / "docs" / "commands.md").read_text("utf-8"))
    assert sorted(reference) == sorted(every_command(cli.cli))
    for name in cli.cli.commands:
        assert f"kg {name}" in README


def test_every_exit_code_is_described() -> None:
    codes = (DONE, FAILED, LEFT_OUT, INTERRUPTED, TERMINATED)
    for page in (README, (ROOT / "docs" / "commands.md").read_text("utf-8")):
        table = page[page.index("## Exit codes") :]
        assert all(re.search(rf"^\|.*\b{code}\b.*\|.*\|$", table, re.MULTILINE) for code in codes)


def test_ci_runs_the_two_commands_of_the_set_up_as_they_stand() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert len(blocks) == 2
    for block in blocks:
        assert any(line.startswith(block.strip()) for line in script.splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert missing == []


def test_the_picture_is_small_enough_for_a_page() -> None:
    assert 20_000 < (ROOT / "docs" / "images" / "page.png").stat().st_size < 300_000
