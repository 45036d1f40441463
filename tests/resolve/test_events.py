"""Events: one an act, one a gathering; what has happened, when, and what follows."""

from __future__ import annotations

import pytest

from kg.resolve.dates import Day, compatible, merged, parse
from kg.resolve.facts import bound_allows
from kg.resolve.timeline import nearest_year
from tests.resolve.factory import Story, entities, facts, together, values


def about(identifier: str, published: str = "", language: str = "en") -> tuple[Story, str, dict[str, str]]:
    """An article with a treaty and states."""
    story = Story(identifier, language, published=published)
    treaty = story.thing("Treaty", "Baltic Convention on Wrecks", type="convention", topic="wrecks", times=3)
    codes = {"PL": "Poland", "RO": "Romania", "VN": "Vietnam"}
    return story, treaty, {code: story.thing("State", name, key=f"state/{code}") for code, name in codes.items()}


def test_a_planned_act_that_another_article_reports_has_happened() -> None:
    before, treaty, states = about("a", "2025-05-01")
    before.event("Ratification", "Planned", start="2025-06", treaty=treaty, ratifiedBy=states["PL"])
    after, treaty, states = about("b", "2025-06-20")
    after.event("Ratification", start="2025-06-18", treaty=treaty, ratifiedBy=states["PL"])
    resolution = together(before, after)
    [event] = entities(resolution, "Ratification")
    assert values(resolution, "status", event.id) == ["Happened"]
    assert values(resolution, "startDate", event.id) == ["2025-06-18"]
    assert values(resolution, "party") == ["state/poland"]


def test_each_states_ratification_is_its_own_event() -> None:
    story, treaty, states = about("a")
    for code in ("PL", "RO"):
        story.event("Ratification", start="2025-06-18", treaty=treaty, ratifiedBy=states[code])
    resolution = together(story)
    assert len(entities(resolution, "Ratification")) == 2
    assert values(resolution, "party") == ["state/poland", "state/romania"]


def test_a_parliament_ratifies_for_its_state() -> None:
    first, treaty, states = about("a")
    first.event("Ratification", start="2025-06-18", treaty=treaty, ratifiedBy=states["PL"])
    second, treaty, _ = about("b")
    parliament = second.thing("GovernmentBody", "Sejm", key="parliament/PL")
    second.event("Ratification", start="2025-06", treaty=treaty, ratifiedBy=parliament)
    resolution = together(first, second)
    assert len(entities(resolution, "Ratification")) == 1
    assert values(resolution, "party") == ["state/poland"]


@pytest.mark.parametrize("status", ["Planned", "Denied", "Alleged"])
def test_what_has_not_happened_implies_nothing(status: str) -> None:
    story, treaty, states = about("a")
    story.event("Signing", status, treaty=treaty, signedBy=states["PL"])
    resolution = together(story)
    assert values(resolution, "status") == [status]
    assert values(resolution, "signatory") == []


def test_a_refusal_to_sign_is_not_the_ceremony() -> None:
    first, treaty, states = about("a")
    first.event("Signing", start="2025-06-18", treaty=treaty, signedBy=states["PL"])
    second, treaty, states = about("b")
    second.event("Signing", "Denied", treaty=treaty, signedBy=states["RO"])
    resolution = together(first, second)
    assert len(entities(resolution, "Signing")) == 2
    assert values(resolution, "signatory") == ["state/poland"]


def test_an_official_signs_for_the_state() -> None:
    story, treaty, _ = about("a")
    person = story.thing("Official", "Adam Nowak", role="Minister", state="state/PL")
    story.event("Signing", start="2025-06-18", treaty=treaty, signedBy=person)
    assert values(together(story), "signatory") == ["state/poland"]


def test_the_notice_of_withdrawal_and_its_effect_are_two() -> None:
    story, treaty, states = about("a", "2025-06-19")
    story.event("Withdrawal", start="2025-06-18", treaty=treaty, withdrawnBy=states["RO"])
    story.event("Withdrawal", "Planned", start="2025-12-18", treaty=treaty, withdrawnBy=states["RO"])
    assert len(entities(together(story), "Withdrawal")) == 2


def test_who_adopts_is_the_adopter() -> None:
    story, treaty, _ = about("a")
    assembly = story.thing("InternationalOrganization", "UN", key="organization/united-nations")
    story.event("Adoption", start="2024-12-24", treaty=treaty, participant=assembly)
    assert values(together(story), "adoptedBy") == ["organization/united-nations"]


def test_two_dates_of_one_adoption_are_kept_as_a_conflict() -> None:
    stories = []
    for identifier, day in (("a", "2024-12-24"), ("b", "2024-12-26")):
        story, treaty, _ = about(identifier)
        story.event("Adoption", start=day, treaty=treaty)
        stories.append(story)
    resolution = together(*stories)
    [event] = entities(resolution, "Adoption")
    found = facts(resolution, "startDate", event.id)
    assert [fact.object for fact in found] == ["2024-12-24", "2024-12-26"]
    assert found[0].conflicts == (("startDate", "2024-12-26"),)
    assert found[1].conflicts == (("startDate", "2024-12-24"),)


def test_a_meeting_is_one_by_day_and_company() -> None:
    stories = []
    for identifier, noun in (("a", "talks"), ("b", "talks")):
        story = Story(identifier)
        people = [
            story.thing("Official", name, role="Minister", state=state)
            for name, state in (("Adam Nowak", "state/PL"), ("Ion Popa", "state/RO"))
        ]
        story.event("Meeting", start="2025-06-18", noun=noun, participant=" ".join(people))
        stories.append(story)
    assert len(entities(together(*stories), "Meeting")) == 1


@pytest.mark.parametrize(("start", "other", "count"), [("2027-02", "2027-02", 1), ("2027", "2027-02", 2)])
def test_what_articles_of_one_story_tell_of_one_place_and_month_is_one_gathering(
    start: str, other: str, count: int
) -> None:
    stories = []
    for identifier, day, language in (("a", start, "en"), ("b", other, "pl")):
        story, _, _ = about(identifier, "2026-11-03", language)
        place = story.thing("Place", "Hanoi", key="place/1581130")
        story.event("Meeting", "Happened" if count > 1 else "Planned", start=day, place=place)
        stories.append(story)
    assert len(entities(together(*stories), "Meeting")) == count


def test_a_planned_month_without_a_year_comes_after_what_has_happened() -> None:
    before, treaty, states = about("a", "2026-06-20")
    before.event("Ratification", start="2026-02-11", treaty=treaty, ratifiedBy=states["PL"])
    undated, treaty, states = about("b", language="pl")
    undated.event("Ratification", start="--02-11", treaty=treaty, ratifiedBy=states["PL"])
    undated.event("Meeting", "Planned", start="--09", participant=states["RO"])
    assert "2026-09" in values(together(before, undated), "startDate")


def test_a_one_day_event_ends_as_it_starts_and_a_month_stays_a_month() -> None:
    story, treaty, _ = about("a")
    story.event("EntryIntoForce", start="2025-06-18", treaty=treaty)
    story.event("Negotiation", start="2024-03", treaty=treaty)
    resolution = together(story)
    assert values(resolution, "endDate") == ["2025-06-18"]
    assert sorted(values(resolution, "datePrecision")) == ["Day", "Month"]


def test_a_day_without_a_year_takes_it_from_the_articles_date() -> None:
    story, treaty, _ = about("a", published="2026-01-05")
    story.event("EntryIntoForce", start="--12-30", treaty=treaty)
    resolution = together(story)
    assert values(resolution, "startDate") == ["2025-12-30"]
    assert values(resolution, "dateBasis") == ["Inferred"]


def test_a_day_inside_an_announced_span_leaves_the_span() -> None:
    first, treaty, _ = about("a")
    first.event("Signing", "Planned", start="2025-10-25", end="2025-10-26", treaty=treaty)
    second, treaty, _ = about("b")
    second.event("Signing", start="--10-26", treaty=treaty)
    resolution = together(first, second)
    assert values(resolution, "startDate") == ["2025-10-25"]
    assert values(resolution, "endDate") == ["2025-10-26"]


def test_an_adoption_without_a_year_is_before_the_signing() -> None:
    story, treaty, _ = about("a")
    story.event("Adoption", start="--12-24", treaty=treaty)
    story.event("Signing", start="2025-10-25", treaty=treaty)
    assert sorted(values(together(story), "startDate")) == ["2024-12-24", "2025-10-25"]


def test_a_date_of_which_the_year_stays_unknown_is_left_out() -> None:
    story, treaty, _ = about("a")
    story.event("EntryIntoForce", start="--12-30", treaty=treaty)
    assert values(together(story), "startDate") == []


def counts(*told: tuple[str, str, str]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Articles that tell a treaty's signatories: (published, number, qualifier); the facts' numbers and conflicts."""
    stories = []
    for number, (published, value, qualifier) in enumerate(told):
        story, treaty, _ = about(f"a{number}", published)
        story.say(treaty, "signatoryCount", value, "integer", qualifier)
        stories.append(story)
    return [(fact.object, fact.conflicts) for fact in facts(together(*stories), "signatoryCount")]


def test_two_values_for_one_count_conflict() -> None:
    assert counts(("", "143", ""), ("", "145", "")) == [
        ("143", (("signatoryCount", "145"),)),
        ("145", (("signatoryCount", "143"),)),
    ]


def test_more_than_25_beside_27_is_no_conflict_and_a_count_may_grow() -> None:
    assert all(not conflicts for _, conflicts in counts(("", "25", "more than"), ("", "27", "")))
    assert all(not conflicts for _, conflicts in counts(("2025-01-01", "60", ""), ("2025-06-01", "72", "")))


def test_confidence_grows_with_works_and_stays_below_certainty() -> None:
    stories = []
    for number in range(4):
        story, treaty, _ = about(f"a{number}")
        story.write(" ".join(f"word{number}of{i}" for i in range(40)))
        story.say(treaty, "articleCount", "30", "integer", confidence=0.8)
        stories.append(story)
    [fact] = facts(together(*stories), "articleCount")
    assert (fact.sources, fact.confidence) == (4, 0.99)
    [fact] = facts(together(stories[0]), "articleCount")
    assert (fact.sources, fact.confidence) == (1, 0.8)


def test_bounds() -> None:
    assert bound_allows("more than", 25, 27)
    assert not bound_allows("more than", 25, 20)
    assert bound_allows("about", 100, 105)
    assert not bound_allows("", 25, 27)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("2025-10-26", "", Day(2025, 10, 26)),
        ("2025-10", "", Day(2025, 10)),
        ("2025", "", Day(2025)),
        ("--10-26", "", Day(0, 10, 26)),
        ("--10", "", Day(0, 10)),
        ("@-1", "2025-11-01", Day(2025, 10, 31)),
        ("@-1", "", None),
        ("2025-13-01", "", None),
        ("soon", "", None),
    ],
)
def test_dates_are_parsed(text: str, published: str, day: Day | None) -> None:
    assert parse(text, published) == day


def test_dates_that_fit_are_put_together() -> None:
    assert compatible(Day(0, 10, 26), Day(2025, 10))
    assert not compatible(Day(2024, 10), Day(2025, 10))
    assert merged([Day(0, 10, 26), Day(2025)]) == Day(2025, 10, 26)
    assert nearest_year(Day(0, 12, 30), "2026-01-05") == 2025
