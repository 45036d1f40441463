"""RDF terms as Python values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

import pyoxigraph as ox

from kg.vocab import XSD

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value = str | int | float | date
"""What a term can be in Python; bool is an int, datetime a date."""


class Text(str):
    """A text in a language; equal to the same text as a plain str. language: its BCP 47 code."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Text:
        """Return a text with its language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __reduce__(self) -> tuple[type[Text], tuple[str, str]]:
        """Return what a copy is made of."""
        return Text, (str(self), self.language)


class IRI(str):
    """An IRI; equal to the same IRI as a plain str."""

    __slots__ = ()


def python_value(term: Term) -> Value:
    """Return a term as a Python value.

    An IRI becomes an `IRI`, a text with a language a `Text`, both of them a str; whole numbers int, other numbers
    float, booleans bool, xsd:date a date and xsd:dateTime a datetime. A month or a year (xsd:gYearMonth, xsd:gYear),
    for which Python has no type, is a str ("2025-10"), and so is all else.
    """
    match term:
        case ox.NamedNode():
            return IRI(term.value)
        case ox.Literal():
            return Text(term.value, term.language) if term.language else _typed(term)
    return str(term)


def _typed(term: ox.Literal) -> Value:
    read = _READERS.get(term.datatype.value.removeprefix(XSD), str)
    try:
        return read(term.value)
    except ValueError:  # a graph may have "2025-02-30"^^xsd:date
        return term.value


_READERS: Mapping[str, Callable[[str], Value]] = {
    "boolean": lambda text: text in ("true", "1"),
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
    **dict.fromkeys(("integer", "int", "long", "nonNegativeInteger", "positiveInteger"), int),
    **dict.fromkeys(("decimal", "double", "float"), float),
}
