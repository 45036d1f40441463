"""Makes the view of a sentence: finds its cues, and its groups of noun phrases with their prepositions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Item, Post, Treaty
from kg.annotate.terms import Entry, Match
from kg.extract.behalf import acting_nouns, behalf_before
from kg.extract.context import Context
from kg.extract.rulings import drop_idle
from kg.extract.view import AGENTS, Cue, Group, View

_BEHIND = ("object", "subject")  # marks that stand behind a group where verbs come last: Persian را
_SITTINGS = ("plenary", "session", "assembly")
_BUILDING, _SKIPPED = 5, 8  # items: of the name of a building; between a group and its postposition
_TALKS = ("talks", "negotiations", "meeting", "discussion")
_TOGETHER = ("agent", "with", "between", "behalf")  # marks that "and" may repeat for what goes together
_LONG_LIST = 60  # items of a list of states


def view_of(context: Context, sentence: Sentence, order: int) -> View:
    """Make the view of one sentence."""
    view = View(context, sentence, order)
    view.cues = _one_round(view, list(dict.fromkeys(_cues(view))))
    view.cues = acting_nouns(context, view.items, view.cues)
    view.groups = list(_groups(view))
    drop_idle(view)
    return view


def _one_round(view: View, cues: list[Cue]) -> list[Cue]:
    """The cues without the talks that a round is of: "a round OF TALKS" is one gathering."""
    rounds = [c for c in cues if c.kind == "event" and c.value == "round"]
    out = []
    for cue in cues:
        of = [r for r in rounds if cue.kind == "event" and cue.value in _TALKS and _joined(view, r, cue)]
        if not of:
            out.append(cue)
    return out


def _joined(view: View, left: Cue, right: Cue) -> bool:
    """Whether at most an article or "of" stands between two nouns, in any order."""
    first, second = sorted((left, right), key=lambda c: c.start)
    return 0 <= second.start - first.end <= 2 and all(i.symbol in "odn" for i in view.items[first.end : second.start])


def _cues(view: View) -> Iterator[Cue]:
    """Clause terms that do not stand inside a phrase."""
    ends = {item.end: i + 1 for i, item in enumerate(view.items)}
    clauses = view.context.annotation.clauses
    for index, item in enumerate(view.items):
        match = clauses.get(item.start)
        if isinstance(item.phrase, Treaty) and (match := _begun_in(item, clauses)) is not None:
            end = ends.get(match.end, index + 2)  # "협약을 승인했다": its verb stands behind the treaty
            yield from (_cue(entry, index + 1, end) for entry in match.entries if entry.category == "act")
            continue
        if match is None or item.symbol in "SLD" or (item.phrase is not None and item.symbol != "P"):
            continue
        end = ends.get(match.end, index + 1)
        if end <= index:
            end = index + 1
        for entry in match.entries:
            if _other_word(view, index, entry):
                continue
            part = entry.value.endswith(".noun") or (entry.category == "relation" and match.end > item.end)
            if item.symbol == "P" and entry.category != "count" and not (part and _bare(item)):
                continue  # a title alone can be counted ("1,000 delegates"), be of an event ("its chair") or a verb
            yield _cue(entry, index, end)


def _cue(entry: Entry, start: int, end: int) -> Cue:
    value, _, form = entry.value.partition(".") if entry.category in ("act", "relation") else (entry.value, "", "")
    return Cue(entry.category, value, form, start, end)


def _begun_in(item: Item, clauses: Mapping[int, Match]) -> Match | None:
    """The term that begins with the last words of an item and goes on behind it."""
    found = (clauses.get(at) for at in range(item.start, item.end))
    return next((match for match in found if match is not None and match.end > item.end), None)


def _other_word(view: View, index: int, entry: Entry) -> bool:
    """Whether a small word is another than it looks like: a case ending behind an apostrophe that is written apart
    ("Roma'da" is "in Rome", "Roma da" is "Rome, too"), a pronoun behind its verb's hyphen ("tornou-se", no "if").
    """
    lexicon, item = view.context.annotation.knowledge.lexicon, view.items[index]
    if entry.value == "conditional":
        return index > 0 and view.items[index - 1].symbol == "-"
    if entry.category != "marker" or lexicon.language.writing.apostrophe != "suffix":
        return False
    if item.symbol == "E" or item.end != item.start + 1:
        return False
    return not lexicon.clauses.gaps.isdisjoint(view.context.annotation.tokens[item.start].keys[:1])


def _bare(item: Item) -> bool:
    """Whether a title says of nothing what it is of."""
    return isinstance(item.phrase, Post) and not (item.phrase.fields or item.phrase.bodies or item.phrase.states)


def _groups(view: View) -> Iterator[Group]:
    items = view.items
    at, where = 0, -1  # where the last place ends that a preposition marks
    while at < len(items):
        if not _member(view, at):
            at += 1
            continue
        members, end = [at], at + 1
        while (following := _next_member(view, at, end)) is not None:
            members.append(following)
            end = following + 1
        marker = _marker(view, at, end)
        if not marker and where == at and items[at].symbol in "LS":
            marker = "place"  # "in the Hofburg Palace Vienna"
        where = end if marker == "place" and items[at].symbol == "L" else -1
        yield Group(at, end, tuple(members), marker)
        at = end


def _member(view: View, at: int) -> bool:
    item = view.items[at]
    if item.symbol not in AGENTS or not (view.context.thing_of(item) or item.start in view.context.titled):
        return False
    return not (item.symbol == "P" and item.phrase is None)


def _next_member(view: View, start: int, end: int) -> int | None:
    """The position of the phrase that "and" or a comma adds to the group items[start:end]."""
    at, joined, items = end, False, view.items
    while at < len(items) and at - end < 3 and items[at].symbol in ",&dE;":
        joined = joined or items[at].symbol in ",&;"
        at += 1
    if joined and items[at - 1].symbol == "&" and (again := _repeated(view, start, at)):
        at = again
    if at >= len(view.items) or not _member(view, at) or not (joined or _pair(view, at)):
        return None
    between = [i.symbol for i in items[end:at]]
    same = _class(view, at) == _class(view, end - 1) and (items[at].symbol == "1" or ";" not in between)
    if _dense(view) and view.items[at].symbol == "S":
        return at if same else None  # states in a row are a list, though no "and" closes it
    writing = view.context.annotation.knowledge.lexicon.language.writing
    closed = writing.order == "SOV" and not view.particles()  # "A and B, in C's capital, signed": "and" has closed it
    listed = _listed(view, at) or (not closed and any(i.symbol == "&" for i in view.items[start:end]))
    return at if same and ("&" in between or listed) else None


def _repeated(view: View, start: int, at: int) -> int:
    """Where the preposition ends that stands before the group at items[start:] and again behind its "and": "organized
    BY A and BY B". 0 where none does.
    """
    beside = [c for c in view.cues if c.end == start or (c.end == start - 1 and view.items[c.end].symbol == "d")]
    mine = {c.value for c in beside if c.kind == "marker"}
    mine |= {"agent" for c in beside if c.kind in ("act", "relation") and c.form == "passive"}  # "organizado por"
    again = next((c for c in view.of("marker") if c.start == at and c.value in mine and c.value in _TOGETHER), None)
    if again is None or again.end >= len(view.items):
        return 0
    return again.end + int(view.items[again.end].symbol == "d")


def _pair(view: View, at: int) -> bool:
    """Two states by one character each, which need no "and" between them."""
    two = view.items[at - 1 : at + 1] if at and _dense(view) else []
    return bool(two) and all(i.symbol == "S" and i.end == i.start + 1 for i in two)


def _dense(view: View) -> bool:
    """Whether the language is written without spaces."""
    return not view.context.annotation.knowledge.lexicon.language.writing.spaces


def _listed(view: View, at: int) -> bool:
    """A comma joins only where "and" closes the list later."""
    for item in view.items[at + 1 : at + _LONG_LIST]:
        if item.symbol == "&" or (item.symbol == "s" and view.particles()):  # "A, B 등"
            return True
        if item.symbol not in AGENTS + ",dE;":
            return False
    return False


def _class(view: View, at: int) -> str:
    item = view.items[at]
    return "person" if item.symbol in "1P" and item.start not in view.context.titled else "agent"


def _marker(view: View, start: int, end: int) -> str:
    """The preposition or postposition of a group: the nearest marker on the side where the language writes it."""
    language = view.context.annotation.knowledge.lexicon.language
    side, late = language.table("markers").get("side", "before"), language.writing.order == "SOV"
    markers = view.of("marker")
    if any(c.value == "negation" and c.end == start and end < len(view.items) for c in view.of("status")):
        return "except"  # "A and B, but not C, signed"
    behind = [c for c in markers if late and c.start == end and c.value in _BEHIND]
    if behind:  # whatever the side of the others
        return behind[0].value
    if side == "before":
        for skip in range(4):
            at = start - skip
            found = [c for c in markers if c.end == at]
            if found:
                if any(c.value == "behalf" for c in found) and behalf_before(view.context, view.items, start):
                    return "behalf"
                told = [c.value for c in found if c.value != "behalf" and not (late and c.value in _BEHIND)]
                where = view.items[start].symbol in "LS"  # "in Cairo", "with the minister": one word in Arabic
                return next((v for v in told if (v == "place") == where), told[0] if told else "")
            if (
                at <= 0
                or view.items[at - 1].symbol not in "dvsAnmEMFf"
                or any(c.kind in ("act", "relation") and c.end == at for c in view.cues)
            ):
                return ""
        return ""
    if _dense(view) and end < len(view.items) and view.items[end].symbol == "o":
        after = end + 1
        while after < len(view.items) and view.items[after].symbol in "shH":
            after += 1  # "the two GOVERNMENTS of A and B"
        both = [c for c in markers if c.start == after > end + 1]
        return both[0].value if both else "other"  # what something is of
    said = {c.start: c.value for c in reversed(markers)}
    return next((said[i] for i in _behind(view, end) if i in said), "") or _building(view, end, markers)


def _building(view: View, end: int, markers: list[Cue]) -> str:
    """The mark of place behind a building in a place: "헤이그의 평화궁에서"."""
    if not view.particles() or view.items[end - 1].symbol not in "LS":
        return ""
    at = end
    while at < len(view.items) and at - end < _BUILDING and view.items[at].symbol in "onNhHLSO":
        at += 1
    return next((c.value for c in markers if c.start == at > end and c.value == "place"), "")


def _behind(view: View, end: int) -> Iterator[int]:
    """Where the postposition of a group may stand: at once, behind a clitic, behind small words ("등", "측"), or behind
    what brackets add to the group.
    """
    yield end
    at, items = end, view.items
    if items[end - 1].symbol == "O":  # "参院本会議が": a body at its sitting does what the body does
        yield from (c.end for c in view.of("event") if c.start == end and c.value in _SITTINGS)
    if at < len(items) and items[at].symbol == "(":
        at = next((i + 1 for i in range(at, min(at + 6, len(items))) if items[i].symbol == ")"), at)
        yield at
    while at < len(items) and items[at].symbol in "Es" and at - end < _SKIPPED:
        at += 1
        yield at
    counted = next((c for c in view.of("count") if c.value == "states" and c.start == at + 1), None)
    if counted is not None and at > end and items[at].symbol == "#":
        yield counted.end  # "A, B 등 27개국이"
