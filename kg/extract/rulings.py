"""What courts rule and what cabinets, chambers and committees agree to: decisions that set up no body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.extract.context import Context
from kg.extract.frame import Frame
from kg.extract.slots import DECIDING, NOUNS, gap, kind_of, near
from kg.extract.view import Cue, View

_CHAMBERS = ("parliament", "upper-house", "lower-house")
_AGREED = ("Signing", "Ratification", "Withdrawal")  # acts that a body agrees to before its state does them
_NEAR = 7  # items between a verb and what is agreed to


def drop_idle(view: View) -> None:
    """Take away verbs of ruling and agreeing where nobody in the sentence could: they are ordinary verbs elsewhere.

    Args:
        view: the sentence; its cues are changed.
    """
    forms = {base for c in view.of("act") if (base := _base(c)) in DECIDING}
    if not forms:
        return
    rows = view.context.annotation.knowledge.shared.frames["Decision"]["forms"]
    things = _things(view)
    if not any(c.value in _AGREED and c.form in NOUNS for c in view.of("act")):
        things = {t for t in things if kind_of(view.context, t) != "State"}  # which agree to nothing but an act
    idle = {base for base in forms if not any(able(view.context, t, rows[base]) for t in things)}
    view.cues = [c for c in view.cues if c.kind != "act" or _base(c) not in idle]


def able(context: Context, thing: str, row: Mapping[str, Any]) -> bool:
    """Whether something is of a class that can do an act, and a national body one that can: a parliament ratifies, a
    ministry does not.

    Args:
        thing: its id. row: the act's, of ontology/frames.toml.
    """
    draft = context.registry.drafts[thing]
    if draft.kind not in row["agent"]["kinds"]:
        return False
    if "heads" not in row or draft.kind not in ("GovernmentBody", *row.get("headed", ())):
        return True
    known = draft.key in row.get("organizations", ())
    return known or bool({draft.key.split("/")[0], *draft.values("head")} & set(row["heads"]))


def row_of(view: View, cue: Cue) -> Mapping[str, Any] | None:
    """What takes part in an act, as told by this form of its verbs.

    Args:
        view: the sentence. cue: an act.
    """
    row = view.context.annotation.knowledge.shared.frames.get(cue.value)
    own = row.get("forms", {}).get(_base(cue)) if row is not None else None
    return row if own is None else own


def settles(view: View, cue: Cue, frame: Frame, last_treaty: str) -> bool:
    """Fill what a ruling or consent is about, and tell whether it is one.

    Args:
        view: the sentence. cue: the verb. frame: of the decision; it is changed. last_treaty: thing id of the treaty
            spoken of last before the sentence.
    """
    if _base(cue) == "consent":
        return bool(frame.agents) and _agreed(view, cue, frame, last_treaty)
    frame.treaty = frame.treaty or (last_treaty if view.of("treaty_text") else "")  # "ruled that the text is lawful"
    # What a state's own courts decide is mostly about other things than treaties.
    courts = [a for a in frame.agents if kind_of(view.context, a) == "InternationalOrganization"]
    return bool(courts) or bool(frame.agents and frame.treaty)


def _agreed(view: View, cue: Cue, frame: Frame, last_treaty: str) -> bool:
    """Fill what is agreed to: the act that a noun beside the verb names ("authorised the SIGNING"), else a treaty. A
    state's support for a treaty is no decision. A chamber that agrees to a treaty ratifies it.
    """
    noun = _noun(view, cue)
    drafts = [view.context.registry.drafts[a] for a in frame.agents]
    if noun is None:
        beside = near(view, cue, [*view.treaties(), *(c.start for c in view.of("treaty_text"))], limit=_NEAR)
        if beside is None or any(d.kind == "State" for d in drafts):
            return False
        frame.treaty = view.context.thing_of(view.items[beside])
    frame.treaty = frame.treaty or last_treaty
    chambers = all({d.key.split("/")[0], *d.values("head")} & set(_CHAMBERS) for d in drafts)
    if chambers and (noun is None or noun.value == "Ratification"):
        frame.kind = "Ratification"
        frame.roles = [("ratifiedBy", agent, frame.rule) for agent in frame.agents]
    return bool(frame.treaty)


def without_repeats(view: View, found: list[tuple[Cue, Frame]]) -> list[Frame]:
    """The frames of a sentence without those of nouns that only name what is agreed to, which has not happened by
    that, and without what a verb can mean besides agreeing, or agreeing to besides ratifying.

    Args:
        view: the sentence. found: its acts with their frames, in order.
    """
    verbs = [c for c, _ in found if _base(c) in DECIDING]
    named = {n.start for c in verbs if _base(c) == "consent" and (n := _noun(view, c)) is not None}
    sure = {c.start for c in verbs if _base(c) == "consent" and (_noun(view, c) is not None or _national(view))}
    others = {c.start for c, f in found if f.kind != "Decision" and c not in verbs} - sure
    out = []
    for cue, frame in found:
        again = others if cue in verbs else sure | {v.start for v in verbs if frame.kind == "Decision"}
        if cue.start not in again and cue.start not in named:
            out.append(frame)
    return out


def _base(cue: Cue) -> str:
    return cue.form.removesuffix("_passive")


def _things(view: View) -> set[str]:
    """What the noun phrases of a sentence name."""
    return {t for g in view.groups for p in g.members if (t := view.context.thing_of(view.items[p]))}


def _national(view: View) -> bool:
    """Whether a committee that a chamber has stands in the sentence: it approves, and adopts no treaty."""
    drafts = [view.context.registry.drafts[t] for t in _things(view)]
    return any(d.kind == "Committee" and d.values("whose") for d in drafts)


def _noun(view: View, cue: Cue) -> Cue | None:
    """The nearest noun of an act that a verb of agreeing governs: behind it, or before a passive or late verb."""
    order = view.context.annotation.knowledge.lexicon.language.writing.order
    dense = not view.context.annotation.knowledge.lexicon.language.writing.spaces
    nouns = [
        c
        for c in view.of("act")
        if c.value in _AGREED and (c.form in NOUNS or (dense and c.start == cue.end))  # 批准签署
    ]
    told = [c for c in nouns if c.start >= cue.end and order != "SOV" and gap(view, cue.end, c.start) <= _NEAR]
    if order in ("SOV", "V2") or cue.form.endswith("passive"):
        told += [c for c in reversed(nouns) if c.end <= cue.start and gap(view, c.end, cue.start) <= _NEAR]
    return told[0] if told else None
