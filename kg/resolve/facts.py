"""Facts: the triples of all articles put together, with their passages, sources, confidence and conflicts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from kg import vocab
from kg.model import Attribution, Fact, Passage, Statement
from kg.resolve.corpus import Corpus, Node
from kg.resolve.tables import relations

MOST_CERTAIN = 0.99
_VOUCHED = 1.0
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Triple:
    """What a fact says: subject and object are entity ids, or the object a literal of `datatype`."""

    subject: str
    predicate: str
    object: str
    datatype: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """One statement that speaks for a triple. confidence: the statement's, or less where the triple is inferred."""

    node: Node
    statement: Statement
    confidence: float
    qualifier: str = ""


class Ledger:
    """Collects what speaks for each triple; `facts` closes the account."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._entries: dict[Triple, set[Support]] = defaultdict(set)
        self._rivals: dict[Triple, set[Triple]] = defaultdict(set)
        self._passages_of: dict[tuple[str, int, int], Passage] = {}
        self._vouched: dict[Triple, set[Attribution]] = {}
        self._rejected: dict[Triple, bool] = {}  # whether anything ever spoke for it

    def add(self, triple: Triple, node: Node, statement: Statement, confidence: float | None = None) -> None:
        """Note that `statement` of the article of `node` speaks for `triple`. A thing related to itself is no fact."""
        if triple.datatype == "" and triple.subject == triple.object:
            return
        if self._rejected and self.is_rejected(triple):
            return
        sure = statement.confidence if confidence is None else min(confidence, statement.confidence)
        self._entries[triple].add(Support(node, statement, sure, statement.qualifier))

    def vouch(self, triple: Triple, by: Attribution) -> None:
        """Note that a person asserts a triple; it needs no statement."""
        self._entries.setdefault(triple, set())
        self._vouched.setdefault(triple, set()).add(by)

    def reject(self, triple: Triple) -> None:
        """Let nothing speak for a triple from now on, nor for what says the same more exactly."""
        self._rejected[replace(triple, language="")] = False

    def is_rejected(self, triple: Triple) -> bool:
        """Tell whether a triple is rejected; notes that something would have spoken for it."""
        for predicate in (triple.predicate, *vocab.superproperties(triple.predicate)) if self._rejected else ():
            plain = replace(triple, predicate=predicate, language="")
            if plain in self._rejected:
                self._rejected[plain] = True
                return True
        return False

    def was_said(self, triple: Triple) -> bool:
        """Tell whether something would have spoken for a rejected triple."""
        return self._rejected.get(replace(triple, language=""), False)

    def about(self, entities: Container[str]) -> list[Triple]:
        """Return the triples whose subject or object is one of these entities, sorted."""
        found = (t for t in self._entries if t.subject in entities or (t.datatype == "" and t.object in entities))
        return sorted(found, key=_order)

    def rival(self, a: Triple, b: Triple) -> None:
        """Note that two triples cannot hold at the same time."""
        self._rivals[a].add(b)
        self._rivals[b].add(a)

    def triples(self, predicate: str) -> list[Triple]:
        """Return the triples with one predicate, sorted."""
        return sorted((t for t in self._entries if t.predicate == predicate), key=_order)

    def supports(self, triple: Triple) -> list[Support]:
        """Return what speaks for a triple, sorted."""
        found = self._entries.get(triple, ())
        return (
            list(found)
            if len(found) < 2
            else sorted(found, key=lambda s: (s.node, s.statement.start, s.statement.end, s.statement.rule))
        )

    def drop(self, triple: Triple) -> None:
        """Strike a triple out."""
        self._entries.pop(triple, None)
        self._rivals.pop(triple, None)
        self._vouched.pop(triple, None)

    def facts(self) -> tuple[Fact, ...]:
        """Return all facts, sorted."""
        self._mark_conflicts()
        return tuple(self._fact(triple) for triple in sorted(self._entries, key=_order))

    def _fact(self, triple: Triple) -> Fact:
        supports = self.supports(triple)
        by_work: dict[str, float] = {}
        for support in supports:
            work = self.corpus.family[support.node[0]]
            by_work[work] = max(by_work.get(work, 0.0), support.confidence)
        doubt = math.prod(1.0 - by_work[work] for work in sorted(by_work))
        rivals = {(t.predicate, t.object) for t in self._rivals.get(triple, ()) if t in self._entries}
        return Fact(
            subject=triple.subject,
            predicate=triple.predicate,
            object=triple.object,
            datatype=triple.datatype,
            language=triple.language,
            qualifier=_qualifier(supports),
            confidence=_VOUCHED if triple in self._vouched else round(min(MOST_CERTAIN, 1.0 - doubt), 3),
            sources=len(by_work),
            rules=tuple(sorted({support.statement.rule for support in supports})),
            passages=self._passages(supports),
            conflicts=tuple(sorted(rivals)),
            asserted=tuple(sorted(self._vouched.get(triple, ()))),
        )

    def _passages(self, supports: Iterable[Support]) -> tuple[Passage, ...]:
        spans = sorted({(s.node[0], s.statement.start, s.statement.end) for s in supports})
        return tuple(self._passages_of.get(span) or self._passage(span) for span in spans)

    def _passage(self, span: tuple[str, int, int]) -> Passage:
        """A passage, made once: much is told by the same words."""
        article, start, end = span
        texts = self.corpus.texts
        exact = texts[article].text[start:end] if article in texts else ""
        passage = self._passages_of[span] = Passage(article, start, end, exact)
        return passage

    def _mark_conflicts(self) -> None:
        functional = set(relations()["conflicts"]["functional"]) - {"startDate", "endDate"}
        values: dict[tuple[str, str], list[Triple]] = defaultdict(list)
        for triple in self._entries:
            if triple.predicate in functional and triple.datatype == "integer":
                values[triple.subject, triple.predicate].append(triple)
        for (_, predicate), triples in values.items():
            triples.sort(key=_order)
            for i, left in enumerate(triples):
                for right in triples[i + 1 :]:
                    if not self._agree(predicate, left, right):
                        self.rival(left, right)

    def _agree(self, predicate: str, a: Triple, b: Triple) -> bool:
        x, y = _number(a.object), _number(b.object)
        p, q = _qualifier(self.supports(a)), _qualifier(self.supports(b))
        return bound_allows(p, x, y) or bound_allows(q, y, x) or self._grown(predicate, a, b)

    def _grown(self, predicate: str, a: Triple, b: Triple) -> bool:
        """Whether a growing count was told smaller by earlier articles, all dates being known."""
        if predicate not in relations()["conflicts"]["growing"]:
            return False
        small, large = sorted((a, b), key=lambda t: _number(t.object))
        before, after = ([self.corpus.by_id[s.node[0]].published for s in self.supports(t)] for t in (small, large))
        return bool(before and after and all(before) and all(after)) and max(before) < min(after)


def bound_allows(qualifier: str, bound: float, other: float) -> bool:
    """Whether a count that is said to be e.g. "more than" `bound` leaves room for `other`."""
    table = relations()["conflicts"]
    if qualifier in table["lower_bound"]:
        return other >= bound
    if qualifier in table["upper_bound"]:
        return other <= bound
    return qualifier in table["approximate"] and abs(other - bound) <= _ABOUT * max(abs(bound), 1.0)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _qualifier(supports: Iterable[Support]) -> str:
    """The qualifier of a value: none where any statement gives it plainly."""
    return min((support.qualifier for support in supports), default="")


def _support_order(support: Support) -> tuple[Node, int, int, str, str, str]:
    s = support.statement
    return support.node, s.start, s.end, s.rule, s.predicate, s.object


def _order(triple: Triple) -> tuple[str, ...]:
    return (triple.subject, triple.predicate, triple.object, triple.datatype, triple.language)


def drop_former_posts(ledger: Ledger) -> None:
    """Keep one of "holds" and "held" for one person and post: what the later article tells, else what more tell."""
    for first, second in relations()["conflicts"]["exclusive"]:
        for now in ledger.triples(first):
            past = replace(now, predicate=second)
            told = ledger.supports(past)
            if told:
                ledger.drop(past if _weight(ledger, ledger.supports(now)) >= _weight(ledger, told) else now)


def _weight(ledger: Ledger, supports: list[Support]) -> tuple[str, int]:
    dates: Mapping[str, str] = {s.node[0]: ledger.corpus.by_id[s.node[0]].published for s in supports}
    return max(dates.values(), default=""), len(supports)
