"""Treaties that the same two persons signed, told in languages whose names for them have nothing in common."""

from __future__ import annotations

import pytest

from tests.resolve.factory import Story, entities, together


def signing(identifier: str, language: str, name: str, kind: str, people: tuple[str, ...], status: str = "") -> Story:
    story = Story(identifier, language)
    treaty = story.thing("Treaty", name, type=kind)
    signers = " ".join(story.thing("Official", person, role="Minister") for person in people)
    story.event("Signing", status or "Happened", treaty=treaty, signedBy=signers)
    return story


BOTH = ("Jadwiga Kowal", "Ion Moldovan")


@pytest.mark.parametrize(
    ("kind", "people", "status", "treaties"),
    [
        ("agreement", BOTH, "", 1),
        ("memorandum", BOTH, "", 2),
        ("agreement", ("Jadwiga Kowal", "Budi Hartono"), "", 2),
        ("agreement", BOTH, "Denied", 2),
    ],
)
def test_two_signers_in_common_make_treaties_of_one_type_one(
    kind: str, people: tuple[str, ...], status: str, treaties: int
) -> None:
    first = signing("a", "pl", "Umowa o recyklingu", "agreement", BOTH)
    second = signing("b", "id", "Perjanjian Daur Ulang", kind, people, status)
    assert len(entities(together(first, second), "Treaty")) == treaties
