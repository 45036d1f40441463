"""Which posts are one: the same role at the same body or state; a bare role is its holder's only one of that name."""

from __future__ import annotations

from collections import defaultdict

from kg.resolve.corpus import Clusters, Corpus, Node

HELD = ("holdsPost", "formerlyHeldPost")


def merge_posts(corpus: Corpus, clusters: Clusters) -> None:
    """Join the posts of `corpus`. Persons, organizations and states have to be resolved before.

    A post is its role, where it stands, and to whom it is accredited. Where an article tells only the role, the post
    is the holder's only other post with that role; else it stays the holder's own.
    """
    nodes = corpus.nodes("Post")
    keys = _by_key(corpus, clusters)
    placed: dict[tuple[object, ...], Node] = {}
    bare: list[Node] = []
    for node in nodes:
        where = places(corpus, clusters, node, keys)
        if where:
            signature = (role(corpus, node), where, _roots(corpus, clusters, node, "accreditedTo"))
            clusters.join(placed.setdefault(signature, node), node)
        else:
            bare.append(node)
    _join_bare(corpus, clusters, bare)


def _by_key(corpus: Corpus, clusters: Clusters) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for node, thing in sorted(corpus.things.items()):
        if thing.key and thing.kind != "Post":
            found.setdefault(thing.key, clusters.find(node))
    return found


def role(corpus: Corpus, node: Node) -> str:
    """Return the role of a post: as stated, else as its key "post/<role>@<where>" has it."""
    stated = corpus.values(node, "postRole")
    key = corpus.things[node].key
    return stated[0] if stated else key.removeprefix("post/").partition("@")[0]


def places(corpus: Corpus, clusters: Clusters, node: Node, keys: dict[str, Node]) -> tuple[Node, ...]:
    """Return the clusters in which a post stands: by statement, else by its key, else the state that it is of."""
    stated = _roots(corpus, clusters, node, "postIn")
    if stated:
        return stated
    _, _, where = corpus.things[node].key.partition("@")
    if where in keys:
        return (clusters.find(keys[where]),)
    return _roots(corpus, clusters, node, "ofState")


def _roots(corpus: Corpus, clusters: Clusters, node: Node, predicate: str) -> tuple[Node, ...]:
    return tuple(sorted({clusters.find(other) for other in corpus.objects(node, predicate)}))


def _join_bare(corpus: Corpus, clusters: Clusters, bare: list[Node]) -> None:
    holders: dict[Node, set[Node]] = defaultdict(set)
    held: dict[Node, set[Node]] = defaultdict(set)
    for post in corpus.nodes("Post"):
        for person, statement in corpus.pointing.get(post, ()):
            if statement.predicate in HELD:
                holders[post].add(clusters.find(person))
                held[clusters.find(person)].add(post)
    poor = set(bare)
    own: dict[tuple[str, tuple[Node, ...]], Node] = {}
    for post in bare:
        name = role(corpus, post)
        others = {clusters.find(o) for person in holders[post] for o in held[person] - poor if role(corpus, o) == name}
        if len(others) == 1:
            clusters.join(others.pop(), post)
        else:
            clusters.join(own.setdefault((name, tuple(sorted(holders[post]))), post), post)
