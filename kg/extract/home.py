"""The states that an article speaks from and tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.annotate.annotation import Annotation
from kg.annotate.phrase import Item, Person, Post, Treaty
from kg.annotate.terms import Entry

_LINE = 110  # characters: a stamp in a longer line has its place in front
_LEAD = 3  # sentences, the headline too
_OPENS = 3  # items
_HOST = re.compile(r"https?://(?:[^/@]*\.)?([a-z]{2})(?::\d+)?(?:/|$)")


def home_of(annotation: Annotation) -> str:
    """The state that an article speaks from, "" where none is known."""
    return _spoken_of(annotation, _home(annotation)) or _lead_state(annotation)


def _lead_state(annotation: Annotation) -> str:
    """The one state that the headline names, where it also opens one of the first sentences: a paper whose home nobody
    knows speaks of it.
    """
    lead = [s.items for s in annotation.sentences[: _LEAD + 2] if s.items]
    named = {e.value for items in lead[:1] for i in items if (e := i.entry("state")) and i.symbol == "S"}
    opens = {e.value for items in lead for i in items[:_OPENS] if (e := i.entry("state", "adjective"))}
    return named.pop() if len(named) == 1 and named <= opens else ""


def homes_of(annotation: Annotation) -> Iterator[tuple[int, str]]:
    """Where the article names one of the states in which its language is at home, and which."""
    knowledge = annotation.knowledge
    homes = {f"state/{c}" for c in knowledge.shared.posts["homes"].get(knowledge.lexicon.language.code, ())}
    inside = {
        i.start for s in annotation.sentences for i in s.items if isinstance(i.phrase, Treaty) for i in i.phrase.inner
    }
    stamps = {d.start for d in annotation.head_dates}
    stamped = [
        s
        for s in annotation.sentences[:_LEAD]
        if any(annotation.tokens[i].start in stamps for i in range(s.start, s.end))
    ]
    for item, entry in _named(annotation) if homes else ():
        if item.start in inside or any(s.start <= item.start < s.end for s in stamped):
            continue  # "the Djibouti Convention" speaks of no state, nor does "Brussels, 12 March" of its own
        concept = knowledge.shared.gazetteer.get(entry.value)
        state = {entry.value, *((concept.within, concept.of_state) if concept is not None else ())} & homes
        if state:
            yield item.start, state.pop()


def _named(annotation: Annotation) -> Iterator[tuple[Item, Entry]]:
    """What the article names, be it inside a phrase, with each entry that it may be."""
    for sentence in annotation.sentences:
        for item in sentence.items:
            for named in (item, *(item.phrase.inner if item.phrase is not None else ())):
                for entry in named.entries:
                    yield named, entry


def _spoken_of(annotation: Annotation, home: str) -> str:
    """The home state, if the article speaks of it, of a place in it or of a body of it; else a paper's home says
    nothing about its news.
    """
    gazetteer = annotation.knowledge.shared.gazetteer
    told: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    end = annotation.sentences[min(_LEAD, len(annotation.sentences)) - 1].end if annotation.sentences else 0
    for item, entry in _named(annotation):
        concept = gazetteer.get(entry.value)
        if concept is not None and home in (concept.key, concept.within, concept.of_state):
            told[home] += 1
            lead[home] += item.start < end
        elif entry.category in ("state", "adjective"):
            told[entry.value] += 1
            lead[entry.value] += item.start < end
    abroad = max(lead, key=lambda state: (lead[state], state), default="")
    alone = len(+lead) == 1 and lead[abroad] > 1 and told[abroad] > 2 * told[home]
    if home and abroad and not lead[home] and not travels(annotation) and (alone or 2 * told[abroad] > told.total()):
        return abroad  # news of another state, which speaks of home by the way
    if told[home]:
        return home
    return home if not any(i.symbol in "SA" for s in annotation.sentences for i in s.items) else ""


def travels(annotation: Annotation) -> bool:
    """Whether the holder of an office of no said state goes abroad in the first sentences: "the foreign minister
    visited Lisbon".
    """
    for sentence in annotation.sentences[:_LEAD]:
        found = (annotation.clauses.get(i.start) for i in sentence.items)
        visits = any(e.value.startswith("Visit.") for m in found if m is not None for e in m.entries)
        first = next((i.phrase for i in sentence.items if i.symbol in "1P"), None)
        posts = [first] if isinstance(first, Post) else first.posts if isinstance(first, Person) else []
        if visits and any(not (p.states or p.bodies or p.places or p.former) for p in posts):
            return True
    return False


def _home(annotation: Annotation) -> str:
    """The state that an article speaks from: that of its site's domain, else of its language, else of its dateline's
    place.

    A correspondent abroad writes for home, so the dateline comes last; a translated page keeps the domain of its
    original.
    """
    shared, lexicon = annotation.knowledge.shared, annotation.knowledge.lexicon
    gazetteer = shared.gazetteer
    host = _HOST.match((annotation.article.source or annotation.source).lower())
    if host:
        domain = host.group(1)
        code = shared.posts["domains"].get(domain, domain.upper())
        if f"state/{code}" in gazetteer:
            return f"state/{code}"
    homes, dateline = shared.posts["homes"].get(lexicon.language.code, ()), _dateline(annotation)
    if dateline.removeprefix("state/") in shared.posts["abroad"].get(lexicon.language.code, ()):
        return dateline
    if lexicon.language.home:
        return f"state/{lexicon.language.home}"
    return dateline if not homes or dateline.removeprefix("state/") in homes else ""


def scene_of(annotation: Annotation, home: str) -> str:
    """The foreign state of which an article tells: its dateline's, else the one that it names most."""
    dateline = _dateline(annotation)
    if dateline and dateline != home:
        return dateline
    named = Counter(
        entry.value
        for sentence in annotation.sentences
        for item in sentence.items
        for part in (item, *(item.phrase.inner if item.phrase is not None else ()))
        if part.symbol == "S" and (entry := part.entry("state")) and entry.value != home
    )
    return max(named, key=lambda key: (named[key], key), default="")


def _dateline(annotation: Annotation) -> str:
    """The state of the place that an article's dateline names."""
    lexicon, gazetteer = annotation.knowledge.lexicon, annotation.knowledge.shared.gazetteer
    for zone in annotation.zones:
        stamp = next((d for d in annotation.head_dates if zone.start <= d.start < zone.end), None)
        if zone.kind in ("dateline", "published") or stamp:
            end = zone.end if stamp is None or zone.end - zone.start <= _LINE else stamp.start
            tokens = lexicon.tokenizer.tokens(annotation.article.text, zone.start, end)
            for match in lexicon.phrases.matches(tokens):
                for entry in match.entries:
                    if (
                        entry.category == "place"
                        and (concept := gazetteer.get(entry.value))
                        and concept.within.startswith("state/")
                    ):
                        return concept.within
                    if entry.category == "state":
                        return entry.value
    return ""
