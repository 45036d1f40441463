"""Places that the gazetteer does not have: one where their name is one, or sounds alike in articles on one treaty."""

from __future__ import annotations

from tests.resolve.factory import Story, entities, together


def _told(identifier: str, language: str, place: str, treaty: str = "", **traits: str) -> Story:
    story = Story(identifier, language)
    if treaty:
        story.thing("Treaty", treaty, key="treaty/convention@place/1581130", type="convention")
    story.thing("Place", place, **traits)
    return story


def test_places_of_one_name_are_one_but_in_two_states() -> None:
    stories = [_told("a", "nl", "Friuli-Venezia Giulia"), _told("b", "it", "Friuli Venezia Giulia")]
    assert len(entities(together(*stories), "Place")) == 1
    apart = [_told("a", "nl", "Salem", state="state/PL"), _told("b", "en", "Salem", state="state/RO")]
    assert len(entities(together(*apart), "Place")) == 2


def test_a_place_that_sounds_alike_is_one_in_one_story_alone() -> None:
    together_told = [
        _told("a", "uk", "Коїмбра", "Ханойська конвенція"),
        _told("b", "en", "Coimbra", "Hanoi Convention"),
    ]
    assert len(entities(together(*together_told), "Place")) == 1
    assert len(entities(together(_told("a", "uk", "Коїмбра"), _told("b", "en", "Coimbra")), "Place")) == 2


def test_a_new_place_is_the_known_one_of_its_name() -> None:
    known = Story("a", "en")
    known.thing("Place", "Hanoi", key="place/1581130")
    (place,) = entities(together(known, _told("b", "pl", "Hanoi")), "Place")
    assert place.key == "place/1581130"
