"""One article to its reading: the whole of annotation and extraction, a pure function of the article and the
knowledge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Treaty
from kg.extract.acts import act_frames
from kg.extract.bodies import name_bodies
from kg.extract.ceremonies import join_ceremonies
from kg.extract.chairs import name_chairs
from kg.extract.context import Context, open_context
from kg.extract.coordination import part_clauses
from kg.extract.counts import fill_counts
from kg.extract.echo import echo
from kg.extract.effect import effects
from kg.extract.events import name_events
from kg.extract.frame import Frame
from kg.extract.gatherings import fill_relations, gathering_frames, mentions_treaty
from kg.extract.only import drop_restrictions
from kg.extract.people import name_people
from kg.extract.treaty_names import name_treaties
from kg.extract.verblast import relatives, topic_of
from kg.extract.view import View
from kg.extract.views import view_of
from kg.extract.votes import steps
from kg.identify import identify
from kg.knowledge import Knowledge
from kg.model import Article, Omission, Reading, Statement


def read_article(article: Article, knowledge: Knowledge) -> Reading:
    """Read one article.

    Args:
        article: as its format gives it. knowledge: the ontology's knowledge.

    Returns:
        Its reading; one without things where the language is not known, with an omission that says so.
    """
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    code, other = identify(article, knowledge.codes, knowledge.own_words)
    if not code:
        reason = f"no language file for {other!r}; there are: {', '.join(knowledge.codes)}"
        return Reading(article.identifier, digest, other, omissions=(Omission(reason, 0, len(article.text)),))
    context = open_context(annotate(article, knowledge.language(code)))
    name_bodies(context)
    name_people(context)
    name_treaties(context)
    frames = _frames(context)
    steps(context, frames)
    name_events(context, frames)
    _drop_weak(context)
    return _reading(context, digest, code)


def _frames(context: Context) -> list[Frame]:
    """Everything that the sentences tell, in order."""
    told: list[Frame] = []
    last = ""
    for order, sentence in enumerate(context.annotation.sentences):
        view = view_of(context, sentence, order)
        view.relatives = relatives(view)
        drop_restrictions(view)
        part_clauses(view)
        echo(view, told)
        name_chairs(view)
        if _new_paragraph(view) and _of_the_past(context, last, told):
            last = ""
        acts = effects(view, list(act_frames(view, last or context.main_treaty)), told)
        frames = [*acts, *gathering_frames(view)]
        for frame in frames:
            if frame.kind == "Negotiation" and not frame.treaty:
                frame.treaty = last or context.main_treaty  # "the negotiations took five rounds"
        join_ceremonies(view, frames, told)
        for prop, treaty, agent, span in fill_relations(view, frames, told):
            context.registry.say(Statement(treaty, prop, agent, *span, rule=prop))
        for treaty, count in fill_counts(view, frames, told):
            context.registry.say(count.statement(treaty))
        told.extend(frames)
        context.topic = topic_of(view) or context.topic
        last = _spoken_of(context, view, frames, last)
    return told


def _drop_weak(context: Context) -> None:
    """A treaty noun in small letters that no act is about was a deal or an understanding, and no instrument."""
    registry = context.registry
    acted = {s.object for s in registry.statements.values() if s.predicate == "treaty"}
    for draft in [d for d in registry.drafts.values() if d.kind == "Treaty" and ("weak", "name") in d.traits]:
        draft.traits.discard(("weak", "name"))
        if draft.id not in acted and draft.id != context.main_treaty:
            registry.drop(draft.id)


def _spoken_of(context: Context, view: View, frames: Sequence[Frame], last: str) -> str:
    """The treaty that a next sentence without one speaks of.

    What something was done to, else what the sentence is about (the treaty that it opens with), else the main one.
    """
    acted = [f.treaty for f in frames if f.treaty]
    if acted:
        return acted[-1]
    named = view.treaties()
    if named and not any(g.start < named[0] for g in view.groups):
        return context.thing_of(view.items[named[0]])
    other = mentions_treaty(view)
    if last and not any(isinstance(i.phrase, Treaty) for i in view.items) and _new_paragraph(view):
        return ""  # of another treaty than the main one nothing more is told
    return other if not last or other == context.main_treaty else last


def _of_the_past(context: Context, treaty: str, told: Sequence[Frame]) -> bool:
    """Whether all that is told of a treaty other than the main one was in earlier years: background by the way."""
    days = [frame.date.start if frame.date else "" for frame in told if frame.treaty == treaty]
    now = f"{context.published.year:04}" if context.published else ""
    return treaty != context.main_treaty and bool(days) and all(d[:4].isdecimal() and d[:4] < now for d in days)


def _new_paragraph(view: View) -> bool:
    """Whether a sentence opens a paragraph."""
    sentences = view.context.annotation.sentences
    return view.order > 0 and sentences[view.order - 1].zone != view.sentence.zone


def _reading(context: Context, digest: str, code: str) -> Reading:
    annotation, registry = context.annotation, context.registry
    article = annotation.article
    headline = article.headline or next(
        (" ".join(article.text[z.start : z.end].split()) for z in annotation.zones if z.kind == "headline"), ""
    )
    return Reading(
        identifier=article.identifier,
        digest=digest,
        language=code,
        headline=headline,
        published=context.published.isoformat() if context.published else "",
        published_basis=("Stated" if context.stated else "Inferred") if context.published else "",
        source=article.source or annotation.source,
        zones=tuple(annotation.zones),
        things=registry.things(),
        mentions=registry.mentions(),
        statements=tuple(
            sorted(registry.statements.values(), key=lambda s: (s.start, s.end, s.subject, s.predicate, s.object))
        ),
    )
