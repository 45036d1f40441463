"""What articles tell in common of treaties: the main one of each, its numbers and parties, the others beside it."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.dates import Day, parse, same_day
from kg.resolve.keyed import main_states
from kg.resolve.tables import type_group

ACTS = ("Adoption", "Signing", "Ratification", "EntryIntoForce", "Withdrawal")
_MOST_IN_BLOCK = 150
_ENOUGH_IN_COMMON = 3


def main_treaty(corpus: Corpus, article: str) -> Node | None:
    """Return the treaty that an article names most, of two named equally often the one named first; None without
    one.
    """
    treaties = [(article, t.id) for t in corpus.by_id[article].things if t.kind == "Treaty"]
    return min(treaties, key=lambda node: (-corpus.weight[node], corpus.first.get(node, 0), node), default=None)


def same_company(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    """Treaties with three things in common.

    That is a number told of them, when, where and by whom an act on them is done, a topic, the states of their
    articles.
    """
    told: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
    for node in sorted(nodes):
        for feature in sorted(_features(corpus, node)):
            told[feature].append(node)
    common: dict[tuple[Node, Node], set[str]] = defaultdict(set)
    for (_, slot, _), group in told.items():
        if len(group) <= _MOST_IN_BLOCK:
            for pair in combinations(group, 2):
                common[pair].add(slot)
    return {pair for pair, slots in common.items() if len(slots) >= _ENOUGH_IN_COMMON}


def _features(corpus: Corpus, treaty: Node) -> set[tuple[str, str, str]]:
    """What tells a treaty from others of its type, as (type, what is told, its value)."""
    found = {("topic", topic) for topic in corpus.things[treaty].trait("topic")}
    for event, statement in corpus.pointing.get(treaty, ()):
        if statement.predicate == "treaty" and corpus.things[event].kind in ACTS:
            found |= _act(corpus, event)
    for statement in corpus.statements.get(treaty, ()):
        if statement.datatype == "integer" and len(statement.object) > 1:
            found.add((statement.predicate, statement.object))
    if found and len(states := main_states(corpus, treaty[0])[:2]) > 1:
        found.add(("states", " ".join(sorted(states))))
    kinds = {type_group(kind) for kind in corpus.things[treaty].trait("type")}
    return {(kind, slot, value) for kind in kinds for slot, value in found}


def same_acts(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    """Return the pairs of main treaties that went through one act on one day."""
    mains = {main for article in sorted({n[0] for n in nodes}) if (main := main_treaty(corpus, article))}
    acts: dict[tuple[str, int, int], list[tuple[Node, Day]]] = defaultdict(list)
    for event in corpus.nodes(*ACTS):
        published = corpus.by_id[event[0]].published
        for treaty in corpus.objects(event, "treaty"):
            for text in corpus.values(event, "startDate"):
                day = parse(text, published)
                if treaty in mains and day and day.day:
                    acts[corpus.things[event].kind, day.month, day.day].append((treaty, day))
    found: set[tuple[Node, Node]] = set()
    for _, group in sorted(acts.items()):
        first = group[:_MOST_IN_BLOCK]
        found |= {(a, b) for (a, x), (b, y) in combinations(first, 2) if a[0] != b[0] and same_day(x, y)}
    return found


def same_signers(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> set[tuple[Node, Node]]:
    """Treaties of one type in different articles that the same two persons signed: nobody signs two such a day."""
    signed: dict[tuple[str, Node, Node], list[Node]] = defaultdict(list)
    for treaty in nodes:
        signers = {clusters.find(other) for event in _signings(corpus, treaty) for other in _persons(corpus, event)}
        kinds = sorted({type_group(kind) for kind in corpus.things[treaty].trait("type")})
        for first, second in combinations(sorted(signers), 2):
            for kind in kinds:
                signed[kind, first, second].append(treaty)
    return {(group[0], node) for group in signed.values() for node in group[1:] if node[0] != group[0][0]}


def _signings(corpus: Corpus, treaty: Node) -> list[Node]:
    """The signings of a treaty that its article does not deny."""
    events = (event for event, s in corpus.pointing.get(treaty, ()) if s.predicate == "treaty")
    signings = (event for event in events if corpus.things[event].kind == "Signing")
    return [event for event in signings if "Denied" not in corpus.values(event, "status")]


def _persons(corpus: Corpus, event: Node) -> list[Node]:
    return [n for n in corpus.objects(event, "signedBy") if corpus.things[n].kind in ("Official", "Person")]


def signing_days(corpus: Corpus, treaty: Node) -> set[Day]:
    """Return the days on which a treaty is told to have been signed."""
    return {
        day
        for event, statement in corpus.pointing.get(treaty, ())
        if statement.predicate == "treaty" and corpus.things[event].kind == "Signing"
        if "Happened" in corpus.values(event, "status")
        for text in corpus.values(event, "startDate")
        if (day := parse(text, corpus.by_id[event[0]].published))
    }


def _act(corpus: Corpus, event: Node) -> set[tuple[str, str]]:
    """When, where and by whom an act is done, as far as that is told."""
    kind = corpus.things[event].kind
    days = [parse(text, corpus.by_id[event[0]].published) for text in corpus.values(event, "startDate")]
    found = {(f"{kind} when", f"{day.month}-{day.day}") for day in days if day and day.day}
    found |= {(f"{kind} when", f"{day.year}-{day.month}") for day in days if day and day.year and day.month}
    for slot, predicates in (("where", ("place",)), ("who", ("signedBy", "ratifiedBy", "withdrawnBy"))):
        told = [corpus.things[other] for other in corpus.objects(event, *predicates)]
        keys = {key for thing in told for key in (thing.key, *thing.trait("state"))} - {""}
        found |= {(f"{kind} {slot}", key) for key in keys}
    return found


def same_story(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> set[tuple[Node, Node]]:
    """Treaties beside one main treaty, in articles on the same states: of one type, with one topic or one dated act."""
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        main = main_treaty(corpus, node[0])
        if main is None or main == node:
            continue
        story = " ".join(clusters.find(main))
        kinds = sorted({type_group(kind) for kind in corpus.things[node].trait("type")})
        for kind in kinds:
            for feature in sorted(_marks(corpus, node)):
                for state in main_states(corpus, node[0])[:2]:
                    groups[story, kind, feature, state].append(node)
    found: set[tuple[Node, Node]] = set()
    for _, group in sorted(groups.items()):
        found |= {(a, b) for a, b in combinations(group[:_MOST_IN_BLOCK], 2) if a[0] != b[0]}
    return found


def _marks(corpus: Corpus, treaty: Node) -> set[str]:
    """Topics of a treaty, and its acts with their days."""
    found = {f"topic {topic}" for topic in corpus.things[treaty].trait("topic")}
    for event, statement in corpus.pointing.get(treaty, ()):
        if statement.predicate == "treaty" and corpus.things[event].kind in ACTS:
            days = [parse(text, corpus.by_id[event[0]].published) for text in corpus.values(event, "startDate")]
            found |= {f"{corpus.things[event].kind} {day.month}-{day.day}" for day in days if day and day.day}
    return found
