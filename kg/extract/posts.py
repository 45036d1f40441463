"""Posts as things: the role, and the body or state in which it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Item, Person, Post
from kg.extract.bodies import country, known_thing
from kg.extract.context import Context
from kg.extract.owners import bodies_in, owner, states_in
from kg.extract.registry import Draft
from kg.model import Statement

_RULE = "title-and-name"
_BESIDE = 4  # items
_ASSUMED = ("assumed", "state")


def counterpart_post(context: Context, post: Post) -> Post | None:
    """ "Her Iranian counterpart": the post of the person whom the sentence names last before, else the one spoken of
    last before, in another state.
    """
    items = [i for s in context.annotation.sentences for i in s.items if i.start < post.start]
    posts = [p for i in items if isinstance(i.phrase, Person) for p in i.phrase.posts]
    before = [p for p in posts if p.role and not p.counterpart]
    if not before or not post.states:
        return None
    bare = next((i.phrase for i in reversed(items[-_BESIDE:]) if isinstance(i.phrase, Post)), None)  # "the minister"
    last = next((p for p in reversed(before) if bare is None or p.role == bare.role), before[-1])
    last = last if bare else _of_the_named(context, post, before) or last
    bodies = tuple(replace(b, start=post.start, state=post.states[0][0], key="") for b in last.bodies if not b.key)
    return Post(
        post.start,
        post.end,
        last.role,
        (*last.fields, *(f for b in last.bodies for f in b.fields)),
        bodies,
        post.states,
    )


def _of_the_named(context: Context, post: Post, posts: Sequence[Post]) -> Post | None:
    """The post of the person whose surname alone stands last before a counterpart in his sentence."""
    tokens = context.annotation.tokens
    people = [i.phrase for s in context.annotation.sentences for i in s.items if isinstance(i.phrase, Person)]
    held = {tokens[p.name[1] - 1].text: p.posts[0] for p in people if p.posts and p.posts[0] in posts}
    start = next((s.start for s in context.annotation.sentences if s.start <= post.start < s.end), post.start)
    return next((held[t.text] for t in reversed(tokens[start : post.start]) if t.text in held), None)


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
    at = (
        context.bodies[body.start]
        if body is not None
        else _headed(context, post) or _its(context, sentence, item, post)
    )
    if sent and at and not post.serves and _receives(context, at):
        receiver, at, body = at, "", None  # a representative at an organization stands for his state
    else:
        receiver = ""
    state = of[0] if of else body.state if body is not None and body.state else ""
    national = role in shared.posts["national"]["roles"] + shared.posts["sent"]["roles"] or bool(_single(context, post))
    assumed = False
    if not state and not at and not post.shared and national:
        if sent and _behind_possessive(sentence, item):
            post.possessed = True  # "该国驻吉布提大使": that state's
        told = possessor(context, post, to)
        state = told or owner(context, sentence, item, elsewhere, sent)
        assumed = not told and not _named_near(context, sentence, state)
        state = "" if state in to else state
        for row in shared.posts["lacking"].values():
            if role in row["roles"] and country(state) in row["states"]:
                state = context.scene if country(context.scene) not in row["states"] else ""
    if at and context.registry.drafts[at].kind == "Committee":
        role = str(shared.posts["of_committee"].get(role, role))
    place = post.places[0] if post.places and not sent else ""
    where, owner_id = _where(context, post, at, state, place)
    if sent and (to or receiver):
        where += ">" + (country(to[0]) if to else context.registry.drafts[receiver].key or receiver)
    identity = f"post/{role}@{where}" + (f"?{item.start}" if post.shared and "?" in where else "")
    draft = context.registry.thing(identity, "Post", identity if "?" not in where and not where.startswith("t") else "")
    if not assumed:
        draft.traits.discard(_ASSUMED)
    elif not draft.traits:  # what the article has told once, is told
        draft.traits.add(_ASSUMED)
    start, end = context.annotation.span(item.start, item.end)
    say = context.registry.say
    say(Statement(draft.id, "postRole", role, start, end, _RULE, "concept"))
    if state and not at and not of and any(state in states_in(i) for i in sentence.items):
        start, end = context.span(sentence)  # whose post it is, words farther off tell
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


def _named_near(context: Context, sentence: Sentence, state: str) -> bool:
    """Whether a sentence or the one before names a state, or a body of it."""
    order = context.annotation.sentences.index(sentence)
    near = context.annotation.sentences[max(0, order - 1) : order + 1]
    items = [i for s in near for i in s.items]
    bodies = [context.registry.drafts[t] for i in items for b in bodies_in(i) if (t := context.bodies.get(b.start))]
    inside = {value for body in bodies for trait in ("state", "ofState") for value in body.values(trait)}
    return state in inside or any(state in states_in(i) for i in items)


def _receives(context: Context, thing: str) -> bool:
    """Whether envoys are sent to a body: to an international organization, or an office of one."""
    draft = context.registry.drafts[thing]
    whole = [context.registry.find(key) for key in (*draft.values("whose"), *draft.values("partOf"))]
    return any(d is not None and d.kind == "InternationalOrganization" for d in (draft, *whole))


def _behind_possessive(sentence: Sentence, item: Item) -> bool:
    at = sentence.items.index(item)
    return at > 0 and sentence.items[at - 1].entry("possessive") is not None


def possessor(context: Context, post: Post, to: Sequence[str]) -> str:
    """Whose a post is that has a pronoun with it: the state named last before ("its ambassador to Djibouti")."""
    if not post.possessed:
        return ""
    items = [i for s in context.annotation.sentences for i in s.items if i.start < post.start]
    states = (s for i in reversed(items) for s in states_in(i) if i.symbol in "SAOP1")
    return next((s for s in states if s not in to), "")


def of_ministry(context: Context, post: Post) -> Post:
    """The post of a ministry's head, who is its minister: "глава МИД"; any other post as it is."""
    roles = context.annotation.knowledge.shared.posts["of_ministry"]
    ministry = next((b for b in post.bodies if b.head == "ministry" or b.key.startswith("ministry/")), None)
    if post.role not in roles or not _chief(context, post) or not (ministry or (post.shared and post.fields)):
        return post
    told = (ministry.fields or tuple(ministry.key.split("/")[-1].split("+"))) if ministry is not None else ()
    return replace(post, role=roles[post.role], fields=post.fields or told)


def _chief(context: Context, post: Post) -> bool:
    """Whether a title is a word for a minister where it stands with a ministry, unlike "director of a department"."""
    lexicon = context.annotation.knowledge.lexicon
    written = [t.keys[0] for t in context.annotation.tokens[slice(*post.word)] if t.text != "-"]
    return any(lexicon.tokenizer.term(form) == written for form in lexicon.language.words("words", "chief"))


def _placed_role(context: Context, post: Post, role: str) -> str:
    """What some roles become in a state, a region, or a body of some kind."""
    tables, drafts = context.annotation.knowledge.shared.posts, context.registry.drafts
    inside = [drafts[t] for b in post.bodies if (t := context.bodies.get(b.start))]
    nouns = [n for d in inside for n in (*d.values("head"), d.key.split("/")[0], d.kind)]
    rows = context.annotation.knowledge.shared.heads
    nouns += [n for h in post.heads for n in (h, str(rows[h].get("class", "")))]
    for noun in nouns:
        if found := tables["of_body"].get(f"{role}/{noun}"):
            return str(found)
    if post.states and not post.bodies and not post.fields and not post.heads:
        return str(tables["of_state"].get(role, role))
    if post.places and not post.states and not post.bodies and not _capital(context, post.places[0]):
        return str(tables["of_place"].get(role, role))
    return role


def _capital(context: Context, place: str) -> bool:
    """Whether a place is a state's capital, which may stand for the state."""
    gazetteer = context.annotation.knowledge.shared.gazetteer
    concept = gazetteer.get(place)
    whole = gazetteer.get(concept.within) if concept is not None else None
    return whole is not None and whole.capital == place


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


def _its(context: Context, sentence: Sentence, item: Item, post: Post) -> str:
    """ "Its chairman": of the body of which the article spoke last before."""
    at = sentence.items.index(item)
    tables = context.annotation.knowledge.shared.posts
    if not at or sentence.items[at - 1].entry("possessive") is None:
        return ""
    if post.role in tables["national"]["roles"] and not _of_a_body_told(context, sentence):
        return ""
    if post.states or post.fields or post.heads or post.places:
        return ""
    near = [s for s in context.annotation.sentences if s.start <= sentence.start][-3:]
    said = [b.start for s in near for i in s.items if i.start < item.start for b in bodies_in(i)]
    spoken = [t for start in said if (t := context.bodies.get(start, ""))]
    return next((t for t in reversed(spoken) if context.registry.drafts[t].kind != "State"), "")


def _of_a_body_told(context: Context, sentence: Sentence) -> bool:
    """Whether the sentence before speaks of a body that is no authority, and of no state: "The Society of Anglers is
    against it. ITS PRESIDENT, X".
    """
    order = context.annotation.sentences.index(sentence)
    told = context.annotation.sentences[order - 1].items if order else []
    bodies = [context.bodies.get(b.start, "") for i in told[:_BESIDE] for b in bodies_in(i)]
    kinds = {context.registry.drafts[b].kind for b in bodies if b}
    return bool(kinds) and "GovernmentBody" not in kinds and not any(i.symbol in "SA" for i in told)


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
        return place, (registry.find(place) or known_thing(context, place)).id
    if state:
        head = _single(context, post)
        key = f"{head}/{country(state)}" if head else state
        return key, (registry.find(key) or known_thing(context, state)).id
    return "?", ""


def _single(context: Context, post: Post) -> str:
    """The noun of a body of which a state has but one, written small and without more: "the speaker of parliament"."""
    rows = context.annotation.knowledge.shared.heads
    return next((h for h in post.heads if rows[h].get("single") and not rows[h].get("silent")), "")
