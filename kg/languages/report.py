"""What the commands of `kg languages` print."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.languages.check import Checked
from kg.languages.coverage import Coverage, coverage_of
from kg.languages.terms import TITLES

_WIDTH = 100  # characters of a line


def overview(found: Iterable[Coverage]) -> str:
    """A table: code, names, terms with words of all terms."""
    rows = [("code", "language", "terms with words", "called")]
    for item in found:
        share = f"{item.covered}/{item.needed} {100 * item.covered // item.needed:>3}%"
        rows.append((item.code, item.english, share, item.name))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3])) for row in rows
    )


def details(item: Coverage) -> str:
    """One language: how many terms of each kind have words, and which have none."""
    lines = [
        f"{item.english} ({item.code}, {item.name}): {item.covered} of {item.needed} terms of the ontology have words",
        "",
    ]
    lines += _rows(
        (f"{TITLES[section]}", f"{item.total[section] - len(ids)}/{item.total[section]}", section, ids)
        for section, ids in item.missing.items()
    )
    if item.empty:
        lines += ["", "Empty too, which is right where the language has nothing for it:"]
        lines += [line for section, keys in item.empty.items() for line in _wrapped(f"  [{section}] ", keys)]
    return "\n".join(lines)


def _rows(rows: Iterable[tuple[str, str, str, Sequence[str]]]) -> list[str]:
    lines = []
    for title, share, section, ids in rows:
        lines.append(f"  {title:<22} {share:>8}")
        if ids:
            lines += _wrapped(f"      without words, in [{section}]: ", ids)
    return lines


def _wrapped(head: str, words: Sequence[str]) -> list[str]:
    """A head and words after it, in lines that fit; later lines are set in."""
    text = head + ", ".join(words)
    return textwrap.wrap(text, _WIDTH, subsequent_indent=" " * 8, break_on_hyphens=False, break_long_words=False)


def as_json(found: Iterable[Coverage]) -> str:
    """The same for programs: one object a language, with its terms without words by section of its file."""
    return json.dumps(
        [
            {
                "code": item.code,
                "name": item.name,
                "english": item.english,
                "terms": item.needed,
                "covered": item.covered,
                "missing": {section: list(ids) for section, ids in item.missing.items() if ids},
                "empty": {section: list(keys) for section, keys in item.empty.items()},
            }
            for item in found
        ],
        ensure_ascii=False,
        indent=2,
    )


def checked(path: Path, found: Checked) -> str:
    """What is wrong with a file, or that nothing is, and then what it covers."""
    if found.language is None:
        count = len(found.problems)
        lines = [f"{path}:{problem}" for problem in found.problems]
        return "\n".join([*lines, f"{count} problem{'s' if count > 1 else ''}; mend and check again"])
    notes = [f"{path}:{note}" for note in found.notes]
    head = [f"{path}: valid", ""]
    return "\n".join([*head, details(coverage_of(found.language)), *([""] if notes else []), *notes])
