"""The lines of keys in a TOML file."""

from __future__ import annotations

import pytest

from kg.languages.lines import key_lines, line_of

TEXT = """\
# comment = 1
code = "xx"   # [not a table]

[words]       # closed classes
of = ["a", "b"]
"to/it" = [
  "[x]",
  ["rows", "too"],
  "of = [",   # ]
]

[acts.Signing]
active = []
relative = [
  { unit = "day", forms = ["x"] },
]
'single' = 3
"""


def test_keys_are_found_with_the_lines_of_their_values() -> None:
    assert key_lines(TEXT) == {
        "code": (2, 2),
        "words": (4, 4),
        "words.of": (5, 5),
        "words.to/it": (6, 10),
        "acts.Signing": (12, 12),
        "acts.Signing.active": (13, 13),
        "acts.Signing.relative": (14, 16),
        "acts.Signing.single": (17, 17),
    }


@pytest.mark.parametrize(
    ("key", "word", "line"),
    [
        ("words.of", "", 5),
        ("words.to/it", "rows", 8),
        ("words.to/it", "elsewhere", 6),
        ("words.none", "", 4),
        ("acts.Signing.relative[0].forms", "", 14),
        ("acts.Other.active", "", 1),
        ("none", "", 1),
    ],
)
def test_a_key_that_is_not_there_has_the_line_of_what_it_stands_in(key: str, word: str, line: int) -> None:
    assert line_of(TEXT, key_lines(TEXT), key, word) == line
