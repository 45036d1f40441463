"""Which events of different sentences and articles are one.

Acts on a treaty (signing, ratification, ...) are told apart by treaty, agent and date; gatherings by date and company.
`relations.toml` says which class goes by what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kg.parallel import spread
from kg.resolve.corpus import BY_HAND, Clusters, Corpus, Node, Pair
from kg.resolve.profiles import Profile, best_day, dates_fit, days_of, event_kinds, exact_day, profile_of, united
from kg.resolve.stories import main_treaty

_MOST_IN_BLOCK = 150
_SAME_GATHERING = 0.6
_WORTH_A_PROCESS = 20_000  # pairs


def merge_events(corpus: Corpus, clusters: Clusters, jobs: int | None = None) -> None:
    """Join the events of `corpus` that are one. Persons, treaties and places have to be resolved before.

    jobs: how many processes; all cores where None.
    """
    _Events(corpus, clusters).run(jobs)


class _Events:
    def __init__(self, corpus: Corpus, clusters: Clusters) -> None:
        self.corpus, self.clusters = corpus, clusters
        self.profiles: dict[Node, Profile] = {}
        self.stories = {
            article: clusters.find(main) for article in corpus.by_id if (main := main_treaty(corpus, article))
        }

    def run(self, jobs: int | None) -> None:
        nodes = self.corpus.nodes(*event_kinds())
        for node in nodes:
            self.profiles[node] = profile_of(self.corpus, self.clusters, node)
        self._collapse(nodes)
        roots = sorted({self.clusters.find(node) for node in nodes})
        pairs = sorted(self._candidates(roots))
        scores = spread(lambda pair: self._score(*pair), pairs, jobs, _WORTH_A_PROCESS)
        scored = [(score, *pair) for score, pair in zip(scores, pairs, strict=True) if score > 0]
        for score, a, b in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
            left, right = self.clusters.find(a), self.clusters.find(b)
            if left == right:
                continue
            again = score if (left, right) in ((a, b), (b, a)) else self._score(left, right)
            if again > 0:
                self._join(left, right, again, *self._common(left, right))
        self._undated(nodes)

    def _undated(self, nodes: list[Node]) -> None:
        """Signings of a treaty that nobody dates belong to the one dated signing, where all articles tell of but
        one.
        """
        told: dict[Node, tuple[set[Node], set[Node]]] = defaultdict(lambda: (set(), set()))
        for node in nodes:
            root = self.clusters.find(node)
            p = self.profiles[root]
            if event_kinds()[p.kind].get("ceremony") and not p.denied and p.happened:
                for treaty in p.treaties:
                    told[treaty][p.start is None].add(root)
        for _, (dated, undated) in sorted(told.items()):
            if len(dated) == 1:
                for root in sorted(undated):
                    self._join(self.clusters.find(root), self.clusters.find(min(dated)), 0.7, "the only dated signing")

    def _join(self, a: Node, b: Node, score: float, *reasons: str) -> None:
        if self.clusters.find(a) == self.clusters.find(b):
            return
        if not self.clusters.may_join(a, b):
            self.corpus.judge(a, b, "different", score, *reasons, BY_HAND)
            return
        self.corpus.judge(a, b, "same", score, *reasons)
        self.profiles[self.clusters.join(a, b)] = united((self.profiles[a], self.profiles[b]))

    def _common(self, a: Node, b: Node) -> list[str]:
        """What two events share, in words."""
        left, right = self.profiles[a], self.profiles[b]
        shared = {
            "same treaty": left.treaties & right.treaties,
            "same day": exact_day(left, right),
            "same place": left.places & right.places,
            "same company": left.company & right.company,
            "same word": left.nouns & right.nouns,
            "same work": left.families & right.families,
        }
        return [what for what, there in shared.items() if there]

    def _collapse(self, nodes: list[Node]) -> None:
        """Acts of which all is equal: joined at once, so that a much reported one costs no comparisons."""
        groups: dict[tuple[object, ...], list[Node]] = defaultdict(list)
        for node in nodes:
            p = self.profiles[node]
            if "treaty" in event_kinds()[p.kind].get("once", ()) and p.treaties:
                treaties, agents = tuple(sorted(p.treaties)), tuple(sorted(p.agents))
                groups[p.kind, treaties, agents, str(p.start), str(p.end), p.denied].append(node)
        for group in groups.values():
            for node in group[1:]:
                self.clusters.join(group[0], node, "same treaty, doers and dates")
            for root in sorted({self.clusters.find(node) for node in group}) if len(group) > 1 else ():
                together = [self.profiles[node] for node in group if self.clusters.find(node) == root]
                self.profiles[root] = united(together)

    def _candidates(self, roots: list[Node]) -> set[Pair]:
        blocks: dict[tuple[object, ...], list[Node]] = defaultdict(list)
        for root in roots:
            for key in self._keys(self.profiles[root]):
                blocks[key].append(root)
        found: set[Pair] = set()
        for block in blocks.values():
            found.update(combinations(block, 2) if len(block) <= _MOST_IN_BLOCK else self._with_first(block))
        return found

    def _with_first(self, block: list[Node]) -> Iterator[Pair]:
        """Yield the pairs of a big block of an event and the first ones that it may be one with.

        What hundreds of articles tell is a few events, so each is compared with those few and not with every other.
        """
        first: list[Node] = []
        for root in block:
            alike = [other for other in first if self._score(other, root) > 0]
            yield from ((other, root) for other in alike)
            if not alike and len(first) < _MOST_IN_BLOCK:
                first.append(root)

    def _keys(self, p: Profile) -> set[tuple[object, ...]]:
        keys: set[tuple[object, ...]] = {(p.kind, "family", f) for f in p.families}
        if "treaty" in event_kinds()[p.kind].get("once", ()):
            keys |= {(p.kind, "treaty", t) for t in p.treaties}
        when = (p.start.month, p.start.day) if p.start and p.start.day else None
        keys |= {(p.kind, "agent", a, when) for a in p.agents}
        keys |= {(p.kind, "day", when, place) for place in p.places if when}
        keys |= {(p.kind, story, other) for story in self._told_in(p) for other in (*p.agents, *p.places)}
        return keys

    def _score(self, a: Node, b: Node) -> float:
        """How surely two events are one; 0 where they are not."""
        left, right = self.profiles[a], self.profiles[b]
        once = event_kinds()[left.kind].get("once", ())
        return self._act(left, right) if "treaty" in once else self._gathering(left, right)

    def _act(self, a: Profile, b: Profile) -> float:
        """Acts on a treaty."""
        rule = event_kinds()[a.kind]
        if a.treaties and b.treaties and not a.treaties & b.treaties:
            return 0.0
        if not (a.treaties and b.treaties) and not (
            exact_day(a, b) and (a.families & b.families or a.agents & b.agents)
        ):
            return 0.0
        if not dates_fit(a, b):
            return 0.6 if rule.get("single") and not (a.denied or b.denied) else 0.0
        if "agent" in rule["once"]:
            return self._by_agent(a, b)
        if a.denied != b.denied and (a.agents ^ b.agents or not (a.start or b.start)):
            return 0.0
        if not (a.start and b.start) and not self._undated_fits(a, b):
            return 0.0
        return 0.9 if exact_day(a, b) else 0.8 if a.start and b.start else 0.7

    def _by_agent(self, a: Profile, b: Profile) -> float:
        if a.agents and b.agents:
            return 0.9 if a.agents & b.agents and a.denied == b.denied else 0.0
        return 0.7 if exact_day(a, b) and a.denied == b.denied else 0.0

    def _undated_fits(self, a: Profile, b: Profile) -> bool:
        """An act without a date is another's if it names nobody, or somebody of the other."""
        undated = [p for p in (a, b) if not p.start]
        if a.agents & b.agents:
            return True
        return any(not p.agents for p in undated)

    def _gathering(self, a: Profile, b: Profile) -> float:
        """Meetings, visits, decisions: by date and company."""
        if not a.articles.isdisjoint(b.articles) or not dates_fit(a, b) or a.denied != b.denied:
            return 0.0
        rule = event_kinds()[a.kind]
        if "agent" in rule.get("once", ()) and (a.agents or b.agents) and a.agents.isdisjoint(b.agents):
            return 0.0
        common, least = len(a.company & b.company), min(len(a.company), len(b.company))
        one_work = not a.families.isdisjoint(b.families)
        one_story = one_work or (bool(common or not least) and bool(self._told_in(a) & self._told_in(b)))
        score = 0.5 * common / least if least else 0.2 * one_work
        score += 0.2 * bool(a.places & b.places) - 0.3 * self._elsewhere(a, b)
        score += 0.2 * bool(a.nouns & b.nouns) - 0.2 * bool(a.nouns and b.nouns and not a.nouns & b.nouns)
        score += 0.2 * (one_work and bool(a.nouns & b.nouns)) + 0.3 * bool(a.counts & b.counts)
        score += 0.25 * exact_day(a, b) - 0.15 * (not (a.start and b.start))
        score += 0.1 * bool(a.treaties & b.treaties) + 0.15 * one_story
        score += 0.3 * (one_story and self._there_then(a, b)) + 0.1 * (one_story and common > 1)
        if min(len(a.agents), len(b.agents)) >= 2 and common < 2:
            score -= 0.3
        return score if score >= _SAME_GATHERING else 0.0

    def _told_in(self, p: Profile) -> set[Node]:
        """The main treaties of the articles that tell of an event: what their story is."""
        return {self.stories[article] for article in p.articles if article in self.stories}

    def _there_then(self, a: Profile, b: Profile) -> bool:
        """Whether both are in one place in one month; one year will do for what is to come."""
        if not (a.places & b.places and a.start and b.start) or (a.start.day and b.start.day):
            return False
        return bool(a.start.month and b.start.month) or not (a.happened or b.happened)

    def _elsewhere(self, a: Profile, b: Profile) -> bool:
        """Whether both name a city, and not the same one."""
        cities = [{n for n in p.places if self.corpus.things[n].kind == "Place"} for p in (a, b)]
        return bool(cities[0] and cities[1] and not cities[0] & cities[1])


def told_stories(corpus: Corpus, clusters: Clusters) -> dict[str, set[str]]:
    """Return what each article is about: its treaties and what happened on which day."""
    stories: dict[str, set[str]] = defaultdict(set)
    for node in corpus.nodes("Treaty"):
        stories[node[0]].add("treaty " + " ".join(clusters.find(node)))
    for node in corpus.nodes(*event_kinds()):
        start = best_day(days_of(corpus, node, "startDate", corpus.by_id[node[0]].published))
        if start and start.day:
            day = f"{start.month}-{start.day}"
            for place in corpus.objects(node, "place"):
                stories[node[0]].add(f"{corpus.things[node].kind} {day} {' '.join(clusters.find(place))}")
    return dict(stories)
