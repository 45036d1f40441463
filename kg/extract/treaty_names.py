"""Treaties of an article as things: long, short and popular names of one treaty are one thing, a bare noun is the
treaty last spoken of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from kg.annotate.phrase import Treaty
from kg.extract.context import Context
from kg.extract.registry import Draft
from kg.extract.treaty_clusters import LEAD, Named, clusters_of
from kg.extract.treaty_labels import base_name, called, cut_name, of_place
from kg.model import Statement

_NEVER_LOOSE = ("protocol", "arrangement", "amendment")  # types that no text uses for a treaty of another type
_ANY = "*"  # for treaties of all types
_TOPIC_RULE = "treaty-title"
_HEADLINE = 2  # mentions elsewhere for which one in the headline counts


def name_treaties(context: Context) -> None:
    """Register the treaties of the article and say for every treaty noun which one it stands for."""
    named = _named(context)
    _trim(context, named)
    clusters = clusters_of(named, context.annotation.knowledge.shared.same_type)
    drafts = [_register(context, cluster, number) for number, cluster in enumerate(clusters)]
    announced = _announced(context)
    main = max(range(len(clusters)), key=lambda i: (_weight(clusters[i], announced), -i), default=None)
    if main is not None:
        context.main_treaty = drafts[main].id
    _bare_mentions(context, clusters, drafts, main)


def _announced(context: Context) -> set[str]:
    """The types of treaty that the headline tells by a bare noun: "Spain signs THE CONVENTION that lets crews in"."""
    items = (item for sentence in context.annotation.sentences[:1] for item in sentence.items)
    return {i.phrase.type for i in items if isinstance(i.phrase, Treaty) and i.phrase.bare and i.phrase.type}


def _weight(cluster: Sequence[Named], announced: Set[str] = frozenset()) -> float:
    """How much an article speaks of a treaty: its mentions, those of a headline more, by a bare noun too."""
    mentions = sum(1 + (_HEADLINE if order == 0 else 0) for named in cluster for order, _, _ in named.mentions)
    return mentions + _HEADLINE * any(named.first.type in announced for named in cluster)


def _named(context: Context) -> list[Named]:
    found: dict[tuple[str, ...], Named] = {}
    _doubt(context)
    phrases = [i.phrase for s in context.annotation.sentences for i in s.items if isinstance(i.phrase, Treaty)]
    told = {
        kind: {p for t in phrases if t.type == kind and not t.bare for p in t.topics}
        for kind in {t.type for t in phrases if not t.bare}
    }
    for order, sentence in enumerate(context.annotation.sentences):
        for item in sentence.items:
            treaty = item.phrase
            # "The extradition treaty" tells what it is about: a name, where the article has no other for such a treaty.
            if isinstance(treaty, Treaty) and (not treaty.bare or _titled(context, treaty, told)):
                words = (treaty.key,) if treaty.key else title_words(context, treaty)
                entry = found.setdefault(
                    words, Named(words, dense=not context.annotation.knowledge.lexicon.language.writing.spaces)
                )
                entry.mentions.append((order, item, treaty))
                entry.popular = bool(of_place(context, treaty.name[0]))
                entry.closed = bool(context.annotation.knowledge.lexicon.tokenizer.particles)
                entry.sure = entry.sure or treaty.quoted or _written_as_name(context, treaty, order)
    return list(found.values())


def _written_as_name(context: Context, treaty: Treaty, order: int) -> bool:
    """Whether a capital shows a name. Where all nouns have one, one with its subject in headline or lead describes."""
    capital = context.annotation.tokens[treaty.name[0]].capital
    return capital and not (
        order <= LEAD and not treaty.quoted and treaty.about and treaty.base[:1].isupper() and not treaty.key
    )


def _titled(context: Context, treaty: Treaty, told: dict[str, set[str]]) -> bool:
    """Whether a bare noun that tells what its treaty is about is a name: the article has no other for a treaty of the
    type, each word has a capital, or its noun has and no treaty that is named is about that.
    """
    if not treaty.topics or treaty.type not in told:
        return bool(treaty.topics)
    words = [t for t in context.annotation.tokens[treaty.name[0] : treaty.name[1]] if t.kind == "w"]
    if not context.annotation.knowledge.lexicon.language.writing.case or len(words) < 2 or not words[0].capital:
        return False
    others = told[treaty.type]
    return all(t.capital for t in words) or (bool(others) and not others & set(treaty.topics))


def _doubt(context: Context) -> None:
    """Where no capitals show a name, words behind the noun are its name only with something that a title has, or
    when they recur.
    """
    lexicon = context.annotation.knowledge.lexicon
    if lexicon.language.writing.case:
        return
    treaties = [i.phrase for s in context.annotation.sentences for i in s.items if isinstance(i.phrase, Treaty)]
    starts = Counter(
        words[:size] for t in treaties for words in [title_words(context, t)] for size in range(2, len(words) + 1)
    )
    for treaty in treaties:
        recurring = [
            size
            for size in range(2, len(title_words(context, treaty)) + 1)
            if starts[title_words(context, treaty)[:size]] > 1
        ]
        if recurring and not treaty.quoted and lexicon.tokenizer.clitics is None:
            _shorten(context, treaty, max(recurring))
    times = Counter(title_words(context, t) for t in treaties)
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
            or (lexicon.tokenizer.particles and not treaty.bare)
            or any(w in lexicon.common for w in title_words(context, treaty)[1:])
        )
        if not shown and times[title_words(context, treaty)] < 2:
            treaty.bare = True


def _shorten(context: Context, treaty: Treaty, words: int) -> None:
    """Cut a name to its first so many content words: what recurs is the name, the rest was the sentence."""
    while treaty.name[1] - treaty.name[0] > 1 and len(title_words(context, treaty)) > words:
        treaty.name = (treaty.name[0], treaty.name[1] - 1)


def title_words(context: Context, treaty: Treaty) -> tuple[str, ...]:
    small = context.annotation.knowledge.lexicon.small_words
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    tokens = context.annotation.tokens[treaty.name[0] : treaty.name[1]]
    return tuple(t.keys[0] for t in tokens if t.kind == "w" and plain(t.text) not in small and t.text[0] not in "'’")


def _trim(context: Context, named: list[Named]) -> None:
    """Cut a name whose end is unsure back to a sure name that it begins with, or to the part that recurs."""
    sure = [n for n in named if any(t.hard for _, _, t in n.mentions)]
    for entry in named:
        if entry in sure:
            continue
        shorter = [s for s in sure if len(s.words) > 1 and entry.words[: len(s.words)] == s.words]
        if shorter:
            entry.words = max(shorter, key=lambda s: len(s.words)).words
    merged: dict[tuple[str, ...], Named] = {}
    for entry in named:
        if entry.words in merged:
            merged[entry.words].mentions.extend(entry.mentions)
        else:
            merged[entry.words] = entry
    named[:] = list(merged.values())


def _register(context: Context, cluster: list[Named], number: int) -> Draft:
    key = next((n.first.key for n in cluster if n.first.key), "")
    first = cluster[0].first
    draft = context.registry.thing(f"treaty/{number}", "Treaty", key)
    case, sure_name = context.annotation.knowledge.lexicon.language.writing.case, False
    for entry in cluster:
        for _, item, treaty in entry.mentions:
            begin, end = treaty.name
            span = context.annotation.span(begin, end)
            text, sure = base_name(context, treaty)
            if treaty.hard or treaty.key or len(entry.mentions) > 1:
                draft.named(text, *span, sure)
            else:
                cut = cut_name(context, treaty, len(entry.words))
                draft.named(base_name(context, replace(treaty, name=cut))[0] if cut[1] else text, *span, False)
            draft.spans.add(span)
            if treaty.short[1]:
                short, _ = base_name(context, replace(treaty, name=treaty.short))
                draft.named(short, *context.annotation.span(*treaty.short), False)
            if treaty.acronym:
                draft.named(treaty.acronym, *span)
            context.things[item.start] = draft.id
            draft.traits.update(("topic", t) for t in treaty.topics)
            draft.traits.update(("between", s) for s in treaty.states)
            draft.traits.update(("body", b) for b in treaty.bodies)
            draft.traits.update(("place", p) for p in treaty.places)
            draft.traits.update(("year", str(y)) for y in treaty.years)
            draft.traits.update(("called", name) for name in called(context, treaty))
            _say_topics(context, draft, treaty)
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


def _say_topics(context: Context, draft: Draft, treaty: Treaty) -> None:
    """Say what the treaty is about, by the words of its name alone: one that was cut back no longer has them all."""
    begin, end = treaty.name
    span = context.annotation.span(begin, end)
    confidence = 0.9 if treaty.hard or treaty.quoted or treaty.key else 0.7
    for topic in context.annotation.knowledge.lexicon.topics_in(context.annotation.tokens[begin:end]):
        context.registry.say(Statement(draft.id, "topic", topic, *span, _TOPIC_RULE, "concept", confidence=confidence))


def _bare_mentions(context: Context, clusters: list[list[Named]], drafts: list[Draft], main: int | None) -> None:
    """ "The convention": the treaty of that type spoken of last; else the only one of its type, else the main one
    of that type.
    """
    by_start = {t.start: d for c, d in zip(clusters, drafts, strict=True) for n in c for _, _, t in n.mentions}
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, draft in zip(clusters, drafts, strict=True):
        for kind in {kind for n in cluster for _, _, t in n.mentions for kind in _types(context, t)}:
            types[kind][draft.id] += int(_weight(cluster))
        types[_ANY][draft.id] += int(_weight(cluster))
    last: dict[str, str] = {}
    articles = context.annotation.knowledge.lexicon.tokenizer.clitics is not None
    for sentence in context.annotation.sentences:
        for at, item in enumerate(sentence.items):
            treaty = item.phrase
            if not isinstance(treaty, Treaty):
                continue
            if treaty.start in by_start:
                last[""] = by_start[treaty.start].id
                for kind in types:
                    if by_start[treaty.start].id in types[kind]:
                        last[kind] = by_start[treaty.start].id
                continue
            if articles and drafts and not treaty.definite and not _whose(context, treaty):
                continue
            if any(i.symbol == "e" for i in (*sentence.items[max(0, at - 1) : at], *sentence.items[at + 1 : at + 2])):
                continue  # "a similar agreement"
            chosen = _chosen(treaty, types, last, drafts, main)
            if chosen:
                context.things[item.start] = chosen
                context.registry.drafts[chosen].spans.add(context.annotation.span(item.start, item.end))


def _types(context: Context, treaty: Treaty) -> set[str]:
    """The types that a treaty is called by: its noun's, and those of the nouns in the name of one that is known."""
    if treaty.type:
        return {treaty.type}
    tokens, phrases = context.annotation.tokens, context.annotation.knowledge.lexicon.phrases
    nouns = (phrases.at(tokens, at, at + 1) for at in range(*treaty.name))
    return {e.value for noun in nouns if noun is not None for e in noun.entries if e.category == "treaty"}


def _whose(context: Context, treaty: Treaty) -> bool:
    """Whether a pronoun is glued to the noun: "its convention"."""
    tokenizer, word = context.annotation.knowledge.lexicon.tokenizer, context.annotation.tokens[treaty.start].text
    return tokenizer.stem(tokenizer.plain(word)) != tokenizer.plain(word)


def _chosen(
    treaty: Treaty, types: dict[str, Counter[str]], last: dict[str, str], drafts: list[Draft], main: int | None
) -> str:
    same = types.get(treaty.type)
    if same is None and treaty.type in _NEVER_LOOSE and not (treaty.pointed or treaty.definite):
        return ""  # "an additional protocol" is not the agreement
    if same:
        if len(same) == 1:
            return next(iter(same))
        if treaty.pointed and treaty.type in last:
            return last[treaty.type]
        best = same.most_common(2)
        if main is not None and drafts[main].id in same and best[0][1] >= 2 * best[1][1]:
            return drafts[main].id
        return last.get(treaty.type, drafts[main].id if main is not None and drafts[main].id in same else "")
    best = types[_ANY].most_common(2) if _ANY in types and not treaty.pointed else []
    if main is not None and len(best) > 1 and best[0][0] == drafts[main].id and best[0][1] >= 2 * best[1][1]:
        return drafts[main].id  # "the treaty" is what the article is about, whatever else it named by the way
    return last.get("", drafts[main].id if main is not None else "")
