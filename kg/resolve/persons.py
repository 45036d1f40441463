"""Which persons of different articles are one.

Inside a family of articles everybody is named in each of them, so names are assigned one to one, best first, already
from a low likeness; outside it the name has to be near certain, or role and state have to agree. Two persons of one
article never become one, nor do two whose names already differ in one script.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations

from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.keys import compare_key, shared_stem
from kg.resolve.names import contains_name, names_differ, similarity, skeletons

KINDS = ("Person", "Official")
IN_FAMILY = 0.6
ALONE = 0.8
SAME_OFFICE = 0.7
SAME_STORY = 0.62
_SAME_ROLE = 0.12
_OTHER_ROLE = 0.10
_SAME_STATE = 0.05
_OTHER_STATE = 0.20
_REMEMBERED = 0.5
_DOUBT = 0.11
_MOST_IN_BLOCK = 120


Forms = tuple[tuple[str, str], ...]  # (text, language) of one name: as written, and what may be its base form


@dataclass(slots=True)
class _Profile:
    """What the members of one cluster say of a person. names: (text, language).

    full: the names of more than one word, or all where there are none such; each with the base forms that it may be an inflection of.
    weak: nothing but a name is known, and no title says that it is a person's.
    """

    names: set[tuple[str, str]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)

    full: tuple[Forms, ...] = ()
    weak: bool = True


def is_full(name: str) -> bool:
    """Whether a name has more than a surname: several words, or several characters of a script without spaces."""
    words = compare_key(name).split()
    return len(words) > 1 or (len(name) > 1 and name == name.upper() == name.lower() and _ideographic(name))


def _ideographic(name: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in name)


def merge_persons(corpus: Corpus, clusters: Clusters, stories: dict[str, set[str]] | None = None) -> None:
    """Join the persons of `corpus` that are one; every pair really compared leaves a judgement.

    stories: article -> what it is about (keys of treaties, dated events); articles that share a story may join
    officials of one state and role at a lower likeness.
    """
    nodes = [node for node in corpus.nodes(*KINDS) if corpus.things[node].names]
    _within_articles(corpus, clusters, nodes)
    _same_names(corpus, clusters, nodes)
    merger = _Merger(corpus, clusters, stories or {})
    merger.run({clusters.find(node) for node in nodes})
    _bare_surnames(corpus, clusters, nodes)


def _bases(name: tuple[str, str], bases: Iterable[str]) -> list[tuple[str, str]]:
    """Those of the possible base forms that are forms of this name."""
    words = name[0].split()
    return [(b, name[1]) for b in sorted(bases) if len(b.split()) == len(words) and all(w[:2] == v[:2] for w, v in zip(words, b.split(), strict=True))]


def drop_weak(corpus: Corpus, clusters: Clusters) -> None:
    """Take the names from what only looked like a person and met no person whom a title names: nobody answers for it."""
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
                clusters.join(left, right)


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
                clusters.join(first, node)


def _other_person(corpus: Corpus, a: Node, b: Node) -> bool:
    left, right = corpus.things[a], corpus.things[b]
    return all(_apart(set(left.trait(t)), set(right.trait(t))) for t in ("state", "role"))


def _apart(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and not a & b


class _Merger:
    """Best-first joining of clusters of persons."""

    def __init__(self, corpus: Corpus, clusters: Clusters, stories: dict[str, set[str]]) -> None:
        self.corpus, self.clusters, self.stories = corpus, clusters, stories
        self.profiles: dict[Node, _Profile] = {}

    def run(self, roots: set[Node]) -> None:
        for root in sorted(roots):
            self.profiles[root] = self._profile(root)
        scored = [(self._score(a, b), a, b) for a, b in sorted(self._candidates(sorted(roots)))]
        for (score, threshold, reasons), a, b in sorted(scored, key=lambda s: (-s[0][0], s[1], s[2])):
            self._decide(score, threshold, reasons, a, b)

    def _profile(self, root: Node) -> _Profile:
        profile = _Profile()
        for node in self.clusters.members(root):
            thing = self.corpus.things[node]
            profile.names |= {(name.text, self.corpus.language(node)) for name in thing.names}
            profile.roles |= set(thing.trait("role"))
            profile.states |= set(thing.trait("state"))
            profile.fields |= set(thing.trait("field"))
            profile.articles.add(node[0])
            profile.families.add(self.corpus.family[node[0]])
            profile.weak = profile.weak and "name" in thing.trait("weak")
        several = [name for name in profile.names if is_full(name[0])]
        bases = {base for node in self.clusters.members(root) for base in self.corpus.things[node].trait("base")}
        profile.full = tuple((name, *_bases(name, bases)) for name in sorted(several or profile.names))
        return profile

    def _candidates(self, roots: list[Node]) -> set[tuple[Node, Node]]:
        blocks: dict[tuple[str, ...], list[Node]] = defaultdict(list)
        for root in roots:
            profile = self.profiles[root]
            keys: set[tuple[str, ...]] = {("family", f) for f in profile.families}
            keys |= {("sound", *pair) for forms in profile.full for text, _ in forms for pair in skeletons(text)}
            keys |= {("office", role, state) for role in profile.roles for state in profile.states}
            for key in keys:
                blocks[key].append(root)
        pairs: set[tuple[Node, Node]] = set()
        for key, block in sorted(blocks.items()):
            if len(block) <= _MOST_IN_BLOCK or key[0] == "family":
                pairs |= {pair for pair in combinations(block, 2) if self._possible(*pair)}
        return pairs

    def _possible(self, a: Node, b: Node) -> bool:
        """Cheap reasons why two clusters cannot be one: a common article, or names that differ in one script."""
        left, right = self.profiles[a], self.profiles[b]
        if left.articles & right.articles:
            return False
        return not any(all(names_differ(v, w) for v in x for w in y) for x in left.full for y in right.full)

    def _score(self, a: Node, b: Node) -> tuple[float, float, tuple[str, ...]]:
        """Likeness with what role and state add, the threshold it has to reach, the reasons."""
        left, right = self.profiles[a], self.profiles[b]
        likeness = max(similarity(v, w) for x in left.full for y in right.full for v, _ in x for w, _ in y)
        full = all(any(is_full(name) for name, _ in p.names) for p in (left, right))
        score, reasons = likeness, [f"names {likeness:.2f}"]
        for known, other, more, less, word in (
            (left.roles, right.roles, _SAME_ROLE, _OTHER_ROLE, "role"),
            (left.states, right.states, _SAME_STATE, _OTHER_STATE, "state"),
        ):
            if known & other:
                score += more
                reasons.append(f"same {word}")
            elif known and other:
                score -= less
                reasons.append(f"other {word}")
        if left.families & right.families and not (left.weak or right.weak):
            return score, IN_FAMILY, (*reasons, "one work")
        office = bool(left.roles & right.roles and left.states & right.states and not _apart(left.fields, right.fields))
        if office and self._one_story(left, right):
            threshold, reasons = SAME_STORY + _SAME_ROLE + _SAME_STATE, [*reasons, "same story"]
        elif office:
            threshold = SAME_OFFICE + _SAME_ROLE + _SAME_STATE
        else:
            threshold = ALONE if full else 1.1
        return score, threshold, tuple(reasons)

    def _one_story(self, a: _Profile, b: _Profile) -> bool:
        told = [{s for article in p.articles for s in self.stories.get(article, ())} for p in (a, b)]
        return bool(told[0] & told[1])

    def _decide(self, score: float, threshold: float, reasons: tuple[str, ...], a: Node, b: Node) -> None:
        left, right = self.clusters.find(a), self.clusters.find(b)
        if left == right:
            return
        if score < threshold:
            if score >= _REMEMBERED:
                verdict = "unsure" if score >= threshold - _DOUBT else "different"
                self.corpus.judge(a, b, verdict, score, *reasons)
            return
        if not self._possible(left, right):
            self.corpus.judge(a, b, "different", score, *reasons, "one of them has another namesake")
            return
        self.corpus.judge(a, b, "same", score, *reasons)
        root = self.clusters.join(left, right)
        self.profiles[root] = self._profile(root)


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
                    clusters.join(node, owners.pop())
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
                clusters.join(group[0], node)


def _clash(corpus: Corpus, clusters: Clusters, a: Node, b: Node) -> bool:
    left = {node[0] for node in clusters.members(a)}
    right = {node[0] for node in clusters.members(b)}
    return clusters.find(a) != clusters.find(b) and bool(left & right)
