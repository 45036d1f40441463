"""Comparisons are made once, and again where anything that they depend on is otherwise."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve import resolve
from kg.resolve.personal import Profile
from kg.resolve.remembered import Remembered, content_digest
from tests.resolve.factory import articles, world
from tests.resolve.test_order import STORIES


def test_work_is_done_only_for_what_is_not_remembered() -> None:
    asked: list[int] = []

    def square(number: int) -> int:
        asked.append(number)
        return number * number

    first = Remembered()
    assert first.each(square, [1, 2, 3], [b"1", b"2", b"3"], 1, 1) == [1, 4, 9]
    second = Remembered(first.now)
    assert second.each(square, [2, 4, 3], [b"2", b"4", b"3"], 1, 1) == [4, 16, 9]
    assert asked == [1, 2, 3, 4]
    assert second.now == {b"2": 4, b"4": 16, b"3": 9}, "what nobody asks for any more is forgotten"


def test_the_digest_of_a_profile_has_all_its_fields() -> None:
    profile = Profile(names={("Ana Bela", "en"), ("B", "pl")}, roles={"Minister"}, articles={"a", "b"})
    assert content_digest(profile) == content_digest(replace(profile, names={("B", "pl"), ("Ana Bela", "en")}))
    others = [
        replace(profile, roles=set()),
        replace(profile, articles={"a"}),
        replace(profile, weak=False),
        replace(profile, families={"a"}),
        replace(profile, texts=("Ana Bela",)),
    ]
    assert len({content_digest(one) for one in (profile, *others)}) == 6


@settings(max_examples=20, deadline=None)
@given(st.sets(st.sampled_from(range(len(STORIES)))), st.sets(st.sampled_from(range(len(STORIES)))))
def test_what_is_remembered_of_any_other_articles_changes_nothing(before: set[int], now: set[int]) -> None:
    former, known = Remembered(), Remembered()
    for chosen, remembered in ((before, former), (now, known)):
        stories = [STORIES[number] for number in sorted(chosen)]
        readings = [story.reading() for story in stories]
        found = resolve(readings, articles(stories), world(), 1, remembered=remembered)
        assert found == resolve(readings, articles(stories), world(), 1)
        known.former = former.now
