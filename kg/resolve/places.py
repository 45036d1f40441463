"""Which places that the gazetteer does not have are one, or are one that it has.

A name in common is enough where only one place has it; a name that sounds alike in another language, only between
articles on one treaty.
"""

from __future__ import annotations

from collections import defaultdict

from kg.resolve.corpus import BY_HAND, Clusters, Corpus, Node
from kg.resolve.keys import compare_key
from kg.resolve.names import similarity
from kg.resolve.stories import main_treaty

_ALIKE = 0.83
_MOST_IN_BLOCK = 150
_SHORTEST = 5  # letters of a name that is compared by its sound


def merge_places(corpus: Corpus, clusters: Clusters) -> None:
    """Join the places of `corpus` that are one; decisions leave judgements."""
    nodes = corpus.nodes("Place")
    if all(corpus.things[node].key for node in nodes):
        return
    by_name: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for name in corpus.things[node].names:
            by_name[compare_key(name.text).replace("-", " ")].append(node)
    for _, group in sorted(by_name.items()):
        for node in group:
            _settle(corpus, clusters, node, [n for n in group if n != node], 0.9, "same name")
    stories: dict[Node, list[Node]] = defaultdict(list)
    for node in nodes:
        if (main := main_treaty(corpus, node[0])) is not None:
            stories[clusters.find(main)].append(node)
    for _, group in sorted(stories.items()):
        for node in group if len(group) <= _MOST_IN_BLOCK else ():
            told = [n for n in group if corpus.language(n) != corpus.language(node) and _sounds(corpus, node, n)]
            _settle(corpus, clusters, node, told, _ALIKE, "sounds alike in one story")


def _settle(corpus: Corpus, clusters: Clusters, node: Node, others: list[Node], score: float, why: str) -> None:
    """Join a place without a key to what it can only be: the one known place among the others, else all of them."""
    if corpus.things[node].key:
        return
    fitting = [n for n in others if _fits(corpus, node, n)]
    known = {clusters.find(n) for n in fitting if corpus.things[n].key}
    if len(known) > 1:
        return
    for other in fitting:
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


def _sounds(corpus: Corpus, a: Node, b: Node) -> bool:
    names = [[n.text for n in corpus.things[node].names if len(n.text) >= _SHORTEST] for node in (a, b)]
    return any(similarity(x, y, _ALIKE) >= _ALIKE for x in names[0] for y in names[1])
