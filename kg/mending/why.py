"""Why two names mean one thing, or two: the decisions on them, through chains, with the values compared."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg import vocab
from kg.errors import QueryError
from kg.graph.access import one, subject_values, subjects, texts
from kg.graph.names import find_one, label_of, tail
from kg.graph.store import open_graph
from kg.mending.compare import Compared, compared, opinion
from kg.mending.judgements import Form, Pair, read_judgements
from kg.resolve.referring import folded

_SPAN = re.compile(r"(?P<article>.+):\s?(?P<start>\d+)-(?P<end>\d+)")
_MOST = 3  # decisions shown between two things


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two names asked for, as understood: its thing and which of the thing's forms."""

    typed: str
    thing: str
    label: str
    forms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A decision on two forms with the values that were compared."""

    left: Form
    right: Form
    verdict: str
    score: float | None
    reasons: tuple[str, ...]
    values: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What is known of two names. verdict: "same", "different", "unsure".

    steps: for one thing the chain from the one name to the other; for two the decisions on them, the nearest first.
    on_the_spot: the steps are no decisions of the build, which never compared the two. by_hand: what people decided.
    """

    left: Side
    right: Side
    verdict: str
    steps: tuple[Step, ...]
    on_the_spot: bool
    by_hand: tuple[str, ...]


class Reasons:
    """Answers why, for the graph in a folder. Raises GraphError where the folder holds none, or no judgements."""

    def __init__(self, out: str | Path) -> None:
        self.store = open_graph(out)
        self.judgements = read_judgements(out)

    @cached_property
    def works(self) -> Mapping[str, str]:
        """The work of each article, by identifier."""
        identifiers = dict(subject_values(self.store, vocab.DCTERMS + "identifier"))
        works = subject_values(self.store, vocab.iri("translationOf"))
        return {identifiers[article].value: tail(work.value) for article, work in works if article in identifiers}

    def why(self, a: str, b: str) -> Why:
        """Return why two names mean one thing, or two; each as typed, as for `find_one`, or as "ARTICLE: name".

        Raises QueryError where one of them means nothing, or several things.
        """
        left, right = self._side(a), self._side(b)
        by_hand = tuple(self._by_hand({left.thing, right.thing}))
        if left.thing == right.thing:
            return Why(left, right, "same", tuple(map(self.step, self._chain(left, right))), False, by_hand)
        found = self._decisions(left.thing, right.thing)
        if found:
            return Why(left, right, found[0].verdict, tuple(map(self.step, found[:_MOST])), False, by_hand)
        step = self._on_the_spot(left, right)
        return Why(left, right, step.verdict, (step,), True, by_hand)

    def _side(self, typed: str) -> Side:
        forms, every = self.judgements.forms, self.judgements.of_article
        span = _SPAN.fullmatch(typed)
        places: list[int] | None = None
        if span and span["article"] in every:
            at = (int(span["start"]), int(span["end"]))
            places = [place for place in every[span["article"]] if forms[place].at == at]
        for colon in (found.start() for found in re.finditer(": ", typed)) if places is None else ():
            if typed[:colon] in every:
                places = self._with_name(every[typed[:colon]], typed[colon + 2 :])
        if places is None:
            choice = find_one(self.store, typed)
            thing = tail(choice.iri)
            all_forms = self.judgements.of_thing.get(thing, ())
            if not all_forms:
                raise QueryError(f"{typed!r} is {choice.label}, which is nothing that articles are compared by")
            return Side(typed, thing, choice.label, tuple(self._with_name(all_forms, typed) or all_forms))
        things = sorted({forms[place].thing for place in places})
        if len(things) != 1:
            told = (
                f"{len(things)} things are called so: {', '.join(things)}" if things else "nothing is called so there"
            )
            raise QueryError(f"{typed!r}: {told}; kg read ARTICLE shows what an article names")
        return Side(typed, things[0], self._label(things[0]), tuple(places))

    def _with_name(self, places: Iterable[int], name: str) -> list[int]:
        wanted = folded(name)
        return [place for place in places if any(folded(one) == wanted for one in self.judgements.forms[place].names)]

    def _label(self, thing: str) -> str:
        return label_of(self.store, self.iri(thing))

    def iri(self, thing: str) -> str:
        """Return the IRI of a thing from its id."""
        return self._iris[thing]

    @cached_property
    def _iris(self) -> Mapping[str, str]:
        return {tail(subject): subject for subject, _ in subject_values(self.store, vocab.RDFS + "label")}

    def _decisions(self, left: str, right: str) -> list[Pair]:
        """The decisions on two things, the most likely to be one first."""
        wanted = {left, right}
        forms = self.judgements.forms
        found = [p for p in self.judgements.pairs if {forms[p.left].thing, forms[p.right].thing} == wanted]
        return sorted(found, key=lambda pair: (-pair.score, pair))

    def _chain(self, left: Side, right: Side) -> list[Pair]:
        """The decisions that lead from one name to another, as few and as sure as possible."""
        forms = self.judgements.forms
        near: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.judgements.pairs:
            if forms[pair.left].thing == forms[pair.right].thing == left.thing:
                near[pair.left].append(pair)
                near[pair.right].append(pair)
        goal = set(right.forms)
        queue: list[tuple[float, int, tuple[Pair, ...]]] = [(0.0, place, ()) for place in left.forms]
        done = set()
        while queue:
            cost, place, way = heapq.heappop(queue)
            if place in goal:
                return list(way)
            if place in done:
                continue
            done.add(place)
            for pair in near[place]:
                other = pair.right if pair.left == place else pair.left
                heapq.heappush(queue, (cost + 2.0 - pair.score, other, (*way, pair)))
        return []

    def step(self, pair: Pair) -> Step:
        """Return a decision with the values compared."""
        left, right = (self.judgements.forms[place] for place in (pair.left, pair.right))
        values = tuple(compared([left], [right]))
        return Step(left, right, pair.verdict, pair.score, pair.reasons, values)

    def _on_the_spot(self, left: Side, right: Side) -> Step:
        mine, other = ([self.judgements.forms[place] for place in side.forms] for side in (left, right))
        found = opinion(mine, other, self.works)
        values = tuple(compared(mine, other))
        return Step(mine[0], other[0], found.verdict, found.score, found.reasons, values)

    def _by_hand(self, things: set[str]) -> list[str]:
        """What people decided on some things, in words."""
        found = set()
        for thing in sorted(things):
            for decision in subjects(self.store, vocab.iri("corrects"), self.iri(thing)):
                found.add(self._told(decision))
        return sorted(found)

    def _told(self, decision: str) -> str:
        kind = one(self.store, decision, vocab.iri("decision")).value
        told = one(self.store, decision, vocab.iri("told")).value
        when = one(self.store, decision, vocab.PROV + "generatedAtTime").value.removesuffix("T00:00:00Z")
        who = one(
            self.store, one(self.store, decision, vocab.PROV + "wasAttributedTo").value, vocab.FOAF + "name"
        ).value
        why = "".join(f": {text}" for text in texts(self.store, decision, vocab.RDFS + "comment"))
        return f"{kind}: {told} ({who}, {when}{why})"
