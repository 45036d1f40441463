"""The quality floor: no case may become worse than it has been, in any column."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.eval import run

HALF = dict.fromkeys(run.COLUMNS, 0.5)


@pytest.mark.slow
@pytest.mark.parametrize("case", run.cases())
def test_no_case_falls_under_its_floor(case: str, tmp_path: Path) -> None:
    figures, _ = run.evaluate(case, tmp_path)
    lines = run.fallen(case, figures, run.load_floors())
    assert not lines, "\n".join(lines)


def test_every_floor_belongs_to_a_case_and_a_column() -> None:
    floors = run.load_floors()
    assert sorted(floors) == run.cases()
    assert not {column for floor in floors.values() for column in floor} - set(run.COLUMNS)


def test_a_fallen_figure_is_told_with_case_column_value_and_floor() -> None:
    assert run.fallen("lakes", HALF, {"lakes": {"facts": 0.612, "names": 0.5}, "rivers": {"types": 0.9}}) == [
        "lakes: facts is 0.500, under its floor of 0.612"
    ]


def test_a_case_or_column_without_floor_cannot_fall() -> None:
    assert run.fallen("lakes", HALF, {}) == run.fallen("lakes", HALF, {"lakes": {}}) == []


def test_a_floor_rises_with_the_figures_and_never_sinks() -> None:
    floors = {"lakes": {"facts": 0.7, "names": 0.3}, "rivers": {"types": 0.9}}
    new = run.raised(floors, {"lakes": HALF | {"events": 0.66699}})
    assert new["lakes"] == HALF | {"facts": 0.7, "events": 0.666}
    assert new["rivers"] == {"types": 0.9}
    assert floors["lakes"]["names"] == 0.3


def test_a_figure_is_never_under_the_floor_that_it_set() -> None:
    for thousandths in range(1001):
        figures = dict.fromkeys(run.COLUMNS, thousandths / 1000)
        assert run.fallen("lakes", figures, run.raised({}, {"lakes": figures})) == []


def test_written_floors_are_read_back(tmp_path: Path) -> None:
    floors = {"lakes": {"facts": 0.612, "names": 0.5}, "rivers": {}}
    run.write_floors(floors, tmp_path / "floor.toml")
    assert run.load_floors(tmp_path / "floor.toml") == floors
