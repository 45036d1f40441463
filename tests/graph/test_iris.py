"""IRIs depend on what things are, not on the order in which they come."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.graph.iris import Iris, article_slugs, checked_base


def test_kinds_of_iris() -> None:
    iris = Iris.of("https://example.org/id/", ["a/One.txt"])
    assert iris.entity("official/ana-sol") == "https://example.org/id/official/ana-sol"
    assert iris.article("a/One.txt") == "https://example.org/id/article/a-one-txt"
    assert iris.passage("a/One.txt", 3, 14) == "https://example.org/id/article/a-one-txt#char=3,14"


def test_a_claim_is_named_by_its_triple() -> None:
    iris = Iris.of("https://example.org/id", [])
    claim = iris.claim("<s>", "<p>", "<o>")
    assert claim == iris.claim("<s>", "<p>", "<o>") != iris.claim("<s>", "<p>", '"o"')
    assert claim.startswith("https://example.org/id/claim/")
    assert len(claim.rsplit("/", 1)[1]) == 16


def test_articles_of_one_slug_stay_two_in_any_order() -> None:
    names = ["a/b.txt", "a-b.txt", "c.txt"]
    slugs = article_slugs(names)
    assert len(set(slugs.values())) == 3
    assert slugs["c.txt"] == "c-txt"
    assert slugs == article_slugs(reversed(names))


@pytest.mark.parametrize(
    "base", ["", "example", "https://example.org/id#", "https://exa mple.org/", "urn:x", "https://e/?q"]
)
def test_a_base_of_no_use_is_refused_with_the_way_out(base: str) -> None:
    with pytest.raises(InputError) as caught:
        checked_base(base)
    assert str(caught.value) == (
        f"{base!r} cannot be a base IRI: give an absolute one, such as https://w3id.org/treaty-kg/id/"
    )
