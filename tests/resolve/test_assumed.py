"""A post that was only assumed to be of the article's own state."""

from __future__ import annotations

from tests.resolve.factory import Story, together, values


def telling(identifier: str, code: str, name: str, assumed: bool) -> Story:
    """An article that calls Ana Bela minister of a state."""
    story = Story(identifier)
    state = story.thing("State", name, key=f"state/{code}")
    person = story.thing("Official", "Ana Bela", role="Minister", state=f"state/{code}")
    traits = {"role": "Minister", "state": f"state/{code}"} | ({"assumed": "state"} if assumed else {})
    post = story.thing("Post", key=f"post/Minister@state/{code}", **traits)
    story.say(post, "postRole", "Minister", "concept")
    story.say(post, "ofState", state)
    story.say(person, "holdsPost", post)
    return story


def test_what_another_article_tells_goes_before_what_was_assumed() -> None:
    found = together(telling("a", "PL", "Poland", assumed=True), telling("b", "RO", "Romania", assumed=False))
    assert values(found, "ofState") == ["state/romania"]
    assert len(values(found, "holdsPost")) == 1


def test_where_articles_of_two_states_assume_each_its_own_nobody_knows() -> None:
    found = together(telling("a", "PL", "Poland", assumed=True), telling("b", "RO", "Romania", assumed=True))
    assert values(found, "ofState") == []
    assert len(values(found, "holdsPost")) == 1


def test_what_was_assumed_stands_where_nobody_tells_otherwise() -> None:
    found = together(telling("a", "PL", "Poland", assumed=True), telling("b", "PL", "Poland", assumed=False))
    assert values(found, "ofState") == ["state/poland"]
