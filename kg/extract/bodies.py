"""States, places and bodies of an article as things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Body, Item
from kg.extract.bare_bodies import bare_heads
from kg.extract.body_names import base_name
from kg.extract.context import Context
from kg.extract.owners import bodies_in, owner
from kg.extract.registry import Draft
from kg.model import Statement

_RULE = "body-phrase"


def country(state: str) -> str:
    """ "VN" of "state/VN"."""
    return state.removeprefix("state/")


def name_bodies(context: Context) -> None:
    """Register every state, place and body of the article, and what their phrases say of whose they are."""
    known = _stated_owners(context)
    for sentence in context.annotation.sentences:
        for item in sentence.items:
            for named in (item,) if item.phrase is None else item.phrase.inner:
                if named.symbol in "SAL":
                    _register_known(context, named)
            for body in bodies_in(item):
                _register_body(context, sentence, item, body, known)
    bare_heads(context)


def known_thing(context: Context, key: str, text: str = "", span: tuple[int, int] = (0, 0)) -> Draft:
    """The thing of a gazetteer concept, with what the gazetteer says of it."""
    concept = context.annotation.knowledge.shared.gazetteer[key]
    draft = context.registry.thing(key, concept.kind, key)
    draft.named(text, *span)
    return draft


def _register_known(context: Context, item: Item) -> None:
    entry = item.entry("state", "adjective", "place", "new_place", "small_place")
    if entry is None:
        return
    span = context.annotation.span(item.start, item.end)
    if entry.category in ("new_place", "small_place"):
        number, _, state = entry.value.partition("/") if entry.category == "small_place" else ("", "", entry.value)
        place = context.registry.thing(f"place/{entry.base}", "Place", f"place/{number}" if number else "")
        place.named(entry.base, *span)
        if state:
            place.traits.add(("state", state if "/" in state else f"state/{state}"))
        place.spans.add(span)
        context.things[item.start] = place.id
        return
    # An adjective says that the state is spoken of, but is no name of it.
    name = context.as_written(entry.base, item.start, item.end) if entry.category != "adjective" else ""
    draft = known_thing(context, entry.value, name, span)
    if entry.category == "adjective" and not draft.names:
        label = state_label(context, entry.value)
        draft.named(label, *span)
    draft.spans.add(span)
    context.things[item.start] = draft.id


def state_label(context: Context, key: str) -> str:
    """What the article's language calls a concept of the gazetteer."""
    labels = context.annotation.knowledge.shared.gazetteer[key].labels
    code = context.annotation.knowledge.lexicon.language.code
    return (labels.get(code) or labels.get("en") or ("",))[0]


def _stated_owners(context: Context) -> dict[tuple[str, tuple[str, ...]], dict[str, int]]:
    """(head, fields) -> states that the article names for it, with the token at which it first does."""
    known: dict[tuple[str, tuple[str, ...]], dict[str, int]] = defaultdict(dict)
    for sentence in context.annotation.sentences:
        for item in sentence.items:
            for body in bodies_in(item):
                if body.state:
                    known[body.head, body.fields].setdefault(body.state, body.start)
    return known


def body_identity(body: Body, words: str) -> tuple[str, str]:
    """(identity in the article, key over all articles) of a body. words: its name's plain form."""
    if body.key:
        return body.key, body.key
    if body.fields and body.head == "ministry":
        key = f"ministry/{country(body.state) or '?'}/{'+'.join(sorted(set(body.fields)))}"
        return key, key
    return f"body/{words}", ""


def _register_body(
    context: Context,
    sentence: Sentence,
    item: Item,
    body: Body,
    known: dict[tuple[str, tuple[str, ...]], dict[str, int]],
) -> None:
    annotation = context.annotation
    shared = annotation.knowledge.shared
    row = shared.heads.get(body.head, {})
    national = row.get("national") or body.national or _says_national(context, body, row)
    if not body.key and not body.state and national and not body.whose:
        stated = known.get((body.head, body.fields), {})
        body.state = owner(context, sentence, item, {s for s, at in stated.items() if at < body.start})
    if row.get("silent"):
        if body.state and row.get("class") and body.head == "government":
            context.bodies[body.start] = known_thing(context, body.state).id
            _stand(context, item, body)
        return
    if body.bare and row.get("single"):
        if not body.state:
            return
        body.key = f"{body.head}/{country(body.state)}"
    span = annotation.span(*body.name)
    draft = _draft(context, body, annotation.text(*body.name))
    draft.spans.add(span)
    if body.acronym and body.start <= body.name[1] < body.end:  # not where the short form stands alone
        draft.named(body.acronym, *annotation.span(body.name[1], body.end))
    if full := _with_owner(context, body, row):
        draft.named(*full, False)
    context.bodies[body.start] = draft.id
    _stand(context, item, body)
    start, end = context.span(sentence)
    for owner_key, predicate in ((body.state, "ofState"), (body.whose, "partOf")):
        if owner_key and owner_key in shared.gazetteer:
            target = known_thing(
                context,
                owner_key,
                _owner_name(context, body, owner_key) if not context.registry.find(owner_key) else "",
                span,
            )
            if target.id != draft.id:
                context.registry.say(Statement(draft.id, predicate, target.id, start, end, _RULE))
    whole = context.bodies.get(body.within.start) if body.within is not None else None
    if whole and whole != draft.id and context.registry.drafts[whole].kind != "State":
        context.registry.say(Statement(draft.id, "partOf", whole, start, end, _RULE))
    concept = shared.gazetteer.get(body.key)
    if concept is not None and concept.part_of and _names(context, sentence, body, concept.part_of):
        parent = context.registry.find(concept.part_of) or known_thing(
            context, concept.part_of, state_label(context, concept.part_of), span
        )
        context.registry.say(Statement(draft.id, "partOf", parent.id, start, end, "known-organ"))
    if concept is not None and concept.of_state and concept.of_state in shared.gazetteer:
        state = known_thing(
            context,
            concept.of_state,
            "" if context.registry.find(concept.of_state) else state_label(context, concept.of_state),
            span,
        )
        context.registry.say(Statement(draft.id, "ofState", state.id, start, end, "known-body"))


def _says_national(context: Context, body: Body, row: Mapping[str, object]) -> bool:
    """Whether an authority's own name says that it is its state's: "the NATIONAL Sports Agency"."""
    lexicon = context.annotation.knowledge.lexicon
    words = frozenset(lexicon.tokenizer.plain(w) for w in lexicon.language.words("body_words", "national"))
    named = context.annotation.tokens[slice(*body.name)] if row.get("class") == "GovernmentBody" else ()
    return any(lexicon.tokenizer.plain(t.text) in words for t in named)


def _with_owner(context: Context, body: Body, row: Mapping[str, object]) -> tuple[str, int, int] | None:
    """A body's name with the owner that closes it, and where it stands: "Badan Atom INDONESIA". None where no owner
    does, or a body of its kind is a state's and not called after it.
    """
    lexicon, (first, last) = context.annotation.knowledge.lexicon, body.name
    owned = (body.state or body.whose) and not body.key and not row.get("national") and not lexicon.declension
    behind = next(
        (m for m in lexicon.phrases.matches(context.annotation.tokens[last : body.end]) if m.start == 0), None
    )
    owner = {e.value for e in behind.entries} if behind is not None else set()
    if not owned or behind is None or not owner & {body.state, body.whose}:
        return None
    end = last + behind.end
    return context.annotation.text(first, end), *context.annotation.span(first, end)


def _owner_name(context: Context, body: Body, key: str) -> str:
    """What the words of a body's phrase call its owner, else what the language does."""
    tokens, lexicon = context.annotation.tokens[body.start : body.end], context.annotation.knowledge.lexicon
    said = (
        e.base for m in lexicon.phrases.matches(tokens) for e in m.entries if e.value == key and e.category == "body"
    )
    return next(said, state_label(context, key))


def _stand(context: Context, item: Item, body: Body) -> None:
    """An item that is a body stands for it."""
    if item.phrase is body:
        context.things[item.start] = context.bodies[body.start]


def _names(context: Context, sentence: Sentence, body: Body, key: str) -> bool:
    """Whether the sentence names an organization, be it inside the body's own name."""
    if any(other.key == key for item in sentence.items for other in bodies_in(item)):
        return True
    annotation = context.annotation
    inner = annotation.tokens[body.name[0] + 1 : body.name[1]]
    return any(e.value == key for m in annotation.knowledge.lexicon.phrases.matches(inner) for e in m.entries)


def _draft(context: Context, body: Body, text: str) -> Draft:
    annotation = context.annotation
    shared, lexicon = annotation.knowledge.shared, annotation.knowledge.lexicon
    span = annotation.span(*body.name)
    concept = shared.gazetteer.get(body.key)
    if concept is not None:
        draft = context.registry.thing(body.key, concept.kind, body.key)
        draft.named(context.as_written(body.base, *body.name), *span)
        for key, predicate in ((concept.of_state, "ofState"), (concept.part_of, "partOf")):
            if key:
                draft.traits.add((predicate, key))
        return draft
    clitics = lexicon.tokenizer.clitics
    words = " ".join(k.keys[0] for k in annotation.tokens[slice(*body.name)] if k.kind == "w")
    words = clitics.bare(words) if clitics is not None else words
    identity, key = body_identity(body, words)
    kind = str(shared.heads.get(body.head, {}).get("class", "Organization"))
    draft = context.registry.thing(identity, kind, key)
    base, sure = base_name(context, body, text)
    draft.named(base, *span, sure)
    if body.head:
        draft.traits.add(("head", body.head))
    draft.traits.update(("field", f) for f in body.fields)
    draft.traits.update(("topic", t) for t in lexicon.topics_in(annotation.tokens[slice(*body.name)]))
    if body.state:
        draft.traits.add(("state", body.state))
    if body.whose:
        draft.traits.add(("whose", body.whose))
    if body.acronym:
        draft.traits.add(("acronym", body.acronym))
    return draft
