"""Which things of one graph are which of another: the same, under another name, joined or parted.

An IRI is made of a thing's names, so a thing whose name changes gets another IRI. What stays is its members: the
passages that facts about it rest on, each with the fact's predicate and the end at which the thing stands. (A thing
without facts has the articles that mention it, and its names.) A thing is taken for another where at least half of the
members that the one lost are members that the other gained.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import vocab
from kg.changes.side import Side, triples

_HALF = 0.5
_RDF = {name: f"<{vocab.RDF}{name}>" for name in ("subject", "predicate", "object")}
_EVIDENCE = f"<{vocab.KG}evidence>"
_MENTIONS = f"<{vocab.SCHEMA}mentions>"
_NAMES = frozenset(f"<{iri}>" for iri in (vocab.RDFS + "label", vocab.SKOS + "prefLabel", vocab.SKOS + "altLabel"))
_DOCUMENTS = frozenset({"Article", "Work"})

Member = tuple[str, ...]
Members = dict[str, set[Member]]


@dataclass(frozen=True, slots=True)
class Matches:
    """What became of things, all as terms.

    added, withdrawn: with no counterpart. renamed: old IRI, new IRI. merged: into which thing of the new graph, and
    which of the old one. split: which thing of the old graph, and into which of the new one. now: what the things of
    the old graph that were renamed or merged are in the new one.
    """

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    merged: tuple[tuple[str, tuple[str, ...]], ...]
    split: tuple[tuple[str, tuple[str, ...]], ...]
    now: Mapping[str, str]


def match(old: Side, new: Side) -> Matches:
    """Find what became of each thing of `old` in `new`."""
    gone, come = _things(old, new), _things(new, old)
    lost, gained = _moved(old, new)
    received, given = _holders(gained), _holders(lost)
    links = {(thing, best) for thing in gone if (best := _best(thing, lost, received, old, new))}
    links |= {(best, thing) for thing in come if (best := _best(thing, gained, given, new, old))}
    sources, targets = _linked(((b, a) for a, b in links), come), _linked(links, gone)
    renamed = {a: b for a, b in links if len(sources[b]) == len(targets[a]) == 1}
    merged = {b: several for b, several in sources.items() if len(several) > 1}
    split = {a: several for a, several in targets.items() if len(several) > 1}
    joined = {a: b for b, several in merged.items() for a in several if a in gone and a not in split}
    return Matches(
        tuple(sorted(come - {b for _, b in links})),
        tuple(sorted(gone - {a for a, _ in links})),
        tuple(sorted(renamed.items())),
        tuple(sorted(merged.items())),
        tuple(sorted(split.items())),
        renamed | joined,
    )


def _linked(pairs: Iterable[tuple[str, str]], fresh: set[str]) -> dict[str, tuple[str, ...]]:
    """What each first term is linked to, with itself where it is in both graphs (not `fresh`)."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one] |= {other} if one in fresh else {other, one}
    return {one: tuple(sorted(others)) for one, others in found.items()}


def _things(side: Side, other: Side) -> set[str]:
    """The things, documents aside, that the other graph does not have."""
    own = (term for term in side.differing if not term.startswith(f"<{vocab.KG}"))
    found = {term for term in own if side.kind(term) not in ("", *_DOCUMENTS)}
    return {term for term in found if not other.kind(term)}


def _moved(old: Side, new: Side) -> tuple[Members, Members]:
    """The members that each thing lost, and those that it gained."""
    before, after = _members(old), _members(new)
    lost = {thing: members - after.get(thing, set()) for thing, members in before.items()}
    return lost, {thing: members - before.get(thing, set()) for thing, members in after.items()}


def _members(side: Side) -> Members:
    found: defaultdict[str, set[Member]] = defaultdict(set)
    for term in side.differing:
        node = side.nodes[term]
        if _EVIDENCE not in node:
            continue
        (predicate,) = node[_RDF["predicate"]]
        for end in ("subject", "object"):
            thing = node[_RDF[end]][0]
            if thing.startswith("<"):
                found[thing].update((passage, predicate, end) for passage in node[_EVIDENCE])
    for subject, predicate, value in triples(side):
        if predicate == _MENTIONS:
            found[value].add((subject, predicate))
        elif predicate in _NAMES and side.kind(subject) not in ("", *_DOCUMENTS):
            found[subject].add((value,))
    return found


def _holders(members: Members) -> dict[Member, list[str]]:
    """The things that have each member."""
    found: defaultdict[Member, list[str]] = defaultdict(list)
    for thing, several in members.items():
        for member in several:
            found[member].append(thing)
    return found


def _best(thing: str, members: Members, holders: Mapping[Member, list[str]], here: Side, there: Side) -> str:
    """The thing of a like kind on the other side that has most of a thing's members, "" where none has half."""
    mine = members.get(thing, set())
    numbers = Counter(other for member in mine for other in holders.get(member, ()))
    fitting = [other for other in numbers if _alike(here.kind(thing), there.kind(other))]
    best = min(fitting, key=lambda other: (-numbers[other], other), default="")
    return best if best and numbers[best] >= _HALF * len(mine) else ""


def _alike(a: str, b: str) -> bool:
    """Whether two kinds have a class in common: a person may become an official, and no place a person."""
    return bool(_classes(a) & _classes(b))


def _classes(kind: str) -> set[str]:
    return {name for one in kind.split("/") if one for name in (one, *vocab.superclasses(one))}


def _grouped(pairs: Mapping[str, str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs.items():
        found[other].append(one)
    return dict(found)
