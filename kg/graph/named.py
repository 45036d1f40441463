"""The named queries of `ontology/queries/`: SPARQL with a title, an explanation and parameters in its first comments.

    # Title on one line
    # Group: treaties
    #
    # What it tells and what it does not.
    # $UNTIL (end-date, required): What the value does.
    # $STATE (thing kg:State): A parameter that need not be given.
    # $PERCENT (integer, default 80): One that has a value where none is given.

In the SPARQL a parameter is the variable of that name, with a dollar: `FILTER (!BOUND($STATE) || ?who = $STATE)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg import vocab
from kg.errors import KnowledgeError, QueryError
from kg.graph.tokens import TOKEN
from kg.nearest import nearest
from kg.paths import ontology_path

TYPES = ("date", "end-date", "integer", "language", "term", "text", "thing")
_GROUP = "Group: "
_PARAMETER = re.compile(
    r"\$(?P<variable>[A-Z]+) \((?P<type>[a-z-]+)(?: (?P<of>[a-z]+:\w+))?"
    r"(?:, (?:(?P<required>required)|default (?P<default>[^)]+)))?\): (?P<description>\S.*)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query.

    name: as a user types it. type: one of TYPES. of: for a thing the local name of a class, for a term that of the
    class or property that it is under, or "Class"; "" for any. default: as a user would type it, "" for none.
    """

    name: str
    type: str
    of: str
    required: bool
    default: str
    description: str

    @property
    def variable(self) -> str:
        """The variable's name in the SPARQL, without its dollar."""
        return self.name.upper()

    @property
    def kind(self) -> str:
        """What is to be given, for eyes: "date", "state", "kind of event" ..."""
        if self.type == "term" and not self.of:
            return "property"
        if not vocab.is_term(self.of):
            return (self.of or self.type.removeprefix("end-")).lower()
        label = vocab.label(self.of)
        names_itself = self.type != "term" or self.of == "topic" or vocab.concepts(self.of)
        return label if names_itself else f"kind of {label}"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One file of `ontology/queries/`. name: the file's; title: its first line; group: what it is listed under."""

    name: str
    title: str
    group: str
    explanation: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Return every named query, sorted by name; KnowledgeError for a file whose head cannot be read."""
    paths = sorted(ontology_path("queries").glob("*.rq"), key=lambda path: path.stem)
    return tuple(parse(path.read_text(encoding="utf-8"), path) for path in paths)


def named_query(name: str) -> NamedQuery:
    """Return a named query; QueryError, with the nearest name, where there is none of this name."""
    queries = {query.name: query for query in named_queries()}
    if name not in queries:
        hint = nearest(name, queries) or "; kg query --list shows them"
        raise QueryError(f"there is no query named {name!r}{hint}")
    return queries[name]


def parse(text: str, path: Path) -> NamedQuery:
    """Return the named query that a file's text holds. path: for its name, and for messages.

    Raises KnowledgeError for a head that is not of the form above, and for a parameter that the SPARQL does not use,
    or uses without its declaration.
    """
    head = list(_comments(text))
    if len(head) < 2 or not head[0] or not head[1].startswith(_GROUP):
        raise KnowledgeError(f'{path}: a query begins with its title and "{_GROUP}NAME", as two lines of comment')
    at = next((number for number, line in enumerate(head) if line.startswith("$")), len(head))
    parameters = tuple(
        _parameter(line, f"{path}: line {number}") for number, line in enumerate(head[at:], at + 1) if line
    )
    _check_use(text, parameters, path)
    group = head[1].removeprefix(_GROUP)
    return NamedQuery(path.stem, head[0], group, " ".join(filter(None, head[2:at])), parameters, text)


def _comments(text: str) -> Iterable[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip()


def _parameter(line: str, where: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if not found:
        form = "$NAME (TYPE kg:CLASS, required): DESCRIPTION"
        raise KnowledgeError(f"{where}: {line!r} is no parameter; write it as {form}")
    if found["type"] not in TYPES:
        hint = nearest(found["type"], TYPES)
        raise KnowledgeError(f"{where}: there is no type {found['type']!r}{hint}; there are: {', '.join(TYPES)}")
    prefix, _, of = (found["of"] or "").partition(":")
    if prefix == "kg":
        vocab.iri(of)
    return Parameter(
        found["variable"].lower(), found["type"], of, bool(found["required"]), found["default"] or "",
        found["description"],
    )  # fmt: skip


def _check_use(text: str, parameters: Iterable[Parameter], path: Path) -> None:
    used = {token["variable"] for token in TOKEN.finditer(text) if token["variable"]}
    declared = {f"${parameter.variable}" for parameter in parameters}
    for variable in sorted(declared - used):
        raise KnowledgeError(f"{path}: {variable} is declared and not used")
    for variable in sorted(name for name in used if name.startswith("$") or name.isupper()):
        if variable not in declared:
            raise KnowledgeError(f"{path}: {variable} is no declared parameter; other variables are ?small")
