"""Names that the gazetteer adds to those that articles use."""

from __future__ import annotations

import pytest

from kg.graph.known import known_as


@pytest.mark.parametrize(
    ("name", "kind", "other"),
    [
        ("bbnj agreement", "Treaty", "high seas treaty"),
        ("npt", "Treaty", "treaty on the non proliferation of nuclear weapons"),
        ("vetnam", "State", "viet nam"),
        ("onz", "InternationalOrganization", "united nations"),
    ],
)
def test_a_thing_has_its_names_in_all_languages(name: str, kind: str, other: str) -> None:
    assert [kind] == [known.kind for known in known_as(name) if other in known.names]


def test_a_class_fits_those_above_and_below_it() -> None:
    (united_nations,) = known_as("onz")
    assert united_nations.may_be(["Agent", "Organization", "InternationalOrganization"])
    assert not united_nations.may_be(["State"])
    assert not united_nations.may_be([])


def test_an_unknown_name() -> None:
    assert known_as("nobody at all") == known_as("") == []
