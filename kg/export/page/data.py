"""What the page shows, as plain data for JSON: things, facts, passages, articles and decisions, from a `Resolution`.

Posts are not drawn: "person holds post, post is in body" becomes one fact from the person to the body that carries the
post's role. Articles and works are not drawn either; they stand behind passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from kg.model import Article, Attribution, Entity, Fact, Label, Passage, Reading, Resolution

POST = "Post"
HOLDING = ("holdsPost", "formerlyHeldPost")
CONTEXT = 70  # characters shown on each side of a passage

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as the page tells it.

    role: of a post that was folded into it, else "": the local name of its role ("DeputyMinister"), or the post's own
    name where no role is known. seat: the fact that says where that post stands.
    """

    fact: Fact
    role: str = ""
    seat: Fact | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words that say it."""
        return self.fact.passages if self.seat is None else (*self.fact.passages, *self.seat.passages)


def page_data(resolution: Resolution, articles: Mapping[str, Article]) -> Data:
    """Gathers what the page shows.

    Args:
        resolution: all articles together.
        articles: the articles by identifier; used for the words around a passage and for what a reading lacks.
    Returns:
        {"things": [...], "facts": [...], "passages": [...], "articles": [...], "decisions": [...]}, each sorted; a
        fact names passages and a passage its article by index.
    """
    facts = sorted(fold_posts(resolution.entities, resolution.facts), key=_fact_order)
    passages = sorted({passage for shown in facts for passage in shown.passages}, key=_passage_order)
    sources = _sources(resolution, articles, passages)
    place = {source["id"]: index for index, source in enumerate(sources)}
    position = {passage: index for index, passage in enumerate(passages)}
    named: dict[str, list[int]] = defaultdict(list)
    for article, entity in resolution.mentions:
        if article in place:
            named[entity].append(place[article])
    drawn = sorted((entity for entity in resolution.entities if entity.kind != POST), key=lambda entity: entity.id)
    return {
        "things": [_thing(entity, sorted(set(named[entity.id]))) for entity in drawn],
        "facts": [_fact(shown, position) for shown in facts],
        "passages": [_passage(passage, place, articles) for passage in passages],
        "articles": sources,
        "decisions": _decisions(resolution, {entity.id for entity in drawn}),
    }


def fold_posts(entities: Iterable[Entity], facts: Iterable[Fact]) -> list[Shown]:
    """Replaces the facts about posts by facts between those who hold them and where they stand.

    A post that nobody holds becomes a "post" of the body.
    """
    known = {entity.id: entity for entity in entities}
    about: dict[str, list[Fact]] = defaultdict(list)
    held: set[str] = set()
    result: list[Shown] = []
    plain: list[Fact] = []
    for fact in facts:
        if fact.subject in known and known[fact.subject].kind == POST:
            if fact.datatype or (fact.object in known and known[fact.object].kind != POST):
                about[fact.subject].append(fact)
        else:
            plain.append(fact)
    for fact in plain:
        target = known.get(fact.object) if fact.datatype == "" else None
        if target is not None and target.kind == POST:
            held.add(target.id)
            result.extend(_held(fact, target, about[target.id]))
        elif fact.subject in known and (fact.datatype or target is not None):
            result.append(Shown(fact))
    for post in sorted(about.keys() - held):
        result.extend(_vacant(known[post], about[post]))
    return result


def _held(fact: Fact, post: Entity, about: list[Fact]) -> list[Shown]:
    """What a person's holding of a post says: the role at each body (else state), and where it is accredited."""
    fact = replace(fact, conflicts=())  # they name posts
    seats = _seats(about)
    if not seats:
        return [Shown(replace(fact, object=post.main.text, datatype="text", language=post.main.language))]
    role = _role(post, about)
    found = [(fact.predicate, seat) for seat in seats]
    if fact.predicate in HOLDING[:1]:
        found += [(seat.predicate, seat) for seat in about if seat.predicate == "accreditedTo" and seat not in seats]
    return [Shown(replace(fact, predicate=name, object=seat.object), role, seat) for name, seat in found]


def _vacant(post: Entity, about: list[Fact]) -> list[Shown]:
    """A post without a holder, told as one of the posts of its body."""
    name = post.main
    vacant = partial(replace, predicate="post", object=name.text, datatype="text", language=name.language, conflicts=())
    return [Shown(vacant(seat, subject=seat.object)) for seat in _seats(about)]


def _seats(about: list[Fact]) -> list[Fact]:
    """Where a post stands: the bodies that have it, else its state, else where it is accredited."""
    for predicate in ("postIn", "ofState", "accreditedTo"):
        found = [fact for fact in about if fact.predicate == predicate and fact.datatype == ""]
        if found:
            return sorted(found, key=lambda fact: fact.object)
    return []


def _role(post: Entity, about: list[Fact]) -> str:
    """The post's role concept, else its name."""
    return min((fact.object for fact in about if fact.predicate == "postRole"), default=post.main.text)


def _fact_order(shown: Shown) -> tuple[str, ...]:
    fact = shown.fact
    return fact.subject, fact.predicate, fact.datatype, fact.object, fact.language, shown.role, fact.qualifier


def _passage_order(passage: Passage) -> tuple[str, int, int, str]:
    return passage.article, passage.start, passage.end, passage.exact


def _thing(entity: Entity, named: list[int]) -> Data:
    def order(label: Label) -> tuple[str, bool, str]:
        return label.language, not label.preferred, label.text

    return {
        "id": entity.id,
        "kind": entity.kind,
        "label": entity.main.text,
        "lang": entity.main.language,
        "names": [[label.text, label.language] for label in sorted(set(entity.labels) or {entity.main}, key=order)],
        "same": sorted(entity.same_as),
        "named": named,
    }


def _fact(shown: Shown, position: Mapping[Passage, int]) -> Data:
    fact, seat = shown.fact, shown.seat
    support = _support(fact, position)
    data = {
        "s": fact.subject, "p": fact.predicate, "o": fact.object, "type": fact.datatype, "sources": fact.sources,
        "confidence": round(fact.confidence, 2), **support,
    }  # fmt: skip
    more: Data = {
        "role": shown.role, "lang": fact.language, "qualifier": fact.qualifier, "rules": sorted(set(fact.rules)),
        "conflicts": [list(pair) for pair in sorted(fact.conflicts)],
    }  # fmt: skip
    if seat is not None and (where := _support(seat, position)) != support:
        more["seat"] = where
    return data | {name: value for name, value in more.items() if value}


def _support(fact: Fact, position: Mapping[Passage, int]) -> Data:
    """What speaks for a fact: the words, and the persons who vouch for it."""
    evidence: Data = {"evidence": sorted(position[passage] for passage in set(fact.passages))}
    return evidence | ({"asserted": [_by(one) for one in fact.asserted]} if fact.asserted else {})


def _by(one: Attribution) -> Data:
    return {"who": one.who, "when": one.when, "why": one.why}


def _decisions(resolution: Resolution, drawn: set[str]) -> list[Data]:
    """What people decided on the graph, each with those things that the page has."""
    return [
        {"kind": one.kind, "told": list(one.told), "about": [entity for entity in one.entities if entity in drawn],
         **_by(one.by)}
        for one in resolution.decisions
    ]  # fmt: skip


def _passage(passage: Passage, place: Mapping[str, int], articles: Mapping[str, Article]) -> Data:
    article = articles.get(passage.article)
    text = article.text if article is not None else ""
    before = text[max(0, passage.start - CONTEXT) : passage.start].rpartition("\n")[2]
    after = text[passage.end : passage.end + CONTEXT].partition("\n")[0]
    if len(before) == CONTEXT:
        before = "…" + _from_word(before)
    if len(after) == CONTEXT:
        after = _from_word(after[::-1])[::-1] + "…"
    return {"a": place[passage.article], "exact": passage.exact, "before": before, "after": after,
            "start": passage.start, "end": passage.end}  # fmt: skip


def _from_word(text: str) -> str:
    """The text without the part of a word that it begins with; scripts without spaces stay whole."""
    head, space, tail = text.partition(" ")
    return tail if space and len(head) < CONTEXT // 3 else text


def _sources(resolution: Resolution, articles: Mapping[str, Article], passages: Iterable[Passage]) -> list[Data]:
    """What is known of each article that was read or is quoted, sorted by identifier."""
    readings = {reading.identifier: reading for reading in resolution.readings}
    works = {article: work.id for work in resolution.works for article in work.articles}
    empty = Reading("", "", "")
    result = []
    for identifier in sorted(readings.keys() | {passage.article for passage in passages}):
        reading = readings.get(identifier, empty)
        article = articles.get(identifier, Article(identifier, ""))
        result.append({
            "id": identifier,
            "lang": reading.language or article.language,
            "headline": reading.headline or article.headline,
            "published": reading.published or article.published,
            "basis": reading.published_basis,
            "source": reading.source or article.source,
            "work": works.get(identifier, ""),
        })  # fmt: skip
    return result
