"""Which posts are one: the same role at the same body or state; a vaguer telling is its holder's only post like it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg import vocab
from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.keyed import ORGANIZATIONS
from kg.resolve.organizations import states_of

_SEATS = (*ORGANIZATIONS, "State", "Place")
HELD = ("holdsPost", "formerlyHeldPost")


def merge_posts(corpus: Corpus, clusters: Clusters) -> None:
    """Join the posts of `corpus`. Persons, organizations and states have to be resolved before.

    A post is its role, where it stands, and to whom it is accredited. One that is told with its state only, or with no
    place at all, is the holder's only post with that role at a body of that state, or sent by it.
    """
    meant = _correct_assumed(corpus, clusters)
    seats = Seats(corpus, clusters)
    placed: dict[tuple[object, ...], Node] = {}
    vague: list[Node] = []
    for node in corpus.nodes("Post"):
        if node in meant:
            continue
        if seats.receivers(node) or any(corpus.things[place].kind in ORGANIZATIONS for place in seats.of(node)):
            clusters.join(placed.setdefault(seats.signature(node), node), node, "same role in the same place")
        else:
            vague.append(node)
    _join_vague(corpus, clusters, seats, vague)
    for node, other in meant.items():
        clusters.join(other, node, "the holder's post, of which another article tells whose it is")


def _correct_assumed(corpus: Corpus, clusters: Clusters) -> dict[Node, Node]:
    """Take its state from a post that only was assumed to be of the article's, where others tell its holder another.

    "Environment minister X" in an Indian paper is India's, unless another article says that X is Tunisia's; where
    articles of two states assume each its own, nobody knows. Returns the posts that such posts are, where they are
    told of with one state.
    """
    meant: dict[Node, Node] = {}
    held: dict[Node, set[Node]] = defaultdict(set)
    for post in corpus.nodes("Post"):
        for person, statement in corpus.pointing.get(post, ()):
            if statement.predicate in HELD:
                held[clusters.find(person)].add(post)
    for posts in held.values():
        assumed = {post for post in posts if "state" in corpus.things[post].trait("assumed")}
        told = {state for post in posts - assumed for state in corpus.things[post].trait("state")}
        guesses = {state for post in assumed for state in corpus.things[post].trait("state")}
        for post in sorted(assumed) if told or len(guesses) > 1 else ():
            if told.isdisjoint(corpus.things[post].trait("state")):
                _forget_state(corpus, post)
                others = sorted(o for o in posts - assumed if role(corpus, o) == role(corpus, post))
                if len(told) == 1 and others:
                    meant[post] = others[0]
    return meant


def _forget_state(corpus: Corpus, post: Node) -> None:
    thing = corpus.things[post]
    kept = tuple(pair for pair in thing.traits if pair[0] not in ("state", "ministry", "assumed"))
    corpus.things[post] = replace(thing, key="", traits=kept)
    corpus.statements[post] = [s for s in corpus.statements[post] if s.predicate not in ("ofState", "postIn")]
    corpus.links[post] = [link for link in corpus.links.get(post, ()) if link[0] not in ("ofState", "postIn")]


class Seats:
    """Where posts stand. keys: key -> cluster of a thing that articles name."""

    def __init__(self, corpus: Corpus, clusters: Clusters) -> None:
        self.corpus, self.clusters = corpus, clusters
        self.keys: dict[str, Node] = {}
        for node, thing in sorted(corpus.things.items()):
            if thing.key and thing.kind != "Post" and thing.names:
                self.keys.setdefault(thing.key, node)

    def of(self, node: Node) -> tuple[Node, ...]:
        """Return the clusters in which a post stands: the body of its key if one is named, else as stated."""
        thing = self.corpus.things[node]
        where = thing.key.partition("@")[2].partition(">")[0]
        for key in (where, *thing.trait("ministry")):
            if key in self.keys and not key.startswith("state/"):
                return (self.clusters.find(self.keys[key]),)
        stated = tuple(place for place in self._roots(node, "postIn") if self.corpus.things[place].kind in _SEATS)
        if stated:
            return stated
        return (self.clusters.find(self.keys[where]),) if where in self.keys else self._roots(node, "ofState")

    def signature(self, node: Node) -> tuple[object, ...]:
        """Return what tells a post from others. At a state, ministers of different fields have different posts."""
        where = self.of(node)
        body = any(self.corpus.things[place].kind in ORGANIZATIONS for place in where)
        fields = () if body else tuple(sorted(set(self.corpus.things[node].trait("field"))))
        return role(self.corpus, node), where, self.receivers(node), fields

    def receivers(self, node: Node) -> tuple[Node, ...]:
        """Return the clusters to which an ambassador or envoy is sent."""
        return self._roots(node, "accreditedTo")

    def _roots(self, node: Node, predicate: str) -> tuple[Node, ...]:
        return tuple(sorted({self.clusters.find(other) for other in self.corpus.objects(node, predicate)}))


def role(corpus: Corpus, node: Node) -> str:
    """Return the role of a post: as stated, else as its key "post/<role>@<where>" has it."""
    stated = corpus.values(node, "postRole")
    return stated[0] if stated else corpus.things[node].key.removeprefix("post/").partition("@")[0]


def _join_vague(corpus: Corpus, clusters: Clusters, seats: Seats, vague: list[Node]) -> None:
    holders: dict[Node, set[Node]] = defaultdict(set)
    held: dict[Node, set[Node]] = defaultdict(set)
    for post in corpus.nodes("Post"):
        for person, statement in corpus.pointing.get(post, ()):
            if statement.predicate in HELD:
                holders[post].add(clusters.find(person))
                held[clusters.find(person)].add(post)
    poor = set(vague)
    own: dict[tuple[object, ...], Node] = {}
    for post in vague:
        others = {clusters.find(o) for p in holders[post] for o in held[p] - poor if _is_like(corpus, seats, o, post)}
        if len(others) == 1:
            clusters.join(others.pop(), post, "the holder's only post like it")
        else:
            signature = seats.signature(post)
            nowhere = () if signature[1] else tuple(sorted(holders[post]))
            clusters.join(own.setdefault((*signature, nowhere), post), post, "same role and state")


def _is_like(corpus: Corpus, seats: Seats, other: Node, post: Node) -> bool:
    """Whether `other` is what `post` tells more vaguely: the role or a special case of it, at a body of that state."""
    name, special = role(corpus, post), role(corpus, other)
    roles = vocab.concepts("Role")
    if name != special and not (special in roles and name in vocab.broader(special)):
        return False
    states = {corpus.things[place].key for place in seats.of(post)}
    bodies = {s for place in seats.of(other) for n in seats.clusters.members(place) for s in states_of(corpus, n)}
    bodies |= {corpus.things[place].key for place in seats.of(other) if corpus.things[place].kind == "State"}
    return not (states and bodies) or bool(states & bodies)
