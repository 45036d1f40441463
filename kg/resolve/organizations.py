"""Which organizations without a key are one: by name, acronym, structure, and by their place in translated articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations

from kg.resolve.corpus import BY_HAND, Clusters, Corpus, Node, Pair, best_first
from kg.resolve.keyed import ORGANIZATIONS, main_states, state_of_key
from kg.resolve.keys import compare_key, has_case, shared_stem
from kg.resolve.names import similarity

_PUBLIC = ("GovernmentBody", "Committee")
_MOST_IN_BLOCK = 150
_SOUNDS_ALIKE = 0.85


@dataclass(slots=True)
class _Profile:
    """What a cluster's members tell that may contradict another one's."""

    keys: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


def merge_organizations(corpus: Corpus, clusters: Clusters) -> None:
    """Join the organizations of `corpus` that are one; decisions leave judgements.

    Two organizations with different keys or of different states never become one, nor do two of one article unless
    one of them is the other's acronym or inflected form.
    """
    nodes = [node for node in corpus.nodes(*ORGANIZATIONS) if corpus.things[node].names]
    private = [node for node in nodes if corpus.things[node].kind not in _PUBLIC]
    _join(
        corpus,
        clusters,
        (0.95, "same name", _same_name(corpus, nodes)),
        (0.92, "acronym", _acronyms(corpus, nodes)),
        (0.9, "forms of one name", _forms(corpus, nodes)),
        (0.85, "same head, field and state", _structure(corpus, nodes)),
        (0.8, "name sounds alike", _sound(corpus, private)),
        (0.7, "same place in a translation", _position(corpus, clusters, nodes)),
    )


def _join(corpus: Corpus, clusters: Clusters, *found: tuple[float, str, set[Pair]]) -> None:
    """Join the pairs that evidence (score, reason, pairs) speaks for, best first, where nothing contradicts."""
    profiles: dict[Node, _Profile] = {}
    for (a, b), (score, reason) in best_first(found):
        left, right = clusters.find(a), clusters.find(b)
        if left != right:
            for root in {left, right} - profiles.keys():
                profiles[root] = _profile(corpus, clusters, root)
            against = _contradiction(profiles[left], profiles[right], score)
            against = against or ("" if clusters.may_join(left, right) else BY_HAND)
            corpus.judge(a, b, "different" if against else "same", score, reason, *([against] if against else []))
            if not against:
                profiles[clusters.join(left, right)] = _united(profiles[left], profiles[right])


def _profile(corpus: Corpus, clusters: Clusters, root: Node) -> _Profile:
    profile = _Profile()
    for node in clusters.members(root):
        thing = corpus.things[node]
        profile.keys |= {thing.key} - {""}
        profile.states |= states_of(corpus, node)
        profile.kinds |= {thing.kind} - {"Organization"}
        profile.articles.add(node[0])
    return profile


def _united(a: _Profile, b: _Profile) -> _Profile:
    return _Profile(a.keys | b.keys, a.states | b.states, a.kinds | b.kinds, a.articles | b.articles)


def _contradiction(a: _Profile, b: _Profile, score: float) -> str:
    if a.keys and b.keys and not a.keys & b.keys:
        return "other key"
    if a.states and b.states and not a.states & b.states:
        return "other state"
    public = [profile.kinds & set(_PUBLIC) or profile.kinds for profile in (a, b)]
    if score < 0.95 and public[0] and public[1] and not public[0] & public[1]:
        return "other class"
    if score < 0.9 and not a.articles.isdisjoint(b.articles):
        return "two bodies of one article"
    return ""


def states_of(corpus: Corpus, node: Node) -> frozenset[str]:
    """Return the keys of the states that a body is said to be of: by trait, key or statement."""
    known = corpus.states_of.get(node)
    if known is None:
        thing = corpus.things[node]
        found = {*thing.trait("state"), state_of_key(thing.key)}
        found |= {corpus.things[o].key for o in corpus.objects(node, "ofState")}
        known = corpus.states_of[node] = frozenset(found - {""})
    return known


def _names(corpus: Corpus, node: Node) -> list[str]:
    return [name.text for name in corpus.things[node].names]


def _home(corpus: Corpus, node: Node) -> tuple[str, ...]:
    """What two bodies of one name must share: nothing but for public ones, which every state has by the same names."""
    thing = corpus.things[node]
    if thing.kind not in _PUBLIC or thing.trait("acronym"):
        return ("",)
    states = states_of(corpus, node)
    return (corpus.family[node[0]], *(sorted(states) or main_states(corpus, node[0])[:1]))


def _grouped(nodes: Iterable[Node], keys: Callable[[Node], Iterable[tuple[str, ...]]]) -> Iterator[list[Node]]:
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        for key in sorted(set(keys(node))):
            groups[key].append(node)
    return (group for _, group in sorted(groups.items()))


def _to_first(groups: Iterable[list[Node]]) -> set[Pair]:
    return {(group[0], node) for group in groups for node in group[1:]}


def _same_name(corpus: Corpus, nodes: list[Node]) -> set[Pair]:
    return _to_first(
        _grouped(
            nodes, lambda n: ((compare_key(text), home) for text in _names(corpus, n) for home in _home(corpus, n))
        )
    )


def _acronyms(corpus: Corpus, nodes: list[Node]) -> set[Pair]:
    """A name that is another's acronym: in one family, or in one language where only one body has that acronym."""
    owners = {n: {compare_key(a) for a in corpus.things[n].trait("acronym")} for n in nodes}
    found: set[Pair] = set()
    for scope in (_family_of, _language_of):
        groups = _grouped(nodes, partial(_scoped, corpus, scope, owners))
        for group in groups:
            named = [n for n in group if owners[n]]
            if named:
                found |= {(named[0], node) for node in group if node != named[0]}
    return found


def _family_of(corpus: Corpus, node: Node) -> str:
    return corpus.family[node[0]]


def _language_of(corpus: Corpus, node: Node) -> str:
    return "language " + corpus.language(node)


def _scoped(
    corpus: Corpus, scope: Callable[[Corpus, Node], str], owners: dict[Node, set[str]], node: Node
) -> Iterable[tuple[str, str]]:
    """Yield each acronym that may stand for a node, beside the scope in which it has to be the only one."""
    return ((scope(corpus, node), acronym) for acronym in owners[node] | _short(corpus, node))


def _short(corpus: Corpus, node: Node) -> set[str]:
    return {
        compare_key(t) for t in _names(corpus, node) if len(t) <= 8 and len(t.split()) == 1 and t[1:] != t[1:].lower()
    }


def _forms(corpus: Corpus, nodes: list[Node]) -> set[Pair]:
    def keys(node: Node) -> Iterator[tuple[str, ...]]:
        for text in _names(corpus, node):
            words = compare_key(text).split()
            if has_case(text) and len("".join(words)) > 5:
                for home in _home(corpus, node):
                    yield corpus.language(node), home, str(len(words)), *(word[:2] for word in words)

    found: set[Pair] = set()
    for group in _grouped(nodes, keys):
        for a, b in combinations(group[:_MOST_IN_BLOCK], 2):
            if any(shared_stem(x, y) for x in _names(corpus, a) for y in _names(corpus, b)):
                found.add((a, b))
    return found


def _structure(corpus: Corpus, nodes: list[Node]) -> set[Pair]:
    def keys(node: Node) -> Iterator[tuple[str, ...]]:
        thing = corpus.things[node]
        fields, heads = "+".join(sorted(thing.trait("field"))), thing.trait("head")
        for owner in thing.trait("whose") if heads else ():
            yield heads[0], fields, owner
        about = fields or "+".join(sorted(thing.trait("topic")))
        if about and heads:
            for state in sorted(states_of(corpus, node)) or [corpus.family[node[0]]]:
                yield heads[0], about, state

    return _to_first(_grouped(nodes, keys))


def _sound(corpus: Corpus, private: list[Node]) -> set[Pair]:
    """Proper names of private bodies in other languages or scripts, only between articles of one family."""
    found: set[Pair] = set()
    for group in corpus.by_family(private).values():
        for a, b in combinations(group[:_MOST_IN_BLOCK], 2):
            if corpus.language(a) != corpus.language(b) and any(
                similarity(x, y) >= _SOUNDS_ALIKE for x in _names(corpus, a) for y in _names(corpus, b)
            ):
                found.add((a, b))
    return found


def _position(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> set[Pair]:
    """Bodies without a key that stand alone of their class in the same paragraph of two translations of one work."""

    def keys(node: Node) -> Iterator[tuple[str, ...]]:
        if corpus.things[node].key:
            return
        paragraphs = [z for z in corpus.by_id[node[0]].zones if z.kind in ("paragraph", "caption", "headline")]
        start = corpus.first.get(node, -1)
        for number, zone in enumerate(paragraphs):
            if zone.start <= start < zone.end:
                yield corpus.family[node[0]], corpus.things[node].kind, str(len(paragraphs)), str(number)

    found: set[Pair] = set()
    for group in _grouped(nodes, keys):
        alone = [n for n in group if sum(other[0] == n[0] for other in group) == 1]
        found |= {
            (a, b) for a, b in combinations(alone[:_MOST_IN_BLOCK], 2) if corpus.language(a) != corpus.language(b)
        }
    return found
