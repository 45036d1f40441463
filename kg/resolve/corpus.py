"""All readings together, looked at by their things, and the clusters that the things fall into."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kg.model import Article, Judgement, Reading, Statement, Thing

Node = tuple[str, str]
"""A thing of one reading: (article identifier, thing id)."""

Pair = tuple[Node, Node]

BY_HAND = "kept apart by hand"


class Concept(Protocol):
    """What resolving needs to know of a gazetteer's entry."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def labels(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def acronyms(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def within(self) -> str: ...
    @property
    def part_of(self) -> str: ...
    @property
    def of_state(self) -> str: ...
    @property
    def same_as(self) -> tuple[str, ...]: ...


class Knowledge(Protocol):
    """What resolving needs to know of the world: the gazetteer by key."""

    @property
    def gazetteer(self) -> Mapping[str, Concept]: ...


class Clusters:
    """Disjoint sets of nodes. A set is named by its least node, so that the order of joining leaves no trace.

    What people decided comes before what is worked out: sets with nodes that are apart never become one, through
    whatever chain. Nodes that are tied count as one for this from the start, but only `settle` joins them, so that each
    of them finds its own first.

    joined: (one node, another, why) for every two sets that became one for a reason worth keeping.
    """

    def __init__(
        self,
        nodes: Iterable[Node] = (),
        ties: Sequence[Sequence[Node]] = (),
        apart: Sequence[tuple[Sequence[Node], Sequence[Node]]] = (),
    ) -> None:
        self._root: dict[Node, Node] = {}
        self._members: dict[Node, list[Node]] = {}
        self._unsorted: set[Node] = set()
        self.joined: list[tuple[Node, Node, str]] = []
        for node in nodes:
            self.add(node)
        self._ties = ties
        self._bound: Clusters | None = Clusters(self._root) if ties or apart else None
        self._sides: dict[Node, set[tuple[int, int]]] = defaultdict(set)  # bound set -> sides that it is on
        self._bind(ties, apart)

    def _bind(self, ties: Sequence[Sequence[Node]], apart: Sequence[tuple[Sequence[Node], Sequence[Node]]]) -> None:
        if self._bound is not None:
            for group in ties:
                for node in group:
                    self._bound.join(group[0], node)
            for number, pair in enumerate(apart):
                for side, group in enumerate(pair):
                    for node in group:
                        self._sides[self._bound.find(node)].add((number, side))

    def add(self, node: Node) -> None:
        """Put `node` in a set of its own, unless it is known."""
        if node not in self._root:
            self._root[node] = node
            self._members[node] = [node]

    def find(self, node: Node) -> Node:
        """Return the least node of the set that `node` is in."""
        return self._root[node]

    def may_join(self, a: Node, b: Node) -> bool:
        """Tell whether no decision keeps the sets that `a` and `b` are in apart."""
        if self._bound is None:
            return True
        left, right = (self._sides.get(self._bound.find(node), ()) for node in (a, b))
        return not any((number, 1 - side) in right for number, side in left)

    def join(self, a: Node, b: Node, why: str = "") -> Node:
        """Make one set of the two that `a` and `b` are in, unless they are to stay apart; return its least node.

        why: what shows that they are one; kept in `joined` where it is given.
        """
        low, high = sorted((self._root[a], self._root[b]))
        if low != high:
            if not self.may_join(low, high):
                return self._root[a]
            if why:
                self.joined.append((a, b, why))
            self._follow(low, high)
            small, big = sorted((low, high), key=lambda root: len(self._members[root]))
            moved, kept = self._members.pop(small), self._members.pop(big)
            kept.extend(moved)
            self._members[low] = kept
            self._unsorted.add(low)
            for node in moved if big == low else kept:
                self._root[node] = low
        return low

    def _follow(self, a: Node, b: Node) -> None:
        """Let the sets that are bound together follow a join."""
        if self._bound is not None:
            sides = [self._sides.pop(self._bound.find(node), set()) for node in (a, b)]
            self._sides[self._bound.join(a, b)] = sides[0] | sides[1]

    def settle(self, nodes: Iterable[Node]) -> None:
        """Join those of the tied nodes that are among `nodes`."""
        among = set(nodes) if self._ties else set()
        for group in self._ties:
            tied = [node for node in group if node in among]
            for node in tied[1:]:
                self.join(tied[0], node, "said to be the same by hand")

    def members(self, node: Node) -> list[Node]:
        """Return the nodes of the set that `node` is in, sorted."""
        root = self._root[node]
        if root in self._unsorted:
            self._members[root].sort()
            self._unsorted.discard(root)
        return self._members[root].copy()

    def roots(self) -> list[Node]:
        """Return the least nodes of all sets, sorted."""
        return sorted(self._members)


def best_first(found: Iterable[tuple[float, str, set[Pair]]]) -> list[tuple[Pair, tuple[float, str]]]:
    """Return the pairs that evidence speaks for, each with the first of it, the surest first.

    found: evidence as (score, reason, pairs).
    """
    evidence: dict[Pair, tuple[float, str]] = {}
    for score, reason, pairs in found:
        for pair in pairs:
            evidence.setdefault((min(pair), max(pair)), (score, reason))
    return sorted(evidence.items(), key=lambda e: (-e[1][0], e[0]))


@dataclass(slots=True)
class Corpus:
    """The readings, sorted, with what is asked of them again and again.

    statements: node -> what is said of it. pointing: node -> (who points to it, by which statement).
    links, literals: node -> its statements as (predicate, thing that it points to) and (predicate, literal).
    weight: node -> how often it is mentioned. first: node -> where it is mentioned first (offset).
    family: article -> the least identifier of its family. states: key of a state -> its least node.
    states_of: body -> the keys of its states, kept once they are asked for.
    """

    readings: tuple[Reading, ...]
    texts: Mapping[str, Article]
    knowledge: Knowledge
    by_id: dict[str, Reading] = field(default_factory=dict)
    things: dict[Node, Thing] = field(default_factory=dict)
    statements: dict[Node, list[Statement]] = field(default_factory=dict)
    pointing: dict[Node, list[tuple[Node, Statement]]] = field(default_factory=dict)
    links: dict[Node, list[tuple[str, Node]]] = field(default_factory=dict)
    literals: dict[Node, list[tuple[str, str]]] = field(default_factory=dict)
    weight: Counter[Node] = field(default_factory=Counter)
    first: dict[Node, int] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)
    states: dict[str, Node] = field(default_factory=dict)
    states_of: dict[Node, frozenset[str]] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)

    @classmethod
    def of(cls, readings: Sequence[Reading], texts: Mapping[str, Article], knowledge: Knowledge) -> Corpus:
        """Return the corpus of `readings`; their order does not matter."""
        ordered = tuple(sorted(readings, key=lambda reading: reading.identifier))
        corpus = cls(ordered, texts, knowledge)
        for reading in ordered:
            corpus._add(reading)
        return corpus

    def _add(self, reading: Reading) -> None:
        article = reading.identifier
        self.by_id[article] = reading
        self.family[article] = article
        ids = set()
        for thing in reading.things:
            self.things[article, thing.id] = thing
            if thing.kind == "State" and thing.key:
                self.states.setdefault(thing.key, (article, thing.id))
            ids.add(thing.id)
        for mention in sorted(reading.mentions, key=lambda m: (m.start, m.end)):
            node = (article, mention.thing)
            self.weight[node] += 1
            self.first.setdefault(node, mention.start)
        for statement in reading.statements:
            node = (article, statement.subject)
            self.statements.setdefault(node, []).append(statement)
            if statement.datatype:
                self.literals.setdefault(node, []).append((statement.predicate, statement.object))
            elif statement.object in ids:
                other = (article, statement.object)
                self.links.setdefault(node, []).append((statement.predicate, other))
                self.pointing.setdefault(other, []).append((node, statement))

    def nodes(self, *kinds: str) -> list[Node]:
        """Return the nodes whose thing is of one of these exact kinds, sorted."""
        wanted = set(kinds)
        return sorted(node for node, thing in self.things.items() if thing.kind in wanted)

    def language(self, node: Node) -> str:
        """The language of the article that `node` stands in."""
        return self.by_id[node[0]].language

    def objects(self, node: Node, *predicates: str) -> list[Node]:
        """The things that `node` points to by these predicates, in the order of the statements."""
        return [other for predicate, other in self.links.get(node, ()) if predicate in predicates]

    def values(self, node: Node, predicate: str) -> list[str]:
        """The literals of one predicate of `node`, in the order of the statements."""
        return [text for name, text in self.literals.get(node, ()) if name == predicate]

    def by_family(self, nodes: Iterable[Node]) -> dict[str, list[Node]]:
        """Group nodes by the family of their article."""
        groups: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            groups[self.family[node[0]]].append(node)
        return dict(sorted(groups.items()))

    def judge(self, left: Node, right: Node, verdict: str, score: float, *reasons: str) -> None:
        """Remember a decision on two things ("same", "different", "unsure")."""
        low, high = sorted((left, right))
        self.judgements.append(Judgement(low, high, verdict, round(max(0.0, min(1.0, score)), 3), tuple(reasons)))
