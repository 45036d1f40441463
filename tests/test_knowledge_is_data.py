"""What is known of a language is in its files: the code never asks which language it has before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.language import language_codes

PACKAGE = Path(kg.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def texts_in(node: ast.AST) -> Iterator[str]:
    """The text constants anywhere in an expression."""
    return (item.value for item in ast.walk(node) if isinstance(item, ast.Constant) and isinstance(item.value, str))


@pytest.mark.parametrize("module", MODULES)
def test_no_code_branches_on_a_language(module: str) -> None:
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    compared = [node for node in ast.walk(tree) if isinstance(node, ast.Compare | ast.MatchValue)]
    codes = {code for code in language_codes() if code != "en"}  # names in English are what is shown by default
    assert {text for node in compared for text in texts_in(node)} & codes == set()
