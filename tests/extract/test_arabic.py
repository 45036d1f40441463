"""Arabic: names before their titles without a comma, verbs that come first, what a prefix ends."""

from __future__ import annotations

import pytest

from kg.model import Reading
from tests.cases.reading import read


def named(reading: Reading, *kinds: str) -> set[str]:
    """The first names of the things of some classes."""
    return {thing.names[0].text for thing in reading.things if thing.kind in kinds and thing.names}


def objects(reading: Reading, predicate: str) -> set[str]:
    """What a property leads to, by its first name if it has one."""
    names = {thing.id: thing.names[0].text for thing in reading.things if thing.names}
    return {names.get(s.object, s.object) for s in reading.statements if s.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أشادت سنية بلحاج سفيرة تونس لدى هولندا بالاتفاق.", {"سنية بلحاج"}),
        ("وطالب الخبير مجدي عبد الشهيد بإحكام الرقابة.", {"مجدي عبد الشهيد"}),
    ],
)
def test_a_name_begins_behind_a_verb_and_ends_before_a_preposition(text: str, names: set[str]) -> None:
    assert named(read(text, "ar"), "Official", "Person") == names


def test_a_minister_and_who_is_named_before_her_office_sign_what_follows() -> None:
    text = (
        "دخلت «اتفاقية تورينو» حيز النفاذ. ووقعت وزيرة البيئة منال شكري وكاتارينا فيزنغر الأمينة التنفيذية للاتفاقية "
        "مذكرة تفاهم بشأن تدريب الفنيين، على أن يبدأ العمل العام المقبل."
    )
    reading = read(text, "ar")
    assert objects(reading, "signedBy") == {"منال شكري", "كاتارينا فيزنغر"}
    assert "مذكرة تفاهم بشأن تدريب الفنيين" in objects(reading, "treaty")


def test_a_conference_is_not_held_on_the_day_on_which_it_adopts_and_a_city_that_hosts_is_its_place() -> None:
    reading = read("25 أبريل 2026\n\nواعتمد المؤتمر أول أمس «تعديل القاهرة».", "ar")
    meetings = {thing.id for thing in reading.things if thing.kind == "Meeting"}
    assert not {s.subject for s in reading.statements if s.predicate == "startDate"} & meetings
    assert "أوساكا" in objects(read("تستضيف مدينة أوساكا المؤتمر عام 2028.", "ar"), "place")


def test_what_is_announced_is_done_and_takes_effect_later_and_a_state_goes_on_behind_for() -> None:
    text = (
        "أما موريتانيا فقد رفضت التوقيع على «اتفاقية طنجة»، فيما أعلنت تونس انسحابها من «اتفاقية طنجة»، على أن "
        "يسري الانسحاب اعتبارا من أبريل 2027. وحضر الممثل الدائم للمغرب لدى الأمم المتحدة يوسف بنعمرو."
    )
    reading = read(text, "ar")
    assert objects(reading, "signedBy") == {"موريتانيا"}
    assert objects(reading, "withdrawnBy") == {"تونس"}
    assert sum(thing.kind == "Withdrawal" for thing in reading.things) == 2
    assert named(reading, "Official") == {"يوسف بنعمرو"}
