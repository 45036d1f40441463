"""Which persons of different articles are one.

Inside a family of articles everybody is named in each of them, so names are assigned one to one, best first, already
from a low likeness; outside it the name has to be near certain, or role and state have to agree. Two persons of one
article never become one, nor do two whose names already differ in one script.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from kg.resolve.corpus import BY_HAND, Clusters, Corpus, Node
from kg.resolve.keys import compare_key, shared_stem
from kg.resolve.likelihood import DOUBT, apart, weigh
from kg.resolve.names import contains_name
from kg.resolve.personal import Profile, candidates, is_full, possible, profile_of, united
from kg.resolve.remembered import Remembered, content_digest

KINDS = ("Person", "Official")
NAMESAKE = "one of them has another namesake"
_WORTH_A_PROCESS = 4_000  # pairs


def merge_persons(
    corpus: Corpus,
    clusters: Clusters,
    stories: dict[str, set[str]] | None = None,
    jobs: int | None = None,
    remembered: Remembered | None = None,
) -> None:
    """Join the persons of `corpus` that are one; every pair really compared leaves a judgement.

    stories: article -> what it is about (keys of treaties, dated events); articles that share a story may join
    officials of one state and role at a lower likeness. jobs: how many processes; all cores where None. remembered:
    results of former comparisons.
    """
    nodes = [node for node in corpus.nodes(*KINDS) if corpus.things[node].names]
    _within_articles(corpus, clusters, nodes)
    _same_names(corpus, clusters, nodes)
    merger = _Merger(corpus, clusters, stories or {})
    merger.run({clusters.find(node) for node in nodes}, jobs, remembered or Remembered())
    _bare_surnames(corpus, clusters, nodes)


def drop_weak(corpus: Corpus, clusters: Clusters) -> None:
    """Take the names from what only looked like a person and met no person whom a title names."""
    for root in clusters.roots():
        members = clusters.members(root)
        if all("name" in corpus.things[n].trait("weak") and corpus.things[n].kind in KINDS for n in members):
            for node in members:
                corpus.things[node] = replace(corpus.things[node], names=())


def _names(corpus: Corpus, node: Node) -> list[str]:
    return [name.text for name in corpus.things[node].names]


def _within_articles(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> None:
    """Forms of one full name that the reading took for two persons."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node[0]].append(node)
    for group in groups.values():
        for left, right in combinations(group, 2):
            pairs = [(a, b) for a in _names(corpus, left) for b in _names(corpus, right) if is_full(a) and is_full(b)]
            if any(shared_stem(a, b) or contains_name(a, b) or contains_name(b, a) for a, b in pairs):
                clusters.join(left, right, "forms of one full name in one article")


def _same_names(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> None:
    """Equal full names: one person, unless both role and state are known and differ."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for key in sorted({compare_key(text) for text in _names(corpus, node) if is_full(text)}):
            groups[key].append(node)
    for _, group in sorted(groups.items()):
        first = group[0]
        for node in group[1:]:
            if corpus.family[first[0]] == corpus.family[node[0]] or not _other_person(corpus, first, node):
                clusters.join(first, node, "same full name")


def _other_person(corpus: Corpus, a: Node, b: Node) -> bool:
    left, right = corpus.things[a], corpus.things[b]
    return all(apart(set(left.trait(t)), set(right.trait(t))) for t in ("state", "role"))


class _Merger:
    """Best-first joining of clusters of persons."""

    def __init__(self, corpus: Corpus, clusters: Clusters, stories: dict[str, set[str]]) -> None:
        self.corpus, self.clusters, self.stories = corpus, clusters, stories
        self.profiles: dict[Node, Profile] = {}

    def run(self, roots: set[Node], jobs: int | None, remembered: Remembered) -> None:
        self.profiles = {root: profile_of(self.corpus, self.clusters, root) for root in roots}
        pairs = candidates(self.profiles, self.stories)
        scores = remembered.each(self._score, pairs, self._keys(pairs), jobs, _WORTH_A_PROCESS)
        scored = [(*score, *pair) for score, pair in zip(scores, pairs, strict=True) if score]
        for score, threshold, reasons, a, b in sorted(scored, key=lambda s: (-s[0], s[3], s[4])):
            self._decide(score, threshold, reasons, a, b)

    def _score(self, pair: tuple[Node, Node]) -> tuple[float, float, tuple[str, ...]] | None:
        left, right = (self.profiles[root] for root in pair)
        return weigh(left, right, lambda: self._one_story(left, right)) if possible(left, right) else None

    def _keys(self, pairs: list[tuple[Node, Node]]) -> list[bytes]:
        """What the score of each pair depends on: both profiles, and whether articles about them share a story."""
        digests = {root: content_digest(profile) for root, profile in self.profiles.items()}
        told = {root: self._told(profile) for root, profile in self.profiles.items()}
        return [digests[a] + digests[b] + (b"" if told[a].isdisjoint(told[b]) else b"1") for a, b in pairs]

    def _told(self, profile: Profile) -> set[str]:
        """The stories of the articles about a person."""
        return {story for article in profile.articles for story in self.stories.get(article, ())}

    def _one_story(self, a: Profile, b: Profile) -> bool:
        return not self._told(a).isdisjoint(self._told(b))

    def _decide(self, score: float, threshold: float, reasons: tuple[str, ...], a: Node, b: Node) -> None:
        left, right = self.clusters.find(a), self.clusters.find(b)
        if left == right:
            return
        if score < threshold:
            verdict = "unsure" if score >= threshold - DOUBT else "different"
            self.corpus.judge(a, b, verdict, score, *reasons)
            return
        if not self.clusters.may_join(left, right):
            self.corpus.judge(a, b, "different", score, *reasons, BY_HAND)
            return
        if not possible(self.profiles[left], self.profiles[right]):
            self.corpus.judge(a, b, "different", score, *reasons, NAMESAKE)
            return
        self.corpus.judge(a, b, "same", score, *reasons)
        root = self.clusters.join(left, right)
        self.profiles[root] = united(self.profiles[left], self.profiles[right])


def _bare_surnames(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> None:
    """A part of a name joins the one full name that has it: in its own article, else in its family."""
    bare = [n for n in nodes if not any(is_full(text) for text in _names(corpus, n))]
    bare_set = set(bare)
    full = [n for n in nodes if n not in bare_set]
    homes: dict[str, list[Node]] = defaultdict(list)
    for node in full:
        homes[node[0]].append(node)
        homes["family " + corpus.family[node[0]]].append(node)
    for node in bare:
        for home in (node[0], "family " + corpus.family[node[0]]):
            owners = {clusters.find(o) for o in homes.get(home, ()) if _has_part(corpus, o, node)}
            if owners:
                if len(owners) == 1:
                    clusters.join(node, owners.pop(), "part of the only full name that has it")
                break
    _same_bare(corpus, clusters, bare)


def _has_part(corpus: Corpus, owner: Node, node: Node) -> bool:
    names = _names(corpus, node)
    return any(contains_name(whole, part) for whole in _names(corpus, owner) for part in names)


def _same_bare(corpus: Corpus, clusters: Clusters, bare: Iterable[Node]) -> None:
    """Names of one word: one person only with the same role and state, or in one family."""
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in bare:
        thing = corpus.things[node]
        for key in sorted({compare_key(text) for text in _names(corpus, node)}):
            groups[key, "family", corpus.family[node[0]]].append(node)
            for role in thing.trait("role"):
                for state in thing.trait("state"):
                    groups[key, role, state].append(node)
    for _, group in sorted(groups.items()):
        for node in group[1:]:
            if not _clash(corpus, clusters, group[0], node):
                clusters.join(group[0], node, "same short name, same role and state or same work")


def _clash(corpus: Corpus, clusters: Clusters, a: Node, b: Node) -> bool:
    left = {node[0] for node in clusters.members(a)}
    right = {node[0] for node in clusters.members(b)}
    return clusters.find(a) != clusters.find(b) and bool(left & right)
