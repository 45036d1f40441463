"""When a withdrawal takes effect: "the denunciation takes effect on 1 May" is the withdrawal's own later event, and no
entry into force of the treaty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.frame import Frame
from kg.extract.slots import date_at, treaty_of
from kg.extract.status import dated_status, status_of
from kg.extract.view import Cue, View

_NEAR = 4  # items between the withdrawal and its effect
_FAR = 14  # where the withdrawal is marked as what the sentence is about
_NOUNS = ("noun", "instrument")


def effects(view: View, frames: Sequence[Frame], told: Sequence[Frame]) -> list[Frame]:
    """The frames of a sentence, those of a withdrawal's effect made withdrawals by whoever withdrew.

    Args:
        view: the sentence. frames: its frames. told: those of the sentences before.
    """
    forces = {c.start: c for c in view.of("act") if c.value == "EntryIntoForce"}
    nouns = [c for c in view.of("act") if c.value == "Withdrawal" and (c.form in _NOUNS or _is_noun(view, c))]
    out = list(_lapses(view, [*told, *frames]))
    for frame in frames:
        cue = forces.get(frame.cue) if frame.kind == "EntryIntoForce" else None
        if cue is None or not any(_of(view, noun, cue) for noun in nouns):
            out.append(frame)
            continue
        before = [f for f in (*told, *frames) if f.kind == "Withdrawal" and f.agents]
        if before:
            frame.kind, frame.treaty, frame.agents = "Withdrawal", before[-1].treaty, list(before[-1].agents)
            frame.roles, frame.noun = [("withdrawnBy", agent, frame.rule) for agent in frame.agents], "effect"
            if frame.status == "Happened" and not view.context.published and _later(frame, before[-1]):
                frame.status = "Planned"
            out.append(frame)
    return out


def _lapses(view: View, told: Sequence[Frame]) -> Iterator[Frame]:
    """What a treaty's ceasing to have effect tells of the withdrawal before it: "it expires on 1 January"."""
    before = next((f for f in reversed(told) if f.kind == "Withdrawal" and f.agents and f.noun != "effect"), None)
    for cue in view.of("act") if before is not None else ():
        status = status_of(view, cue) if cue.form == "lapse" else ""
        at = date_at(view, cue, view.of("act")) if status in ("Happened", "Planned") else None
        if before is None or at is None or treaty_of(view, cue) not in ("", before.treaty):
            continue
        roles = [("withdrawnBy", agent, "Withdrawal.lapse") for agent in before.agents]
        frame = Frame("Withdrawal", status, view.order, cue.start, *view.span(), "Withdrawal.lapse", "effect")
        frame.treaty, frame.agents, frame.roles, frame.verbal = before.treaty, list(before.agents), roles, True
        frame.date = view.context.date_of(view.items[at])
        frame.status = dated_status(view.context, frame)
        yield frame


def _aside(view: View, treaty: int) -> bool:
    """Whether a treaty stands in front of another noun, as in "under the TREATY'S RULES", and is no subject."""
    subjects = [c.start for c in view.of("marker") if c.value == "subject"]
    return treaty + 1 not in subjects


def _later(effect: Frame, notice: Frame) -> bool:
    """Whether a withdrawal takes effect after the day of its notice, which is that of the news."""
    return bool(effect.date and notice.date and effect.date.start > notice.date.start)


def _is_noun(view: View, cue: Cue) -> bool:
    """Whether a verb without endings opens its clause alone, as what takes effect: "退出将于5月7日生效"."""
    dense = not view.context.annotation.knowledge.lexicon.language.writing.spaces
    return dense and cue.form == "active" and (not cue.start or view.items[cue.start - 1].symbol in ",v")


def _of(view: View, noun: Cue, cue: Cue) -> bool:
    """Whether what takes effect is the withdrawal right before it, or behind it: "يسري الانسحاب"."""
    if 0 <= noun.start - cue.end <= 1 and not view.commas(cue.end, noun.start):
        return True
    between = range(noun.end, cue.start)
    about = any(c.value == "subject" and c.start == noun.end for c in view.of("marker"))
    return (
        len(between) <= (_FAR if about else _NEAR)
        and cue.start >= noun.end
        and not any(t in between and not (about and _aside(view, t)) for t in view.treaties())
    )
