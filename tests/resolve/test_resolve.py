"""Whole resolutions of small stories."""

from __future__ import annotations

from kg.model import Resolution
from tests.resolve.factory import Story, entities, facts, named, together, values

SOURCE = "https://news.example/world/hanoi-convention-1.html"


def ceremony_pl() -> Story:
    """A Polish report, no date of its own."""
    s = Story("a_pl.txt", "pl", source=SOURCE)
    treaty = s.thing(
        "Treaty", "Konwencja Narodów Zjednoczonych przeciwko cyberprzestępczości", "Konwencja z Hanoi",
        key="treaty/convention@place/1581130", times=5, type="convention", topic="cybercrime",
    )  # fmt: skip
    vietnam = s.thing("State", "Wietnam", key="state/VN")
    ministry = s.thing("GovernmentBody", "Ministerstwo Bezpieczeństwa Publicznego", key="ministry/?/public-security")
    tung = s.thing("Official", "Pham The Tung", role="DeputyMinister", state="state/VN")
    s.post(tung, "DeputyMinister", ministry)
    s.say(tung, "rank", "generał", "text")
    s.event("Signing", start="--10-25", treaty=treaty)
    s.event("Meeting", start="--10-26", noun="session", chair=tung, treaty=treaty)
    s.say(treaty, "articleCount", "68", "integer")
    s.say(ministry, "ofState", vietnam)
    return s


def ceremony_fa() -> Story:
    """Its Persian translation."""
    s = Story("b_fa.txt", "fa", source="http://www.news.example/world/hanoi-convention-1.html?x=1")
    treaty = s.thing(
        "Treaty",
        "کنوانسیون هانوی",
        key="treaty/convention@place/1581130",
        times=5,
        type="convention",
        topic="cybercrime",
    )
    s.thing("State", "ویتنام", key="state/VN")
    ministry = s.thing("GovernmentBody", "وزارت امنیت عمومی", key="ministry/VN/public-security")
    tung = s.thing("Official", "فام دِ تونگ", role="DeputyMinister", state="state/VN")
    s.post(tung, "DeputyMinister", ministry)
    s.event("Signing", start="--10-25", treaty=treaty)
    s.event("Meeting", start="--10-26", noun="session", chair=tung, treaty=treaty)
    s.say(treaty, "articleCount", "68", "integer")
    return s


def preview_en() -> Story:
    """An earlier English report that expects the signing."""
    s = Story("c_en.txt", "en", published="2025-10-20", source="https://other.example/preview-2.html")
    treaty = s.thing("Treaty", "Hanoi Convention", key="treaty/convention@place/1581130", times=3, type="convention")
    vietnam = s.thing("State", "Vietnam", key="state/VN")
    tung = s.thing("Official", "Pham The Tung", role="DeputyMinister", state="state/VN")
    s.event("Signing", "Planned", start="2025-10-25", end="2025-10-26", treaty=treaty, signedBy=f"{tung} {vietnam}")
    s.say(treaty, "articleCount", "68", "integer")
    return s


def story() -> Resolution:
    """All three."""
    return together(ceremony_pl(), ceremony_fa(), preview_en())


def test_articles_with_one_source_are_one_work() -> None:
    works = {work.articles for work in story().works}
    assert works == {("a_pl.txt", "b_fa.txt"), ("c_en.txt",)}


def test_one_person_over_scripts_with_a_label_for_each_language() -> None:
    official = named(story(), "فام دِ تونگ")
    assert official.id == "official/pham-the-tung"
    assert {(label.language, label.text) for label in official.labels} == {
        ("en", "Pham The Tung"),
        ("pl", "Pham The Tung"),
        ("fa", "فام دِ تونگ"),
    }
    assert official.main.language == "en"


def test_one_treaty_under_its_long_and_popular_names() -> None:
    assert len(entities(story(), "Treaty")) == 1


def test_a_ministry_of_unknown_state_is_the_one_of_its_family() -> None:
    assert len(entities(story(), "GovernmentBody")) == 1
    assert len(entities(story(), "Post")) == 1


def test_one_signing_that_has_happened_with_the_year_from_the_other_article() -> None:
    resolution = story()
    [signing] = entities(resolution, "Signing")
    assert values(resolution, "status", signing.id) == ["Happened"]
    assert values(resolution, "startDate", signing.id) == ["2025-10-25"]
    assert values(resolution, "dateBasis", signing.id) == ["Stated"]


def test_the_year_of_another_event_follows_and_is_inferred() -> None:
    resolution = story()
    [meeting] = entities(resolution, "Meeting")
    assert values(resolution, "startDate", meeting.id) == ["2025-10-26"]
    assert values(resolution, "dateBasis", meeting.id) == ["Inferred"]


def test_what_only_a_preview_says_of_signers_implies_no_signatory() -> None:
    assert facts(story(), "signatory") == []


def test_sources_count_works_not_articles() -> None:
    [fact] = facts(story(), "articleCount")
    assert fact.sources == 2
    assert len(fact.passages) == 3
    assert all(passage.exact for passage in fact.passages)


def test_ids_tell_what_a_thing_is() -> None:
    ids = [entity.id for entity in story().entities]
    assert "state/vietnam" in ids
    assert "event/signing-hanoi-convention-2025-10-25" in ids
    assert len(ids) == len(set(ids))
