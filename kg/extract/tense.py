"""What the verbs of a sentence tell of a day without its year: whether it is over."""

from __future__ import annotations

from datetime import date, timedelta

from kg.annotate.annotation import Annotation, Sentence
from kg.annotate.datemention import DateMention
from kg.annotate.dateresolve import DateValue

_SOON = timedelta(days=45)  # the present tense may tell of a day that is so near, and not of one later
_TOLD = (".active", ".passive", ".deposit", ".opening")


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
