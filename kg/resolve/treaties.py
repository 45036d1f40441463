"""Which treaties of different articles are one.

The evidence, best first: a key or a full name in common; the same type with the same topic, parties or body; the main
treaty of articles that are one work; the same act on the same day. What contradicts it stands against all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from itertools import combinations

from kg.resolve.corpus import BY_HAND, Clusters, Corpus, Node, best_first
from kg.resolve.dates import Day, compatible
from kg.resolve.keyed import canonical, main_states
from kg.resolve.keys import compare_key, shared_stem
from kg.resolve.names import similarity
from kg.resolve.stories import main_treaty, same_acts, same_company, same_signers, same_story, signing_days
from kg.resolve.tables import type_group

_MOST_IN_BLOCK = 150
_CALLED_ALIKE = 0.77
_WEAK = 0.8  # evidence that what is told may outweigh
ONLY_ONE = "the only one of its type in translations of the article"
PLACE_OF_SIGNING = "named after the place of its signing"


@dataclass(slots=True)
class _Profile:
    keys: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    between: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)  # articles that say what it is about
    signed: set[Day] = field(default_factory=set)
    counts: set[str] = field(default_factory=set)  # of its articles


def merge_treaties(corpus: Corpus, clusters: Clusters) -> None:
    """Join the treaties of `corpus` that are one; decisions leave judgements."""
    nodes = corpus.nodes("Treaty")
    profiles = _profiles(corpus, clusters, nodes)
    main = (
        (0.95, "same name", _same_names(corpus, nodes)),
        (0.9, "forms of one name", _inflected(corpus, nodes)),
        (0.88, "called by one name", _called(corpus, nodes)),
        (0.85, PLACE_OF_SIGNING, _signed_there(corpus, nodes)),
        (0.8, "same type, topic and parties", _same_traits(corpus, nodes)),
        (0.75, "main treaty of one work", _mains_of_families(corpus, nodes)),
        (0.7, "same act on the same day", same_acts(corpus, nodes)),
        (0.65, "same numbers and parties", same_company(corpus, nodes)),
    )
    _join(corpus, clusters, profiles, main)
    beside = same_story(corpus, clusters, nodes)
    _join(corpus, clusters, profiles, ((0.65, "same type and topic in one story", beside),))
    _join(corpus, clusters, profiles, ((0.65, ONLY_ONE, _only_one(corpus, clusters, nodes)),))


def merge_signed(corpus: Corpus, clusters: Clusters) -> None:
    """Join the treaties of one type that the same two persons signed. Persons have to be resolved before."""
    nodes = corpus.nodes("Treaty")
    found = ((0.75, "signed by the same two persons", same_signers(corpus, clusters, nodes)),)
    _join(corpus, clusters, _profiles(corpus, clusters, nodes), found)


def _profiles(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> dict[Node, _Profile]:
    return {root: _profile(corpus, clusters, root) for root in sorted({clusters.find(node) for node in nodes})}


def _only_one(corpus: Corpus, clusters: Clusters, nodes: list[Node]) -> set[tuple[Node, Node]]:
    """Several treaties of one type in an article of which at least two translations have one alone, the same."""
    found: set[tuple[Node, Node]] = set()
    for group in corpus.by_family(nodes).values():
        kinds: dict[str, dict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
        for node in group:
            for kind in corpus.things[node].trait("type"):
                kinds[type_group(kind)][node[0]].add(clusters.find(node))
        for articles in kinds.values():
            alone = [next(iter(roots)) for roots in articles.values() if len(roots) == 1]
            if len(alone) >= 2 and len(set(alone)) == 1:
                found |= {(alone[0], root) for roots in articles.values() for root in roots if root != alone[0]}
    return found


def _join(
    corpus: Corpus,
    clusters: Clusters,
    profiles: dict[Node, _Profile],
    found: Iterable[tuple[float, str, set[tuple[Node, Node]]]],
) -> None:
    """Join the pairs that evidence speaks for, best first, where nothing contradicts."""
    for (a, b), (score, reason) in best_first(found):
        left, right = clusters.find(a), clusters.find(b)
        if left == right:
            continue
        popular = reason == PLACE_OF_SIGNING and not profiles[left].told & profiles[right].told
        against = contradiction(profiles[left], profiles[right], popular or reason == ONLY_ONE)
        if score <= _WEAK:
            against = against or _told_otherwise(profiles[left], profiles[right])
        against = against or ("" if clusters.may_join(left, right) else BY_HAND)
        corpus.judge(a, b, "different" if against else "same", score, reason, *([against] if against else []))
        if not against:
            united = _united(profiles[left], profiles[right])
            profiles[clusters.join(left, right)] = united


def _profile(corpus: Corpus, clusters: Clusters, root: Node) -> _Profile:
    profile = _Profile()
    for node in clusters.members(root):
        thing = corpus.things[node]
        profile.keys |= {canonical(thing.key)} - {""}
        profile.types |= {type_group(t) for t in thing.trait("type")}
        profile.topics |= set(thing.trait("topic"))
        profile.between |= set(thing.trait("between"))
        profile.bodies |= set(thing.trait("body"))
        profile.years |= set(thing.trait("year"))
        profile.articles.add(node[0])
        if thing.trait("topic"):
            profile.told.add(node[0])
        profile.signed |= signing_days(corpus, node)
        profile.counts |= set(corpus.values(node, "articleCount"))
    return profile


def _united(a: _Profile, b: _Profile) -> _Profile:
    return _Profile(*(getattr(a, part.name) | getattr(b, part.name) for part in fields(_Profile)))


def contradiction(a: _Profile, b: _Profile, within: bool = False) -> str:
    """Return why two treaties cannot be one, "" where nothing speaks against it.

    within: an article may name one treaty in two ways, as the evidence is that one of them is its popular name.
    """
    if a.articles & b.articles and not within:
        return "two treaties of one article"
    named = [{k for k in p.keys if "@" not in k} for p in (a, b)]
    popular = [{k for k in p.keys if "@" in k} for p in (a, b)]
    if _apart(*named):
        return "other known treaty"
    if _apart(*popular):
        return "other popular name"
    if named[0] & named[1] or popular[0] & popular[1]:
        return ""
    if _apart(a.types, b.types):
        return "other type"
    if _apart(a.years, b.years):
        return "other year"
    if _apart(a.topics, b.topics):
        return "other topic"
    if any(len(p.between) > 1 and q.bodies and q.years and not q.between for p, q in ((a, b), (b, a))):
        return "of two states, and of an organization"
    if a.between and b.between and not (a.between <= b.between or b.between <= a.between):
        return "other parties"
    return ""


def _told_otherwise(a: _Profile, b: _Profile) -> str:
    """Return what is told of one and cannot be true of the other; names that are the same outweigh it."""
    if a.signed and b.signed and not any(compatible(x, y) for x in a.signed for y in b.signed):
        return "signed on another day"
    return "other number of articles" if _apart(a.counts, b.counts) else ""


def _apart(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and not a & b


def _pairs(groups: Iterable[list[Node]]) -> set[tuple[Node, Node]]:
    """Pairs of each group's first with the others: joining is transitive, contradictions are checked by cluster."""
    found = set()
    for group in groups:
        found |= {(group[0], node) for node in group[1:] if node[0] != group[0][0]}
        if len(group) <= 12:
            found |= {(a, b) for a, b in combinations(group, 2) if a[0] != b[0]}
    return found


def _same_names(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        for name in corpus.things[node].names:
            key = compare_key(name.text)
            for company in _company(corpus, node, key):
                groups[key, corpus.language(node), company].append(node)
    return _pairs(group for _, group in sorted(groups.items()))


def _company(corpus: Corpus, node: Node, key: str) -> tuple[str, ...]:
    """What has to be equal besides the name: nothing for a telling name, family or states for "extradition treaty"."""
    thing = corpus.things[node]
    telling = len(key.split()) > 2 or len(key) > 24 or thing.key or thing.trait("body") or thing.trait("place")
    if telling:
        return ("",)
    return (corpus.family[node[0]], *main_states(corpus, node[0])[:2])


def _inflected(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    groups: dict[tuple[str, str, int], dict[str, Node]] = defaultdict(dict)
    for node in nodes:
        for name in corpus.things[node].names:
            words = compare_key(name.text).split()
            if len(words) > 1 and _company(corpus, node, " ".join(words)) == ("",):
                start = f"{corpus.language(node)} {words[0][:3]} {words[-1][:3]}"
                groups[start, "", len(words)].setdefault(name.text, node)
    found = set()
    for _, names in sorted(groups.items()):
        if len(names) <= _MOST_IN_BLOCK:
            found |= {
                (a, b)
                for (x, a), (y, b) in combinations(sorted(names.items()), 2)
                if a[0] != b[0] and shared_stem(x, y)
            }
    return found


def _called(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    """Treaties of one type called by names that sound alike in two languages: "Rosario Convention", ロサリオ条約."""
    groups: dict[str, dict[tuple[str, str], Node]] = defaultdict(dict)
    for node in nodes:
        for name in corpus.things[node].trait("called"):
            for kind in corpus.things[node].trait("type"):
                groups[type_group(kind)].setdefault((corpus.language(node), name), node)
    return {
        (min(a, b), max(a, b))
        for _, names in sorted(groups.items())
        if len(names) <= _MOST_IN_BLOCK
        for ((left, x), a), ((right, y), b) in combinations(sorted(names.items()), 2)
        if left != right and a[0] != b[0] and similarity(x, y, _CALLED_ALIKE) >= _CALLED_ALIKE
    }


def _same_traits(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        thing = corpus.things[node]
        between = " ".join(sorted(set(thing.trait("between"))))
        for year in sorted(set(thing.trait("year"))):
            for kind in sorted({type_group(t) for t in thing.trait("type")}):
                for about in sorted({*thing.trait("topic"), *thing.trait("body"), *thing.trait("place")}):
                    groups[kind, year, about].append(node)
        for topic in sorted(set(thing.trait("topic"))):
            for kind in sorted({type_group(t) for t in thing.trait("type")}):
                if len(between.split()) > 1:
                    groups[kind, topic, between].append(node)
                for body in sorted(set(thing.trait("body"))):
                    groups[kind, topic, body].append(node)
    return _pairs(group for _, group in sorted(groups.items()))


def _signed_there(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    """A treaty named after a place, and the only one of its type that is signed there: "Hanoi Convention"."""
    popular: dict[tuple[str, str], list[Node]] = defaultdict(list)
    signed: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for node in nodes:
        kind, _, place = canonical(corpus.things[node].key).removeprefix("treaty/").partition("@")
        if place:
            popular[kind, place].append(node)
    for event in corpus.nodes("Signing"):
        if "Denied" not in corpus.values(event, "status"):
            for treaty in corpus.objects(event, "treaty"):
                thing = corpus.things[treaty]
                for kind in (
                    {type_group(t) for t in thing.trait("type")} if not thing.key and thing.trait("topic") else ()
                ):
                    for where in corpus.objects(event, "place"):
                        signed[kind, corpus.things[where].key].add(treaty)
    found: set[tuple[Node, Node]] = set()
    for key in sorted(popular.keys() & signed.keys()):
        topics = {topic for node in signed[key] for topic in corpus.things[node].trait("topic")}
        if len(topics) == 1:
            found |= {(popular[key][0], node) for node in signed[key]}
    return found


def _mains_of_families(corpus: Corpus, nodes: list[Node]) -> set[tuple[Node, Node]]:
    mains = [main for article in sorted({n[0] for n in nodes}) if (main := main_treaty(corpus, article))]
    return _pairs(corpus.by_family(mains).values())
