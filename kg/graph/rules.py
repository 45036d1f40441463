"""The rules by which facts follow from facts: `ontology/rules.toml`, and what the ontology says of its terms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from kg import axioms, ends, vocab
from kg.errors import KnowledgeError
from kg.nearest import nearest
from kg.paths import ontology_path

FILE = "rules.toml"
Pattern = tuple[str, str, str]  # subject, predicate and object: variables as "?x", terms as "kg:party", rdf:type as "a"
_KEYS = ("label", "explanation", "if", "where", "unless", "then", "from", "until")
_NEEDED = ("label", "explanation", "if", "then")
_TERM = re.compile(r"\?[a-z]\w*|kg:[A-Za-z]\w*|a")
_NAMES = re.compile(r"\bkg:(\w+)")
_SHRINKING = re.compile(r"NOT EXISTS|MINUS|GROUP BY", re.IGNORECASE)
_COMMENT = re.compile(r"(?m)^\s*#.*$")


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows (`conclusion`) from which triples (`premises`), under which conditions in SPARQL.

    name: as `kg:rule` tells it. label: the rule in words. where, unless: SPARQL that must, and must not, hold; "" for
    none. start, end: variables with the dates since and until when the conclusion holds, "" for none.
    """

    name: str
    label: str
    explanation: str
    premises: tuple[Pattern, ...]
    conclusion: Pattern
    where: str = ""
    unless: str = ""
    start: str = ""
    end: str = ""

    @property
    def concludes(self) -> str:
        """The local name of the property, or of the class, that it concludes."""
        return _key(self.conclusion)

    @property
    def rests_on(self) -> frozenset[str]:
        """The local names of the properties and classes from which it concludes."""
        return frozenset({*map(_key, self.premises), *_NAMES.findall(self.where)})

    @property
    def looks_at(self) -> frozenset[str]:
        """The local names in conditions that more facts can make false: these have to be known in full before."""
        shrinking = self.where if _SHRINKING.search(self.where) else ""
        return frozenset(_NAMES.findall(f"{shrinking} {self.unless}"))


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, by name; KnowledgeError where the file is wrong."""
    path = ontology_path(FILE)
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: {error}") from error
    return tuple(sorted((*parse(given, path), *axiom_rules()), key=lambda rule: rule.name))


@cache
def rule_named(name: str) -> Rule | None:
    """Return a rule; None where there is none of this name (any more)."""
    return next((rule for rule in rules() if rule.name == name), None)


def parse(given: Mapping[str, object], path: Path) -> list[Rule]:
    """Return the rules of a file. path: for messages; KnowledgeError names the rule and key that are wrong."""
    return [_rule(name, table, f"{path}: [{name}]") for name, table in given.items()]


def levels(given: Iterable[Rule]) -> list[tuple[Rule, ...]]:
    """Return rules in groups, each to be applied until nothing is new before the next: conditions see whole answers.

    Raises KnowledgeError where a rule's condition rests on what the rule itself concludes.
    """
    every = tuple(given)
    makers: dict[str, set[str]] = {}
    for rule in every:
        makers.setdefault(rule.concludes, set()).add(rule.name)
    below = {rule.name: {name for term in rule.rests_on for name in makers.get(term, ())} for rule in every}
    groups = _components(below)
    number = {name: at for at, group in enumerate(groups) for name in group}
    order: dict[int, set[int]] = {at: set() for at in range(len(groups))}
    for rule in every:
        needed = {name for term in rule.rests_on | rule.looks_at for name in makers.get(term, ())}
        order[number[rule.name]] |= {number[name] for name in needed if number[name] != number[rule.name]}
        if any(number[name] == number[rule.name] for term in rule.looks_at for name in makers.get(term, ())):
            raise _circular(rule.name)
    try:
        sorted_groups = list(TopologicalSorter({at: sorted(order[at]) for at in order}).static_order())
    except CycleError as error:
        raise _circular(" and ".join(sorted({name for at in error.args[1] for name in groups[at]}))) from error
    named = {rule.name: rule for rule in every}
    return [tuple(named[name] for name in sorted(groups[at])) for at in sorted_groups]


def axiom_rules() -> Iterator[Rule]:
    """Yield the rules that the ontology's own statements on classes and properties are."""
    for name in vocab.classes():
        for above in vocab.superclasses(name):
            label = f"{_said(name)} is a kind of {_said(above)}"
            yield _axiom(f"class-{name}-{above}", label, [("?a", "a", f"kg:{name}")], ("?a", "a", f"kg:{above}"))
    for name in sorted(vocab.object_properties()):
        premise = ("?a", f"kg:{name}", "?b")
        for above in vocab.superproperties(name):
            label = f"{_said(name)} is a kind of {_said(above)}"
            yield _axiom(f"property-{name}-{above}", label, [premise], ("?a", f"kg:{above}", "?b"))
        for kinds, variable, end, how in (
            (ends.domain(name), "?a", "domain", "is said only of what is"),
            (ends.value_types(name), "?b", "range", "leads only to what is"),
        ):
            if len(kinds) == 1 and kinds[0] in vocab.classes():
                label = f"{_said(name)} {how} {_said(kinds[0])}"
                yield _axiom(f"{end}-{name}", label, [premise], (variable, "a", f"kg:{kinds[0]}"))
    for name in axioms.transitive():
        premises = [("?a", f"kg:{name}", "?b"), ("?b", f"kg:{name}", "?c")]
        label = f"{_said(name)} goes on from each to the next"
        yield _axiom(f"transitive-{name}", label, premises, ("?a", f"kg:{name}", "?c"), "FILTER (?a != ?c)")


def _said(name: str) -> str:
    return f"\u201c{vocab.label(name)}\u201d"


def _axiom(name: str, label: str, premises: list[Pattern], conclusion: Pattern, where: str = "") -> Rule:
    return Rule(name, label, "The ontology says so (kg.ttl).", tuple(premises), conclusion, where)


def _rule(name: str, table: object, where: str) -> Rule:
    if not isinstance(table, dict):
        raise KnowledgeError(f"{where}: a rule is a table with {', '.join(_NEEDED)}")
    for key, value in table.items():
        if key not in _KEYS:
            raise KnowledgeError(f"{where}: there is no key {key!r}{nearest(key, _KEYS)}")
        if not (bool(value) and isinstance(value, list) if key == "if" else isinstance(value, str)):
            raise KnowledgeError(f"{where}: {key} is {'a list of triples' if key == 'if' else 'a text'}")
    for key in _NEEDED:
        if key not in table:
            raise KnowledgeError(f"{where}: {key} is missing")
    rule = Rule(
        name, table["label"], table["explanation"],
        premises=tuple(_pattern(text, f"{where}: if") for text in table["if"]),
        conclusion=_pattern(table["then"], f"{where}: then"),
        where=_condition(table.get("where", ""), where),
        unless=_condition(table.get("unless", ""), where),
        start=table.get("from", "").removeprefix("?"),
        end=table.get("until", "").removeprefix("?"),
    )  # fmt: skip
    free = {term for term in rule.conclusion if term.startswith("?")}
    if not free <= {term for premise in rule.premises for term in premise}:
        raise KnowledgeError(f"{where}: then: its variables have to stand in if")
    return rule


def _pattern(text: str, where: str) -> Pattern:
    parts = text.split()
    if len(parts) != 3 or not all(map(_TERM.fullmatch, parts)) or parts[1].startswith("?"):
        raise KnowledgeError(f'{where}: {text!r} is no triple; write it as "?treaty kg:party ?who"')
    _check_names(text, where)
    return parts[0], parts[1], parts[2]


def _condition(text: str, where: str) -> str:
    bare = _COMMENT.sub("", text).strip()
    _check_names(bare, where)
    return bare


def _check_names(text: str, where: str) -> None:
    for name in _NAMES.findall(text):
        if not vocab.is_term(name):
            raise KnowledgeError(f"{where}: the vocabulary has no term kg:{name}{vocab.hint(name)}")


def _key(pattern: Pattern) -> str:
    return (pattern[2] if pattern[1] == "a" else pattern[1]).removeprefix("kg:")


def _components(below: Mapping[str, set[str]]) -> list[frozenset[str]]:
    """Return the rules that rest on one another in a circle together, every other one alone."""
    reached = {name: _reached(name, below) for name in below}
    return sorted(
        {frozenset({name, *(other for other in reached[name] if name in reached[other])}) for name in below}, key=sorted
    )


def _reached(name: str, below: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    row = [name]
    while row:
        new = below[row.pop()] - found
        found |= new
        row.extend(new)
    return found


def _circular(names: str) -> KnowledgeError:
    return KnowledgeError(f"{ontology_path(FILE)}: the conditions of {names} rest on what is concluded from them")
