"""What pronouns stand for: those that open a clause, those written together with a verb."""

from __future__ import annotations

from kg.annotate.annotation import Annotation
from kg.annotate.phrase import Item
from kg.extract.view import Cue, Group, View


def meant(view: View, cue: Cue) -> tuple[int, Group] | None:
    """(where the pronoun ends, the group that it stands for) of the clause of a verb that comes last.

    "भारत ने कहा कि वह ... हस्ताक्षर नहीं करेगा": who says so is who does it. None where no pronoun opens the clause.
    """
    opened = [c for c in view.of("pronoun") if c.end <= cue.start and _opens(view, c.start)]
    if not opened or view.breaks(opened[-1].end, cue.start):
        return None
    before = [g for g in view.groups if g.end <= opened[-1].start]
    subject = next((g for g in reversed(before) if g.marker in ("", "subject")), None)
    return (opened[-1].end, subject) if subject is not None else None


def _opens(view: View, at: int) -> bool:
    """Whether a clause begins at items[at]."""
    return at > 0 and (view.items[at - 1].symbol in ',"' or any(c.end == at for c in view.of("clause")))


def pronoun_ends(annotation: Annotation, item: Item) -> bool:
    """Whether a pronoun is written together with the end of a word: "وقعها", signed it."""
    lexicon, token = annotation.knowledge.lexicon, annotation.tokens[item.end - 1]
    pronouns = lexicon.language.words("words", "glued_pronoun")
    return any(token.text.endswith(p) and len(token.text) > len(p) + 1 for p in pronouns)
