"""Values for the parameters of a named query: from what somebody types to RDF terms, put into the SPARQL as terms."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from kg import vocab
from kg.errors import QueryError
from kg.graph.access import subject_values
from kg.graph.folding import fold
from kg.graph.named import NamedQuery, Parameter
from kg.graph.names import Thing, find, several, tail, the_one
from kg.graph.tokens import TOKEN
from kg.nearest import nearest

Term = ox.NamedNode | ox.Literal
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PLACES = re.compile(r"\bBOUND\s*\(\s*\$(?P<asked>\w+)\s*\)|" + TOKEN.pattern, re.DOTALL | re.IGNORECASE)
_LISTED = 15  # where a parameter takes no more terms than these, all are told


@dataclass(frozen=True, slots=True)
class Bound:
    """A query whose parameters have their values. understood: by parameter, the thing that a name was taken for."""

    sparql: str
    understood: tuple[tuple[str, Thing], ...] = ()

    def notes(self, given: Mapping[str, str]) -> tuple[str, ...]:
        """Return in words what the names among the given values were taken for, a line for each."""
        return tuple(
            f"{name}: {thing.understood(given.get(name, '')) or f'{thing.label} ({tail(thing.iri)})'}"
            for name, thing in self.understood
        )


def bind(store: ox.Store, query: NamedQuery, given: Mapping[str, str]) -> Bound:
    """Return a named query with values for its parameters.

    given: what a user typed, by the parameter's name. Each becomes a term of the parameter's type: a thing is found by
    any of its names in the store. What is not given takes its default, or stays open.
    Raises QueryError for an unknown parameter, a missing one, and a value that is none of its type or fits several
    things.
    """
    names = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in names:
            there = f"it has {', '.join(names)}" if names else "it has none"
            raise QueryError(f"{query.name} has no parameter {name!r}{nearest(name, names)}; {there}")
    terms: dict[str, Term] = {}
    understood = []
    for parameter in query.parameters:
        text = given.get(parameter.name, parameter.default).strip()
        if text and parameter.type == "thing":
            choice = _thing(store, parameter, text)
            terms[parameter.variable] = ox.NamedNode(choice.iri)
            understood.append((parameter.name, choice))
        elif text:
            terms[parameter.variable] = _READERS[parameter.type](parameter, text)
        elif parameter.required:
            raise QueryError(f"{query.name} needs {parameter.name} ({parameter.kind}): {parameter.description}")
    return Bound(with_terms(query.sparql, terms), tuple(understood))


def with_terms(sparql: str, terms: Mapping[str, Term]) -> str:
    """Return SPARQL in which terms stand for variables that are written with a dollar.

    What replaces a variable is a term in its canonical form, so no value can change the query; strings, IRIs and
    comments are left alone. BOUND($X) becomes true. (pyoxigraph's own substitutions reach projected variables only,
    and none in a subquery.)
    """

    def put(found: re.Match[str]) -> str:
        if found["asked"] in terms:
            return "true"
        variable = found["variable"] or ""
        return str(terms[variable[1:]]) if variable.startswith("$") and variable[1:] in terms else found[0]

    return _PLACES.sub(put, sparql)


def known_terms(of: str) -> dict[str, str]:
    """Return the local names of the terms that a parameter may take, by what a user may type for them (as `_key`).

    of: a class that has concepts ("Role"), else a class with those under it ("Event"), a property with those under it
    ("participant"), "topic" for what treaties are about, "Class" for all classes, or "" for every property that facts
    are made with.
    """
    if of == "Class":
        names = vocab.classes()
    elif of == "topic":
        names = vocab.topics()
    elif of in vocab.classes():
        names = vocab.concepts(of) or tuple(name for name in vocab.classes() if vocab.is_a(name, of))
    else:
        claimed = sorted(vocab.claimed())
        names = tuple(name for name in claimed if not of or vocab.is_property(name, of))
    return {_key(text): name for name in names for text in (vocab.label(name), name)}


def _key(text: str) -> str:
    """Return what "Foreign minister" and "ForeignMinister" have in common."""
    return fold(text).replace(" ", "")


def _thing(store: ox.Store, parameter: Parameter, text: str) -> Thing:
    try:
        if parameter.of == "Article":
            return _article(store, text)
        return the_one(find(store, text, parameter.of), text)
    except QueryError as error:
        raise QueryError(f"{parameter.name}: {error}") from error


def _article(store: ox.Store, text: str) -> Thing:
    """Find an article by its identifier (a path), or by a part of it that no other has."""
    known = {value.value: iri for iri, value in subject_values(store, vocab.DCTERMS + "identifier")}
    fitting = [text] if text in known else sorted(name for name in known if text.casefold() in name.casefold())
    if not fitting:
        hint = nearest(text, known) or "; kg query OUT --name articles shows them"
        raise QueryError(f"the graph has no article {text!r}{hint}")
    if len(fitting) > 1:
        raise QueryError(several(text, fitting, fitting))
    return Thing(known[fitting[0]], "Article", fitting[0])


def _day(parameter: Parameter, text: str) -> ox.Literal:
    """Read a day; a month or year means its first day, or its last one for an end-date."""
    day = day_of(text, parameter.name, last=parameter.type == "end-date")
    return ox.Literal(day, datatype=ox.NamedNode(vocab.XSD + "date"))


def day_of(text: str, name: str, *, last: bool) -> str:
    """Return the first (or last) day of a year, a month or a day, "2025-12-31"; QueryError, with a name, for others."""
    found = _DATE.fullmatch(text)
    try:
        if not found:
            raise ValueError
        year, month = int(found[1]), int(found[2] or (12 if last else 1))
        day = int(found[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise QueryError(f"{name}: {text!r} is no date; write 2025-12-31, 2025-12 or 2025") from error


def _integer(parameter: Parameter, text: str) -> ox.Literal:
    if not re.fullmatch(r"[+-]?[0-9]+", text):
        raise QueryError(f"{parameter.name}: {text!r} is no whole number")
    return ox.Literal(str(int(text)), datatype=ox.NamedNode(vocab.XSD + "integer"))


def _language(parameter: Parameter, text: str) -> ox.Literal:
    try:
        code = ox.Literal("", language=text).language
    except ValueError as error:
        raise QueryError(f"{parameter.name}: {text!r} is no language code; write one such as pl or zh-Hant") from error
    return ox.Literal(str(code))


def _term(parameter: Parameter, text: str) -> ox.NamedNode:
    known = known_terms(parameter.of)
    name = known.get(_key(text.removeprefix("kg:")))
    if name is None:
        shown = sorted(set(known.values()))
        there = f"; there are: {', '.join(shown)}" if len(shown) <= _LISTED else ""
        raise QueryError(f"{parameter.name}: there is no {parameter.kind} {text!r}{nearest(text, shown)}{there}")
    return ox.NamedNode(vocab.iri(name))


def _text(_parameter: Parameter, text: str) -> ox.Literal:
    return ox.Literal(text)


_READERS: Mapping[str, Callable[[Parameter, str], Term]] = {
    "date": _day,
    "end-date": _day,
    "integer": _integer,
    "language": _language,
    "term": _term,
    "text": _text,
}
