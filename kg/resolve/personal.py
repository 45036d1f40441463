"""What is known of a person so far, and which persons are worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.keys import compare_key, script_of
from kg.resolve.names import SPELT_APART, initials, names_differ, skeletons

_MOST_IN_BLOCK = 120
_MOST_OF_ONE_OUTLINE = 50
_ROUNDING = 0.001

Forms = tuple[tuple[str, str], ...]  # (text, language) of one name: as written, and what may be its base form


@dataclass(slots=True)
class Profile:
    """What the members of one cluster say of a person. names: (text, language).

    weak: nothing but a name is known, and no title says that it is a person's.
    full: the names of more than one word, or all where there are none such; each with the base forms that it may be
    an inflection of. texts: the different texts of these.
    """

    names: set[tuple[str, str]] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    weak: bool = True

    full: tuple[Forms, ...] = ()
    texts: tuple[str, ...] = ()
    scripts: frozenset[str] = frozenset()
    named_in_full: bool = False

    def finish(self) -> None:
        """Work out what follows from the names."""
        several = [name for name in self.names if is_full(name[0])]
        self.named_in_full = bool(several)
        self.full = tuple((name, *_bases(name, self.bases)) for name in sorted(several or self.names))
        self.texts = tuple(sorted({text for forms in self.full for text, _ in forms}))
        self.scripts = frozenset(map(script_of, self.texts)) - {""}


def is_full(name: str) -> bool:
    """Whether a name has more than a surname: several words, or several characters of a script without spaces."""
    words = compare_key(name).split()
    return len(words) > 1 or (len(name) > 1 and name == name.upper() == name.lower() and _ideographic(name))


def _ideographic(name: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in name)


def _bases(name: tuple[str, str], bases: Iterable[str]) -> list[tuple[str, str]]:
    """Those of the possible base forms that are forms of this name."""
    words = name[0].split()
    return [(b, name[1]) for b in sorted(bases) if _same_starts(words, b.split())]


def _same_starts(words: list[str], others: list[str]) -> bool:
    return len(words) == len(others) and all(w[:2] == v[:2] for w, v in zip(words, others, strict=True))


def profile_of(corpus: Corpus, clusters: Clusters, root: Node) -> Profile:
    """Return the profile of the cluster that `root` is in."""
    profile = Profile()
    for node in clusters.members(root):
        thing = corpus.things[node]
        profile.names |= {(name.text, corpus.language(node)) for name in thing.names}
        profile.bases |= set(thing.trait("base"))
        profile.roles |= set(thing.trait("role"))
        profile.states |= set(thing.trait("state"))
        profile.fields |= set(thing.trait("field"))
        profile.articles.add(node[0])
        profile.families.add(corpus.family[node[0]])
        profile.weak = profile.weak and "name" in thing.trait("weak")
    profile.finish()
    return profile


def united(a: Profile, b: Profile) -> Profile:
    """Return the profile of two clusters that have become one."""
    profile = Profile(
        names=a.names | b.names,
        bases=a.bases | b.bases,
        roles=a.roles | b.roles,
        states=a.states | b.states,
        fields=a.fields | b.fields,
        articles=a.articles | b.articles,
        families=a.families | b.families,
        weak=a.weak and b.weak,
    )
    profile.finish()
    return profile


def possible(a: Profile, b: Profile) -> bool:
    """Whether no cheap reason speaks against one person: a common article, or names that differ in one script."""
    if not a.articles.isdisjoint(b.articles):
        return False
    if a.scripts.isdisjoint(b.scripts):
        return True
    return not any(all(names_differ(v, w) for v in x for w in y) for x in a.full for y in b.full)


def candidates(profiles: Mapping[Node, Profile], stories: Mapping[str, set[str]]) -> list[tuple[Node, Node]]:
    """Return the pairs of persons worth comparing, sorted: of one family, of names that sound alike, or of one office
    in one story.

    stories: article -> what it is about.
    """
    roots = sorted(profiles)
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, root in enumerate(roots):
        for key in _keys(profiles[root], stories):
            blocks[key].append(index)
    spelt = [_spelling(profiles[root]) for root in roots]
    seen: set[int] = set()
    for key, block in blocks.items():
        whole = key[0] == "sound" and not key[2]  # the outline of a name whose words may be parted otherwise
        if len(block) <= (_MOST_OF_ONE_OUTLINE if whole else _MOST_IN_BLOCK) or key[0] == "family":
            # Of one office in different stories, names in one script have to share a sound too.
            pairs = _in_two_scripts(block, spelt) if key[0] == "anywhere" else _not_apart(block, spelt)
            seen.update(a * len(roots) + b for a, b in pairs)
    return [(roots[number // len(roots)], roots[number % len(roots)]) for number in sorted(seen)]


def _keys(profile: Profile, stories: Mapping[str, set[str]]) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = {("family", f) for f in profile.families}
    keys |= {("sound", *pair) for text in profile.texts for pair in skeletons(text)}
    keys |= {("anywhere", role, state) for role in profile.roles for state in profile.states}
    told = {story for article in profile.articles for story in stories.get(article, ())}
    return keys | {("office", role, state, s) for role in profile.roles for state in profile.states for s in told}


Spelling = dict[str, tuple[str, frozenset[str]]]  # script -> one name written in it, and the first letters of its words


def _spelling(profile: Profile) -> Spelling:
    """One name of each script; only names whose base form is sure."""
    found: Spelling = {}
    for forms in profile.full:
        script, key = script_of(forms[0][0]), compare_key(forms[0][0])
        if len(forms) == 1 and script:
            found.setdefault(script, (key, initials(forms[0][0])))
    return found


def _in_two_scripts(block: list[int], spelt: list[Spelling]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block that have no script in common."""
    return ((a, b) for a, b in combinations(block, 2) if spelt[a] and spelt[a].keys().isdisjoint(spelt[b]))


def _not_apart(block: list[int], spelt: list[Spelling]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block but for those whose letters in one script tell at a glance that they are two persons.

    That is where too few letters agree and no name can be a part or an inflected form of the other, as the first
    letters of their words show. What passes is looked at more closely by `possible`.
    """
    groups: dict[frozenset[str], list[int]] = defaultdict(list)
    for index in block:
        groups[frozenset(spelt[index])].append(index)
    for left, right in combinations(sorted(groups, key=sorted), 2):
        common = sorted(left & right)
        for a in groups[left]:
            for b in groups[right] if not common else _alike(a, groups[right], spelt, common[0]):
                yield min(a, b), max(a, b)
    for scripts, group in groups.items():
        for at, a in enumerate(group):
            others = group[at + 1 :]
            for b in _alike(a, others, spelt, min(scripts)) if scripts else others:
                yield a, b


def _alike(one: int, others: list[int], spelt: list[Spelling], script: str) -> set[int]:
    key, own = spelt[one][script]
    texts = [spelt[other][script] for other in others]
    keys, least = [text for text, _ in texts], SPELT_APART - _ROUNDING
    near = extract(key, keys, scorer=Levenshtein.normalized_similarity, score_cutoff=least, limit=None)
    found = {others[index] for _, _, index in near}
    found |= {other for other, (_, their) in zip(others, texts, strict=True) if their <= own or own <= their}
    return found
