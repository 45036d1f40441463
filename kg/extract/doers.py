"""Who does what a clause tells: the subject where the language puts it, the agent of a passive or noun, and company.

No parser: the nearest phrase that fits and that no preposition keeps from it takes the place.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.behind import behind_setting, in_turn, right_behind
from kg.extract.islands import of_relation, within_reach
from kg.extract.pronouns import meant
from kg.extract.signers import counted, named_beside, others_for
from kg.extract.slots import PASSIVE, finite, gap, named_in, stretch
from kg.extract.verblast import apart, described, inside, is_late
from kg.extract.view import Cue, Group, View

_OBLIQUE = ("place", "from", "other", "between", "agent", "with", "object", "except", "behalf", "represented")
_DONE_FOR = ("Signing", "Ratification", "Withdrawal")  # what one does for a state; whose object is never a person
_FAR, _NEAR = 18, 6  # items
_FIRST = 8  # what is taken off for who opens the sentence, if nobody else stands before the verb
_FOR = 2  # items: "for the"
_BESIDE_VERB = 12  # items, without a boundary
_BEFORE = (
    "premod",
    "last",
    "last-caseless",
    "postposition-caseless",
    "han",
)  # families whose nouns follow what they are of


def doers(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Thing ids of those who do what the cue says.

    Args:
        view: the sentence. cue: an act or relation. kinds: classes that can do it.
    """
    found = _doers(view, cue, kinds)
    if cue.kind != "act" or cue.value not in _DONE_FOR:
        return found
    return list(dict.fromkeys([*found, *named_beside(view, cue, kinds)]))


def _doers(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    order = view.context.annotation.knowledge.lexicon.language.writing.order
    if cue.form in PASSIVE:
        return _agents_of_passive(view, cue, kinds, after=order != "SOV")
    if cue.form in ("noun", "ceremony"):
        return _agents_of_noun(view, cue, kinds)
    if listed := _listed(view, cue, kinds):
        return listed
    dense = not view.context.annotation.knowledge.lexicon.language.writing.spaces
    if (dense or order == "SOV") and (head := described(view, cue)) and (found := named_in(view, head, kinds)):
        return found
    early = cue.kind == "relation" and order != "SOV"
    if early and (made := _agents_before(view, cue, kinds) or in_turn(view, cue, kinds)):
        return made
    sides = ["before", "after"] if order != "SOV" else ["before"]
    if order == "VSO" and not _fronted(view, cue, kinds):
        sides.reverse()
    for side in sides:
        late = order in ("SVO", "V2") and side == "after"
        if late and order != "V2" and not (any(t < cue.start for t in _themes(view, cue)) or _inverted(view, cue)):
            break  # "the protocol was signed: signed (it) minister X": only with the treaty in front of the verb
        found = _subject(view, cue, kinds, side, _NEAR if late and not _opens(view, cue) else _FAR)
        if found:
            return found
    told = order == "SOV" or cue.value == "Withdrawal"  # "notified X that IT is leaving"
    stands = meant(view, cue) if cue.kind == "act" and told else None
    if stands is not None and gap(view, stands[0], cue.start) <= _FAR:
        return named_in(view, stands[1], kinds)
    return _agents_of_passive(view, cue, kinds, after=False)


def _listed(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Those whom a list behind a verb and a colon names: "podpisy złożyli: minister X, minister Y"."""
    after = view.items[cue.end : cue.end + 2]
    if [i.symbol for i in after[:1]] != [":"] or any(i.symbol == '"' for i in after):
        return []
    groups = [g for g in view.groups if g.start > cue.end and not view.breaks(cue.end + 1, g.start)]
    found = [t for g in groups if g.marker not in _OBLIQUE for t in named_in(view, g, kinds)]
    return list(dict.fromkeys(found))


def _fronted(view: View, cue: Cue, kinds: Sequence[str]) -> bool:
    """Whether the subject stands before a verb that mostly comes first: behind "that" or "was", or opening the
    sentence.
    """
    for group in reversed([g for g in view.groups if g.end <= cue.start and not g.marker]):
        verbs = any(group.end <= c.start and c.end <= cue.start for c in finite(view.cues))
        if verbs or view.breaks(group.end, cue.start):
            return False
        opens = not "".join(i.symbol for i in view.items[: group.start]).strip("&,")
        opens = opens or any(c.kind == "clause" and c.end == group.start for c in view.cues)
        if opens and named_in(view, group, kinds):
            return True
    return False


def _inverted(view: View, cue: Cue) -> bool:
    """Whether a titled person follows a verb that cannot have one as its object: "for Italy signed minister X"."""
    first = next((g for g in view.groups if g.start >= cue.end and not g.marker), None)
    if cue.value not in _DONE_FOR or first is None:
        return False
    people = all(view.items[p].symbol in "1P" for p in first.members)
    # "Signed have A, B and C": one signs no state. "Denounced Israel" is said of other things than treaties.
    plain = cue.value != "Withdrawal" and cue.form == "active"
    states = plain and right_behind(view, cue, first) and view.items[first.start].symbol == "S"
    return (people or states) and view.commas(cue.end, first.start) <= int(_opens(view, cue))


def _opens(view: View, cue: Cue) -> bool:
    """Whether nobody is named before a verb: "also signing the convention, which has 29 articles, were A, B and C"."""
    return all(g.start >= cue.end for g in view.groups) and all(c.start >= cue.start for c in finite(view.of("act")))


def _agents_before(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Who stands marked as the doer before a verb at the end of its clause: "a ceremony BY A together with B held"."""
    for group in reversed([g for g in view.groups if g.end <= cue.start]):
        if group.marker != "with":
            near = gap(view, group.end, cue.start) <= _BESIDE_VERB and not any(
                group.end <= c.start < cue.start for c in finite(view.cues)
            )
            beside = [g for g in view.groups if g.marker == "with" and group.end <= g.start and g.end <= cue.start]
            told = [group, *beside] if group.marker == "agent" and near else []
            return list(dict.fromkeys(t for g in told for t in named_in(view, g, kinds)))
    return []


def _themes(view: View, cue: Cue) -> list[int]:
    """Where the treaties of an act, or the events of a relation, stand."""
    if cue.kind == "act":
        return [*view.treaties(), *(c.start for c in view.of("treaty_text"))]
    return [c.start for c in view.of("event") if cue.start - c.end <= 2]


def governed(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    """Who refuses or plans the act that a noun names: "X refused the signing"."""
    return _subject(view, cue, kinds, "before", _FAR)


def _subject(view: View, cue: Cue, kinds: Sequence[str], side: str, limit: float) -> list[str]:
    """The nearest group on a side that no preposition keeps from being the subject."""
    order = view.context.annotation.knowledge.lexicon.language.writing.order
    marked = [g for g in view.groups if g.marker == "subject" and not view.breaks(*stretch(g, cue))]
    if order == "SOV":  # "A will sign, said minister X"
        marked = [g for g in marked if g.end <= cue.start]
    early = side == "after" and order == "VSO"
    oblique = tuple(m for m in _OBLIQUE if not (early and m == "agent"))  # "signed FOR EGYPT minister X"
    groups = [g for g in view.groups if (g.end <= cue.start if side == "before" else g.start >= cue.end)]
    if side == "before":
        groups.reverse()
    best: tuple[float, Group] | None = None
    for group in groups:
        if early and view.breaks(cue.end, group.start):
            break  # another clause: "Syria has not signed, while Iran says"
        kept = group.marker in oblique and not (side == "before" and _who(view, group, cue))
        if kept or (marked and group.marker != "subject") or _in_brackets(view, group):
            continue
        if apart(view, cue, group.start) or of_relation(view, group):
            continue
        things = named_in(view, group, kinds)
        if not things:
            continue
        low, high = (group.end, cue.start) if side == "before" else (cue.end, group.start)
        if side == "after" and order == "V2" and view.commas(low, high):
            break  # "... was signed, said X": the verb's own subject follows it at once
        if side == "before" and counted(view, low, high) and view.items[low].symbol != "s":  # "A, B 등 31개국이": they
            break  # "X said that 69 states had signed": they did
        cost = 0 if side == "before" and order == "SOV" and _opens_for(view, group, cue) else gap(view, low, high)
        if side == "before" and group.start <= 1 and not any(g.start > group.start and not g.marker for g in groups):
            cost -= (
                _FIRST if order != "SOV" or view.items[low].symbol != "," else _FAR
            )  # nobody else is named who could: "X heads the delegation, and will meet Y"
        if cost <= limit and (best is None or cost < best[0]):
            best = (cost, group)
        if best:
            break
    return _with_company(view, cue, best[1], kinds) if best else []


def _opens_for(view: View, group: Group, cue: Cue) -> bool:
    """Whether a group is marked as what the whole sentence is about, and the verb is its last one."""
    quoted = sum(i.symbol == '"' for i in view.items[group.end : cue.start]) % 2
    about = group.marker == "subject" and group.start <= 1 and not quoted
    return about and not any(c.start > cue.start for c in finite(view.of("act")))


def _who(view: View, group: Group, cue: Cue) -> bool:
    """Whether a relative clause right behind a group has it as its subject: "the data of A, WHICH also SIGNED"."""
    comma = group.end < len(view.items) and view.items[group.end].symbol == ","
    opens = next((c for c in view.of("clause") if comma and c.start == group.end + 1), None)
    if opens is None or cue.start < opens.end:
        return False
    governing = sum(c.end - c.start for c in view.of("status") if opens.end <= c.start and c.end == cue.start)
    return cue.start - governing - opens.end <= _FOR and not view.commas(opens.end, cue.start)


def _in_brackets(view: View, group: Group) -> bool:
    """Whether a state alone stands in brackets: "in Mombasa (Kenya)"."""
    around = view.items[max(0, group.start - 1) : group.start] + view.items[group.end : group.end + 1]
    return [i.symbol for i in around] == ["(", ")"] and view.items[group.start].symbol == "S"


def _crossed(view: View, group: Group, cue: Cue) -> bool:  # by a verb
    return any(group.end <= c.start < cue.start for c in finite(view.of("act", "relation")))


def _with_company(view: View, cue: Cue, group: Group, kinds: Sequence[str]) -> list[str]:
    """The group, and those who stand "together with" it right beside it, or behind the verb in its own clause."""
    out, end = named_in(view, group, kinds), group.end
    order = view.context.annotation.knowledge.lexicon.language.writing.order
    early, late = order == "VSO", order == "SOV"
    start = group.start
    for other in reversed(view.groups) if late else ():
        if other.end <= start and other.marker in ("", "subject") and _behalf(view, other.end, start):
            out, start = named_in(view, other, kinds) + out, other.start
    out += others_for(view, end, kinds)
    for other in view.groups:
        near = 0 <= other.start - group.end <= 3 or 0 <= group.start - other.end <= 2
        near = near or (early and other.start >= cue.end and gap(view, cue.end, other.start) <= _BESIDE_VERB)
        near = near or (late and group.end <= other.start < cue.start and not _crossed(view, other, cue))
        if other.marker == "with" and other is not group and near:
            out += named_in(view, other, kinds)
    return list(dict.fromkeys(out))


def _behalf(view: View, low: int, high: int) -> bool:
    """Whether items[low:high] only say for whom the next one acts: "A, and ON BEHALF OF Y minister B"."""
    plain = not "".join(i.symbol for i in view.items[low:high]).strip(",&wnvESdo")
    return plain and any(c.value in ("agent", "behalf") and low <= c.start < high for c in view.of("marker"))


def _agents_of_passive(view: View, cue: Cue, kinds: Sequence[str], after: bool) -> list[str]:
    marked = [g for g in view.groups if g.marker == "agent" and gap(view, *stretch(g, cue)) <= _FAR]
    reached = within_reach(view, cue, (g.start for g in marked))
    marked = [g for g in marked if g.start in reached]
    if not after and cue.kind == "relation" and (own := _whose(view, cue)):
        return named_in(view, own, kinds)
    for group in sorted(marked, key=lambda g: gap(view, *stretch(g, cue))):
        if things := named_in(view, group, kinds):
            beside = [g for g in view.groups if after and g.start == cue.end and not g.marker and group.end < cue.start]
            if beside:  # "on the part of X the treaty was signed [by] minister Y"
                return list(dict.fromkeys([*things, *named_in(view, beside[0], kinds)]))
            if after:
                return list(dict.fromkeys([*things, *others_for(view, group.end, kinds)]))
            return _with_company(view, cue, group, kinds)
    if not after and cue.value == "Adoption":  # "at the plenary meeting of the Organization it was adopted"
        gathered = {c.end for c in view.of("event") if c.end <= cue.start}
        organ = [t for g in view.groups if g.start in gathered for t in named_in(view, g, kinds)]
        if organ:
            return organ
    if not after:  # "X की अध्यक्षता में": the words of the relation stand right behind whose it is
        ahead = view.context.annotation.knowledge.lexicon.language.table("markers").get("side") == "before"
        beside = [g for g in view.groups if (g.start == cue.end if ahead else g.end == cue.start)]
        if cue.kind != "relation" or cue.form != "passive":
            beside = inside(view, cue) if ahead else []
    else:
        beside = [g for g in view.groups if not g.marker and right_behind(view, cue, g)] or behind_setting(view, cue)
        if beside:
            things = [t for g in beside for t in named_in(view, g, kinds)]
            return list(dict.fromkeys([*things, *others_for(view, beside[-1].end, kinds)]))
    beside = beside or [g for g in view.groups if cue.start < g.start and g.end < cue.end]  # "to be put to X to ratify"
    return [t for g in beside for t in named_in(view, g, kinds)]


def _whose(view: View, cue: Cue) -> Group | None:
    """The group with an ending right before the words of a relation: "X tarafından, Y'NİN ev sahipliğinde"."""
    return next(
        (g for g in view.groups if not g.marker and g.end == cue.start - 1 and view.items[g.end].symbol == "E"), None
    )


def _agents_of_noun(view: View, cue: Cue, kinds: Sequence[str]) -> list[str]:
    for group in view.groups:
        if group.marker == "agent" and 0 <= group.start - cue.end <= 8 and (things := named_in(view, group, kinds)):
            return things
    follows = view.context.annotation.knowledge.lexicon.language.writing.family.endswith(_BEFORE)
    for group in view.groups:
        touching = group.end == cue.start or (group.end + 1 == cue.start and view.items[group.end].symbol == "E")
        of = 0 <= group.start - cue.end <= 2 and all(i.symbol in "od" for i in view.items[cue.end : group.start])
        if (
            ((touching and follows) or of)
            and group.marker not in ("place", "from")
            and (things := named_in(view, group, kinds))
        ):
            return things
    for group in view.groups if not is_late(view) else ():  # "the visit to Bishkek of deputy prime minister X"
        if (
            0 <= group.start - cue.end <= 6
            and not group.marker
            and view.items[group.start].symbol == "1"
            and not view.commas(cue.end, group.start)
            and not any(cue.end <= c.start < group.start for c in finite(view.cues))
        ):
            return named_in(view, group, kinds)
    return []
