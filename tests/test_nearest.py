"""What somebody may have meant by an unknown name."""

from __future__ import annotations

import pytest

from kg.nearest import nearest


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Ministr", "; did you mean Minister?"), ("MINISTER", "; did you mean Minister?"), ("qqq", ""), ("", "")],
)
def test_the_nearest_known_name_is_offered_whatever_its_case(name: str, hint: str) -> None:
    assert nearest(name, ["Judge", "Minister", "Monarch"]) == hint
