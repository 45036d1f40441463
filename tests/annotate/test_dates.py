"""Dates: found in sentences of every language, resolved against a publication date and an earlier date."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.calendars import SOLAR_YEARS, is_solar_leap, span, to_gregorian, year_near
from kg.annotate.dates import DateValue, Partial, find_dates, published_date, resolve
from kg.annotate.normalise import fold
from tests.annotate.date_cases import CASES
from tests.cases.reading import language

TODAY = {
    "ar": "اليوم", "cs": "dnes", "de": "heute", "en": "today", "es": "hoy", "fa": "امروز",
    "fr": "aujourd’hui", "hi": "आज", "id": "hari ini", "it": "oggi", "ja": "今日", "ko": "오늘",
    "ms": "hari ini", "nl": "vandaag", "pl": "dziś", "pt": "hoje", "ro": "astăzi", "ru": "сегодня",
    "tr": "bugün", "uk": "сьогодні", "vi": "hôm nay", "zh": "今天",
}  # fmt: skip
LANGUAGES = tuple(TODAY)
PUBLISHED = date(2025, 11, 19)  # a Wednesday
PIECES = sorted({words for _, sentence, _ in CASES for words in sentence.split()})


def values(code: str, sentence: str, published: date | None = PUBLISHED, **more: object) -> dict[str, str]:
    """What a sentence's expressions of time mean."""
    found = {}
    for mention in find_dates(fold(sentence), language(code).dates):
        value = resolve(mention, published, **more)  # type: ignore[arg-type]
        text = "" if value is None else value.start if value.start == value.end else f"{value.start}..{value.end}"
        found[sentence[mention.start : mention.end]] = text
    return found


def only(code: str, words: str, published: date | None = PUBLISHED, **more: object) -> DateValue | None:
    """What one expression means."""
    (mention,) = find_dates(fold(words), language(code).dates)
    return resolve(mention, published, **more)  # type: ignore[arg-type]


def test_every_language_has_cases() -> None:
    assert {code for code, _, _ in CASES} == set(LANGUAGES)


@pytest.mark.parametrize(("code", "sentence", "expected"), CASES)
def test_sentence(code: str, sentence: str, expected: dict[str, str]) -> None:
    assert values(code, sentence) == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_today_is_day_zero_and_specs_can_be_pickled(code: str) -> None:
    spec = language(code).dates
    (mention,) = find_dates(fold(TODAY[code]), pickle.loads(pickle.dumps(spec)))
    assert (mention.relative, mention.unit) == (0, "day")


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12))
def test_spans_lie_in_the_text_in_order_without_overlap(code: str, words: list[str]) -> None:
    text = fold(" ".join(words))
    end = 0
    for mention in find_dates(text, language(code).dates):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        resolve(mention, PUBLISHED, Partial(2025, 10, 26))
        resolve(mention, None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("25-26 October", "--10-25..--10-26"),
        ("in October", "--10"),
        ("yesterday", "@-1"),
        ("last year", ""),
        ("on Tuesday", ""),
        ("the day before", ""),
        ("16 February next year", "--02-16"),
    ],
)
def test_without_a_publication_date_only_what_is_said_is_told(words: str, expected: str) -> None:
    assert list(values("en", words, published=None).values()) == [expected]


def test_a_stated_date_is_stated_and_a_completed_one_inferred() -> None:
    assert only("en", "26 October 2025") == DateValue("2025-10-26", "2025-10-26", "Stated", "Day")
    assert only("en", "26 October") == DateValue("2025-10-26", "2025-10-26", "Inferred", "Day")
    assert only("en", "October 2025") == DateValue("2025-10", "2025-10", "Stated", "Month")


@pytest.mark.parametrize(("tense", "expected"), [("", "2026-02-16"), ("past", "2025-02-16"), ("future", "2026-02-16")])
def test_a_missing_year_is_the_nearest_that_the_tense_allows(tense: str, expected: str) -> None:
    value = only("en", "16 February", tense=tense)
    assert value is not None
    assert value.start == expected


def test_a_weekday_beside_a_date_decides_the_missing_year() -> None:
    value = only("en", "Sunday, 16 February")  # a Sunday in 2025, a Monday in 2026
    assert value is not None
    assert value.start == "2025-02-16"


@pytest.mark.parametrize(("tense", "expected"), [("", "2025-11-17"), ("future", "2025-11-24")])
def test_a_weekday_is_the_nearest_one_on_the_side_of_the_tense(tense: str, expected: str) -> None:
    value = only("en", "Monday", tense=tense)
    assert value is not None
    assert value.start == expected


def test_the_weekday_of_publication_is_the_same_day_unless_last_or_next_is_said() -> None:
    assert values("en", "Wednesday") == {"Wednesday": "2025-11-19"}
    assert values("en", "last Wednesday") == {"last Wednesday": "2025-11-12"}
    assert values("en", "next Wednesday") == {"next Wednesday": "2025-11-26"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [("the next day", "2025-11-01"), ("two days earlier", "2025-10-29"), ("a year later", "2026")],
)
def test_anchored_words_count_from_the_date_told_before(words: str, expected: str) -> None:
    value = only("en", words, anchor=Partial(2025, 10, 31))
    assert value is not None
    assert (value.start, value.basis) == (expected, "Inferred")


def test_a_bare_day_takes_its_month_from_the_anchor_where_there_is_no_publication_date() -> None:
    value = only("zh", "18日", published=None, anchor=Partial(2026, 6, 17))
    assert value is not None
    assert value.start == "2026-06-18"


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert values("en", "31 June 2024, 29 February 2023") == {"June 2024": "2024-06", "February 2023": "2023-02"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/world/treaty-20240305101530123.htm", "2024-03-05"),
        ("https://example.org/2024/03/05/treaty", "2024-03-05"),
        ("https://example.org/treaty-20240305.html", "2024-03-05"),
        ("https://example.org/2024-3-5/treaty", "2024-03-05"),
        ("https://example.org/treaty-2356258.html", ""),
        ("https://example.org/treaty-20241305.html", ""),
        ("https://example.org/treaty-18240305.html", ""),
        ("https://example.org/treaty?day=20240305", ""),
        ("", ""),
    ],
)
def test_published_date(url: str, expected: str) -> None:
    assert published_date(url) == expected


@pytest.mark.parametrize(
    ("calendar", "day", "expected"),
    [
        ("solar-hijri", (1403, 12, 30), date(2025, 3, 20)),
        ("solar-hijri", (1404, 1, 1), date(2025, 3, 21)),
        ("solar-hijri", (1404, 12, 30), None),
        ("solar-hijri", (1357, 11, 22), date(1979, 2, 11)),
        ("solar-hijri", (1403, 7, 31), None),
        ("solar-hijri", (900, 1, 1), None),
        ("hijri", (1446, 9, 1), date(2025, 3, 1)),
        ("hijri", (1446, 9, 31), None),
        ("hijri", (1200, 1, 1), None),
        ("gregorian", (2024, 2, 29), date(2024, 2, 29)),
        ("gregorian", (2023, 2, 29), None),
    ],
)
def test_calendar(calendar: str, day: tuple[int, int, int], expected: date | None) -> None:
    assert to_gregorian(calendar, *day) == expected


def test_solar_years_follow_one_another_without_gap() -> None:
    for year in SOLAR_YEARS[:-1]:
        last = to_gregorian("solar-hijri", year, 12, 30 if is_solar_leap(year) else 29)
        assert last is not None
        assert to_gregorian("solar-hijri", year + 1, 1, 1) == last + timedelta(days=1)


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)), st.sampled_from(["gregorian", "hijri", "solar-hijri"]))
def test_a_day_lies_in_the_year_that_is_near_it(day: date, calendar: str) -> None:
    year = year_near(calendar, day)
    before, after = span(calendar, year - 1), span(calendar, year + 1)
    assert before is not None
    assert after is not None
    assert before[0] <= day <= after[1]
