"""schema.org as JSON-LD, for search engines and other readers of it; ontology/exports/schema-org.toml says how."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import IO, Any

import pyoxigraph as ox

from kg import vocab
from kg.errors import KnowledgeError
from kg.export.jsonld import json_document
from kg.export.source import Source
from kg.export.tables import Thing, things
from kg.export.turtle import write_texts
from kg.graph.access import Value, values
from kg.paths import ontology_path

# The terms stand in the file itself: a reader that fetches schema.org's own context needs the network.
CONTEXT = {"@vocab": vocab.SCHEMA}
_OTHER_NAMES = (vocab.SKOS + "prefLabel", vocab.SKOS + "altLabel")  # they hold the name too
_AS_TEXT = ("sameAs", "url")  # schema.org wants the address itself, not a thing that has it


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table. path: IRIs of properties; start, end: classes, "" for any."""

    path: tuple[str, ...]
    name: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Mapped:
    """The table: types by class, what an event's status is called, and the rules in their order."""

    classes: Mapping[str, str]
    status: Mapping[str, str]
    rules: tuple[Rule, ...]


def write_schemaorg(source: Source, file: IO[bytes]) -> None:
    """Write schema.org JSON-LD, a thing a line."""
    table = load()
    kinds = {thing.iri: thing.kind for thing in things(source) if _is_told(thing, table)}
    write_texts(json_document(CONTEXT, _nodes(source, table, kinds)), file)


@cache
def load() -> Mapped:
    """Return the table; KnowledgeError for a line that cannot be understood."""
    path = ontology_path("exports", "schema-org.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        rules = tuple(
            Rule(tuple(map(_iri, row["path"].split("/"))), row["name"], row.get("from", ""), row.get("to", ""))
            for row in data["properties"]
        )
        for name in (*data["classes"], *(end for rule in rules for end in (rule.start, rule.end) if end)):
            vocab.iri(name)
        return Mapped(data["classes"], data["status"], rules)
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend it there") from error


def _iri(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return vocab.PREFIXES[prefix] + local if colon else vocab.iri(name)


def _is_told(thing: Thing, table: Mapped) -> bool:
    status = [value.value.removeprefix(vocab.KG) for value in thing.values.get(vocab.iri("status"), ())]
    return bool(_types(thing.kind, table)) and all(one in table.status for one in status)


def _types(kind: str, table: Mapped) -> list[str]:
    """Return the type of each most special class of a thing that has one, or whose next superclass has one."""
    chains = ((one, *vocab.superclasses(one)) for one in kind.split("/") if one)
    found = (next((table.classes[name] for name in chain if name in table.classes), "") for chain in chains)
    return sorted({one for one in found if one})


def _nodes(source: Source, table: Mapped, kinds: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for thing in things(source):
        if thing.iri in kinds:
            types = _types(thing.kind, table)
            yield {
                "@type": types[0] if len(types) == 1 else types,
                "@id": thing.iri,
                **_said(source, thing, table, kinds),
            }


def _said(source: Source, thing: Thing, table: Mapped, kinds: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for rule in (*table.rules, *_own(thing)):
        if rule.start and not _is_a(thing.kind, rule.start):
            continue
        for value in _follow(source, [thing.iri], rule.path):
            shown, several = _shown(value, rule, kinds), found.get(rule.name, [])
            if shown is None or shown in several or (rule.path[0] in _OTHER_NAMES and shown in found.get("name", ())):
                continue
            found[rule.name] = [*several, shown]
    for value in thing.values.get(vocab.iri("status"), ()):
        if name := table.status[value.value.removeprefix(vocab.KG)]:
            found["eventStatus"] = [{"@id": name}]
    return {name: several[0] if len(several) == 1 else several for name, several in found.items()}


def _own(thing: Thing) -> Iterator[Rule]:
    """Yield a rule for each property that is schema.org's own."""
    own = (predicate for predicate in thing.values if predicate.startswith(vocab.SCHEMA))
    return (Rule((predicate,), predicate.removeprefix(vocab.SCHEMA)) for predicate in own)


def _follow(source: Source, start: list[str], path: tuple[str, ...]) -> list[Value]:
    found: list[Value] = []
    for iri in start:
        found += values(source.store, iri, path[0])
    if len(path) == 1:
        return found
    return _follow(source, [value.value for value in found if isinstance(value, ox.NamedNode)], path[1:])


def _shown(value: Value, rule: Rule, kinds: Mapping[str, str]) -> Any:
    """Return a value as JSON-LD, None for a thing that is not told of or is none of the rule's class."""
    if isinstance(value, ox.Literal):
        return {"@value": value.value, "@language": value.language} if value.language else value.value
    if rule.name in _AS_TEXT:
        return value.value
    if value.value not in kinds or (rule.end and not _is_a(kinds[value.value], rule.end)):
        return None
    return {"@id": value.value}


def _is_a(kind: str, ancestor: str) -> bool:
    return any(vocab.is_a(one, ancestor) for one in kind.split("/"))
