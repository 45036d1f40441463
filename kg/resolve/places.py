"""Which places that the gazetteer does not have are one, or are one that it has.

A name in common is enough where only one place of the gazetteer has it. Places that it does not have need a state in
common as well where the name is short. A name that sounds alike in another language is enough only between articles on
one treaty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.resolve.corpus import BY_HAND, Clusters, Corpus, Node
from kg.resolve.keyed import main_states
from kg.resolve.keys import compare_key
from kg.resolve.names import similarity
from kg.resolve.stories import main_treaty

_SAME = 0.9
_ALIKE = 0.83
_MOST_IN_BLOCK = 150
_SHORTEST = 5  # letters of a name that is compared by its sound
_COMMON = 2  # words of a name that another place may well have


def merge_places(corpus: Corpus, clusters: Clusters) -> None:
    """Join the places of `corpus` that are one; decisions leave judgements."""
    nodes = [node for node in corpus.nodes("Place") if corpus.things[node].names]
    if all(corpus.things[node].key for node in nodes):
        return
    by_name: dict[str, list[Node]] = defaultdict(list)
    stories: dict[Node, dict[tuple[str, str], Node]] = defaultdict(dict)
    for node in nodes:
        main = main_treaty(corpus, node[0])
        for name in corpus.things[node].names:
            by_name[compare_key(name.text).replace("-", " ")].append(node)
            if main is not None and len(name.text) >= _SHORTEST:
                stories[clusters.find(main)].setdefault((corpus.language(node), name.text), node)
    for key, group in sorted(by_name.items()):
        _same_name(corpus, clusters, key, group)
    for _, forms in sorted(stories.items()):
        _same_sound(corpus, clusters, forms)


def _same_name(corpus: Corpus, clusters: Clusters, name: str, group: list[Node]) -> None:
    """Join each place of one name to the one known place that it can be, else to the first of its home."""
    known: dict[str, set[Node]] = defaultdict(set)  # state -> known places in it; "" for those of no known state
    for node in group:
        if corpus.things[node].key:
            for state in _states(corpus, node) or {""}:
                known[state].add(node)
    first: dict[str, Node] = {}
    for node in group:
        if not corpus.things[node].key:
            states = _states(corpus, node)
            fitting = [known[state] for state in (*states, "") if state in known] if states else known.values()
            targets = {clusters.find(other) for there in fitting for other in there}
            if not targets:
                others = [first.setdefault(home, node) for home in _homes(corpus, node, name)]
                targets = {clusters.find(other) for other in others if _fits(corpus, node, other)}
            if len(targets) == 1 or not known:
                _join(corpus, clusters, node, sorted(targets), _SAME, "same name")


def _homes(corpus: Corpus, node: Node, name: str) -> tuple[str, ...]:
    """What two unknown places of one name have to share: a state, or nothing where the name is long."""
    states = sorted(_states(corpus, node))
    if len(name.split()) > _COMMON:
        return tuple(states) or ("",)
    return (corpus.family[node[0]], *(states or main_states(corpus, node[0])[:1]))


def _same_sound(corpus: Corpus, clusters: Clusters, forms: dict[tuple[str, str], Node]) -> None:
    """Join the unknown places of one story to what sounds like them in other languages, one known place at most."""
    told = sorted(forms.items())[:_MOST_IN_BLOCK]
    for (language, name), node in told:
        if not corpus.things[node].key:
            alike = [
                other
                for (another, text), other in told
                if another != language and _fits(corpus, node, other) and similarity(name, text, _ALIKE) >= _ALIKE
            ]
            if len({clusters.find(other) for other in alike if corpus.things[other].key}) <= 1:
                _join(corpus, clusters, node, alike, _ALIKE, "sounds alike in one story")


def _join(corpus: Corpus, clusters: Clusters, node: Node, others: Iterable[Node], score: float, why: str) -> None:
    for other in others:
        if clusters.find(other) != clusters.find(node):
            apart = not clusters.may_join(node, other)
            corpus.judge(node, other, "different" if apart else "same", score, why, *([BY_HAND] if apart else []))
            if not apart:
                clusters.join(node, other)


def _fits(corpus: Corpus, a: Node, b: Node) -> bool:
    """Whether two places are not told to be in two states."""
    states = [_states(corpus, node) for node in (a, b)]
    return not (states[0] and states[1]) or bool(states[0] & states[1])


def _states(corpus: Corpus, node: Node) -> set[str]:
    thing = corpus.things[node]
    concept = corpus.knowledge.gazetteer.get(thing.key) if thing.key else None
    return {concept.within} if concept is not None and concept.within else set(thing.trait("state"))
