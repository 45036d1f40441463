"""The result depends on what is told, not on the order in which it is told; and many articles take little time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve import resolve
from tests.resolve.factory import articles, together, world
from tests.resolve.synthetic import synthetic_stories, synthetic_world
from tests.resolve.test_resolve import ceremony_fa, ceremony_pl, preview_en

STORIES = [ceremony_pl(), ceremony_fa(), preview_en(), *synthetic_stories(12)]


@settings(max_examples=20, deadline=None)
@given(st.permutations(STORIES))
def test_any_order_of_readings_gives_the_same_resolution(stories: list) -> None:  # type: ignore[type-arg]
    assert together(*stories) == together(*STORIES)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_the_order_of_things_and_statements_inside_a_reading_does_not_matter(data: st.DataObject) -> None:
    story = ceremony_pl()
    plain = together(story, preview_en())
    story.things = data.draw(st.permutations(story.things))
    story.mentions = data.draw(st.permutations(story.mentions))
    story.statements = data.draw(st.permutations(story.statements))
    shuffled = together(story, preview_en())
    assert (shuffled.entities, shuffled.facts) == (plain.entities, plain.facts)


def test_adding_an_unrelated_article_changes_no_id() -> None:
    before = {entity.id for entity in together(ceremony_pl(), preview_en()).entities}
    after = {entity.id for entity in together(ceremony_pl(), preview_en(), *synthetic_stories(4)).entities}
    assert before <= after


@pytest.mark.slow
def test_two_thousand_articles_take_seconds() -> None:
    stories = synthetic_stories(2000)
    readings = [story.reading() for story in stories]
    texts = articles(stories)
    start = time.process_time()  # of this process alone, however busy the machine is
    resolution = resolve(readings, texts, synthetic_world(), jobs=1)
    assert time.process_time() - start < 20  # 7 to 9 s
    assert len([e for e in resolution.entities if e.kind == "Treaty"]) == 500


def test_no_articles_give_an_empty_resolution() -> None:
    resolution = resolve([], {}, world())
    assert (resolution.entities, resolution.facts, resolution.works) == ((), (), ())
