"""Whether words near a post tell its state, or the article's own was assumed."""

from __future__ import annotations

import pytest

from tests.cases.reading import read


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("Poland is ready.\n\nNothing else happened. It rained.\n\nForeign Minister Ana Bela spoke.", True),
        ("Poland's Foreign Minister Ana Bela spoke.", False),
        ("Poland is ready. Foreign Minister Ana Bela spoke.", False),
    ],
)
def test_a_post_tells_that_its_state_is_assumed(text: str, assumed: bool) -> None:
    reading = read("Warsaw prepares\n\nWARSAW, 5 May 2026\n\n" + text, "en")
    (post,) = (thing for thing in reading.things if thing.kind == "Post")
    assert post.trait("state") == ("state/PL",)
    assert post.trait("assumed") == (("state",) if assumed else ())
