"""CSV files for `neo4j-admin database import`, with the command that imports them.

https://neo4j.com/docs/operations-manual/current/import/: a header names each column and its type. Lists are separated
by U+001F, which no name or passage needs. A value that leads to a thing of the graph is a relationship; any other is a
property of its thing.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.export.source import Source
from kg.export.tables import NAME_PROPERTIES, Fact, Thing, facts_of, names_of, passage, things
from kg.graph.access import Value, texts
from kg.graph.terms import TYPE

NODES, RELATIONSHIPS, SCRIPT = "nodes.csv", "relationships.csv", "import.sh"
FILES = (NODES, RELATIONSHIPS, SCRIPT)
BETWEEN = "\x1f"
_FIXED = ("iri:ID", ":LABEL", "label", "language", "otherNames:string[]")
_LINK = (":START_ID", ":END_ID", ":TYPE", "claim", "confidence:double", "sources:long", "qualifiers:string[]",
         "articles:string[]", "quotes:string[]")  # fmt: skip
_NAMES = {space + name for name, space in NAME_PROPERTIES.items()}
_IMPORT = f"""\
#!/bin/sh
# Makes a Neo4j database (5 or later) of the two files beside this one. The database must not exist yet, and no server
# may have it open:  sh {SCRIPT} [DATABASE]
cd "$(dirname "$0")" && exec neo4j-admin database import full "${{1:-neo4j}}" \\
  --nodes={NODES} --relationships={RELATIONSHIPS} \\
  --id-type=string --array-delimiter=U+001F --multiline-fields=true
"""


@dataclass(slots=True)
class _Column:
    """A property of nodes: whether all its values are whole numbers, and whether a thing has several."""

    name: str
    numbers: bool = True
    several: bool = False

    @property
    def header(self) -> str:
        kind = ("long" if self.numbers else "string") + ("[]" if self.several else "")
        return self.name if kind == "string" else f"{self.name}:{kind}"


def write_neo4j(source: Source, folder: Path) -> None:
    """Write the nodes, the relationships and the command."""
    described = frozenset(source.things)
    columns = _columns(source, described)
    languages = sorted({name.language for thing in things(source) for name in names_of(thing) if name.language})
    header = [*_FIXED, *(f"name_{_key(code)}" for code in languages), *(one.header for one in columns.values())]
    _write(folder / NODES, header, (_node(thing, languages, columns, described) for thing in things(source)))
    _write(folder / RELATIONSHIPS, _LINK, _links(source, described))
    (folder / SCRIPT).write_text(_IMPORT, "utf-8")


def _write(path: Path, header: Iterable[str], rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)  # RFC 4180: with "\\r\\n", so that each of the two is quoted inside a field
        writer.writerow(header)
        writer.writerows(rows)


def _columns(source: Source, described: frozenset[str]) -> Mapping[str, _Column]:
    """Return the column of each predicate that is no name and leads to no thing, called by its local name if it can."""
    found: dict[str, _Column] = {}
    for thing in things(source):
        for predicate, values in _properties(thing, described):
            column = found.setdefault(predicate, _Column(_local(predicate)))
            column.several |= len(values) > 1
            column.numbers &= all(_is_long(value) for value in values)
    taken = Counter([*(name.partition(":")[0] for name in _FIXED), *(column.name for column in found.values())])
    for predicate, column in found.items():
        if taken[column.name] > 1:
            column.name = _key(predicate)
    return {predicate: found[predicate] for predicate in sorted(found)}


def _properties(thing: Thing, described: frozenset[str]) -> Iterator[tuple[str, list[Value]]]:
    for predicate, values in thing.values.items():
        own = [value for value in values if not (isinstance(value, ox.NamedNode) and value.value in described)]
        if own and predicate != TYPE and predicate not in _NAMES:
            yield predicate, own


def _node(
    thing: Thing, languages: Iterable[str], columns: Mapping[str, _Column], described: frozenset[str]
) -> list[str]:
    preferred = {name.language: name.text for name in names_of(thing) if name.property == "prefLabel"}
    others = [f"{name.text}@{name.language}" for name in names_of(thing) if name.property == "altLabel"]
    own = dict(_properties(thing, described))
    return [
        *(thing.iri, _list(thing.classes), thing.label, thing.language, _list(others)),
        *(preferred.get(code, "") for code in languages),
        *(_list(map(_shown, own.get(predicate, ()))) for predicate in columns),
    ]


def _links(source: Source, described: frozenset[str]) -> Iterator[list[str]]:
    for thing in things(source):
        claimed = {(fact.property, fact.value): fact for fact in facts_of(source, thing.iri)}
        for predicate, values in thing.values.items():
            for value in values if predicate != TYPE else ():
                if isinstance(value, ox.NamedNode) and value.value in described:
                    fact = claimed.get((predicate.removeprefix(vocab.KG), value))
                    yield [thing.iri, value.value, _upper(_local(predicate)), *_evidence(source, fact)]


def _evidence(source: Source, fact: Fact | None) -> tuple[str, ...]:
    if fact is None:
        return ("",) * 6
    found = [passage(source, iri) for iri in fact.passages]
    articles = sorted(
        {name for one in found for name in texts(source.store, one.article, vocab.DCTERMS + "identifier")}
    )
    return (
        *(fact.claim, str(fact.confidence), str(fact.sources)),
        *(_list(fact.qualifiers), _list(articles), _list(one.exact for one in found)),
    )


def _list(values: Iterable[str]) -> str:
    return BETWEEN.join(value.replace(BETWEEN, " ") for value in values)


def _shown(value: Value) -> str:
    return value.value.removeprefix(vocab.KG) if isinstance(value, ox.NamedNode) else value.value


def _is_long(value: Value) -> bool:
    whole = isinstance(value, ox.Literal) and value.datatype.value == vocab.XSD + "integer"
    return whole and bool(re.fullmatch(r"-?[0-9]{1,18}", value.value))


def _local(predicate: str) -> str:
    return _key(re.split("[/#]", predicate)[-1])


def _key(name: str) -> str:
    """Return a name that Cypher takes without quotes."""
    return re.sub(r"\W", "_", name)


def _upper(name: str) -> str:
    """Return "signedBy" as "SIGNED_BY"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()
