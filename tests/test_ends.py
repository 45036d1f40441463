"""Of what properties are said, and what their values are."""

from __future__ import annotations

import pytest

from kg import vocab
from kg.ends import domain, value_types


@pytest.mark.parametrize(
    ("name", "classes", "values"),
    [
        ("signatory", ("Treaty",), ("Organization", "State")),
        ("chair", ("Event",), ("Agent",)),  # from kg:participant
        ("topic", ("Event", "Treaty"), ("Concept",)),
        ("attendeeCount", ("Event",), ("integer",)),
        ("startDate", ("Event",), ()),
    ],
)
def test_the_ends_of_a_property(name: str, classes: tuple[str, ...], values: tuple[str, ...]) -> None:
    assert (domain(name), value_types(name)) == (classes, values)


def test_every_claimed_property_is_said_of_something() -> None:
    assert [name for name in sorted(vocab.claimed()) if not domain(name)] == []
