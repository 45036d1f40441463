"""Things that share a key are one; a key whose state is open ("ministry/?/foreign-affairs") finds the one it means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.tables import type_group

OPEN = "/?/"
ORGANIZATIONS = (
    "Organization",
    "InternationalOrganization",
    "GovernmentBody",
    "Committee",
    "PoliticalParty",
    "Company",
    "Association",
)


def merge_keyed(corpus: Corpus, clusters: Clusters) -> None:
    """Join all things with one key, but for posts (theirs depend on other things) and open keys."""
    first: dict[str, Node] = {}
    for node, thing in sorted(corpus.things.items()):
        if thing.key and thing.kind != "Post" and "?" not in thing.key:
            clusters.join(first.setdefault(canonical(thing.key), node), node, f"both are {canonical(thing.key)}")
    _join_shortened(corpus, clusters)


def canonical(key: str) -> str:
    """Return the key by which things are one: translators call one instrument a treaty, an agreement, a convention."""
    head, at, place = key.partition("@")
    if not at or not head.startswith("treaty/"):
        return key
    return f"treaty/{type_group(head.removeprefix('treaty/'))}@{place}"


def _join_shortened(corpus: Corpus, clusters: Clusters) -> None:
    """A ministry told by some of its fields is the only one of the state that has them all and more.

    Never where one article names both. Example: "culture" and "culture+sports+tourism".
    """
    ministries: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node, thing in sorted(corpus.things.items()):
        if thing.key.startswith("ministry/") and "?" not in thing.key:
            ministries[state_of_key(thing.key)][thing.key].append(node)
    for keys in ministries.values():
        for key, nodes in sorted(keys.items()):
            larger = [other for other in sorted(keys) if _fields(key) < _fields(other)]
            longest = [o for o in larger if not any(_fields(o) < _fields(x) for x in larger)]
            if len(longest) == 1 and not {n[0] for n in nodes} & {n[0] for n in keys[longest[0]]}:
                clusters.join(nodes[0], keys[longest[0]][0], f"{key} is a short form of {longest[0]}")


def _fields(key: str) -> frozenset[str]:
    return frozenset(key.rsplit("/", 1)[-1].split("+"))


def merge_open(corpus: Corpus, clusters: Clusters) -> None:
    """Join each thing with an open state to the one it means.

    In this order: the only such thing with a state that the state traits allow; the only one in its article, in its
    family; the only one of a state that its article names most; else all with the open key in one family are one.
    """
    nodes = [n for n, thing in sorted(corpus.things.items()) if OPEN in thing.key and thing.kind != "Post"]
    known: dict[str, dict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
    for node, thing in sorted(corpus.things.items()):
        if thing.key and "?" not in thing.key and thing.key.count("/") == 2:
            head, _, tail = thing.key.split("/")
            for place in (state_of_key(thing.key), *_homes(corpus, node)):
                known[f"{head}{OPEN}{tail}"][place].add(clusters.find(node))
    left: dict[tuple[str, str], Node] = {}
    for node in nodes:
        key = corpus.things[node].key
        target = _meant(corpus, clusters, node, known.get(key, {}))
        why = f"the only {key} that the article can mean"
        clusters.join(target or left.setdefault((key, corpus.family[node[0]]), node), node, why)


def _meant(corpus: Corpus, clusters: Clusters, node: Node, known: Mapping[str, set[Node]]) -> Node | None:
    """The one thing that an open key means. known: a state, article or family -> the things with such a key there."""

    def only(*places: str) -> Node | None:
        roots = {clusters.find(other) for place in places for other in known.get(place, ())}
        return roots.pop() if len(roots) == 1 else None

    if states := corpus.things[node].trait("state"):
        return only(*states)
    for home in _homes(corpus, node):
        if home in known:
            return only(home)
    return only(*main_states(corpus, node[0])[:1])


def _homes(corpus: Corpus, node: Node) -> tuple[str, str]:
    return f"article {node[0]}", f"family {corpus.family[node[0]]}"


def state_of_key(key: str) -> str:
    """Return the key of the state in "ministry/VN/foreign-affairs", "parliament/VN"; "" where there is none."""
    parts = key.split("/")
    return f"state/{parts[1]}" if len(parts) > 1 and len(parts[1]) == 2 and parts[1].isupper() else ""


def main_states(corpus: Corpus, article: str) -> list[str]:
    """Return the keys of the states that an article names, the most mentioned first."""
    counts: Counter[str] = Counter()
    for thing in corpus.by_id[article].things:
        if thing.kind == "State" and thing.key:
            counts[thing.key] += corpus.weight[article, thing.id]
    return sorted(counts, key=lambda key: (-counts[key], key))
