"""A chamber's vote is the ratification, unless another word on it is told as well."""

from __future__ import annotations

from tests.cases.reading import read

_LOWER = "Praha, 18. června 2026\n\nPoslanecká sněmovna ratifikovala 27. května Ženevskou úmluvu o hluku. "


def _acts(text: str) -> set[tuple[str, str]]:
    reading = read(text, "cs")
    kinds = {t.id: t.kind for t in reading.things if t.kind in ("Ratification", "Decision")}
    return {(kinds[s.subject], s.object) for s in reading.statements if s.predicate == "status" and s.subject in kinds}


def test_the_only_vote_told_is_the_ratification() -> None:
    assert _acts(_LOWER) == {("Ratification", "Happened")}


def test_a_vote_that_another_chamber_overturns_is_a_decision() -> None:
    assert _acts(_LOWER + "Senát ve středu odmítl ratifikaci úmluvy.") == {
        ("Decision", "Happened"),
        ("Ratification", "Denied"),
    }
