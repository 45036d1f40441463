"""The rules of `ontology/checks/`: SPARQL that selects what is wrong, with what is wrong in its first comments.

    # What is wrong, on one line
    # Group: dates
    # Severity: Violation
    #
    # What to do about it.

A rule selects ?this, the thing, and may select ?path (a property of it), ?value, ?other (a second thing), ?otherValue,
?claim and ?otherClaim (whose words are shown). It sees, beside the graph, the ontology as the graph ONTOLOGY and, where
they were given, the articles as they are now as the graph ARTICLES.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from kg.errors import KnowledgeError
from kg.paths import ontology_path

ONTOLOGY = "https://w3id.org/treaty-kg/ontology"
ARTICLES = "https://w3id.org/treaty-kg/articles"
SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. name: of its file; message: what is wrong; advice: what to do; severity: one of SEVERITIES."""

    name: str
    message: str
    group: str
    severity: str
    advice: str
    sparql: str


def rules() -> tuple[Rule, ...]:
    """Return all rules, by group and name; KnowledgeError for a file whose head cannot be read."""
    found = [parse(path.read_text("utf-8"), path) for path in ontology_path("checks").glob("*.rq")]
    return tuple(sorted(found, key=lambda one: (one.group, one.name)))


def parse(text: str, path: Path) -> Rule:
    """Return the rule that a file's text holds. path: for its name, and for messages."""
    head = [line[1:].strip() for line in takewhile(lambda line: line.startswith("#"), text.splitlines())]
    keys = dict(line.split(": ", 1) for line in head[1:3] if ": " in line)
    if list(keys) != ["Group", "Severity"] or keys["Severity"] not in SEVERITIES or not any(head[3:]):
        form = f'what is wrong, "Group: NAME", "Severity: {"|".join(SEVERITIES)}", what to do'
        raise KnowledgeError(f"{path}: a rule begins with comments: {form}")
    return Rule(path.stem, head[0], keys["Group"], keys["Severity"], " ".join(filter(None, head[3:])), text)
