"""QuickStatements, version 1: commands that add to Wikidata what a graph says of things that have an item there.

https://www.wikidata.org/wiki/Help:QuickStatements. ontology/exports/wikidata.toml says which properties mean the same.
Each statement has references: the articles that say it, by their addresses. What no article with an address says, and
what another claim contradicts, is left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import IO

import pyoxigraph as ox

from kg import vocab
from kg.errors import KnowledgeError
from kg.export import tables
from kg.export.source import Source
from kg.export.tables import Fact, Thing, facts_of, names_of, passage, things
from kg.export.turtle import write_texts
from kg.graph.access import subjects, texts
from kg.paths import ontology_path

_ITEM = re.compile(r"https?://www\.wikidata\.org/entity/(Q[0-9]+)")
_TIMES = {4: ("{}-00-00", 9), 7: ("{}-00", 10), 10: ("{}", 11)}  # by the length of an ISO 8601 date: form, precision
_UNWRITABLE = re.compile(
    r"[\x00-\x20\x7f-\xa0\u2028\u2029|]+"
)  # ends of lines and columns, for which there is no escape
_LONGEST = 250  # characters that a label may have there
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})*")


@dataclass(frozen=True, slots=True)
class _Table:
    """ontology/exports/wikidata.toml. new: items of classes whose things may get an item, by class."""

    properties: Mapping[str, str]
    dates: Mapping[str, str]
    instance_of: str
    new: Mapping[str, str]
    reference: Mapping[str, str]


def write_quickstatements(source: Source, file: IO[bytes]) -> None:
    """Write statements on things that have an item."""
    write_texts(_statements(_Writer(source)), file)


def write_new_items(source: Source, file: IO[bytes]) -> None:
    """Write blocks that create items for things without one, with their names and statements."""
    write_texts(_new_items(_Writer(source)), file)


def _statements(writer: _Writer) -> Iterator[str]:
    for thing in things(writer.source):
        if item := item_of(thing):
            yield from (f"{item}\t{line}\n" for line in writer.statements(thing.iri))


def _new_items(writer: _Writer) -> Iterator[str]:
    table = _table()
    for thing in things(writer.source):
        kind = table.new.get(thing.kind)
        if kind is None or item_of(thing):
            continue
        names, statements = _names(thing), writer.statements(thing.iri)
        if names and statements:
            instance = f"LAST\t{table.instance_of}\t{kind}"
            lines = ["CREATE", *names, instance, *(f"LAST\t{line}" for line in statements)]
            yield "".join(f"{line}\n" for line in lines)


class _Writer:
    """Knows the items of all things and the references that articles make."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._items = {thing.iri: item for thing in things(source) if (item := item_of(thing))}
        self._addresses = {article.iri: article.source for article in tables.articles(source) if article.source}
        at: dict[str, list[tables.Article]] = {}
        for article in tables.articles(source):
            at.setdefault(article.source, []).append(article)
        self._references = {address: _reference(address, several) for address, several in at.items() if address}

    def statements(self, thing: str) -> list[str]:
        """Return what is to be said of a thing, without its item."""
        return sorted({*self._relations(thing), *self._dates(thing)})

    def _relations(self, thing: str) -> Iterator[str]:
        for fact in facts_of(self.source, thing):
            name = _table().properties.get(fact.property)
            item = self._items.get(fact.value.value) if isinstance(fact.value, ox.NamedNode) else None
            if name and item:
                yield from self._referenced(f"{name}\t{item}", fact)

    def _dates(self, treaty: str) -> Iterator[str]:
        for event in subjects(self.source.store, vocab.iri("treaty"), treaty):
            kinds = {kind.removeprefix(vocab.KG) for kind in texts(self.source.store, event, vocab.RDF + "type")}
            if texts(self.source.store, event, vocab.iri("status")) != [vocab.iri("Happened")]:
                continue
            for kind in sorted(kinds & _table().dates.keys()):
                for fact in facts_of(self.source, event):
                    if fact.property == "startDate":
                        yield from self._referenced(f"{_table().dates[kind]}\t{time(fact.value.value)}", fact)

    def _referenced(self, statement: str, fact: Fact) -> Iterator[str]:
        articles = {passage(self.source, iri).article for iri in fact.passages}
        addresses = {self._addresses[article] for article in articles if article in self._addresses}
        references = sorted(self._references[address] for address in addresses)
        if references and not fact.conflicts:
            yield "\t!".join([f"{statement}\t{references[0]}", *references[1:]])


def item_of(thing: Thing) -> str:
    """Return a thing's item in Wikidata; "" where it has none, or several."""
    found = {match[1] for other in thing.same_as if (match := _ITEM.fullmatch(other))}
    return found.pop() if len(found) == 1 else ""


def time(date: str) -> str:
    """Return an ISO 8601 date, as exact as known, as a time with its precision: day 11, month 10, year 9."""
    form, precision = _TIMES[len(date)]
    return f"+{form.format(date)}T00:00:00Z/{precision}"


def text(words: str) -> str:
    """Return words in quotes. There is no escape for what ends a column or line: it becomes a space."""
    return f'"{_UNWRITABLE.sub(" ", words).strip()}"'


def _names(thing: Thing) -> list[str]:
    """Return the commands that give an item its labels, then its aliases, by language."""
    found = []
    for name in names_of(thing):
        code = name.language.lower()
        if name.property != "label" and _LANGUAGE.fullmatch(code) and code != "und" and len(name.text) <= _LONGEST:
            alias = name.property == "altLabel"
            found.append((alias, code, f"LAST\t{'A' if alias else 'L'}{code}\t{text(name.text)}"))
    return [line for *_, line in sorted(found)]


def _reference(address: str, articles: list[tables.Article]) -> str:
    """Return what a reference says of the page at an address, of which there may be several translations.

    Their common date is the page's; a title is, where there is one only.
    """
    parts = _table().reference
    columns = [f"S{parts['url']}", text(address.replace("|", "%7C"))]
    dates = {article.published for article in articles}
    if len(dates) == 1 and (date := dates.pop()):
        columns += [f"S{parts['published']}", time(date)]
    titles = {(article.language.lower(), article.headline) for article in articles}
    if len(titles) == 1:
        ((language, title),) = titles
        if title and _LANGUAGE.fullmatch(language):
            columns += [f"S{parts['title']}", f"{language}:{text(title)}"]
    return "\t".join(columns)


@cache
def _table() -> _Table:
    path = ontology_path("exports", "wikidata.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        for name in (*data["properties"], *data["dates"], *data["new"]["classes"]):
            vocab.iri(name)
        new = data["new"]
        return _Table(data["properties"], data["dates"], new["instance_of"], new["classes"], data["reference"])
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend it there") from error
