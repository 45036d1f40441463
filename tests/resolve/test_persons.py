"""Who is who: one to one inside a work, near certain outside, never against what one script tells."""

from __future__ import annotations

from tests.resolve.factory import Story, entities, named, together, values

SOURCE = "https://news.example/a/1.html"


def report(identifier: str, language: str, *officials: tuple[str, str, str], source: str = "") -> Story:
    """An article that names officials: (name, role, state)."""
    story = Story(identifier, language, source=source)
    for name, role, state in officials:
        person = story.thing("Official", name, role=role, state=state)
        story.post(person, role, story.thing("State", state, key=state))
    return story


def test_inside_a_work_everybody_finds_the_best_partner() -> None:
    english = report(
        "a", "en", ("Luong Cuong", "President", "state/VN"), ("Luong Tam Quang", "Minister", "state/VN"), source=SOURCE
    )
    persian = report("b", "fa", ("لونگ کونگ", "President", "state/VN"), source=SOURCE)
    resolution = together(english, persian)
    assert len(entities(resolution, "Official")) == 2
    assert named(resolution, "لونگ کونگ").id == "official/luong-cuong"


def test_two_officials_with_one_surname_stay_two() -> None:
    resolution = together(
        report("a", "en", ("Adam Nowak", "Minister", "state/PL")),
        report("b", "pl", ("Ewa Nowak", "Minister", "state/PL")),
        report("c", "ru", ("Адам Новак", "Minister", "state/PL")),
    )
    assert len(entities(resolution, "Official")) == 2
    assert {label.text for label in named(resolution, "Adam Nowak").labels} == {"Adam Nowak", "Адам Новак"}


def test_outside_a_work_a_doubtful_name_needs_role_and_state() -> None:
    other = report("b", "ja", ("ダン・クオック・フイ", "Judge", "state/ID"))
    assert len(entities(together(report("a", "vi", ("Đặng Quốc Huy", "Minister", "state/VN")), other), "Official")) == 2
    same = report("b", "ja", ("ダン・クオック・フイ", "Minister", "state/VN"))
    assert len(entities(together(report("a", "vi", ("Đặng Quốc Huy", "Minister", "state/VN")), same), "Official")) == 1


def test_equal_names_with_other_role_and_other_state_are_not_joined_but_remembered() -> None:
    resolution = together(
        report("a", "en", ("John Smith", "Minister", "state/PL")),
        report("b", "en", ("John Smith", "Judge", "state/RO")),
    )
    assert len(entities(resolution, "Official")) == 2
    assert len({entity.id for entity in entities(resolution, "Official")}) == 2
    assert [j.verdict for j in resolution.judgements] == ["unsure"]


def test_a_bare_surname_is_the_only_full_name_that_has_it() -> None:
    story = report("a", "en", ("Adam Nowak", "Minister", "state/PL"))
    story.thing("Person", "Nowak")
    assert len(entities(together(story), "Official", "Person")) == 1


def test_a_bare_surname_of_two_is_nobodys() -> None:
    story = report("a", "en", ("Adam Nowak", "Minister", "state/PL"), ("Ewa Nowak", "Judge", "state/PL"))
    story.thing("Person", "Nowak")
    assert len(entities(together(story), "Official", "Person")) == 3


def test_inflected_forms_of_two_articles_are_one_person_with_the_base_form() -> None:
    first = report("a", "pl", ("Hendra Wijaya", "Minister", "state/ID"))
    second = Story("b", "pl")
    second.thing("Official", "Hendry Wijai", sure=False, role="Minister", state="state/ID")
    resolution = together(first, second)
    official = named(resolution, "Hendra Wijaya")
    assert [label.text for label in official.labels] == ["Hendra Wijaya"]


def test_a_name_known_only_in_an_oblique_case_is_cut_back_by_the_other_language() -> None:
    russian = Story("a", "ru")
    russian.thing("Official", "Юсефа Беншекруна", sure=False, role="Ambassador", state="state/MA")
    french = report("b", "fr", ("Youssef Benchekroun", "Ambassador", "state/MA"))
    official = named(together(russian, french), "Youssef Benchekroun")
    assert ("ru", "Юсеф Беншекрун") in {(label.language, label.text) for label in official.labels}


def test_who_only_held_a_post_is_a_person_and_who_holds_one_an_official() -> None:
    story = Story("a")
    former = story.thing("Person", "Adam Nowak", state="state/PL")
    poland = story.thing("State", "Poland", key="state/PL")
    story.post(former, "Minister", poland, former=True)
    assert named(together(story), "Adam Nowak").kind == "Person"
    later = Story("b", published="2026-01-01")
    now = later.thing("Official", "Adam Nowak", role="Minister", state="state/PL")
    later.post(now, "Minister", later.thing("State", "Poland", key="state/PL"))
    resolution = together(story, later)
    assert named(resolution, "Adam Nowak").kind == "Official"
    assert len(values(resolution, "holdsPost")) == 1
    assert values(resolution, "formerlyHeldPost") == []
