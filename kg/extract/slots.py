"""What stands in which place of a clause: the treaty, the place and the date of an act or relation.

No parser: each place has a side of the verb and a marker that the language file tells, and the nearest phrase that
fits takes it. What stands inside a larger phrase (the state in an ambassador's title) is no candidate, and nothing is
better than a far-fetched filling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.annotate.phrase import Item, Treaty
from kg.extract.bodies import known_thing, state_label
from kg.extract.context import Context
from kg.extract.islands import within_reach
from kg.extract.verblast import apart
from kg.extract.view import Cue, Group, View

_COMMA, _BREAK, _ACT = 3, 9, 7  # what a crossed boundary costs, in items
_PARTICLES = 0.6  # what an item counts where particles are items of their own
_TOUCHING = 2  # items: a date so near before a verb is its own, be it a day or a month
ITS_NOUN = 17  # what may lie between a noun and the verb that tells of it, a relative pronoun included
_BESIDE = 4  # items: a date so near belongs to a noun whatever verb is about
_DAY, _FAR_DAY = 14, 24  # how far the day of a verb may stand, and where the verb comes last
_OPENS = 3  # items before a date that opens a sentence whose verb comes last
_CLAUSE = 7  # items between a relative pronoun and its verb
_ASIDE = 5  # what a whole parenthesis costs
ACTIVE = ("active", "infinitive", "future", "instrument", "deposit", "member")
PASSIVE = ("passive", "future_passive", "opening", "ruling_passive", "consent_passive")
NOUNS = ("noun", "ceremony")
DECIDING = ("ruling", "consent")  # with "_passive" behind them as well
_LOOSE = ("Withdrawal", "Adoption")  # verbs that govern much else besides treaties
_FINITE = ("active", "future", "infinitive", *PASSIVE, "deposit", *DECIDING)


def kind_of(context: Context, thing: str) -> str:
    """The class of a thing."""
    return context.registry.drafts[thing].kind


def named_in(view: View, group: Group, kinds: Sequence[str]) -> list[str]:
    """The members that are of a fitting class; a capital among states is its government."""
    out = []
    for position in group.members:
        item = view.items[position]
        thing = view.context.thing_of(item)
        if item.symbol == "L":
            state = _government(view.context, item) if "State" in kinds and not group.marker else ""
            thing = state or (thing if "Place" in kinds and not group.marker else "")
        if not thing:  # "the ministers of A and B signed": both states did; those of a community adopt as its organ
            said = view.context.titled.get(item.start, [])
            out += [t for t in said if "Title" in kinds or kind_of(view.context, t) == "InternationalOrganization"]
        if thing and kind_of(view.context, thing) in kinds:
            out.append(thing)
    return out


def capital_of(view: View, position: int) -> str:
    """Thing id of the state whose capital stands at a position, "" for none."""
    item = view.items[position]
    return _government(view.context, item) if item.symbol == "L" else ""


def _government(context: Context, item: Item) -> str:
    """The state whose capital a place is: as a doer the capital is its government."""
    gazetteer = context.annotation.knowledge.shared.gazetteer
    entry = item.entry("place")
    concept = gazetteer.get(entry.value) if entry else None
    whole = gazetteer.get(concept.within) if concept is not None else None
    if whole is None or concept is None or whole.capital != concept.key:
        return ""
    return known_thing(
        context, whole.key, state_label(context, whole.key), context.annotation.span(item.start, item.end)
    ).id


def gap(view: View, low: int, high: int) -> float:
    """How far apart two places of a sentence are, in items; boundaries count more."""
    if high - low > 2 and view.items[low].symbol == "," and view.items[high - 1].symbol == ",":
        return _ASIDE  # a parenthesis between commas: "Poland, which hosted the conference, ratified"
    if (closed := _closed_clause(view, low, high)) is not None:
        return _ASIDE + gap(view, closed, high)
    for start, end in view.relatives:
        if low <= start and end <= high:
            return gap(view, low, start) + _ASIDE + gap(view, end, high)
    crossed = sum(1 for c in view.of("act") if low <= c.start < high and c.form in _FINITE)
    length = (high - low) * (_PARTICLES if view.particles() else 1)
    return length + _COMMA * view.commas(low, high) + _BREAK * view.breaks(low, high) + _ACT * crossed


def _closed_clause(view: View, low: int, high: int) -> int | None:
    """Where the relative clause ends that opens items[low:high], between two commas: "A, where B is, refused"."""
    opened = any(c.start == low + 1 for c in view.of("clause")) and view.items[low].symbol == ","
    return next((i + 1 for i in range(low + 2, high) if view.items[i].symbol == ","), None) if opened else None


def stretch(group: Group, cue: Cue) -> tuple[int, int]:
    """The items between a group and a cue."""
    return (group.end, cue.start) if group.end <= cue.start else (cue.end, group.start)


def between(view: View, left: Cue, right: Cue) -> float:
    """How far the second of two cues stands behind the first."""
    return gap(view, left.end, right.start)


def told_by(view: View, noun: Cue) -> Cue | None:
    """The verb behind a noun for a gathering that tells when and where it is: "the round, which was held in May"."""
    verbs = [c for c in view.of("act") if c.value == "Meeting" and c.start >= noun.end]
    verb = min(verbs, key=lambda c: c.start, default=None)
    others = verb is not None and any(noun.end <= c.start < verb.start for c in view.of("event"))
    return None if verb is None or others or between(view, noun, verb) > ITS_NOUN else verb


def near(view: View, cue: Cue, positions: Sequence[int], side: str = "", limit: float = 40) -> int | None:
    """The position nearest to a cue, those on the given side ("before", "after") favoured; None where all are too
    far.
    """

    def cost(position: int) -> float:
        before = position < cue.start
        low, high = (position + 1, cue.start) if before else (cue.end, position)
        wrong = side and side != ("before" if before else "after")
        return gap(view, low, high) + (8 if wrong else 0)

    late = view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"
    # Of two that are equally near, what follows a verb is rather its own; where verbs come last, what stands before it.
    positions = [p for p in positions if not apart(view, cue, p)]
    best = min(positions, key=lambda p: (cost(p), (p > cue.start) == late, p), default=None)
    return best if best is not None and cost(best) <= limit else None


def treaty_of(view: View, cue: Cue) -> str:
    """Thing id of the treaty that an act is about, if its sentence names one."""
    writing = view.context.annotation.knowledge.lexicon.language.writing
    late = writing.order == "SOV"
    if cue.form in PASSIVE:
        side = "before"
    elif cue.form in NOUNS:
        side = "before" if writing.family.startswith("title-last") else "after"
    else:
        side = "before" if late else "after"
    at = _antecedent(view, cue)
    treaties = [t for t in view.treaties() if not _of_title(view, t)]
    at = at if at is not None else near(view, cue, treaties, side)
    if at is None or (cue.value in _LOOSE and _other_clause(view, cue, at)):
        return ""
    return view.context.thing_of(view.items[at])


def _of_title(view: View, at: int) -> bool:
    """Whether a bare treaty stands between a title and another: "the secretary of the Convention signed a pact"."""
    around = "".join(i.symbol for i in view.items[at - 1 : at + 2]) if at else ""
    phrase = view.items[at].phrase
    return isinstance(phrase, Treaty) and phrase.bare and around in ("1TT", "PTT")


def _antecedent(view: View, cue: Cue) -> int | None:
    """The treaty right behind which the relative clause of a finite verb opens, where the clause has no other before
    its verb: "the protocol, WHICH the two states SIGNED in 1992, ends the day the convention ...".
    """
    opens = [c for c in view.of("clause") if c.end <= cue.start]
    if cue.form not in ("active", "future", *PASSIVE) or not opens:
        return None
    who = opens[-1].start
    before = who - 2 if who > 1 and view.items[who - 1].symbol == "," else who - 1
    treaties = [t for t in view.treaties() if t < cue.start]
    if treaties != [before] or cue.start - who > _CLAUSE or view.commas(who, cue.start):
        return None
    return before if all(c.start >= cue.start or c.start < who for c in view.of("act")) else None


def _other_clause(view: View, cue: Cue, at: int) -> bool:
    """Whether a comma and another doer stand between a treaty and the verb: "X signs the treaty, Y breaks off
    talks".
    """
    return any(at < g.start and g.end <= cue.start and view.commas(at, g.start) and not g.marker for g in view.groups)


def place_of(view: View, cue: Cue) -> list[str]:
    """Thing ids of the place where something happens: the nearest place, or state, that a preposition of place
    marks.
    """
    marked = [g for g in view.groups if g.marker == "place" and _site(view.context, view.items[g.members[0]])]
    if _late(view):  # "in Colombo X said that": where something is said, and not where it happens
        marked = [g for g in marked if not view.breaks(g.end, cue.start)]
    spots = [g.members[0] for g in marked if not _relative(view, cue, g.start)]
    spots = [s for s in spots if not (view.items[s].symbol == "S" and s + 1 in spots)]  # "스위스 제네바에서"
    capitals = [c for c in view.of("marker") if c.value == "place" and c.end - c.start > 1 and c.end < len(view.items)]
    spots += [c.end for c in capitals if view.items[c.end].symbol == "A"]  # "in the capital, the Djiboutian"
    at = near(view, cue, within_reach(view, cue, spots), limit=24)
    return [view.context.thing_of(view.items[at])] if at is not None else []


def _relative(view: View, cue: Cue, at: int) -> bool:
    """Whether a place is that of a relative clause behind the cue's own: "discussed the pact WHICH WAS SIGNED in"."""
    verbs = [c for c in finite(view.of("act")) if cue.end < c.start < at]
    clauses = [c for c in view.of("clause") if c.start >= cue.end]
    words = view.context.annotation.knowledge.lexicon.language.words("words", "clause")
    opened = (v for v in verbs if view.text(v.start, v.end).split()[0].lower() in words)  # "yang ditandatangani"
    return any(opened) or any(0 <= v.start - c.end <= 1 for v in verbs for c in clauses)


def _site(context: Context, item: Item) -> bool:
    """Whether something can happen in it: a place, a state, and a body with a house for it, as a museum has."""
    thing = context.thing_of(item)
    heads = context.registry.drafts[thing].values("head") if thing and item.symbol == "O" else ()
    return item.symbol in "LS" or any(context.annotation.knowledge.shared.heads[h].get("site") for h in heads)


def date_at(view: View, cue: Cue, cues: Sequence[Cue]) -> int | None:
    """Position of the date of a cue: the nearest one that is not nearer to another of the cues on its own side."""
    dates = [i for i, item in enumerate(view.items) if item.symbol == "D" and view.context.date_of(item) is not None]
    dates = within_reach(view, cue, (i for i in dates if not apart(view, cue, i)))
    if _late(view) and cue.form in _FINITE:  # what stands behind a verb is of the next clause
        dates = [i for i in dates if i < cue.start and not view.breaks(i, cue.start)] or dates
    dates = [i for i in dates if not view.breaks(*_span(cue, i))]  # "..., the ministry said on Monday"
    days = [i for i in dates if (value := view.context.date_of(view.items[i])) and value.precision == "Day"]
    late = view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"
    # A day says more of an event than a year: "suspended the treaty in force since 2012".
    at = near(view, cue, days, limit=_FAR_DAY if late else _DAY)
    at = at if at is not None else near(view, cue, dates, limit=30)
    if late and cue.form in _FINITE:
        at = next((i for i in reversed(dates) if 0 <= cue.start - i <= _TOUCHING), at)
    if at is None and late and cue.form in _FINITE and not any(c.start > cue.start for c in finite(cues)):
        at = next((i for i in dates if i <= _OPENS), None)  # "the government ON THE 15TH ... handed in"
    if at is None:
        return None
    if late and cue.form in _FINITE and at >= cue.end and any(c.start > at for c in finite(cues)):
        return None  # "imzalanan anlaşmayı 5 Mayıs'ta onayladı": of the verb behind it
    mine = _distance(view, cue, at)
    nearer = [c for c in finite(cues) if c.value not in (cue.value, "Meeting") and _distance(view, c, at) + 2 < mine]
    anchored = view.context.annotation.dates[view.items[at].start].kind == "anchored"
    if anchored and cue.form in NOUNS and at < cue.start and mine <= _BESIDE:
        return None  # "the day after the signing" is not the day of the signing
    if _late(view) and cue.end <= at and cue.form not in _FINITE and _of_next(view, cue, at, cues):
        return None  # "the meeting also took up the protocol [signed in 2019]"
    return None if nearer and mine > _BESIDE else at


def _of_next(view: View, cue: Cue, at: int, cues: Sequence[Cue]) -> bool:
    """Whether the verb right behind a date is of another act than a noun before it."""
    others = [c for c in finite(cues) if c.value not in (cue.value, "Meeting")]
    return any(c.start > at and all(i.symbol == "E" for i in view.items[at + 1 : c.start]) for c in others)


def _late(view: View) -> bool:
    """Whether the language's verbs come last."""
    return view.context.annotation.knowledge.lexicon.language.writing.order == "SOV"


def lent(view: View, cue: Cue, at: int, cues: Sequence[Cue]) -> bool:
    """Whether a date is that of a verb of the sentence and stands too far from a noun to be its date as well."""
    beside = at >= cue.end and _distance(view, cue, at) <= 2
    return not beside and any(date_at(view, c, cues) == at for c in finite(cues) if c.start != cue.start)


def _distance(view: View, cue: Cue, at: int) -> float:
    return gap(view, *_span(cue, at))


def _span(cue: Cue, at: int) -> tuple[int, int]:
    """The items between a cue and a place."""
    return (at + 1, cue.start) if at < cue.start else (cue.end, at)


def finite(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues that are verbs of a clause."""
    return (c for c in cues if c.form in _FINITE)
