"""What a line of text asks: SPARQL, a named query with values, a command, or a thing; and where one question ends."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence

from kg.errors import QueryError
from kg.graph.named import NamedQuery
from kg.graph.tokens import blanked

_SPARQL = re.compile(r"\s*(select|ask|construct|describe|prefix|base)\b(?=\s*[\w?$*{<(:])", re.IGNORECASE)
_FORM = re.compile(r"\b(select|ask|construct|describe)\b", re.IGNORECASE)
# What may follow the braces of a query on a line of its own.
_GOES_ON = re.compile(r"\s*([{.}#]|(where|from|order|limit|offset|group|having|values)\b)", re.IGNORECASE)


def is_sparql(text: str) -> bool:
    """Tell whether a text is SPARQL: it begins with one of its words, after comments."""
    return bool(_SPARQL.match(re.sub(r"\A(\s*#[^\n]*\n)+", "", text)))


def is_whole(text: str) -> bool:
    """Tell whether a question needs no further line: one of SPARQL does until the braces of its query are closed.

    An empty last line ends it in any case.
    """
    if not is_sparql(text) or re.search(r"\n\s*\n\s*\Z", text):
        return True
    plain = blanked(text, "iri", "variable", "name")
    depth = plain.count("{") - plain.count("}")
    form = _FORM.search(blanked(text))
    return bool(form) and depth <= 0 and ("{" in plain or str(form and form[0]).lower() == "describe")


def split(text: str) -> Iterator[str]:
    """Yield the questions of a text of many: a line each, SPARQL as many lines as it has; empty lines are none."""
    question = ""
    for line in text.splitlines():
        if question and is_whole(question) and not (is_sparql(question) and _GOES_ON.match(line)):
            yield question.strip()
            question = ""
        if line.strip() or question:
            question += f"{line}\n"
    if question.strip():
        yield question.strip()


def words(line: str) -> list[str]:
    """Return the words of a line, with quotes as in a shell; where a quote stays open, as they stand."""
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()


def values(query: NamedQuery, given: Sequence[str]) -> dict[str, str]:
    """Return what the words after a query's name give to its parameters.

    given: "name=value" for the parameter of this name, else a value for the first one without; where a query has one
    parameter only, all such words are its value. QueryError for more values than parameters.
    """
    names = [parameter.name for parameter in query.parameters]
    found: dict[str, str] = {}
    bare = []
    for word in given:
        name, sign, value = word.partition("=")
        if sign and name.isidentifier():
            found[name] = value
        else:
            bare.append(word)
    if len(names) == 1 and bare:
        bare = [" ".join(bare)]
    free = [name for name in names if name not in found]
    if len(bare) > len(free):
        there = f"it takes {', '.join(names)}" if names else "it takes none"
        raise QueryError(
            f"{query.name}: {bare[len(free)]!r} is one value too many; {there} (quote a value of many words)"
        )
    return {**found, **dict(zip(free, bare, strict=False))}
