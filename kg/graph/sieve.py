"""Which things may offend against a shape: a quick look at every thing, so that pySHACL need judge only few.

pySHACL takes about a millisecond a thing, this a twentieth of it. It knows the constraints that our shapes use
(https://www.w3.org/TR/shacl/#core-components) and is strict: what it does not know, or not exactly, is suspicious. So
what it lets pass is right, and of what it holds back pySHACL says whether and what is wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH

from kg.vocab import RDF, XSD

Value = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple
Facts = dict[str, list[Value]]
"""What is said of a thing: its values by property."""

Test = Callable[[Facts, Sequence[Value]], bool]
"""Tells whether the value nodes of a thing surely conform. Facts: of the thing."""

_TYPE = ox.NamedNode(RDF + "type")
_NO_CONSTRAINTS = (
    SH.path, SH.message, SH.severity, SH.description, SH.targetClass, SH.targetSubjectsOf, rdflib.RDF.type
)  # fmt: skip
_MONTH = "[0-9]{4}-(0[1-9]|1[0-2])"
_FORMS = {  # what values of a datatype surely look like
    XSD + "string": re.compile(".*", re.DOTALL),
    XSD + "integer": re.compile("[0-9]{1,18}"),
    XSD + "decimal": re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})?"),
    XSD + "date": re.compile(f"{_MONTH}-[0-9]{{2}}"),
    XSD + "gYearMonth": re.compile(_MONTH),
    XSD + "gYear": re.compile("[0-9]{4}"),
    XSD + "dateTime": re.compile(f"{_MONTH}-[0-9]{{2}}T00:00:00Z"),
}
_NUMBERS = (XSD + "integer", XSD + "decimal")


class Sieve:
    """The shapes of a graph, ready to be held against the things of a store. Nothing is changed."""

    def __init__(self, store: ox.Store, shapes: rdflib.Graph) -> None:
        self._store, self._shapes = store, shapes
        self._members: dict[str, frozenset[str]] = {}
        self._of_class: dict[str, list[Test]] = defaultdict(list)
        self._of_subjects: dict[str, list[Test]] = defaultdict(list)
        for shape in {*shapes.subjects(SH.targetClass), *shapes.subjects(SH.targetSubjectsOf)}:
            test = self._node_test(shape, of_focus=True)
            for kind in shapes.objects(shape, SH.targetClass):
                self._of_class[str(kind)].append(test)
            for predicate in shapes.objects(shape, SH.targetSubjectsOf):
                self._of_subjects[str(predicate)].append(test)

    def suspicious(self, iris: Iterable[str]) -> list[str]:
        """Return those of some things that may offend against a shape, in their order."""
        return [iri for iri in iris if not self._conforms(ox.NamedNode(iri))]

    def _conforms(self, thing: ox.NamedNode) -> bool:
        facts = self._facts(thing)
        kinds = [kind.value for kind in facts.get(_TYPE.value, ()) if isinstance(kind, ox.NamedNode)]
        tests = [test for kind in kinds for test in self._of_class.get(kind, ())]
        tests += [test for predicate in facts for test in self._of_subjects.get(predicate, ())]
        return all(test(facts, (thing,)) for test in dict.fromkeys(tests))

    def _facts(self, thing: Value) -> Facts:
        found: Facts = {}
        if not isinstance(thing, ox.Literal):
            for quad in self._store.quads_for_pattern(thing, None, None, ox.DefaultGraph()):
                found.setdefault(quad.predicate.value, []).append(quad.object)
        return found

    def _node_test(self, shape: rdflib.term.Node, *, of_focus: bool) -> Test:
        """The test of a shape's constraints. of_focus: whether the value nodes are the thing whose facts are known."""
        tests = []
        for component, given in self._shapes.predicate_objects(shape):
            if component == SH.property:
                tests.append(self._property_test(given) if of_focus else _never)
            elif component not in _NO_CONSTRAINTS:
                tests.append(self._test(component, given, of_focus))
        return lambda facts, values: all(test(facts, values) for test in tests)

    def _property_test(self, shape: rdflib.term.Node) -> Test:
        paths = self._paths(shape)
        test = self._node_test(shape, of_focus=False)
        if len(paths) == 1:
            (path,) = paths
            return lambda facts, _: test(facts, facts.get(path, ()))
        return lambda facts, _: bool(paths) and test(facts, [value for path in paths for value in facts.get(path, ())])

    def _paths(self, shape: rdflib.term.Node) -> list[str]:
        """The properties whose values a shape looks at; none for a path that is not known here."""
        path = self._shapes.value(shape, SH.path)
        either = None if path is None else self._shapes.value(path, SH.alternativePath)
        found = [path] if either is None else list(Collection(self._shapes, either))
        return [str(one) for one in found] if all(isinstance(one, rdflib.URIRef) for one in found) else []

    def _test(self, component: rdflib.term.Node, given: rdflib.term.Node, of_focus: bool) -> Test:
        """The test of one constraint."""
        match str(component).removeprefix(str(SH)):
            case "minCount":
                least = int(str(given))
                return lambda _, values: len(values) >= least
            case "maxCount":
                most = int(str(given))
                return lambda _, values: len(values) <= most
            case "uniqueLang":
                return lambda _, values: _all_differ([v.language for v in values if isinstance(v, ox.Literal)])
            case "disjoint":
                path = str(given)
                return lambda facts, values: not any(value in facts.get(path, ()) for value in values)
            case "lessThan":
                path = str(given)
                return lambda facts, values: _all_less(values, facts.get(path, ()))
            case "or":
                tests = [self._node_test(m, of_focus=of_focus) for m in Collection(self._shapes, given)]
                return lambda facts, values: all(any(test(facts, (value,)) for test in tests) for value in values)
            case "xone":
                return self._one_class(given)
            case "node":
                return self._node_test(given, of_focus=of_focus)
            case name:
                fits = self._value_test(name, given)
                return lambda _, values: all(fits(value) for value in values)

    def _value_test(self, name: str, given: rdflib.term.Node) -> Callable[[Value], bool]:
        """The test of a constraint that looks at each value alone."""
        match name:
            case "class":
                members = self._members_of(str(given))
                return lambda value: isinstance(value, ox.NamedNode) and value.value in members
            case "datatype":
                return lambda value: _is_of(value, str(given))
            case "nodeKind" if given in (SH.IRI, SH.IRIOrLiteral):
                kinds = ox.NamedNode if given == SH.IRI else (ox.NamedNode, ox.Literal)
                return lambda value: isinstance(value, kinds)
            case "in":
                allowed = {one.n3() for one in Collection(self._shapes, given)}
                return lambda value: str(value) in allowed
            case "minInclusive" | "maxInclusive":
                limit, sign = Decimal(str(given)), 1 if name == "minInclusive" else -1
                return lambda value: (number := _number(value)) is not None and (number - limit) * sign >= 0
            case "minLength":
                return lambda value: isinstance(value, ox.Literal) and len(value.value) >= int(str(given))
            case "pattern":
                pattern = re.compile(str(given))
                return lambda value: isinstance(value, ox.Literal) and pattern.search(value.value) is not None
            case _:
                return lambda _: False

    def _one_class(self, given: rdflib.term.Node) -> Test:
        """Exactly one of several classes: only of these is it known that they are told exactly."""
        sets = []
        for member in Collection(self._shapes, given):
            said = list(self._shapes.predicate_objects(member))
            if len(said) != 1 or said[0][0] != SH["class"]:
                return _never
            sets.append(self._members_of(str(said[0][1])))
        return lambda _, values: all(sum(_iri(value) in one for one in sets) == 1 for value in values)

    def _members_of(self, kind: str) -> frozenset[str]:
        if kind not in self._members:
            quads = self._store.quads_for_pattern(None, _TYPE, ox.NamedNode(kind), ox.DefaultGraph())
            self._members[kind] = frozenset(_iri(quad.subject) for quad in quads)
        return self._members[kind]


def _never(_facts: Facts, _values: Sequence[Value]) -> bool:
    return False


def _iri(value: Value) -> str:
    return value.value if isinstance(value, ox.NamedNode) else ""


def _all_differ(languages: Sequence[str | None]) -> bool:
    told = [language.lower() for language in languages if language]
    return len(told) == len(set(told))


def _all_less(values: Iterable[Value], others: Iterable[Value]) -> bool:
    numbers = [_number(value) for value in values], [_number(other) for other in others]
    return all(a is not None and b is not None and a < b for a in numbers[0] for b in numbers[1])


def _is_of(value: Value, datatype: str) -> bool:
    if not isinstance(value, ox.Literal) or value.datatype.value != datatype:
        return False
    if datatype == RDF + "langString":
        return True
    if datatype not in _FORMS or not _FORMS[datatype].fullmatch(value.value):
        return False
    if datatype in (XSD + "date", XSD + "dateTime"):
        with suppress(ValueError):
            return bool(date.fromisoformat(value.value[:10]))
        return False
    return True


def _number(value: Value) -> Decimal | None:
    if isinstance(value, ox.Literal) and any(_is_of(value, datatype) for datatype in _NUMBERS):
        return Decimal(value.value)
    return None
