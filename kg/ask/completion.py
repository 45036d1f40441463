"""What may come next in a question: terms, prefixes and keywords in SPARQL; else commands, queries, values, names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from kg import vocab
from kg.ask.described import signature
from kg.ask.questions import is_sparql
from kg.export.answers import FORMATS
from kg.graph.access import subject_values, texts
from kg.graph.folding import fold
from kg.graph.named import NamedQuery, Parameter, named_queries
from kg.graph.names import NAME_PROPERTIES
from kg.graph.parameters import known_terms
from kg.graph.query import Store
from kg.graph.spelling import KEYWORDS, prefixes

_MOST = 50  # more than this nobody reads
_COMMANDS = ("explain", "format", "help", "list", "names", "quit", "show")
_NAMES_FOLLOW = ("explain", "names")
# The last word of what follows a query's name: a parameter, perhaps with its value so far, perhaps in quotes.
_LAST_WORD = re.compile(
    r"""(?:^|\s)(?P<name>\w*)(?P<value>=(?P<quote>["'](?=[^"']*$))?(?P<start>(?(quote).*|[^\s"']*)))?$"""
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to go on. text: what to put there; back: how many characters before the cursor it replaces."""

    text: str
    back: int
    meaning: str = ""


@dataclass(slots=True)
class Completions:
    """Finds candidates for a graph. The names of its things are gathered when first asked for."""

    store: Store
    _names: list[tuple[str, str, str]] = field(default_factory=list)  # folded name, name, IRI; sorted

    def after(self, text: str) -> list[Candidate]:
        """Return the candidates at the end of a text, at most some dozens, in a fixed order."""
        return list(islice(self._after(text), _MOST))

    def _after(self, text: str) -> Iterator[Candidate]:
        if is_sparql(text):
            yield from _in_sparql(text)
            return
        command = re.fullmatch(r"\\(\w*)(?: +(.*))?", text)
        query = next((one for one in named_queries() if text.startswith(f"{one.name} ")), None)
        if command and command[2] is None:
            yield from (Candidate(f"\\{name}", len(text)) for name in _COMMANDS if name.startswith(command[1]))
        elif command:
            yield from self._in_command(command[1], command[2])
        elif query:
            yield from self._in_values(query, text[len(query.name) :])
        elif text.strip():
            yield from _queries(text)
            yield from self._things(text, text, "")

    def _in_command(self, command: str, rest: str) -> Iterator[Candidate]:
        if command == "show":
            yield from _queries(rest)
        elif command == "format":
            yield from (Candidate(form, len(rest)) for form in FORMATS if form.startswith(rest))
        elif command in _NAMES_FOLLOW:
            yield from self._things(rest, rest, "")

    def _in_values(self, query: NamedQuery, rest: str) -> Iterator[Candidate]:
        """Complete the words after a query's name: parameters, and after their sign what they may be."""
        typed = _LAST_WORD.search(rest)
        if not typed:
            return
        if typed["value"] is None:
            for one in query.parameters:
                if one.name.startswith(typed["name"]) and not re.search(rf"\s{one.name}=", rest):
                    yield Candidate(f"{one.name}=", len(typed["name"]), signature(one))
            return
        for parameter in query.parameters:
            if parameter.name == typed["name"]:
                yield from self._possible(parameter, typed["start"], (typed["quote"] or "") + typed["start"])

    def _possible(self, parameter: Parameter, start: str, replaced: str) -> Iterator[Candidate]:
        if parameter.type == "thing":
            yield from self._things(start, replaced, parameter.of, '"')
        elif parameter.type == "term":
            names = sorted(set(known_terms(parameter.of).values()))
            fitting = (name for name in names if name.lower().startswith(start.lower()))
            yield from (Candidate(name, len(replaced), vocab.label(name)) for name in fitting)

    def _things(self, start: str, replaced: str, kind: str, quote: str = "") -> Iterator[Candidate]:
        """Complete the name of a thing of a class ("": any but articles), whatever its case and accents."""
        key = fold(start)
        if not self._names:
            self._names = _names(self.store)
        done = set()
        for folded, name, iri in islice(self._names, bisect_left(self._names, (key, "", "")), None):
            if not folded.startswith(key):
                return
            kinds = _kinds(self.store, iri)
            if name not in done and (kind in kinds if kind else not kinds & {"Article", "Work"}):
                done.add(name)
                text = name if not quote or name.isalnum() else f"{quote}{name}{quote}"
                yield Candidate(text, len(replaced), ", ".join(sorted(kinds)))


def _in_sparql(text: str) -> Iterator[Candidate]:
    word = re.search(r"[?$]?[\w-]*(?::[\w-]*)?$", text)
    start = word[0] if word else ""
    prefix, colon, local = start.partition(":")
    if colon and prefixes(text).get(prefix) == vocab.KG:
        names = sorted(name for name in vocab.terms() if name.lower().startswith(local.lower()))
        yield from (Candidate(f"{prefix}:{name}", len(start), vocab.label(name)) for name in names)
    elif start.startswith(("?", "$")):
        yield from _starting(start, set(re.findall(r"[?$]\w+", text[: -len(start)])))
    elif start and not colon:
        yield from _starting(start, (f"{name}:" for name in prefixes(text)))
        fitting = sorted(word for word in KEYWORDS if word.startswith(start.upper()) and len(word) > 1)
        yield from (Candidate(word, len(start)) for word in fitting)


def _starting(start: str, words: Iterable[str]) -> Iterator[Candidate]:
    yield from (Candidate(word, len(start)) for word in sorted(words) if word.startswith(start))


def _queries(start: str) -> Iterator[Candidate]:
    fitting = (query for query in named_queries() if query.name.startswith(start))
    yield from (Candidate(query.name, len(start), query.title) for query in fitting)


def _names(store: Store) -> list[tuple[str, str, str]]:
    found = {(fold(name.value), name.value, iri) for of in NAME_PROPERTIES for iri, name in subject_values(store, of)}
    return sorted(entry for entry in found if not entry[2].startswith(vocab.KG))


def _kinds(store: Store, iri: str) -> set[str]:
    types = texts(store, iri, vocab.RDF + "type")
    return {kind.removeprefix(vocab.KG) for kind in types if kind.startswith(vocab.KG)}
