"""What follows from a graph by rules: applied again and again until nothing is new, each conclusion with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg import vocab
from kg.errors import KnowledgeError
from kg.graph.rules import Pattern, Rule, levels

Triple = tuple[str, str, str]  # terms of kg.graph.terms


@dataclass(frozen=True, slots=True)
class Derivation:
    """A triple that follows, the rule's name and the triples from which it follows, in the order of the rule.

    start, end: the dates since and until when it holds ("2026-02-18", "2026-02", "2026"), "" where they are not known.
    """

    triple: Triple
    rule: str
    premises: tuple[Triple, ...]
    start: str = ""
    end: str = ""


def derive(store: ox.Store, rules: Iterable[Rule]) -> dict[Triple, Derivation]:
    """Add to a store all that follows from it by rules; return the new triples with their reasons.

    Of several reasons for a triple the one found in the fewest rounds is kept; of those the one with the most premises
    that are stated; then the one whose dates, rule and premises come first. So the result depends on the triples alone.
    Premises were there before what follows from them: reasons never go in a circle.
    Raises KnowledgeError for a rule that cannot be applied.
    """
    found: dict[Triple, Derivation] = {}
    for level in levels(rules):
        fresh: Collection[str] | None = None  # what the last round concluded; None: everything is new
        while fresh is None or fresh:
            new: dict[Triple, Derivation] = {}
            for rule in level:
                if fresh is None or not rule.rests_on.isdisjoint(fresh):
                    for derivation in _apply(store, rule):
                        former = new.get(derivation.triple)
                        if former is None or _order(derivation, found) < _order(former, found):
                            new[derivation.triple] = derivation
            store.extend(map(_quad, new))
            found |= new
            fresh = {rule.concludes for rule in level if any(one.rule == rule.name for one in new.values())}
    return found


def query_of(rule: Rule) -> str:
    """Return the SPARQL that finds what a rule concludes and what is not there yet."""
    variables = sorted({term for pattern in rule.premises for term in pattern if term.startswith("?")})
    dates = [f"?{name}" for name in (rule.start, rule.end) if name]
    premises = " ".join(map(_text, rule.premises))
    unless = f"FILTER NOT EXISTS {{ {rule.unless}\n}}" if rule.unless else ""
    return (
        f"SELECT {' '.join(variables + dates)} WHERE {{ {premises}\n{rule.where}\n"
        f"{unless} FILTER NOT EXISTS {{ {_text(rule.conclusion)} }} }}"
    )


def _apply(store: ox.Store, rule: Rule) -> Iterator[Derivation]:
    try:
        solutions = store.query(query_of(rule), prefixes=dict(vocab.PREFIXES))
    except SyntaxError as error:
        raise KnowledgeError(f"the rule {rule.name} cannot be read as SPARQL: {error}") from error
    assert isinstance(solutions, ox.QuerySolutions)
    for solution in solutions:

        def term(text: str, solution: ox.QuerySolution = solution) -> str:
            return str(solution[text[1:]]) if text.startswith("?") else _constant(text)

        def date(name: str, solution: ox.QuerySolution = solution) -> str:
            value = solution[name] if name else None
            return value.value if isinstance(value, ox.Literal) else ""

        subject, predicate, value = map(term, rule.conclusion)
        if subject.startswith(f"<{vocab.KG}"):
            continue  # what the vocabulary's own terms are stands in the ontology
        premises = tuple((term(s), term(p), term(o)) for s, p, o in rule.premises)
        yield Derivation((subject, predicate, value), rule.name, premises, date(rule.start), date(rule.end))


def _order(derivation: Derivation, found: Collection[Triple]) -> tuple[int, str, str, str, tuple[Triple, ...]]:
    inferred = sum(premise in found for premise in derivation.premises)
    start, end = derivation.start or "~", derivation.end or "~"  # a known date before none
    return inferred, start, end, derivation.rule, derivation.premises


def _quad(triple: Triple) -> ox.Quad:
    subject, predicate, value = (ox.NamedNode(term[1:-1]) for term in triple)
    return ox.Quad(subject, predicate, value)


def _text(pattern: Pattern) -> str:
    return f"{' '.join(pattern)} ."


def _constant(text: str) -> str:
    return f"<{vocab.RDF}type>" if text == "a" else f"<{vocab.iri(text.removeprefix('kg:'))}>"
