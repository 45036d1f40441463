#!/usr/bin/env python3
"""Build every evaluation case and print a table of its scores.

    python tests/eval/run.py [-v] [--raise] [CASE ...]
    python tests/eval/run.py --languages

A case is a folder beside this file with its articles and a `gold.json`. `--raise` writes the figures that are above
those in `floor.toml` into it, so that no later change may fall under them; it never lowers one. `--languages` scores
each language instead (see `by_language.py`) and writes `languages.toml`.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))  # a checkout measures itself, whichever one is installed

import kg  # noqa: E402
from kg.errors import KGError  # noqa: E402
from tests.eval import by_language  # noqa: E402

FLOOR_FILE = HERE / "floor.toml"
COLUMNS = ("entities", "types", "names", "events", "facts", "evidence", "overall")
DIGITS = 3  # of a floor, rounded down: a figure never falls under the floor that it set itself

Figures = Mapping[str, float]
FLOOR_HEADER = """\
# Under these figures no case may fall (see test_floor.py). They only rise: `python tests/eval/run.py --raise`
# writes what is higher now. A case without figures has not been given a floor yet.
"""


@cache
def scorer() -> ModuleType:
    """The module `score.py` beside this file, loaded by its place so that it needs no import path."""
    spec = importlib.util.spec_from_file_location("treaty_kg_score", HERE / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {HERE / 'score.py'}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases() -> list[str]:
    """The names of all cases, sorted."""
    return sorted(path.parent.name for path in HERE.glob("*/gold.json"))


def evaluate(case: str, folder: Path) -> tuple[dict[str, float], dict[str, list[Any]]]:
    """Build one case and score it.

    Args:
        case: Name of a case, as `cases` gives it.
        folder: Empty folder for a copy of the articles and for the graph.

    Returns:
        The figure of every column from 0 to 1, and what was missed or wrong by kind, as the scorer lists it, with
        the articles that the build left out.
    """
    articles = folder / "articles"
    articles.mkdir()
    for path in sorted((HERE / case).glob("*.txt")):
        shutil.copy(path, articles)
    account = kg.build([articles], folder / "graph", page=False)
    scores, detail = scorer().score(HERE / case / "gold.json", folder / "graph" / "graph.ttl", None)
    # An F1 comes as (precision, recall, F1); the other figures are plain numbers.
    figures = {column: float(value[2] if isinstance(value := scores[column], tuple) else value) for column in COLUMNS}
    return figures, {"left out": [str(refusal) for refusal in account.refusals], **detail}


def load_floors(path: Path = FLOOR_FILE) -> dict[str, dict[str, float]]:
    """The floors by case and column; an absent column has none."""
    return tomllib.loads(path.read_text("utf-8"))


def fallen(case: str, figures: Figures, floors: Mapping[str, Figures]) -> list[str]:
    """One line for every column of the case that is under its floor."""
    floor = floors.get(case, {})
    return [
        f"{case}: {column} is {figures[column]:.{DIGITS}f}, under its floor of {floor[column]:.{DIGITS}f}"
        for column in COLUMNS
        if column in floor and round(figures[column], DIGITS) < floor[column]
    ]


def raised(floors: Mapping[str, Figures], results: Mapping[str, Figures]) -> dict[str, dict[str, float]]:
    """The floors after a run: of each old floor and new figure (rounded down) the higher; no floor is lost."""
    new = {case: dict(floor) for case, floor in floors.items()}
    for case, figures in results.items():
        floor = new.setdefault(case, {})
        for column in COLUMNS:
            value = math.floor(figures[column] * 10**DIGITS + 1e-9) / 10**DIGITS
            floor[column] = max(floor.get(column, 0.0), value)
    return new


def write_floors(floors: Mapping[str, Figures], path: Path = FLOOR_FILE) -> None:
    """Write the floors as TOML, a table a case, cases sorted and columns as in the printed table."""
    tables = []
    for case in sorted(floors):
        rows = [f"{column} = {floors[case][column]:.{DIGITS}f}\n" for column in COLUMNS if column in floors[case]]
        tables.append(f"\n[{case}]\n{''.join(rows)}")
    path.write_text(FLOOR_HEADER + "".join(tables), "utf-8")


def row(name: str, values: Iterable[float]) -> str:
    """One line of the table."""
    return f"{name:24}" + "".join(f" {value:8.{DIGITS}f}" for value in values)


def mean(results: Mapping[str, Figures]) -> list[float]:
    """The mean of every column over the cases."""
    return [sum(figures[column] for figures in results.values()) / len(results) for column in COLUMNS]


def score_languages() -> int:
    """Print the figures of every language and write them down."""
    figures = by_language.measure(scorer(), COLUMNS)
    print(f"{'language':20} {'texts':>3}" + "".join(f" {column:>8}" for column in COLUMNS))
    for language, found in figures.items():
        print(row(f"{language:20} {int(found['texts']):3}", (found[column] for column in COLUMNS)))
    by_language.write(figures)
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Evaluate the cases that the command line names (all without one); 1 where one failed or fell under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", nargs="*", help="name of a case (default: all)")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what was missed and what is wrong")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write higher figures into floor.toml")
    parser.add_argument("--languages", action="store_true", help="score each language and write languages.toml")
    options = parser.parse_args(arguments)
    if options.languages:
        return score_languages()
    if unknown := sorted(set(options.case) - set(cases())):
        parser.error(f"no such case: {', '.join(unknown)} (there are {', '.join(cases())})")

    floors, results, lines = load_floors(), {}, []
    print(f"{'case':24}" + "".join(f" {column:>8}" for column in COLUMNS))
    for case in options.case or cases():
        try:
            with tempfile.TemporaryDirectory() as folder:
                results[case], detail = evaluate(case, Path(folder))
        except KGError as error:
            lines.append(f"{case}: build failed: {error}")
            continue
        print(row(case, (results[case][column] for column in COLUMNS)), flush=True)
        lines += fallen(case, results[case], floors)
        if options.verbose:
            print("".join(f"    {kind}: {item}\n" for kind, items in detail.items() for item in items), end="")
    if results:
        print(row("mean", mean(results)))
    print("".join(f"{line}\n" for line in lines), end="", file=sys.stderr)
    if options.lift:
        write_floors(raised(floors, results))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
