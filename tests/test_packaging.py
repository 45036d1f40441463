"""The package works from a wheel, away from the checkout, and every folder of it is a package."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import kg
from kg.language import language_codes

ROOT = Path(__file__).parent.parent
PACKAGE = Path(kg.__file__).parent


def run(*arguments: str | Path, **options: str | Path) -> str:
    env = os.environ | {name: str(value) for name, value in options.items() if name != "cwd"}
    done = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=options.get("cwd", ROOT), env=env, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_every_library_that_the_code_imports_is_declared() -> None:
    """What is installed on a developer's machine by chance would be missing on a user's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for name in ("parquet",) for line in project["optional-dependencies"][name]]
    lines = [*project["dependencies"], *extras]
    declared = {re.split("[^a-z0-9-]", line.lower())[0].replace("-", "_") for line in lines}
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(name.name.split(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                found.add(str(node.module).split(".")[0])
    assert sorted(found - declared - set(sys.stdlib_module_names) - {"kg"}) == []


@pytest.mark.slow
def test_a_wheel_carries_the_ontology_and_runs_away_from_the_checkout(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", tmp_path, ".")
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "kg/_ontology/kg.ttl" in names and "kg/py.typed" in names
    assert not [name for name in names if not name.startswith(("kg/", "treaty_kg-"))]

    site = tmp_path / "site"
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", site, wheel)
    where = run(sys.executable, "-c", "import kg; print(kg.__file__)", cwd=tmp_path, PYTHONPATH=site)
    assert Path(where.strip()) == site / "kg" / "__init__.py"
    listed = run(sys.executable, site / "bin" / "kg", "languages", cwd=tmp_path, PYTHONPATH=site)
    assert [line.split()[0] for line in listed.splitlines()[1:]] == list(language_codes())
    assert "signatories" in run(sys.executable, "-m", "kg", "query", "--list", cwd=tmp_path, PYTHONPATH=site)
