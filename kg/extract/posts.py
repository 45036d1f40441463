"""Posts as things: the role, and the body or state in which it stands."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Item, Person, Post
from kg.extract.bodies import country, known_thing, owner
from kg.extract.context import Context
from kg.extract.registry import Draft
from kg.model import Statement

_RULE = "title-and-name"


def counterpart_post(context: Context, post: Post) -> Post | None:
    """ "Her Iranian counterpart": the post spoken of last before, in another state."""
    items = [i for s in context.annotation.sentences for i in s.items if i.start < post.start]
    posts = [p for i in items if isinstance(i.phrase, Person) for p in i.phrase.posts]
    before = [p for p in posts if p.role and not p.counterpart]
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


def post_thing(context: Context, sentence: Sentence, item: Item, post: Post, elsewhere: set[str]) -> Draft | None:
    """The post as a thing: its role, and the body or state in which it stands. elsewhere: states named for it in
    other places.
    """
    shared = context.annotation.knowledge.shared
    role = special_role(shared.posts, post)
    role = _placed_role(context, post, role)
    sent = role in shared.posts["sent"]["roles"]
    of = [s for s, how in post.states if how == "of" or not sent]
    to = [s for s, how in post.states if how == "to" and sent]
    held = [b for b in post.bodies if context.bodies.get(b.start)]
    body = min(
        held, key=lambda b: context.registry.drafts[context.bodies[b.start]].kind == "PoliticalParty", default=None
    )
    at = context.bodies[body.start] if body is not None else _headed(context, post)
    if sent and at and context.registry.drafts[at].kind == "InternationalOrganization":
        receiver, at, body = at, "", None  # a representative at an organization stands for his state
    else:
        receiver = ""
    state = of[0] if of else body.state if body is not None and body.state else ""
    if (
        not state
        and not at
        and not post.shared
        and role in shared.posts["national"]["roles"] + shared.posts["sent"]["roles"]
    ):
        state = owner(context, sentence, item, elsewhere)
    place = post.places[0] if post.places and not sent else ""
    where, owner_id = _where(context, post, at, state, place)
    if sent and (to or receiver):
        where += ">" + (country(to[0]) if to else context.registry.drafts[receiver].key or receiver)
    identity = f"post/{role}@{where}" + (f"?{item.start}" if post.shared and "?" in where else "")
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
    for receiving in (*((receiver,) if receiver else ()), *(known_thing(context, key).id for key in to)):
        say(Statement(draft.id, "accreditedTo", receiving, start, end, _RULE))
    return draft


def _placed_role(context: Context, post: Post, role: str) -> str:
    """What some roles become in a state, or in a party."""
    tables, drafts = context.annotation.knowledge.shared.posts, context.registry.drafts
    if post.states and not post.bodies and not post.fields and not post.heads:
        return str(tables["of_state"].get(role, role))
    bodies = [drafts[t] for b in post.bodies[:1] if (t := context.bodies.get(b.start))]
    heads = [h for d in bodies for h in (d.key.split("/")[0], *d.values("head"))]
    role = str(next((tables["of_head"][f"{role}/{h}"] for h in heads if f"{role}/{h}" in tables["of_head"]), role))
    kinds = {d.kind for d in bodies}
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
