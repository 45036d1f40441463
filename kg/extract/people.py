"""Persons and posts of an article as things: one person, however often and by whatever part of the name the
article speaks of him.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.annotation import Sentence
from kg.annotate.baseforms import base_candidates
from kg.annotate.phrase import Item, Person, Post
from kg.extract.context import Context
from kg.extract.person_mentions import plain_mentions, role_mentions, untitled_people, weak_people
from kg.extract.person_names import (
    Group,
    fits,
    inflected,
    is_surname,
    name_size,
    name_text,
    name_words,
    told_base,
)
from kg.extract.posts import counterpart_post, of_ministry, post_thing
from kg.extract.recurring import recurring_people
from kg.extract.registry import Draft
from kg.model import Statement

_RULE = "title-and-name"
_PRIVATE = ("Company", "Association")


def name_people(context: Context) -> None:
    """Register every person whom a phrase names, then find the plain mentions of their names in the rest of the
    text.
    """
    untitled_people(context)
    recurring_people(context)
    groups = _groups(context)
    for group in groups:
        _register(context, group)
    plain_mentions(context, groups)
    weak_people(context)
    role_mentions(context, groups)


def _groups(context: Context) -> list[Group]:
    found = []
    for sentence in context.annotation.sentences:
        for item in sentence.items:
            if isinstance(item.phrase, Person):
                found.append((sentence, item, item.phrase))
    groups: list[Group] = []
    for sentence, item, person in sorted(found, key=lambda f: (*name_size(context, f[2]), f[2].start)):
        words = name_words(context, *person.name)
        part = is_surname(context, words)
        fitting = [g for g in groups if fits(context, words, g.words)]
        if len(fitting) > 1:
            fitting = [g for g in fitting if _agree(g, person)] or fitting
        if len(fitting) == 1 or (fitting and len(words) > 1):
            group = fitting[0]
        elif fitting or part:
            continue  # a bare surname that two people share, or that nobody bears whom the article names in full
        else:
            group = Group(words)
            groups.append(group)
        group.items.append((sentence, item, person))
        if len(words) == len(group.words) and not part:
            group.forms.setdefault(words, person.name)
            if sum(map(len, words)) < sum(map(len, group.words)):
                group.words = words
    return sorted(groups, key=lambda g: min(p.start for _, _, p in g.items))


def _agree(group: Group, person: Person) -> bool:
    """Whether the group has a post of the same role."""
    roles = {post.role for post in person.posts}
    return bool(roles & {post.role for _, _, p in group.items for post in p.posts})


def _register(context: Context, group: Group) -> None:
    official = any(
        p.rank or any(not post.former and not _private(context, post) for post in p.posts)
        for _, _, p in group.items
        if p.official
    )
    unofficial = any(not p.official for _, _, p in group.items) and not official
    if not official and not unofficial and not any(p.posts for _, _, p in group.items):
        return
    identity = "person/" + " ".join(group.words)
    draft = context.registry.thing(identity, "Official" if official else "Person")
    many = len(group.forms) > 1
    lexicon = context.annotation.knowledge.lexicon
    for words, (start, end) in sorted(group.forms.items(), key=lambda f: f[1]):
        text, told = name_text(context, start, end), told_base(context, group, words)
        sure = bool(told) or (words == group.words and (many or not inflected(words, lexicon.name_endings)))
        draft.named(told or text, *context.annotation.span(start, end), sure)
    if not any(name.sure for name in draft.names.values()):
        draft.traits.update(
            ("base", base) for name in draft.names.values() for base in base_candidates(lexicon, name.text)
        )
    for sentence, item, person in group.items:
        span = context.annotation.span(*person.name)
        draft.spans.add(span)
        context.things[item.start] = draft.id
        if person.rank:
            draft.traits.add(("rank", person.rank))
            context.registry.say(
                Statement(
                    draft.id,
                    "rank",
                    person.rank,
                    *context.annotation.span(person.start, person.end),
                    "rank-and-name",
                    "text",
                )
            )
        for post in person.posts:
            if not _said_better(post, group, context.annotation.knowledge.shared.posts["sent"]["roles"]):
                _hold(context, sentence, item, draft, post, group)
        if person.party != (0, 0):
            _join(context, item, draft, person)


def _join(context: Context, item: Item, draft: Draft, person: Person) -> None:
    """The party whose name stands in brackets behind a person's."""
    annotation = context.annotation
    text, span = annotation.text(*person.party), annotation.span(*person.party)
    known = context.things.get(person.party[0]) or context.bodies.get(person.party[0])
    party = (
        context.registry.drafts[known] if known else context.registry.thing(f"party/{text.lower()}", "PoliticalParty")
    )
    if party.kind != "PoliticalParty":
        return
    party.named(text, *span)
    party.spans.add(span)
    start, end = annotation.span(item.start, item.end)
    context.registry.say(Statement(draft.id, "memberOf", party.id, start, end, "party-of"))


def _private(context: Context, post: Post) -> bool:
    """Whether a post stands in a company or an association and nowhere else."""
    held = [context.bodies.get(body.start, "") for body in post.bodies]
    return bool(held) and all(thing and context.registry.drafts[thing].kind in _PRIVATE for thing in held)


def _said_better(post: Post, group: Group, sent: Sequence[str]) -> bool:
    """Whether another mention names the same office more fully: "the deputy minister" beside "deputy minister of
    justice".
    """
    if post.fields or post.bodies or post.counterpart:
        return False
    states = {s for s, _ in post.states}
    if post.role in sent and not states and any(q.fields or q.bodies for _, _, p in group.items for q in p.posts):
        return True  # "Ambassador X, deputy minister of foreign affairs": a rank there
    others = [
        q
        for _, _, p in group.items
        for q in p.posts
        if q.role == post.role and q.former == post.former and q is not post
    ]
    return any(
        (q.fields or q.bodies or (q.states and not states))
        and (not states or not q.states or states <= {s for s, _ in q.states})
        for q in others
    )


def _beside(context: Context, post: Post, group: Group) -> set[str]:
    """The states for which a person holds another post, told in one breath with this: "Russia's chief delegate X,
    deputy minister".
    """
    posts = context.annotation.knowledge.shared.posts
    own = (*posts["national"]["roles"], *posts["sent"]["roles"])
    said = [p.posts for _, _, p in group.items if post in p.posts]
    return {s for row in said for q in row if not q.counterpart and q.role in own for s, how in q.states if how == "of"}


def _hold(context: Context, sentence: Sentence, item: Item, person: Draft, post: Post, group: Group) -> None:
    if post.counterpart:
        found = counterpart_post(context, post)
        if found is None:
            return
        post = found
    post = of_ministry(context, post)
    elsewhere = {
        s for _, _, p in group.items for q in p.posts if q.role == post.role for s, how in q.states if how == "of"
    } or _beside(context, post, group)
    draft = post_thing(context, sentence, item, post, elsewhere)
    if draft is None:
        return
    start, end = context.annotation.span(min(item.start, post.start), max(item.end, post.end))
    predicate = "formerlyHeldPost" if post.former else "holdsPost"
    person.traits.add(("role" if not post.former else "former-role", post.role))
    person.traits.update(("field", f) for f in post.fields)
    person.traits.update(("state", s) for s in draft.values("state"))
    context.registry.say(Statement(person.id, predicate, draft.id, start, end, _RULE))
    if post.role == "Member" and not post.former:
        for body in (context.bodies.get(b.start) for b in (*post.bodies, *((post.party,) if post.party else ()))):
            if body:
                context.registry.say(Statement(person.id, "memberOf", body, start, end, _RULE))
