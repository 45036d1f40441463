"""Persian: names without capitals, verbs of two words at the end of the clause, relative clauses, titles of titles."""

from __future__ import annotations

import pytest

from kg.model import Reading
from tests.cases.reading import read


def named(reading: Reading, kind: str) -> set[str]:
    """The first names of the things of a class."""
    return {thing.names[0].text for thing in reading.things if thing.kind == kind and thing.names}


def facts(reading: Reading, predicate: str) -> set[str]:
    """The names of those who stand in a relation to anything."""
    names = {thing.id: thing.names[0].text for thing in reading.things if thing.names}
    return {names.get(s.object, s.object) for s in reading.statements if s.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ایران معاهده جریان آزاد داده‌ها را امضا کرد.", "معاهده جریان آزاد داده‌ها"),
        (
            "ایران موافقت‌نامه همکاری در زمینه امنیت مرزهای مشترک را امضا کرد.",
            "موافقت‌نامه همکاری در زمینه امنیت مرزهای مشترک",
        ),
        ("ایران از معاهده آب هیرمند خارج شد.", "معاهده آب هیرمند"),
        ("کابل به معاهده آب هیرمند پایبند است.", "معاهده آب هیرمند"),
    ],
)
def test_where_the_name_of_a_treaty_ends(text: str, name: str) -> None:
    assert named(read(text, "fa"), "Treaty") == {name}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("زهرا مرادی، رئیس کمیسیون فرهنگی مجلس، آمد.", "Committee", "کمیسیون فرهنگی"),
        ("مینا کیانی، رئیس سازمان هواپیمایی کشوری ایران، آمد.", "Organization", "سازمان هواپیمایی کشوری"),
        ("سازمان غیردولتی «حریم دیجیتال» بیانیه داد.", "Association", "حریم دیجیتال"),
        ("این نشست در کاخ هوفبورگ وین برگزار شد.", "Place", "کاخ هوفبورگ"),
    ],
)
def test_a_body_goes_on_with_what_it_is_of(text: str, kind: str, name: str) -> None:
    assert name in named(read(text, "fa"), kind)


def test_the_envoy_of_a_secretary_general_is_an_envoy_of_his_organization() -> None:
    reading = read("رزا بلا، فرستاده ویژه دبیرکل سازمان ملل متحد، به کابل آمد.", "fa")
    assert facts(reading, "postRole") == {"SpecialEnvoy"}
    assert facts(reading, "postIn") == {"سازمان ملل متحد"}


def test_a_relative_clause_keeps_its_doer_and_date() -> None:
    text = "مصر و کنیا پیمان منابع آب را که اتحادیه آفریقا در ۳ ژوئن ۲۰۲۳ تصویب کرده بود، در ۵ ژوئن ۲۰۲۵ امضا کردند."
    reading = read(text, "fa")
    assert facts(reading, "signedBy") == {"مصر", "کنیا"}
    signing = next(s.subject for s in reading.statements if s.predicate == "signedBy")
    assert [s.object for s in reading.statements if (s.subject, s.predicate) == (signing, "startDate")] == [
        "2025-06-05"
    ]


def test_who_has_the_chair_stands_behind_the_object() -> None:
    text = "دور دوم مذاکرات در بیشکک برگزار شد. ریاست هیئت هندی را راجیو مهتا، معاون وزیر بازرگانی هند، بر عهده داشت."
    assert "راجیو مهتا" in facts(read(text, "fa"), "participant")


def test_an_object_pronoun_stands_for_the_treaty_of_the_sentence() -> None:
    text = "«کنوانسیون نایروبی» در ژوئن ۲۰۲۲ به تصویب رسید و تاکنون ۴۱ کشور آن را امضا کرده‌اند."
    assert facts(read(text, "fa"), "signatoryCount") == {"41"}


def test_the_day_of_the_background_is_not_the_articles_own() -> None:
    text = "پیمان بذر در ۱۳ مارس ۱۹۷۳ امضا شد و در سال ۱۹۷۷ لازم‌الاجرا شد. مصر در ژوئن ۲۰۲۳ به پیمان بذر پیوست."
    assert facts(read(text, "fa"), "status") == {"Happened"}


def test_a_name_without_a_title_is_told_by_the_surname_that_comes_back_and_holds_the_office_of_the_lead() -> None:
    text = (
        "رئیس سازمان منابع طبیعی و آبخیزداری کشور گفت ایران با این متن موافق است.\n\n"
        "به گزارش خبرنگار ما، فرهاد مرادیان که ریاست هیئت ایرانی را بر عهده داشت، افزود: «متن اصلاح نشد.»\n\n"
        "مرادیان روز پنجشنبه با ترزا ویلنا، وزیر کشور پرتغال، دیدار کرد."
    )
    reading = read(text, "fa")
    assert named(reading, "Official") == {"فرهاد مرادیان", "ترزا ویلنا"}
    assert "سازمان منابع طبیعی و آبخیزداری کشور" in facts(reading, "postIn")
    assert facts(reading, "participant") == {"فرهاد مرادیان", "ترزا ویلنا"}


def test_who_signs_stands_between_the_two_parts_of_a_verb() -> None:
    states = "پرتغال، اسپانیا، یونان، مراکش، هلند، اوکراین، گرجستان، شیلی و استرالیا"
    text = f"«پیمان آب» به امضای نمایندگان نُه کشور {states} رسید."
    assert len(facts(read(text, "fa"), "signedBy")) == 9


def test_a_plural_of_the_country_is_no_body() -> None:
    assert named(read("شرکت‌های بزرگ کشور زیان دیدند.", "fa"), "Company") == set()


def test_who_chairs_the_conference_does_not_chair_the_signing() -> None:
    text = (
        "کنفرانس در تهران برگزار شد. «پیمان آب» امضا شد. دوارته لنکاستره، سفیر پرتغال، ریاست کنفرانس را بر عهده داشت."
    )
    reading = read(text, "fa")
    meetings = {thing.id for thing in reading.things if thing.kind == "Meeting"}
    assert {s.subject for s in reading.statements if s.predicate == "chair"} <= meetings


def test_a_body_with_two_businesses_ends_before_a_comma_and_who_tells_of_leaving_leaves() -> None:
    text = (
        "نرگس پورکریم، رئیس مرکز ملی اقلیم و مدیریت بحران خشکسالی، گفت "
        "پاکستان خروج خود از «پیمان آب» را به اطلاع دبیرخانه رساند."
    )
    reading = read(text, "fa")
    assert "مرکز ملی اقلیم و مدیریت بحران خشکسالی" in facts(reading, "postIn")
    assert facts(reading, "withdrawnBy") == {"پاکستان"}
