"""Clauses whose verb stands last: whom a verb describes from in front, whom "those who signed are" names behind it,
and who is left unsaid because the sentence before was about him.
"""

from __future__ import annotations

from kg.extract.view import Cue, Group, View

_GAP = 4  # items
_ACTIVE = ("active", "future")


def is_late(view: View) -> bool:
    """Whether the language puts the verb last."""
    return view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"


def described(view: View, cue: Cue) -> Group | None:
    """The group right behind a verb, which does what the verb says: "the [attended] minister", "[signed] were A, B".

    Args:
        view: the sentence. cue: an act or relation.

    Returns:
        The group; None where the verb has its own subject in front, or nobody stands right behind it.
    """
    if cue.form not in _ACTIVE:
        return None
    if not _describes(view, cue) and any(_own_subject(view, cue, g) for g in view.groups):
        return None
    for group in view.groups:
        if group.start >= cue.end and (_behind(view, cue, group) or _cleft(view, cue.end, group.start)):
            return group
    return None


def _describes(view: View, cue: Cue) -> bool:
    """Whether the verb's ending shows that it describes the noun behind it: "주재한"."""
    endings = view.context.annotation.knowledge.lexicon.language.words("words", "describing")
    return bool(endings) and view.text(cue.end - 1, cue.end).endswith(endings)


def _behind(view: View, cue: Cue, group: Group) -> bool:
    """Whether a group stands right behind a verb that describes it; behind "of", where objects follow verbs."""
    between = "".join(i.symbol for i in view.items[cue.end : group.start])
    dense = not view.context.annotation.knowledge.lexicon.language.writing.spaces
    if is_late(view):
        return not between or (dense and between == "o")  # 訪問中の大臣
    of = view.context.annotation.knowledge.lexicon.language.words("words", "of")
    first = view.context.annotation.tokens[view.items[group.start].start].text
    return between == "o" or (not between.strip("v") and (first in of or _describes(view, cue)))


def _own_subject(view: View, cue: Cue, group: Group) -> bool:
    return group.marker == "subject" and group.end <= cue.start and not view.commas(group.end, cue.start)


def _cleft(view: View, start: int, end: int) -> bool:
    """Whether only "of" and the mark of the subject, and perhaps a comma, stand between a verb and those who do it."""
    symbols = "".join(i.symbol for i in view.items[start:end]).rstrip(",")
    marked = any(c.value == "subject" and start < c.start < end for c in view.of("marker"))
    return len(symbols) == 2 and symbols[0] == "o" and marked


def inside(view: View, cue: Cue) -> list[Group]:
    """The groups in the gap of a passive in two parts, behind the first: "came [to the signature of A and B]"."""
    out: list[Group] = []
    if cue.kind != "act" or cue.form != "passive":
        return out
    for group in view.groups:
        low = out[-1].end if out else cue.end
        between = "".join(i.symbol for i in view.items[low : group.start])
        if group.start >= cue.end and len(between) <= _GAP and not between.strip(",&" if out else "Pwnsftd#"):
            out.append(group)
    return out


def topic_of(view: View) -> str:
    """Thing id of what a sentence is about: its first marked subject, where no subject is marked the person in front,
    "" where it has none.
    """
    for group in view.groups:
        person = not is_late(view) and not group.marker and view.items[group.members[0]].symbol in "1P"
        if group.marker == "subject" or person:
            return view.context.thing_of(view.items[group.members[0]])
    return ""


def unsaid(view: View, cue: Cue) -> str:
    """Thing id of who does what a verb says where its sentence names no subject: what was spoken of last, or ""."""
    if cue.form not in _ACTIVE:
        return ""
    if not is_late(view):  # "On Monday [he] talked with minister X"
        named = any(not g.marker and g.end <= cue.start for g in view.groups)
        return "" if named or all(g.marker != "with" for g in view.groups) else view.context.topic
    about = {c.start for c in view.of("marker") if c.value == "subject"}
    if any(c.end in about for c in view.of("event")):
        return ""  # "the conference is to be held in May"
    return "" if topic_of(view) else view.context.topic


def closes(view: View, start: int, end: int) -> bool:
    """Whether the noun of an act closes its sentence in the place of its verb: "signed the treaty" without "did"."""
    if not is_late(view) or not start:
        return False
    last = end == len(view.items) or view.items[end].symbol in ".x"
    match = view.context.annotation.clauses.get(view.items[start - 1].start)
    return last and match is not None and any(e.category == "marker" for e in match.entries)


def relatives(view: View) -> list[tuple[int, int]]:
    """Where relative clauses stand that open with a word of their own and end with their verb and a comma, in a
    language whose verbs have two words: "the pact [that the council had adopted,] was signed".
    """
    light = view.context.annotation.knowledge.lexicon.light
    if not light or not view.of("clause"):
        return []
    plain, tokens = view.context.annotation.knowledge.lexicon.tokenizer.plain, view.context.annotation.tokens
    ends = [
        i + 1
        for i, item in enumerate(view.items)
        if item.symbol == "," and i and plain(tokens[view.items[i - 1].end - 1].text) in light
    ]
    opened = [c for c in view.of("clause") if _describes_noun(view, c)]
    found = ((c.start, next((e for e in ends if e > c.end), 0)) for c in opened)
    return [(start, end) for start, end in found if end]


def _describes_noun(view: View, clause: Cue) -> bool:
    """Whether a noun, and no verb of saying, stands before the word that opens a clause."""
    if not clause.start:
        return False
    marked = any(c.value == "object" and c.end == clause.start for c in view.of("marker"))
    return marked or view.items[clause.start - 1].symbol in ',"TP1OSLm'


def apart(view: View, cue: Cue, at: int) -> bool:
    """Whether items[at] stands in a relative clause in which the cue does not."""
    return any(a <= at < b and not a <= cue.start < b for a, b in view.relatives)
