"""Many words as one regular expression whose alternatives share their beginnings.

`re` tries alternatives one after the other; a trie decides by the next character, so hundreds of forms cost as little
as ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.annotate.normalise import SKIP, ZWNJ, fold

BLANK = f"[ \t{ZWNJ}{SKIP}]"
_SPACES = re.compile(rf"[\s{ZWNJ}{SKIP}]+")

# Letters, digits and the marks that are part of a word: `\\w` leaves out vowel signs and points.
_WORD = (
    "[\\w\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]"
)

_Node = dict[str, "_Node"]


def form_key(form: str) -> str:
    """The form as a table key: folded, without blanks and non-joiners, which writers set or leave out."""
    return _SPACES.sub("", fold(form))


def forms_regex(forms: Iterable[str]) -> str:
    """A regular expression (source) that matches each of the forms, the longest first.

    Args:
        forms: words or phrases; they are folded here. A blank matches blanks or non-joiners,
            a non-joiner may be missing.

    Returns:
        The source of a non-capturing group, without word boundaries; it matches nothing where there are no forms.
    """
    root: _Node = {}
    for form in sorted({_SPACES.sub(lambda m: ZWNJ if m[0] == ZWNJ else " ", fold(form.strip())) for form in forms}):
        node = root
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    return _source(root) if root else "(?!)"


def starts(forms: Iterable[str], more: str = "") -> str:
    """A look-ahead (source) for the first characters of the forms, which spares most positions the whole trie.

    more: further characters, written as inside a character class.
    """
    first = sorted({fold(form.strip())[0] for form in forms})
    return f"(?=[{more}{''.join(re.escape(character) for character in first)}])"


def _source(node: _Node) -> str:
    """The source for the rest of all words that pass through `node`."""
    branches: list[str] = []
    for character, child in sorted(node.items()):
        if character:
            branches.append(_character(character) + ("" if set(child) == {""} else _source(child)))
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body


def _character(character: str) -> str:
    if character == " ":
        return f"{BLANK}+"
    if character == ZWNJ:
        return f"{BLANK}?"
    return re.escape(character)


def boundary(spaces: bool) -> tuple[str, str]:
    """Regular expressions (sources) for the beginning and the end of a word.

    Args:
        spaces: whether words are parted by spaces; where they are not, nothing marks the end of a word.
    """
    if not spaces:
        return "(?<![a-z0-9])", ""
    return f"(?<!{_WORD})(?<!{ZWNJ})", f"(?!{ZWNJ}?{_WORD})"
