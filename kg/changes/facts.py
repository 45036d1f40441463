"""Which facts of one graph are not in another, and which weigh otherwise there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import vocab
from kg.changes.side import Side, Triple, by_slot, text_of

_RDF = {name: f"<{vocab.RDF}{name}>" for name in ("subject", "predicate", "object")}
_CONFIDENCE, _SOURCES, _EVIDENCE = (f"<{vocab.KG}{name}>" for name in ("confidence", "independentSources", "evidence"))


@dataclass(frozen=True, slots=True)
class Weight:
    """How sure a fact is, how many independent sources say it, and the passages (terms) that it rests on."""

    confidence: float = 0.0
    sources: int = 0
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactChange:
    """What became of a fact; terms are those of the new graph where a thing has another name there.

    before: the fact's object in the old graph, "" where it is new. after: that in the new graph, "" where it is gone;
    both where the one took the place of the other, or where only the weight changed. old, new: its weights.
    """

    subject: str
    predicate: str
    before: str
    after: str
    old: Weight
    new: Weight


def fact_changes(old: Side, new: Side, now: Mapping[str, str]) -> list[FactChange]:
    """The facts that are not alike, sorted. now: what things of the old graph are in the new one."""
    before = _most_exact({_renamed(triple, now): weight for triple, weight in _facts(old).items()})
    after = _most_exact(_facts(new))
    gone, come = by_slot(before.keys() - after.keys()), by_slot(after.keys() - before.keys())
    stayed = by_slot(before.keys() & after.keys())
    found = []
    for slot in gone.keys() | come.keys():
        lost, gained = gone.get(slot, set()), come.get(slot, set())
        if len(lost) == len(gained) == 1 and slot not in stayed:
            (was,), (is_now,) = lost, gained
            found.append(FactChange(*slot, was, is_now, before[*slot, was], after[*slot, is_now]))
            continue
        found += [FactChange(*slot, value, "", before[*slot, value], Weight()) for value in lost]
        found += [FactChange(*slot, "", value, Weight(), after[*slot, value]) for value in gained]
    for triple in before.keys() & after.keys():
        was_so, is_so = before[triple], after[triple]
        if was_so != is_so and was_so.passages and is_so.passages:
            found.append(FactChange(*triple[:2], triple[2], triple[2], was_so, is_so))
    return sorted(found, key=lambda change: (change.subject, change.predicate, change.before, change.after))


def _facts(side: Side) -> dict[Triple, Weight]:
    """The facts of the subjects and claims that differ, each with its weight where its claim is among them."""
    claimed = {f"<{vocab.KG}{name}>" for name in vocab.claimed()}
    found: dict[Triple, Weight] = {}
    for subject in side.differing:
        node = side.nodes[subject]
        if _EVIDENCE in node:
            triple = (node[_RDF["subject"]][0], node[_RDF["predicate"]][0], node[_RDF["object"]][0])
            found[triple] = _weight(node)
            continue
        for predicate, values in node.items():
            if predicate in claimed:
                for value in values:
                    found.setdefault((subject, predicate, value), Weight())
    return found


def _weight(node: Mapping[str, list[str]]) -> Weight:
    confidence, sources = (text_of(node[predicate][0]) for predicate in (_CONFIDENCE, _SOURCES))
    return Weight(float(confidence), int(sources), tuple(sorted(node[_EVIDENCE])))


def _renamed(triple: Triple, now: Mapping[str, str]) -> Triple:
    subject, predicate, value = triple
    return now.get(subject, subject), predicate, now.get(value, value)


def _most_exact(facts: Mapping[Triple, Weight]) -> dict[Triple, Weight]:
    """Without facts that another one implies: who chairs an event takes part in it."""
    return {triple: weight for triple, weight in facts.items() if not any(fact in facts for fact in _finer(triple))}


def _finer(triple: Triple) -> Iterator[Triple]:
    subject, predicate, value = triple
    for name in _subproperties().get(predicate[1:-1].removeprefix(vocab.KG), ()):
        yield subject, f"<{vocab.KG}{name}>", value


@cache
def _subproperties() -> dict[str, tuple[str, ...]]:
    return {name: tuple(p for p in vocab.properties() if name in vocab.superproperties(p)) for name in vocab.claimed()}
