"""What the verbs of a sentence tell of a day without its year: whether it is over, or still to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kg.annotate.annotation import Annotation, Sentence
from kg.annotate.datemention import DateMention
from kg.annotate.dateresolve import DateValue

_SOON = timedelta(days=45)  # the present tense may tell of a day that is so near, and not of one later
_TOLD = (".active", ".passive", ".deposit", ".opening")
_AHEAD = (".future", ".future_passive")
_PLANS = ("ahead", "planned")
_GOVERNS, _FOLLOWS, _SAID, _OPENING = 7, 4, 3, 3  # tokens


def is_over(
    annotation: Annotation, sentence: Sentence | None, mention: DateMention, value: DateValue | None, near: date | None
) -> bool:
    """Whether a day or month without its year lies far ahead by nearness alone, in a sentence that tells only of what
    has been done.

    Args:
        sentence: in which the mention stands. value: what it means by nearness. near: the article's date.
    """
    if sentence is None or near is None or value is None or mention.first.year or not mention.first.month:
        return False
    if not value.start[:1].isdigit() or value.start <= (near + _SOON).isoformat():
        return False
    clauses = annotation.clauses
    entries = [e for at, m in clauses.items() if sentence.start <= at < sentence.end for e in m.entries]
    acts = [e.value for e in entries if e.category == "act"]
    planned = any(e.category == "status" and e.value in ("planned", "modal", "conditional") for e in entries)
    planned = planned or any(".future" in act or ".infinitive" in act for act in acts)
    return not planned and any(act.endswith(_TOLD) for act in acts)


def is_ahead(annotation: Annotation, sentence: Sentence | None, index: int, mention: DateMention) -> bool:
    """Whether the verb of a day or month is of what is to come: "will meet on Friday", "am Freitag treffen sie".

    Args:
        sentence: in which the mention stands. index: token at which it begins.
    """
    if sentence is None or mention.tense or mention.first.year or mention.kind == "relative":
        return False
    tokens = annotation.tokens
    marks = [(at, kind) for at in range(sentence.start, sentence.end) if (kind := _mark(annotation, at))]
    marks = list(_with_infinitives(marks))
    before, after = [m for m in marks if m[0] < index], [m for m in marks if m[0] > index]
    if annotation.knowledge.lexicon.language.writing.order == "SOV":
        verb = [kind for at, kind in after[:2] if at - after[0][0] <= _FOLLOWS]
        ahead = verb[:1] != ["clause"] and any(kind in _PLANS for kind in verb)
        return ahead or bool(before and before[-1][1] == "planned")
    if before and before[-1][1] != "clause":
        governor = before[-2] if len(before) > 1 and before[-1][0] - before[-2][0] <= _GOVERNS else None
        return before[-1][1] in _PLANS or (governor is not None and governor[1] == "planned")
    if before and index - before[-1][0] <= _SAID:
        return False
    opens = index - sentence.start < _OPENING
    if not after or (not opens and any(t.text == "," for t in tokens[index : after[0][0]])):
        return False
    return after[0][1] in _PLANS


def _with_infinitives(marks: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The marks, a word for "is to" a plan where an infinitive comes next, and nothing ("has") where none does."""
    for index, (at, kind) in enumerate(marks):
        if kind != "bound":
            yield at, kind
        elif index + 1 < len(marks) and marks[index + 1][1] == "infinitive":
            yield at, "planned"


def _mark(annotation: Annotation, at: int) -> str:
    """What a word says of the time of its clause, "" where nothing; "clause" where another clause begins."""
    match = annotation.clauses.get(at)
    if match is None:
        return ""
    acts = [e.value for e in match.entries if e.category == "act"]
    present = annotation.knowledge.lexicon.language.words("status", "present")
    if any(act.endswith(_AHEAD) for act in acts) or annotation.tokens[at].text.lower() in present:
        return "ahead"
    if any(e.category == "status" and e.value in ("planned", "modal") for e in match.entries):
        return "planned"
    if any(e.category == "status" and e.value == "bound" for e in match.entries):
        return "bound"
    if any(act.endswith(_TOLD) for act in acts):
        return "told"
    if any(act.endswith(".infinitive") for act in acts):
        return "infinitive"
    return "clause" if any(e.category == "clause" for e in match.entries) else ""
