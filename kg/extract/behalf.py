"""For which state somebody acts, where the clause says it beside the title: "for Italy the minister signed"."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Item, Treaty
from kg.extract.context import Context
from kg.extract.view import Cue

_FOR = 5  # items of "signing on behalf of the"
_ACTS = ("Signing", "Ratification", "Withdrawal", "Adoption")
_LED = {("relation", f"{how}.{form}") for how in ("headDelegation", "chair") for form in ("active", "passive")}
_DELEGATION, _HEAD = ("count", "delegationCount"), 4  # items
_APART = set(',:;1P"')
_OPENS = ',;:"x(&w'


def represented_state(context: Context, sentence: Sentence, item: Item) -> str:
    """Key of the state for which the holder of a title acts in its sentence; "" where none is named.

    "On behalf of A minister X signed", "A, represented by minister X".
    """
    items = sentence.items
    at = items.index(item)
    start = at - 1 if at and items[at - 1].symbol == "d" else at
    if any(_marked(context, items, i, "represented") is not None for i in (start, at)):
        return next((s for i in reversed(items[:start]) if (s := _state(i))), "")
    if state := _of_delegation(context, sentence, item):
        return state
    if not _acts(context, sentence):
        return ""
    for index in range(start - 1, -1, -1):
        state = _state(items[index])
        if state and (behalf_before(context, items, index) or _behalf_behind(context, items, index)):
            return state
    return _behind(context, items, at)


def _of_delegation(context: Context, sentence: Sentence, item: Item) -> str:
    """The state whose delegation an item's holder heads, which his sentence names with it: "the delegation of A was led
    by minister X".
    """
    items, clauses = sentence.items, context.annotation.clauses
    at = items.index(item)
    told = {
        i: {(e.category, e.value) for e in match.entries}
        for i, word in enumerate(items)
        if (match := clauses.get(word.start)) is not None
    }
    if not any(told[i] & _LED and abs(at - i) <= _HEAD for i in told):
        return ""
    for index in (i for i in told if _DELEGATION in told[i]):
        low, high = min(index, at), max(index, at)
        beside = [items[i] for i in (index - 1, index + 1, index + 2) if 0 <= i < len(items) and i != at]
        state = next((s for i in beside if (s := _state(i))), "")
        if state and (high - low <= 1 or not {i.symbol for i in items[low:high]} & _APART):
            return state
    return ""


def acting_nouns(context: Context, items: list[Item], cues: list[Cue]) -> list[Cue]:
    """The cues, with a noun that opens the sentence as a verb where it says for whom: "SIGNING FOR Italy was X"."""
    opens = len(items) > _FOR and any(behalf_before(context, items, at) for at in range(2, _FOR + 1))
    return [
        replace(c, form="active") if opens and c.kind == "act" and c.form == "noun" and not c.start else c for c in cues
    ]


def _behalf_behind(context: Context, items: list[Item], index: int) -> bool:
    """Whether words like "on behalf of" stand right behind a state, as postpositions do."""
    markers = context.annotation.knowledge.lexicon.language.table("markers")
    match = context.annotation.clauses.get(items[index + 1].start) if markers.get("side") == "after" else None
    return match is not None and any(e.category == "marker" and e.value == "behalf" for e in match.entries)


def _behind(context: Context, items: list[Item], at: int) -> str:
    """The state for which an item's holder acts where that follows him: "minister X signed FOR A, Y FOR B"."""
    for index in range(at + 1, len(items)):
        if items[index].symbol in "1;:x":
            break
        if (state := _state(items[index])) and behalf_before(context, items, index):
            return state
    return ""


def behalf_before(context: Context, items: list[Item], index: int) -> bool:
    """Whether words like "on behalf of" open the clause, or follow its verb, and stand right before a state."""
    if not _state(items[index]):
        return False
    start = index - 1 if index and items[index - 1].symbol == "d" else index
    found = _marked(context, items, start, "behalf") or _marked(context, items, index, "behalf")
    if found is None:
        return False
    opens = found > 1 and items[found - 1].symbol == "n" and items[found - 2].symbol == ","  # ", a w imieniu X"
    return found == 0 or opens or items[found - 1].symbol in _OPENS + "1" or _bare(items[found - 1])


def _bare(item: Item) -> bool:
    """Whether an item is the bare noun of a treaty: "signed THE PACT for Italy"."""
    return isinstance(item.phrase, Treaty) and item.phrase.bare


def _marked(context: Context, items: list[Item], index: int, value: str) -> int | None:
    """Position of the marker that ends right before an item."""
    if index >= len(items):
        return None
    for begin in range(index - 1, max(-1, index - 5), -1):
        match = context.annotation.clauses.get(items[begin].start)
        entries = match.entries if match is not None and match.end == items[index].start else ()
        if any(e.category == "marker" and e.value == value for e in entries):
            return begin
    return None


def _state(item: Item) -> str:
    entry = item.entry("state", "adjective") if item.symbol in "SA" and item.phrase is None else None
    return entry.value if entry else ""


def _acts(context: Context, sentence: Sentence) -> bool:
    """Whether the sentence tells of an act that is done for a state."""
    clauses = context.annotation.clauses
    found = (match for at in range(sentence.start, sentence.end) if (match := clauses.get(at)))
    return any(e.category == "act" and e.value.split(".")[0] in _ACTS for match in found for e in match.entries)
