"""Which of an article's treaty names are of one treaty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate.phrase import Item, Treaty

_STEM = 5  # letters
_LONG = 6  # characters of a name without spaces that are no other treaty's
LEAD = 2  # number of an article's first sentence, the headline being 0 and a stamp 1
_LETTERS = 4  # of a name that abbreviates another
_SOON = 8  # sentences within which an article names the treaty that its lead describes
_FEW = 3  # words: of more, a name that leaves some out is still the name


@dataclass(slots=True)
class Named:
    """A treaty's mentions by one name. words: keys of the name, characters where it is dense; sure: written as a
    name, in capitals or quotation marks; closed: in a language of compounds, which the noun closes; popular: an
    adjective made of a place opens it.
    """

    words: tuple[str, ...]
    sure: bool = False
    dense: bool = False
    closed: bool = False
    popular: bool = False
    mentions: list[tuple[int, Item, Treaty]] = field(default_factory=list)

    @property
    def first(self) -> Treaty:
        return self.mentions[0][2]

    @property
    def telling(self) -> set[str]:
        """The words without the place that it is called by."""
        return set(self.words[1:] if self.popular else self.words)

    def all(self, attribute: str) -> set[str]:
        """The values that any mention gives for an attribute."""
        return {value for _, _, t in self.mentions for value in getattr(t, attribute)}


def clusters_of(named: list[Named], same_type: Sequence[Sequence[str]]) -> list[list[Named]]:
    """Names that are of one treaty: joined by an alias cue, the one beginning the other, or a popular beside a
    long name.
    """
    parent = list(range(len(named)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    def join(i: int, j: int) -> None:
        a, b = sorted((root(i), root(j)))
        parent[b] = a

    at = {t.start: i for i, n in enumerate(named) for _, _, t in n.mentions}
    for i, entry in enumerate(named):
        for _, _, treaty in entry.mentions:
            if treaty.alias_of in at:
                join(at[treaty.alias_of], i)
    for i, left in enumerate(named):
        for j, right in enumerate(named[:i]):
            if _one(left, right) and not any(
                _titles(named[a], named[b])
                for a in range(len(named))
                if root(a) == root(i)
                for b in range(len(named))
                if root(b) == root(j)
            ):
                join(i, j)
    groups: dict[int, list[Named]] = defaultdict(list)
    for i, entry in enumerate(named):
        groups[root(i)].append(entry)
    clusters = [sorted(g, key=lambda n: n.first.start) for _, g in sorted(groups.items())]
    return _popular(_announced(_described(clusters, same_type), same_type))


def _described(clusters: list[list[Named]], same_type: Sequence[Sequence[str]]) -> list[list[Named]]:
    """What is written small ("a protocol on floating reactors") describes the one titled treaty of its type that
    shares a word with it.
    """
    for cluster in list(clusters):
        if any(n.sure or n.first.key for n in cluster) or not cluster[0].first.type:
            continue
        words = {w for n in cluster for w in n.words[1:]}
        types = {t for row in same_type if cluster[0].first.type in row for t in row} | {cluster[0].first.type}
        alike = [c for c in clusters if c is not cluster and c[0].first.type in types and any(n.sure for n in c)]
        alike = [c for c in alike if _kindred(words, {w for n in c for w in n.words[1:]}) and not _apart(cluster, c)]
        if len(alike) == 1:
            alike[0].extend(cluster)
            clusters.remove(cluster)
    return clusters


def _announced(clusters: list[list[Named]], same_type: Sequence[Sequence[str]]) -> list[list[Named]]:
    """What only the headline or the lead describes in small letters ("a pact on drugs") is the one treaty of its type
    that the article then names.
    """
    for cluster in list(clusters):
        orders = [order for n in cluster for order, _, _ in n.mentions]
        sure = any((n.sure and not (n.popular and max(orders) == 0)) or n.first.key for n in cluster)
        if sure or max(orders) > LEAD or not cluster[0].first.type:
            continue
        types = {t for row in same_type if cluster[0].first.type in row for t in row} | {cluster[0].first.type}
        others = [c for c in clusters if c is not cluster and any(n.sure for n in c)]
        named = [c for c in others if c[0].first.type in types and any(n.first.about for n in c)]
        named = [c for c in named if min(order for n in c for order, _, _ in n.mentions) <= _SOON]
        if len(named) == 1 and not _apart(cluster, named[0]):
            named[0].extend(cluster)
            clusters.remove(cluster)
    return clusters


def _kindred(left: set[str], right: set[str]) -> bool:
    """Whether a word of one begins like a word of the other: "energetyczne", "energii"."""
    return any(a[:_STEM] == b[:_STEM] for a in left for b in right if min(len(a), len(b)) >= _STEM)


def _apart(left: list[Named], right: list[Named]) -> bool:
    """Whether the names speak of different subjects or parties."""
    keys = ("topics", "states", "years", "places")
    told = {key: [{v for n in side for v in n.all(key)} for side in (left, right)] for key in keys}
    if any(a and b and not a & b for key, (a, b) in told.items() if key != "places"):
        return True
    places, states = told["places"], told["states"]
    if places[0] and not places[1] and states[1]:  # "the Hague adoption treaty", "the Indo-Italian agreement"
        return True
    return _marked_otherwise(left, right)


def _marked_otherwise(left: Sequence[Named], right: Sequence[Named]) -> bool:
    """Whether one is told by its organization and year and the other by neither: "the UNESCO convention of 1970" and
    another one on the same subject.
    """
    told = [[any(n.all(mark) for n in side) for side in (left, right)] for mark in ("years", "bodies")]
    return all(one != other for one, other in told) and told[0] == told[1]


def _one(left: Named, right: Named) -> bool:
    """Whether two names say the same treaty by themselves."""
    if left.first.key or right.first.key:
        return left.first.key == right.first.key
    if left.first.type != right.first.type:
        return False
    told = [(left.all(a), right.all(a)) for a in ("states", "years")]
    if any(a and b and not (a <= b or b <= a) for a, b in told):
        return False  # "the tunnel treaty with Estonia" may be that between Finland and Estonia
    short, long = sorted((left.words, right.words), key=len)
    if len(short) > 1 and long[: len(short)] == short:
        return True
    few, many = sorted((left.telling, right.telling), key=len)
    if len(few) > _FEW and few <= many:
        return True
    if left.dense and len(short) >= _LONG and long[-len(short) :] == short:
        return True  # the noun ends the name, so a shorter name is its end
    if left.closed and right.closed and _abbreviates(short, long):
        return True
    if _marked_otherwise([left], [right]):
        return False
    if len(short) > 1 and short[-1] == long[0] != short[0] and set(short[:-1]) <= set(long[1:]):
        return True  # "Inn-Abkommen", "Abkommen über die Wasserkraft am Inn"
    if len(short) == 1 < len(long) and any(len(w) >= _STEM and short[0].startswith(w) for w in long[1:]):
        return True  # "Kustwachtverdrag", "verdrag over de kustwacht"
    topics, others = left.all("topics"), right.all("topics")
    if topics and others:
        return bool(topics & others) and not (
            left.all("places") and right.all("places") and left.all("places") != right.all("places")
        )
    return bool(left.all("places")) and left.all("places") == right.all("places") and not (topics or others)


def _abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the letters of one name stand in the other in their order: 해양협정 of 해양 환경 보호에 관한 협정."""
    left, right = sorted(("".join(short), "".join(long)), key=len)
    letters = iter(right)
    return len(left) >= _LETTERS and left[0] == right[0] and all(letter in letters for letter in left)


def _titles(left: Named, right: Named) -> bool:
    """Whether two titles are each written out, in quotation marks, and are of two treaties on one subject."""
    short, long = sorted((set(left.words), set(right.words)), key=len)
    return (
        left.first.quoted
        and right.first.quoted
        and bool(left.all("topics") & right.all("topics"))
        and not short <= long
    )


def _popular(clusters: list[list[Named]]) -> list[list[Named]]:
    """A treaty called only by a place or organization is the one treaty of its type that has a title, if there is
    but one.
    """
    for cluster in list(clusters):
        kind = cluster[0].first.type
        if (
            not kind
            or any(n.all("topics") or n.first.about or n.all("states") for n in cluster)
            or not any(n.popular or n.all("places") or n.all("bodies") for n in cluster)
        ):
            continue
        titled = [
            c
            for c in clusters
            if c is not cluster and c[0].first.type == kind and any(n.first.about or n.all("topics") for n in c)
        ]
        titled = [c for c in titled if not any(n.popular or n.all("places") for n in c)]
        titled = [c for c in titled if not _marked_otherwise(cluster, c)]
        if len(titled) == 1:
            titled[0].extend(cluster)
            clusters.remove(cluster)
    return clusters
