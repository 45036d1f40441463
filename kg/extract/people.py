"""Persons and posts of an article as things: one person, however often and by whatever part of the name the article speaks of him."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from kg.annotate.annotation import Sentence
from kg.annotate.items import Item, symbols
from kg.annotate.phrase import Person, Post
from kg.extract.bodies import country, known_thing, owner
from kg.extract.context import Context
from kg.extract.registry import Draft
from kg.model import Statement

_RULE = "title-and-name"
_MOST_FORMS = 4  # of one word
_RUN = re.compile("[NV](?:-[NVn])?(?:[NV](?:-[NVn])?){1,3}(?![NVCHTR1])")


@dataclass(slots=True)
class _Group:
    """One person of the article: words are the keys of the name's parts in base form."""

    words: tuple[str, ...]
    items: list[tuple[Sentence, Item, Person]] = field(default_factory=list)
    forms: dict[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)


def name_people(context: Context) -> None:
    """Register every person whom a phrase names, then find the plain mentions of their names in the rest of the text."""
    groups = _groups(context)
    for group in groups:
        _register(context, group)
    _plain_mentions(context, groups)
    _weak_people(context)
    _role_mentions(context, groups)


def _words(context: Context, start: int, end: int) -> tuple[str, ...]:
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    return tuple(plain(t.text) for t in context.annotation.tokens[start:end] if t.kind == "w" and t.text[0] not in "'’")


def _same_word(context: Context, left: str, right: str) -> bool:
    """Equal but for a case ending that names take in the language."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    endings = context.annotation.knowledge.lexicon.name_endings
    if not endings or len(short) < 2:
        return False
    shared = 0
    for a, b in zip(short, long, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 2 and short[shared:] in endings and long[shared:] in endings and len(short) - shared <= 2


def _fits(context: Context, part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of a name, in their order, are all among those of a fuller one."""
    rest = iter(whole)
    return all(any(_same_word(context, word, other) for other in rest) for word in part)


def _groups(context: Context) -> list[_Group]:
    found = []
    for sentence in context.annotation.sentences:
        for item in sentence.items:
            if isinstance(item.phrase, Person):
                found.append((sentence, item, item.phrase))
    groups: list[_Group] = []
    for sentence, item, person in sorted(found, key=lambda f: (-len(_words(context, *f[2].name)), f[2].start)):
        words = _words(context, *person.name)
        fitting = [g for g in groups if _fits(context, words, g.words)]
        if len(fitting) > 1:
            fitting = [g for g in fitting if _agree(g, person)] or fitting
        if len(fitting) == 1 or (fitting and len(words) > 1):
            group = fitting[0]
        elif fitting:
            continue  # a bare surname that two people share
        else:
            group = _Group(words)
            groups.append(group)
        group.items.append((sentence, item, person))
        if len(words) == len(group.words):
            group.forms.setdefault(words, person.name)
            if sum(map(len, words)) < sum(map(len, group.words)):
                group.words = words
    return sorted(groups, key=lambda g: min(p.start for _, _, p in g.items))


def _agree(group: _Group, person: Person) -> bool:
    """Whether the group has a post of the same role."""
    roles = {post.role for post in person.posts}
    return bool(roles & {post.role for _, _, p in group.items for post in p.posts})


def _register(context: Context, group: _Group) -> None:
    official = any(p.rank or any(not post.former for post in p.posts) for _, _, p in group.items if p.official)
    unofficial = any(not p.official for _, _, p in group.items) and not official
    if not official and not unofficial and not any(p.posts for _, _, p in group.items):
        return
    identity = "person/" + " ".join(group.words)
    draft = context.registry.thing(identity, "Official" if official else "Person")
    many = len(group.forms) > 1
    endings = context.annotation.knowledge.lexicon.name_endings
    for words, (start, end) in sorted(group.forms.items(), key=lambda f: f[1]):
        sure = words == group.words and (many or not _inflected(words, endings))
        draft.named(_name(context, start, end), *context.annotation.span(start, end), sure)
    if not any(name.sure for name in draft.names.values()):
        draft.traits.update(
            ("base", base) for name in draft.names.values() for base in base_candidates(context, name.text)
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
            if not _said_better(post, group):
                _hold(context, sentence, item, draft, post, group)


def _said_better(post: Post, group: _Group) -> bool:
    """Whether another mention names the same office more fully: "the deputy minister" beside "deputy minister of justice"."""
    if post.fields or post.bodies or post.counterpart:
        return False
    states = {s for s, _ in post.states}
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


def base_candidates(context: Context, name: str) -> list[str]:
    """What an inflected name may be in base form, by the endings and alternations that names take in the language."""
    lexicon = context.annotation.knowledge.lexicon
    options = []
    for word in name.split():
        plain = word.lower()
        found = {word}
        for ending in lexicon.name_endings - {""}:
            if plain.endswith(ending) and len(word) - len(ending) >= 3:
                found.add(word[: len(word) - len(ending)])
        for ending, base in lexicon.language.writing.name_alternations:
            if plain.endswith(ending) and len(word) - len(ending) >= 2:
                found.add(word[: len(word) - len(ending)] + base)
        options.append(sorted(found, key=lambda w: (len(w), w))[:_MOST_FORMS])
    return sorted({" ".join(choice) for choice in product(*options)} - {name})[: _MOST_FORMS**3]


def _weak_people(context: Context) -> None:
    """Runs of capitalized words that no phrase explains may name a person whom another article introduces."""
    if not context.annotation.knowledge.lexicon.language.writing.case:
        return
    for sentence in context.annotation.sentences:
        text = symbols(sentence.items)
        for match in _RUN.finditer(text):
            items = sentence.items[match.start() : match.end()]
            if match.start() == 0 or any(i.phrase is not None or context.thing_of(i) for i in items):
                continue
            start, end = items[0].start, items[-1].end
            draft = context.registry.thing("person/" + " ".join(_words(context, start, end)), "Person")
            if draft.names and ("weak", "name") not in draft.traits:
                continue
            draft.traits.add(("weak", "name"))
            span = context.annotation.span(start, end)
            draft.named(_name(context, start, end), *span, False)
            draft.traits.update(("base", base) for base in base_candidates(context, _name(context, start, end)))
            draft.spans.add(span)


def _inflected(words: Sequence[str], endings: frozenset[str]) -> bool:
    return any(word[-1:] in endings and word[-1:] not in "" for word in words[-1:]) and bool(endings - {""})


def _name(context: Context, start: int, end: int) -> str:
    tokens = context.annotation.tokens
    while end > start and tokens[end - 1].kind != "w":
        end -= 1
    if tokens[end - 1].text[0] in "'’" and end - 1 > start:
        end -= 1
    text = context.annotation.text(start, end)
    return text if not text.isupper() or len(text) < 4 else text.title()


def _counterpart(context: Context, post: Post) -> Post | None:
    """ "Her Iranian counterpart": the post spoken of last before, in another state."""
    before = [
        p for s in context.annotation.sentences for i in s.items if i.start < post.start and isinstance(i.phrase, Person) for p in i.phrase.posts
        if p.role and not p.counterpart
    ]  # fmt: skip
    if not before or not post.states:
        return None
    last = before[-1]
    bodies = tuple(replace(b, start=post.start, state=post.states[0][0], key="") for b in last.bodies if not b.key)
    return Post(
        post.start,
        post.end,
        last.role,
        (*last.fields, *(f for b in last.bodies for f in b.fields)),
        bodies,
        post.states,
    )


def _hold(context: Context, sentence: Sentence, item: Item, person: Draft, post: Post, group: _Group) -> None:
    if post.counterpart:
        found = _counterpart(context, post)
        if found is None:
            return
        post = found
    elsewhere = {
        s for _, _, p in group.items for q in p.posts if q.role == post.role for s, how in q.states if how == "of"
    }
    draft = post_thing(context, sentence, item, post, elsewhere)
    if draft is None:
        return
    start, end = context.annotation.span(item.start, item.end)
    predicate = "formerlyHeldPost" if post.former else "holdsPost"
    person.traits.add(("role" if not post.former else "former-role", post.role))
    person.traits.update(("field", f) for f in post.fields)
    person.traits.update(("state", s) for s in draft.values("state"))
    context.registry.say(Statement(person.id, predicate, draft.id, start, end, _RULE))
    if post.role == "Member" and not post.former:
        for body in (context.bodies.get(b.start) for b in post.bodies):
            if body:
                context.registry.say(Statement(person.id, "memberOf", body, start, end, _RULE))


def post_thing(context: Context, sentence: Sentence, item: Item, post: Post, elsewhere: set[str]) -> Draft | None:
    """The post as a thing: its role, and the body or state in which it stands. elsewhere: states named for it in other places."""
    shared = context.annotation.knowledge.shared
    role = special_role(shared.posts, post)
    role = _placed_role(context, post, role)
    sent = role in shared.posts["sent"]["roles"]
    of = [s for s, how in post.states if how == "of" or not sent]
    to = [s for s, how in post.states if how == "to" and sent]
    body = next((b for b in post.bodies if context.bodies.get(b.start)), None)
    at = context.bodies[body.start] if body is not None else _headed(context, post)
    state = of[0] if of else body.state if body is not None and body.state else ""
    if not state and not at and role in shared.posts["national"]["roles"] + shared.posts["sent"]["roles"]:
        state = owner(context, sentence, item, elsewhere)
    place = post.places[0] if post.places and not sent else ""
    where, owner_id = _where(context, post, at, state, place)
    if sent and to:
        where += ">" + country(to[0])
    identity = f"post/{role}@{where}"
    draft = context.registry.thing(identity, "Post", identity if "?" not in where and not where.startswith("t") else "")
    start, end = context.annotation.span(item.start, item.end)
    say = context.registry.say
    say(Statement(draft.id, "postRole", role, start, end, _RULE, "concept"))
    if owner_id:
        say(Statement(draft.id, "postIn", owner_id, start, end, _RULE))
    if state:
        draft.traits.add(("state", state))
        say(Statement(draft.id, "ofState", known_thing(context, state).id, start, end, _RULE))
    draft.traits.add(("role", role))
    draft.traits.update(("field", f) for f in post.fields)
    if where.startswith("ministry/"):
        draft.traits.add(("ministry", where.split(">")[0]))
    for receiver in to:
        say(Statement(draft.id, "accreditedTo", known_thing(context, receiver).id, start, end, _RULE))
    return draft


def _placed_role(context: Context, post: Post, role: str) -> str:
    """What some roles become in a state, or in a party."""
    tables, drafts = context.annotation.knowledge.shared.posts, context.registry.drafts
    if post.states and not post.bodies and not post.fields and not post.heads:
        return str(tables["of_state"].get(role, role))
    kinds = {drafts[t].kind for b in post.bodies if (t := context.bodies.get(b.start))}
    return str(tables["of_party"].get(role, role)) if "PoliticalParty" in kinds else role


def special_role(posts: dict[str, dict[str, str]] | object, post: Post) -> str:
    """The role, made more special by its field where there is such a role."""
    table = posts["special"]  # type: ignore[index]
    return str(next((table[f"{post.role}/{f}"] for f in post.fields if f"{post.role}/{f}" in table), post.role))


def _headed(context: Context, post: Post) -> str:
    """ "The agency's chief": the body with that head noun of which the article spoke last before."""
    for head in post.heads:
        held = [
            (max(s for s, _ in d.spans), d.id)
            for d in context.registry.drafts.values()
            if d.spans and head in d.values("head")
        ]
        before = [pair for pair in held if pair[0] < context.annotation.tokens[post.start].start] or held
        if before:
            return max(before)[1]
    return ""


def _where(context: Context, post: Post, thing: str, state: str, place: str) -> tuple[str, str]:
    """(what tells the post from others of its role, id of the thing in which it stands)."""
    registry = context.registry
    if thing:
        return registry.drafts[thing].key or thing, thing
    if post.fields:
        key = f"ministry/{country(state) or '?'}/{'+'.join(sorted(set(post.fields)))}"
        ministry = registry.find(key)
        return key, ministry.id if ministry else known_thing(context, state).id if state else ""
    if place:
        return place, known_thing(context, place).id
    if state:
        return state, known_thing(context, state).id
    return "?", ""


def _plain_mentions(context: Context, groups: Iterable[_Group]) -> None:
    """Names without a title: the full name, or a part of it that only one person of the article has."""
    known = [(g, d) for g in groups if (d := context.registry.find("person/" + " ".join(g.words)))]
    parts: dict[str, list[tuple[_Group, Draft]]] = defaultdict(list)
    for group, draft in known:
        for word in group.words:
            parts[word[:2]].append((group, draft))  # endings never reach the first two letters
    for sentence in context.annotation.sentences:
        at = 0
        while at < len(sentence.items):
            found = _mention_at(context, sentence.items, at, parts)
            if found:
                draft, size = found
                items = sentence.items[at : at + size]
                person = Person(items[0].start, items[-1].end, (items[0].start, items[-1].end))
                sentence.items[at : at + size] = [Item("1", person.start, person.end, (), person)]
                draft.spans.add(context.annotation.span(person.start, person.end))
                context.things[person.start] = draft.id
            at += 1


def _mention_at(
    context: Context, items: Sequence[Item], at: int, parts: dict[str, list[tuple[_Group, Draft]]]
) -> tuple[Draft, int] | None:
    if items[at].symbol not in "NVIn" or items[at].phrase is not None:
        return None
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    held = parts.get(plain(context.annotation.tokens[items[at].start].text)[:2])
    if not held:
        return None
    size, words = 0, []
    while at + size < len(items) and items[at + size].symbol in "NVInp-LF" and size < 6:
        if items[at + size].symbol != "-":
            words.append(plain(context.annotation.tokens[items[at + size].start].text))
        size += 1
    for length in range(size, 0, -1):
        run = [w for i, w in zip(items[at : at + length], words, strict=False) if i.symbol != "-"]
        fitting = {
            d.id: d for g, d in held if run and _fits(context, run, g.words) and (len(run) > 1 or len(run[0]) > 2)
        }
        if len(fitting) == 1:
            return next(iter(fitting.values())), length
    return None


def _role_mentions(context: Context, groups: Iterable[_Group]) -> None:
    """A title without a name stands for the one person of the article who holds that post."""
    holders: dict[str, list[tuple[Draft, Post]]] = defaultdict(list)
    for group in groups:
        draft = context.registry.find("person/" + " ".join(group.words))
        for _, _, person in group.items:
            for post in person.posts:
                if draft is not None and not post.former:
                    holders[post.role].append((draft, post))
    for sentence in context.annotation.sentences:
        for item in sentence.items:
            if isinstance(item.phrase, Post):
                fitting = {
                    d.id
                    for d, post in holders[item.phrase.role]
                    if _compatible(item.phrase, post, set(d.values("state")))
                }
                if len(fitting) == 1:
                    context.things[item.start] = next(iter(fitting))


def _compatible(said: Post, held: Post, worked_out: set[str]) -> bool:
    """Whether nothing that the bare title says is missing from the holder's post."""
    states = {s for s, _ in said.states}
    return (
        set(said.fields) <= set(held.fields)
        and (not states or bool(states & ({s for s, _ in held.states} or worked_out)))
        and not said.former
    )
