"""Treaties of an article as things: long, short and popular names of one treaty are one thing, a bare noun is the treaty last spoken of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate.annotation import Sentence
from kg.annotate.items import Item
from kg.annotate.phrase import Treaty
from kg.extract.agreement import agree
from kg.extract.context import Context
from kg.extract.registry import Draft

_STEM = 5  # letters


@dataclass(slots=True)
class _Named:
    """A treaty's mentions by one name. words: keys of the name; sure: written as a name, in capitals or quotation marks."""

    words: tuple[str, ...]
    sure: bool = False
    mentions: list[tuple[int, Item, Treaty]] = field(default_factory=list)

    @property
    def first(self) -> Treaty:
        return self.mentions[0][2]

    def all(self, attribute: str) -> set[str]:
        """The values that any mention gives for an attribute."""
        return {value for _, _, t in self.mentions for value in getattr(t, attribute)}


def name_treaties(context: Context) -> None:
    """Register the treaties of the article and say for every treaty noun which one it stands for."""
    named = _named(context)
    _trim(context, named)
    clusters = _clusters(named, context.annotation.knowledge.shared.same_type)
    drafts = [_register(context, cluster, number) for number, cluster in enumerate(clusters)]
    main = max(range(len(clusters)), key=lambda i: (_weight(clusters[i]), -i), default=None)
    if main is not None:
        context.main_treaty = drafts[main].id
    _bare_mentions(context, clusters, drafts, main)


def _weight(cluster: Sequence[_Named]) -> float:
    """How much an article speaks of a treaty: its mentions, those of a headline more."""
    return sum(1 + (2 if order == 0 else 0) for named in cluster for order, _, _ in named.mentions)


def _named(context: Context) -> list[_Named]:
    found: dict[tuple[str, ...], _Named] = {}
    _doubt(context)
    for order, sentence in enumerate(context.annotation.sentences):
        for item in sentence.items:
            treaty = item.phrase
            if isinstance(treaty, Treaty) and not treaty.bare:
                words = (treaty.key,) if treaty.key else _words(context, treaty)
                entry = found.setdefault(words, _Named(words))
                entry.mentions.append((order, item, treaty))
                entry.sure = entry.sure or treaty.quoted or context.annotation.tokens[treaty.name[0]].capital
    return list(found.values())


def _doubt(context: Context) -> None:
    """Where no capitals show a name, words behind the noun are its name only with something that a title has, or when they recur."""
    if context.annotation.knowledge.lexicon.language.writing.case:
        return
    treaties = [i.phrase for s in context.annotation.sentences for i in s.items if isinstance(i.phrase, Treaty)]
    starts = Counter(
        words[:size] for t in treaties for words in [_words(context, t)] for size in range(2, len(words) + 1)
    )
    for treaty in treaties:
        recurring = [
            size for size in range(2, len(_words(context, treaty)) + 1) if starts[_words(context, treaty)[:size]] > 1
        ]
        if recurring and not treaty.quoted:
            _shorten(context, treaty, max(recurring))
    times = Counter(_words(context, t) for t in treaties)
    for treaty in treaties:
        shown = (
            treaty.key
            or treaty.quoted
            or treaty.acronym
            or treaty.topics
            or treaty.states
            or treaty.places
            or treaty.bodies
            or treaty.about
        )
        if not shown and times[_words(context, treaty)] < 2:
            treaty.bare = True


def _shorten(context: Context, treaty: Treaty, words: int) -> None:
    """Cut a name to its first so many content words: what recurs is the name, the rest was the sentence."""
    while treaty.name[1] - treaty.name[0] > 1 and len(_words(context, treaty)) > words:
        treaty.name = (treaty.name[0], treaty.name[1] - 1)


def _words(context: Context, treaty: Treaty) -> tuple[str, ...]:
    small = context.annotation.knowledge.lexicon.stop_words
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    tokens = context.annotation.tokens[treaty.name[0] : treaty.name[1]]
    return tuple(t.keys[0] for t in tokens if t.kind == "w" and plain(t.text) not in small and t.text[0] not in "'’")


def _trim(context: Context, named: list[_Named]) -> None:
    """Cut a name whose end is unsure back to a sure name that it begins with, or to the part that recurs."""
    sure = [n for n in named if any(t.hard for _, _, t in n.mentions)]
    for entry in named:
        if entry in sure:
            continue
        shorter = [s for s in sure if len(s.words) > 1 and entry.words[: len(s.words)] == s.words]
        if shorter:
            entry.words = max(shorter, key=lambda s: len(s.words)).words
    merged: dict[tuple[str, ...], _Named] = {}
    for entry in named:
        if entry.words in merged:
            merged[entry.words].mentions.extend(entry.mentions)
        else:
            merged[entry.words] = entry
    named[:] = list(merged.values())


def _clusters(named: list[_Named], same_type: Sequence[Sequence[str]]) -> list[list[_Named]]:
    """Names that are of one treaty: joined by an alias cue, the one beginning the other, or a popular beside a long name."""
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
            if _one(left, right):
                join(i, j)
    groups: dict[int, list[_Named]] = defaultdict(list)
    for i, entry in enumerate(named):
        groups[root(i)].append(entry)
    return _popular(_described([sorted(g, key=lambda n: n.first.start) for _, g in sorted(groups.items())], same_type))


def _described(clusters: list[list[_Named]], same_type: Sequence[Sequence[str]]) -> list[list[_Named]]:
    """What is written small ("a protocol on floating reactors") describes the one titled treaty of its type that shares a word with it."""
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


def _kindred(left: set[str], right: set[str]) -> bool:
    """Whether a word of one begins like a word of the other: "energetyczne", "energii"."""
    return any(a[:_STEM] == b[:_STEM] for a in left for b in right if min(len(a), len(b)) >= _STEM)


def _apart(left: list[_Named], right: list[_Named]) -> bool:
    """Whether the names speak of different subjects or parties."""
    for attribute in ("topics", "states"):
        a, b = ({v for n in side for v in n.all(attribute)} for side in (left, right))
        if a and b and not a & b:
            return True
    return False


def _one(left: _Named, right: _Named) -> bool:
    """Whether two names say the same treaty by themselves."""
    if left.first.key or right.first.key:
        return left.first.key == right.first.key
    if left.first.type != right.first.type:
        return False
    if left.all("states") and right.all("states") and left.all("states") != right.all("states"):
        return False
    short, long = sorted((left.words, right.words), key=len)
    if len(short) > 1 and long[: len(short)] == short:
        return True
    topics, others = left.all("topics"), right.all("topics")
    if topics and others:
        return bool(topics & others) and not (
            left.all("places") and right.all("places") and left.all("places") != right.all("places")
        )
    return bool(left.all("places")) and left.all("places") == right.all("places") and not (topics or others)


def _popular(clusters: list[list[_Named]]) -> list[list[_Named]]:
    """A treaty called only by a place or organization is the one treaty of its type that has a title, if there is but one."""
    for cluster in list(clusters):
        kind = cluster[0].first.type
        if (
            not kind
            or any(n.all("topics") or n.first.about or n.all("states") for n in cluster)
            or not any(n.all("places") or n.all("bodies") for n in cluster)
        ):
            continue
        titled = [
            c
            for c in clusters
            if c is not cluster and c[0].first.type == kind and any(n.first.about or n.all("topics") for n in c)
        ]
        titled = [c for c in titled if not any(n.all("places") for n in c)]
        if len(titled) == 1:
            titled[0].extend(cluster)
            clusters.remove(cluster)
    return clusters


def _register(context: Context, cluster: list[_Named], number: int) -> Draft:
    key = next((n.first.key for n in cluster if n.first.key), "")
    first = cluster[0].first
    draft = context.registry.thing(f"treaty/{number}", "Treaty", key)
    case, sure_name = context.annotation.knowledge.lexicon.language.writing.case, False
    for entry in cluster:
        for _, item, treaty in entry.mentions:
            begin, end = treaty.name
            span = context.annotation.span(begin, end)
            text, sure = _base(context, treaty)
            if treaty.hard or treaty.key or len(entry.mentions) > 1:
                draft.named(text, *span, sure)
            else:
                draft.named(_cut(context, treaty, len(entry.words)) or text, *span, False)
            draft.spans.add(span)
            if treaty.acronym:
                draft.named(treaty.acronym, *span)
            context.things[item.start] = draft.id
            draft.traits.update(("topic", t) for t in treaty.topics)
            draft.traits.update(("between", s) for s in treaty.states)
            draft.traits.update(("body", b) for b in treaty.bodies)
            draft.traits.update(("place", p) for p in treaty.places)
            if treaty.type:
                draft.traits.add(("type", treaty.type))
            if treaty.key or treaty.quoted or treaty.acronym or context.annotation.tokens[begin].capital or not case:
                sure_name = True
    if not sure_name:
        draft.traits.add(("weak", "name"))
    places = draft.values("place")
    if not draft.key and len(places) == 1 and first.type and not draft.values("between"):
        draft.key = f"treaty/{first.type}@{places[0]}"
    return draft


def _cut(context: Context, treaty: Treaty, words: int) -> str:
    """The first so many content words of a name."""
    small = context.annotation.knowledge.lexicon.stop_words
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    left = words
    begin, end = treaty.name
    for index in range(begin, end):
        token = context.annotation.tokens[index]
        if token.kind == "w" and plain(token.text) not in small:
            left -= 1
            if left == 0:
                return context.annotation.text(begin, index + 1)
    return ""


def _base(context: Context, treaty: Treaty) -> tuple[str, bool]:
    """The name in base form: the noun as the language file writes it, and its adjective made to agree."""
    annotation = context.annotation
    begin, end = treaty.name
    text = annotation.text(begin, end)
    if treaty.key:
        return treaty.base, True
    lexicon, tokens = annotation.knowledge.lexicon, annotation.tokens
    for match in lexicon.phrases.matches(tokens[begin:end]):
        entry = next((e for e in match.entries if e.category == "treaty" and e.value == treaty.type), None)
        if entry is None:
            continue
        start, stop = match.start + begin, match.end + begin
        written = annotation.text(start, stop)
        plain = lexicon.tokenizer.plain
        if plain(written) == plain(entry.base) or not lexicon.language.writing.suffixes:
            return text, True
        base = entry.base[:1].upper() + entry.base[1:] if tokens[start].capital else entry.base
        before = " ".join(agree(context, t.text, base) for t in tokens[begin:start])
        glued = tokens[start].glued and start > begin
        after = _after(context, stop, end, base)
        return (
            f"{before}{'' if glued or not before else ' '}{base}{' ' if after else ''}{after}".strip(),
            not before and after == (annotation.text(stop, end) if stop < end else ""),
        )
    return text, True


def _after(context: Context, start: int, end: int, base: str) -> str:
    """What follows the noun: an adjective right behind it agrees with it, everything else keeps its form."""
    if start >= end:
        return ""
    tokens = context.annotation.tokens
    first = tokens[start]
    if first.kind == "w" and end - start == 1 and not first.capital:
        return agree(context, first.text, base)
    return context.annotation.text(start, end)


def _bare_mentions(context: Context, clusters: list[list[_Named]], drafts: list[Draft], main: int | None) -> None:
    """ "The convention": the treaty of that type spoken of last; else the only one of its type, else the main one of that type."""
    by_start = {t.start: d for c, d in zip(clusters, drafts, strict=True) for n in c for _, _, t in n.mentions}
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, draft in zip(clusters, drafts, strict=True):
        for kind in {t.type for n in cluster for _, _, t in n.mentions if t.type}:
            types[kind][draft.id] += int(_weight(cluster))
    last: dict[str, str] = {}
    for sentence in context.annotation.sentences:
        for item in sentence.items:
            treaty = item.phrase
            if not isinstance(treaty, Treaty):
                continue
            if treaty.start in by_start:
                last[""] = by_start[treaty.start].id
                for kind in types:
                    if by_start[treaty.start].id in types[kind]:
                        last[kind] = by_start[treaty.start].id
                continue
            chosen = _chosen(treaty, types, last, drafts, main)
            if chosen:
                context.things[item.start] = chosen
                context.registry.drafts[chosen].spans.add(context.annotation.span(item.start, item.end))


def _chosen(
    treaty: Treaty, types: dict[str, Counter[str]], last: dict[str, str], drafts: list[Draft], main: int | None
) -> str:
    same = types.get(treaty.type)
    if same:
        if len(same) == 1:
            return next(iter(same))
        best = same.most_common(2)
        if main is not None and drafts[main].id in same and best[0][1] >= 2 * best[1][1]:
            return drafts[main].id
        return last.get(treaty.type, drafts[main].id if main is not None and drafts[main].id in same else "")
    return last.get("", drafts[main].id if main is not None else "")


def treaty_in(context: Context, sentence: Sentence, start: int, end: int) -> list[Item]:
    """The treaties among items start:end of a sentence that stand for a thing."""
    return [i for i in sentence.items[start:end] if isinstance(i.phrase, Treaty) and context.thing_of(i)]
