"""Who chairs a body by what a verb tells: "senator X, who chairs the committee on Y", holds a post in it."""

from __future__ import annotations

from kg.extract.doers import doers
from kg.extract.slots import kind_of
from kg.extract.status import status_of
from kg.extract.view import Cue, View
from kg.model import Statement

_BODIES = ("Committee", "GovernmentBody", "Organization", "Association", "PoliticalParty", "Company")
_ROLE = "Chairperson"
_RULE = "chairs-body"


def name_chairs(view: View) -> None:
    """Say the posts that the sentence's verbs of chairing tell; those verbs then tell of no gathering."""
    found = {cue: body for cue in view.of("relation") if (body := _body(view, cue))}
    for cue, body in found.items():
        if status_of(view, cue) == "Happened":
            for person in doers(view, cue, ["Official"])[:1]:
                _say(view, person, body)
    view.cues = [cue for cue in view.cues if cue not in found]


def _body(view: View, cue: Cue) -> str:
    """Thing id of the body right behind a verb of chairing, "" where there is none."""
    if cue.value != "chair" or cue.form != "active":
        return ""
    at = cue.end
    while at < len(view.items) and view.items[at].symbol == "d":
        at += 1
    thing = view.context.thing_of(view.items[at]) if at < len(view.items) and view.items[at].symbol == "O" else ""
    return thing if thing and kind_of(view.context, thing) in _BODIES else ""


def _say(view: View, person: str, body: str) -> None:
    registry, posts = view.context.registry, view.context.annotation.knowledge.shared.posts
    draft = registry.drafts[body]
    nouns = (*draft.values("head"), draft.key.split("/")[0])
    role = next((str(r) for n in nouns if (r := posts["of_body"].get(f"{_ROLE}/{n}"))), _ROLE)
    post = registry.thing(f"post/{role}@{draft.key or body}", "Post")
    post.traits.add(("role", role))
    registry.drafts[person].traits.add(("role", role))
    registry.say(Statement(post.id, "postRole", role, *view.span(), _RULE, "concept"))
    registry.say(Statement(post.id, "postIn", body, *view.span(), _RULE))
    registry.say(Statement(person, "holdsPost", post.id, *view.span(), _RULE))
