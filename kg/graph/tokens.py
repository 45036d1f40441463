"""The tokens of a SPARQL text that can hold any word: what a search for a keyword or a variable must step over."""

from __future__ import annotations

import re

# Strings, IRIs, comments, variables and prefixed names, whose local part neither starts nor ends with a dot
# (https://www.w3.org/TR/sparql11-query/#sparqlGrammar). One group each; what is in none is a keyword, number or sign.
TOKEN = re.compile(
    r'(?P<text>"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*')"
    r'|(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)'
    r"|(?P<comment>\#[^\n]*)"
    r"|(?P<variable>[?$]\w+)"
    r"|(?P<name>(?:\w(?:[\w.-]*[\w-])?)?:(?:[\w:%-](?:[\w.:%-]*[\w:%-])?)?)",
    re.DOTALL,
)


def blanked(sparql: str, *kept: str) -> str:
    """Return a text with its tokens replaced by spaces, line breaks left, so that every offset stays.

    kept: groups of TOKEN that are left as they are.
    """
    return TOKEN.sub(lambda found: found[0] if found.lastgroup in kept else re.sub(r"[^\n]", " ", found[0]), sparql)


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
