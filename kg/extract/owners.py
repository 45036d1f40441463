"""Whose ministry or minister one is that no words beside it tell; the bodies and states that a phrase names."""

from __future__ import annotations

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Body, Item, Person, Post, Treaty
from kg.extract.behalf import represented_state
from kg.extract.context import Context

_OPENING = 3  # items
_BEHIND = 2  # items: where somebody named before a person may stand


def bodies_in(item: Item) -> list[Body]:
    """The bodies that an item is or contains (a post names its body)."""
    phrase = item.phrase
    if phrase is None:
        return []
    if isinstance(phrase, Body):
        return [phrase.within, phrase] if phrase.within is not None else [phrase]
    if isinstance(phrase, Treaty):
        return list(phrase.inside)
    posts = [phrase] if isinstance(phrase, Post) else phrase.posts if isinstance(phrase, Person) else []
    held = [body for post in posts for body in (*post.bodies, *((post.party,) if post.party else ()))]
    return [b for body in held for b in ([body.within, body] if body.within is not None else [body])]


def states_in(item: Item) -> list[str]:
    """Keys of the states that an item names, however deep inside."""
    if item.phrase is None:
        entry = item.entry("state", "adjective") if item.symbol in "SA" else None
        return [entry.value] if entry else []
    phrase = item.phrase
    posts = [phrase] if isinstance(phrase, Post) else phrase.posts if isinstance(phrase, Person) else []
    out = [state for post in posts for state, _ in post.states]
    return (
        out
        + [body.state for body in bodies_in(item) if body.state]
        + list(getattr(phrase, "states", ()) if not posts else ())
    )


def owner(context: Context, sentence: Sentence, item: Item, known: set[str] | None = None, sent: bool = False) -> str:
    """The state that an unspecified national body or post belongs to; "" where the article leaves it open.

    sent: whether it is an envoy's post. In this order: the possessor in the sentence or the one before ("Vietnam, ...
    its Ministry"), for whom he acts ("For Vietnam minister X signed"), the state that the article names for the same
    thing elsewhere, for a holder with a foreign name the state where the news happens, the state that the article
    speaks from.
    """
    possessor = _possessor(context, sentence, item) or represented_state(context, sentence, item)
    if possessor := possessor or _opening_state(sentence, item) or _there(context, sentence, item):
        return possessor
    told = _spoken_of(context, sentence) if isinstance(item.phrase, Person) else ""
    if told and _capital_of(context, told) in [e.value for i in sentence.items if (e := i.entry("place"))]:
        return told
    if _native(context, item):
        return context.home
    if known and len(known) == 1:
        return next(iter(known))
    if _of_scene(context, sentence, item):
        return context.scene
    if isinstance(item.phrase, Person) and item.phrase.foreign:
        return _visited(context, sentence, item) or context.scene
    return (_spoken_of(context, sentence) if sent else "") or context.home_at(sentence, item.start)


def _of_scene(context: Context, sentence: Sentence, item: Item) -> bool:
    """Whether a person is met where home's official has gone, or is the one who comes to home from there."""
    if not isinstance(item.phrase, Person) or not context.scene:
        return False
    matches = (context.annotation.clauses.get(i.start) for i in sentence.items)
    acts = {e.value.partition(".")[0] for m in matches if m is not None for e in m.entries if e.category == "act"}
    if sentence.items.index(item) < _BEHIND:
        there = any(i.symbol == "S" and context.home in states_in(i) for i in sentence.items)
        return "Visit" in acts and there and not context.travels
    return context.travels and "Meeting" in acts


def _spoken_of(context: Context, sentence: Sentence) -> str:
    """The state with which the sentence before opens, if it names no other: "With India it is harder. Ambassador X"."""
    order = context.annotation.sentences.index(sentence)
    if not order or context.annotation.knowledge.lexicon.language.writing.order == "SOV":
        return ""
    own = sentence.items[:_OPENING]
    if any(i.symbol == "S" for i in own):
        return next((s for i in own if i.symbol == "S" for s in states_in(i)), "")  # "Romania will, said ambassador X"
    if context.annotation.sentences[order - 1].zone != sentence.zone:
        return ""
    items = context.annotation.sentences[order - 1].items
    told = {s for i in items if i.symbol == "S" for s in states_in(i)}
    opens = any(i.symbol == "S" for i in items[:_OPENING])
    return told.pop() if opens and len(told) == 1 else ""


def _capital_of(context: Context, state: str) -> str:
    """Key of a state's capital: who speaks there of what his state does is no guest."""
    concept = context.annotation.knowledge.shared.gazetteer.get(state)
    return concept.capital if concept is not None else ""


def _there(context: Context, sentence: Sentence, item: Item) -> str:
    """The foreign state of a place where a person is met: "flies to Oslo, WHERE she meets prime minister X"."""
    if not isinstance(item.phrase, Person):
        return ""
    items, clauses = sentence.items, context.annotation.clauses
    for at in range(items.index(item) - 1, 1, -1):
        match = clauses.get(items[at].start)
        opens = match is not None and any(e.category == "clause" for e in match.entries)
        if items[at].symbol in ";:" or (opens and items[at - 1].symbol != ","):
            return ""
        if opens:
            entry = items[at - 2].entry("place") if items[at - 2].symbol == "L" else None
            concept = context.annotation.knowledge.shared.gazetteer.get(entry.value) if entry else None
            state = concept.within if concept is not None else ""
            return state if state.startswith("state/") and state != context.home else ""
    return ""


def _visited(context: Context, sentence: Sentence, item: Item) -> str:
    """The state, or the state of the place, named last before a person in his sentence: "went to Rome and met X"."""
    if not context.annotation.knowledge.lexicon.tokenizer.particles:
        return ""
    gazetteer = context.annotation.knowledge.shared.gazetteer
    for before in reversed([i for i in sentence.items if i.end <= item.start and i.symbol in "SL"]):
        entry = before.entry("state", "place")
        concept = gazetteer.get(entry.value) if entry else None
        state = concept.key if concept is not None and before.symbol == "S" else concept.within if concept else ""
        if state.startswith("state/") and state != context.home:
            return state
    return ""


def _native(context: Context, item: Item) -> bool:
    """Whether a holder bears one of the surnames of the language's own state, where it lists them and has one."""
    lexicon = context.annotation.knowledge.lexicon
    if not isinstance(item.phrase, Person) or not context.home or not lexicon.language.writing.case:
        return False
    first = context.annotation.tokens[item.phrase.name[0]].text
    home = lexicon.language.home
    return lexicon.tokenizer.plain(first) in lexicon.surnames and context.home == f"state/{home}"


def _possessor(context: Context, sentence: Sentence, item: Item) -> str:
    """The nearest state before a possessive word that stands right before the item."""
    items = sentence.items
    at = items.index(item)
    if at and items[at - 1].symbol == "v" and items[at - 1].entry("possessive"):
        for before in reversed(items[: at - 1]):
            if before.symbol in "SA" and (states := states_in(before)):
                return states[0]
        order = context.annotation.sentences.index(sentence)
        for told in context.annotation.sentences[order - 1 : order]:
            return next((s for i in told.items for s in states_in(i)), "")
    if context.annotation.knowledge.lexicon.language.writing.family.startswith("title-last"):
        whole = items[at - 2] if at > 1 and items[at - 1].symbol == "o" else items[at - 1] if at else None
        if whole is not None and isinstance(whole.phrase, Body):
            return whole.phrase.state  # "the Italian parliament's upper house, the senate"
    return ""


def _opening_state(sentence: Sentence, item: Item) -> str:
    """The state that opens the sentence, with a comma behind it, for a body: "India, ... the ministry"."""
    items = sentence.items
    aside = isinstance(item.phrase, Body) and [i.symbol for i in items[:2]] == ["S", ","]
    return states_in(items[0])[0] if aside else ""
