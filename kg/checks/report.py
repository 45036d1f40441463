"""What a check has found, as plain data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.graph.explanation import Quote

VIOLATION = "Violation"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a rule objects to.

    rule: its name, `shapes` for what stands in ontology/shapes.ttl. group, severity, message, advice: as the rule has
    them. thing, label: the IRI of what is wrong, and what it is called. path: the IRI of the property, "" for none.
    value, shown: the value as an RDF term in N-Triples, "" for none, and for eyes. other, other_label: a second thing.
    other_value: what it, or the article, has instead, for eyes. quotes: the words that the objectionable facts rest on.
    component: the kind of constraint, as SHACL's reports name it.
    """

    group: str
    rule: str
    severity: str
    message: str
    advice: str
    thing: str
    label: str
    path: str = ""
    value: str = ""
    shown: str = ""
    other: str = ""
    other_label: str = ""
    other_value: str = ""
    quotes: tuple[Quote, ...] = ()
    component: str = "http://www.w3.org/ns/shacl#SPARQLConstraintComponent"

    @property
    def order(self) -> tuple[str, ...]:
        """What reports are sorted by."""
        return (self.group, self.rule, self.message, self.thing, self.path, self.value, self.other, self.other_value)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has found: problems, sorted; checked, unchecked: what was looked at and what was not, in words."""

    problems: tuple[Problem, ...]
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many problems there are of each severity, the gravest first."""
        counted = Counter(problem.severity for problem in self.problems)
        return tuple((severity, counted[severity]) for severity in ("Violation", "Warning", "Info"))

    @property
    def conforms(self) -> bool:
        """Whether there is no violation."""
        return all(problem.severity != VIOLATION for problem in self.problems)
