"""On which lines of a TOML file each key stands; `tomllib` does not tell.

Follows TOML 1.0 as far as language files use it: tables, bare and quoted keys, and values over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TABLE = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_NO_BRACKET = re.compile(r"""\"(?:[^"\\]|\\.)*"|'[^']*'|\#.*""")


def key_lines(text: str) -> dict[str, tuple[int, int]]:
    """The first and last line (counted from 1) of each key and table, by its path, such as "acts.Signing.active"."""
    found: dict[str, tuple[int, int]] = {}
    table, path, depth = "", "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        if depth <= 0:
            depth = 0
            if header := _TABLE.match(line):
                table = path = _path(header[1])
                found.setdefault(table, (number, number))
                continue
            key = _KEY.match(line)
            if key is None:
                continue
            path = ".".join(filter(None, (table, _path(key[1]))))
            found[path] = (number, number)
            line = line[key.end() :]
        found[path] = (found[path][0], number)
        rest = _NO_BRACKET.sub("", line)
        depth += sum(rest.count(sign) for sign in "[{") - sum(rest.count(sign) for sign in "]}")
    return found


def line_of(text: str, lines: Mapping[str, tuple[int, int]], key: str, word: str = "") -> int:
    """The line of a key, or of the last place of a word in its value; that of what the key stands in where it has none.

    Returns 1 for a key that is not in the file.
    """
    path = key.partition("[")[0]
    while path and path not in lines:
        path = path.rpartition(".")[0]
    if not path:
        return 1
    first, last = lines[path]
    rows = text.splitlines()
    places = [n for n in range(first, last + 1) if word and f'"{word}"' in rows[n - 1]]
    return places[-1] if places else first


def _path(key: str) -> str:
    return ".".join(part.strip("\"'") for part in _PART.findall(key))
