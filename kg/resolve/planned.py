"""What corrections mean for these articles: who is tied to whom, who is kept apart, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kg.corrections import Correction, group_of
from kg.errors import CorrectionError
from kg.model import Resolution
from kg.resolve.corpus import Corpus, Node
from kg.resolve.referring import References, Unknown

Group = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """A correction with the nodes of each of its things."""

    correction: Correction
    nodes: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The corrections that can be carried out, sorted. left_out: the others, as (where they stand, why)."""

    aims: tuple[Aim, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()

    def of(self, *kinds: str) -> list[Aim]:
        """Return the aims of some kinds of corrections, sorted."""
        return [aim for aim in self.aims if aim.correction.kind in kinds]

    def ties(self) -> list[Group]:
        """Return the nodes that are one."""
        return [tuple(sorted({node for group in aim.nodes for node in group})) for aim in self.of("same")]

    def apart(self) -> list[tuple[Group, Group]]:
        """Return the pairs of groups of nodes that are not one."""
        return [(aim.nodes[0], aim.nodes[1]) for aim in self.of("different")]


def plan(corrections: Iterable[Correction], corpus: Corpus, under: Callable[[Plan], Resolution]) -> Plan:
    """Find what corrections are about. under: gives the resolution of the articles with what a plan says.

    Corrections change ids and names, and who writes one may have looked at the graph that former ones gave: what the
    graph without corrections does not know is looked for in the one with those that are understood, again and again.
    What names an unknown thing even so, or cannot be, is left out with its reason. Raises CorrectionError, with the
    path that shows it, where things are said to be the same and to be different.
    """
    references = References(corpus, lambda: under(Plan()))
    aims: list[Aim] = []
    left_out: list[tuple[str, str]] = []
    waiting: dict[Correction, Unknown] = dict.fromkeys(sorted(set(corrections)), Unknown())
    while waiting:
        now, waiting, former = waiting, {}, tuple(aims)
        for correction in now:
            try:
                aims.append(_checked(Aim(correction, tuple(map(references.nodes, correction.things))), corpus))
            except Unknown as error:
                waiting[correction] = error
            except CorrectionError as error:
                left_out.append(_left_out(correction, error))
        if len(aims) == len(former):
            break
        references.add(partial(under, _checked_plan(aims)))
    left_out += [_left_out(correction, error) for correction, error in waiting.items()]
    return replace(_checked_plan(aims), left_out=tuple(sorted(left_out)))


def _left_out(correction: Correction, error: CorrectionError) -> tuple[str, str]:
    return correction.where, f"{error}; this correction is left out"


def _checked_plan(aims: Iterable[Aim]) -> Plan:
    """Return a plan that does not contradict itself."""
    found = Plan(tuple(sorted(aims, key=lambda aim: aim.correction)))
    _refuse_contradictions(found)
    return found


def _checked(aim: Aim, corpus: Corpus) -> Aim:
    correction = aim.correction
    groups = sorted({group_of(corpus.things[node].kind) for nodes in aim.nodes for node in nodes})
    if correction.kind in ("same", "different") and len(groups) > 1:
        raise CorrectionError(f"a kg:{groups[0]} and a kg:{groups[1]} are never one")
    if correction.kind == "different" and set(aim.nodes[0]) & set(aim.nodes[1]):
        raise CorrectionError("both are one thing already in a single article: give it a reading of its own")
    if correction.kind == "retype":
        to = group_of(correction.value)
        if to != groups[0] and ({to, groups[0]} & {"Event", "Post"} or len(groups) > 1):
            raise CorrectionError(f"a kg:{groups[0]} cannot become a kg:{to}")
    return aim


def _refuse_contradictions(plan: Plan) -> None:
    """Refuse what is the same by some corrections and different by another."""
    same = plan.of("same")
    for aim in plan.of("different"):
        way = _way(aim.nodes[0], aim.nodes[1], same)
        if way:
            steps = "; ".join(
                f"{_listing(step.correction.things)} are the same ({step.correction.where})" for step in way
            )
            raise CorrectionError(
                f"{aim.correction.where}: {_listing(aim.correction.things)} cannot be different, for {steps}: "
                "take one of these corrections out"
            )


def _way(start: Group, goal: Group, same: Sequence[Aim]) -> list[Aim]:
    """The corrections by which nodes are the same, as few as possible; empty where they are not."""
    wanted = set(goal)
    ways: list[tuple[set[Node], list[Aim]]] = [(set(start), [])]
    reached = set(start)
    while ways:
        nodes, way = ways.pop(0)
        for aim in same:
            members = {node for group in aim.nodes for node in group}
            if members & nodes and not members <= reached:
                if members & wanted:
                    return [*way, aim]
                reached |= members
                ways.append((members, [*way, aim]))
    return []


def _listing(things: Iterable[str]) -> str:
    return " and ".join(f"“{thing}”" for thing in things)
