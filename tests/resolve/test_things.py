"""Organizations, posts, treaties and families: what is one and what stays two."""

from __future__ import annotations

import pytest

from kg.resolve.families import alignment, normal_source
from tests.resolve.factory import Story, entities, facts, named, together, values


def ministry_of(identifier: str, state: str) -> Story:
    """An article on one state that names its ministry of defence without the state."""
    story = Story(identifier)
    story.thing("State", state, key=f"state/{state}", times=3)
    story.thing("GovernmentBody", "Ministry of Defence", key="ministry/?/defence")
    return story


def test_the_ministries_of_two_states_are_two() -> None:
    known = Story("k")
    known.thing("GovernmentBody", "Ministerul Apărării", key="ministry/RO/defence")
    known.thing("GovernmentBody", "Ministerstwo Obrony", key="ministry/PL/defence")
    resolution = together(known, ministry_of("a", "PL"), ministry_of("b", "RO"), ministry_of("c", "ID"))
    bodies = entities(resolution, "GovernmentBody")
    assert sorted(len(body.members) for body in bodies) == [1, 2, 2]


def test_a_ministry_told_by_some_of_its_fields_is_the_one_that_has_them_all() -> None:
    first, second = Story("a"), Story("b", "pl")
    first.thing("GovernmentBody", "Ministry of Culture and Sport", key="ministry/PL/culture+sport")
    second.thing("GovernmentBody", "Ministerstwo Kultury", key="ministry/PL/culture")
    assert len(entities(together(first, second), "GovernmentBody")) == 1


def test_an_organ_is_not_its_parent_and_the_gazetteer_gives_its_identifier() -> None:
    story = Story("a")
    story.thing("InternationalOrganization", "UN", key="organization/united-nations")
    story.thing("InternationalOrganization", "UN General Assembly", key="organization/united-nations-general-assembly")
    resolution = together(story)
    assert len(entities(resolution, "InternationalOrganization")) == 2
    united = named(resolution, "UN")
    assert united.same_as == ("http://www.wikidata.org/entity/Q1065",)
    assert {label.text for label in united.labels} == {"UN", "United Nations"}


def test_public_bodies_of_one_name_are_one_only_at_home() -> None:
    stories = []
    for number, state in enumerate(("PL", "PL", "RO")):
        story = Story(f"a{number}")
        story.thing("State", state, key=f"state/{state}", times=2)
        story.thing("GovernmentBody", "Supreme Court")
        stories.append(story)
    bodies = entities(together(*stories), "GovernmentBody")
    assert sorted(len(body.members) for body in bodies) == [1, 2]
    assert len({body.id for body in bodies}) == 2


def test_an_acronym_is_the_body_that_has_it() -> None:
    first, second = Story("a", "pl"), Story("b", "pl")
    first.thing("Association", "Polskie Towarzystwo Prawa Morza", acronym="PTPM")
    second.thing("Association", "PTPM")
    assert len(entities(together(first, second), "Association")) == 1


def test_a_ministry_nobody_names_is_stood_in_for_by_its_state_and_named_elsewhere_is_found() -> None:
    def minister(identifier: str) -> Story:
        story = Story(identifier)
        state = story.thing("State", "Poland", key="state/PL")
        person = story.thing("Official", "Adam Nowak", role="Minister", state="state/PL", field="culture")
        story.post(person, "Minister", state, key="post/Minister@ministry/PL/culture")
        return story

    alone = together(minister("a"))
    assert values(alone, "postIn") == ["state/poland"]
    naming = Story("b")
    naming.thing("GovernmentBody", "Ministry of Culture", key="ministry/PL/culture")
    assert values(together(minister("a"), naming), "postIn") == ["organization/ministry-of-culture"]


def test_a_post_told_with_its_state_only_is_the_holders_post_at_the_ministry() -> None:
    first, second = Story("a"), Story("b")
    for story, place in ((first, "ministry"), (second, "state")):
        state = story.thing("State", "Poland", key="state/PL")
        body = story.thing("GovernmentBody", "Ministry of Culture", key="ministry/PL/culture")
        person = story.thing("Official", "Adam Nowak", role="Minister", state="state/PL")
        story.post(person, "Minister", body if place == "ministry" else state)
    resolution = together(first, second)
    assert len(entities(resolution, "Post")) == 1
    assert len(values(resolution, "holdsPost")) == 1


def treaty_story(identifier: str, language: str, name: str, **traits: str) -> Story:
    """An article on one treaty."""
    story = Story(identifier, language)
    story.thing("Treaty", name, times=3, **traits)
    return story


def test_treaties_with_one_topic_and_the_same_parties_are_one() -> None:
    between = {"type": "treaty", "topic": "extradition", "between": "state/ID state/VN"}
    resolution = together(
        treaty_story("a", "en", "Extradition Treaty", **between),
        treaty_story("b", "id", "Perjanjian Ekstradisi", **(between | {"type": "agreement"})),
        treaty_story("c", "en", "Extradition Treaty", **(between | {"between": "state/ID state/PL"})),
    )
    assert sorted(len(treaty.members) for treaty in entities(resolution, "Treaty")) == [1, 2]


def test_two_treaties_of_one_article_stay_two() -> None:
    story = Story("a")
    story.thing("Treaty", "Extradition Treaty", type="treaty", topic="extradition")
    story.thing("Treaty", "Extradition Treaty of 1990", type="treaty", topic="extradition")
    assert len(entities(together(story), "Treaty")) == 2


def test_a_name_that_many_treaties_have_joins_only_articles_on_the_same_states() -> None:
    stories = []
    for number, state in enumerate(("PL", "PL", "RO")):
        story = treaty_story(f"a{number}", "en", "Extradition Treaty", type="treaty", topic="extradition")
        story.thing("State", state, key=f"state/{state}")
        stories.append(story)
    assert sorted(len(treaty.members) for treaty in entities(together(*stories), "Treaty")) == [1, 2]


def test_a_treaty_named_after_the_place_of_its_signing_is_the_one_signed_there() -> None:
    popular = Story("a", "pl")
    popular.thing("Treaty", "Konwencja z Hanoi", key="treaty/convention@place/1581130", times=3, type="convention")
    full = Story("b", "en")
    treaty = full.thing("Treaty", "Convention against Cybercrime", type="convention", topic="cybercrime")
    hanoi = full.thing("Place", "Hanoi", key="place/1581130")
    full.event("Signing", "Planned", treaty=treaty, place=hanoi)
    assert len(entities(together(popular, full), "Treaty")) == 1


def test_a_source_is_one_page_whatever_its_form() -> None:
    assert normal_source("https://www.News.example/a/1.html?utm=1#top") == normal_source("http://news.example/a/1.html")


def test_copies_are_one_work_and_reports_of_one_event_are_not() -> None:
    words = " ".join(f"word{i}" for i in range(80))
    first, copy, other = Story("a"), Story("b"), Story("c")
    first.write(words)
    copy.write(words + " and a new last sentence")
    other.write(" ".join(f"other{i}" for i in range(80)))
    assert {work.articles for work in together(first, copy, other).works} == {("a", "b"), ("c",)}


def test_a_translation_tells_the_same_numbers_and_things_in_the_same_order() -> None:
    def report(identifier: str, language: str, numbers: range) -> Story:
        story = Story(identifier, language)
        for number in numbers:
            story.write(f"{identifier}{language} {number} x{number * 7}")
            story.thing("State", f"State {number}", key=f"state/{number:02}")
        return story

    resolution = together(
        report("a", "en", range(40, 60)), report("b", "fa", range(40, 60)), report("c", "pl", range(59, 39, -1))
    )
    assert {work.articles for work in resolution.works} == {("a", "b"), ("c",)}


def test_alignment_wants_more_than_a_few_tokens() -> None:
    assert alignment("abc", "abc") == 0.0
    assert alignment("abcdefghijkl", "abcdefghijkl") == 1.0


def test_words_of_every_passage_stand_in_the_article() -> None:
    story = Story("a")
    state = story.thing("State", "Poland", key="state/PL")
    treaty = story.thing("Treaty", "Baltic Convention on Wrecks", type="convention")
    story.event("Ratification", start="2025-03-01", treaty=treaty, ratifiedBy=state)
    [party] = facts(together(story), "party")
    for passage in party.passages:
        assert story.text[passage.start : passage.end] == passage.exact


def test_another_treaty_signed_at_the_place_that_names_one_of_the_article_stays_another() -> None:
    popular = Story("a", "pl")
    popular.thing("Treaty", "Konwencja z Hanoi", key="treaty/convention@place/1581130", times=3, type="convention")
    both = Story("b", "en")
    key = "treaty/convention@place/1581130"
    both.thing("Treaty", "Hanoi Convention on Cybercrime", key=key, times=3, type="convention", topic="cybercrime")
    old = both.thing("Treaty", "Convention against Hackers", type="convention", topic="cybercrime")
    place = both.thing("Place", "Hanoi", key="place/1581130")
    both.event("Signing", start="2010-10", treaty=old, place=place)
    assert sorted(len(treaty.members) for treaty in entities(together(popular, both), "Treaty")) == [1, 2]


@pytest.mark.parametrize(("day", "count"), [("2023-05-02", 1), ("2024-06-09", 2)])
def test_treaties_of_one_state_signed_in_one_city_are_one_only_if_on_one_day(day: str, count: int) -> None:
    stories = []
    for identifier, language, when in (("a", "en", "2023-05-02"), ("b", "pl", day)):
        story = Story(identifier, language)
        treaty = story.thing("Treaty", f"Agreement on {identifier * 3} tea", times=3, type="agreement")
        place = story.thing("Place", "Hanoi", key="place/1581130")
        state = story.thing("State", "Poland", key="state/PL")
        story.thing("State", "Vietnam", key="state/VN")
        story.write(f"{identifier} was told at length")
        story.event("Signing", start=when, treaty=treaty, place=place, signedBy=state)
        stories.append(story)
    assert len(entities(together(*stories), "Treaty")) == count
