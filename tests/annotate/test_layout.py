"""The zones of a page: what is text, and what stands around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases.reading import language

TWO_DASHES = pytest.mark.xfail(strict=True, reason="only the place before the first dash is taken as the dateline")

FIRST = {
    "en": "The delegations of both states met for two days and agreed on most of the articles.",
    "pl": "Delegacje obu państw spotkały się na dwa dni i uzgodniły większość artykułów.",
    "id": "Delegasi kedua negara bertemu selama dua hari dan menyepakati sebagian besar pasal.",
    "vi": "Phái đoàn hai nước đã gặp nhau trong hai ngày và thống nhất phần lớn các điều khoản.",
    "fa": "هیئت‌های دو کشور دو روز با یکدیگر دیدار کردند و درباره بیشتر مواد به توافق رسیدند.",
}


def zones(text: str, code: str = "en") -> list[tuple[str, str]]:
    """Kind and words of each zone."""
    found, _ = language(code).layout.zones(text)
    return [(zone.kind, text[zone.start : zone.end]) for zone in found]


def kinds(text: str, code: str = "en") -> list[str]:
    return [kind for kind, _ in zones(text, code)]


@pytest.mark.parametrize(
    ("code", "line", "kind"),
    [
        ("en", "Photo: Daniel Otieno", "credit"),
        ("pl", "Fot. Jan Lipiec / Agencja", "credit"),
        ("pl", "Zdjęcie: Jan Lipiec", "credit"),
        ("id", "Foto: Hendra Saputra", "credit"),
        ("vi", "Ảnh: Trần Minh Hạnh", "credit"),
        ("fa", "عکس: بهمن رستگار", "credit"),
        ("en", "By Susan Hartley", "byline"),
        ("pl", "Autor: Zofia Harasim", "byline"),
        ("id", "Penulis: Sari Wulandari", "byline"),
        ("vi", "Tác giả: Trần Minh Hạnh", "byline"),
        ("fa", "نویسنده: شهلا مرادی", "byline"),
        ("en", "Source: https://harbour.example.org/news/17", "source"),
        ("pl", "Źródło: https://harbour.example.org/news/17", "source"),
        ("id", "Sumber: https://harbour.example.org/news/17", "source"),
        ("vi", "Nguồn: https://harbour.example.org/news/17", "source"),
        ("fa", "منبع: https://harbour.example.org/news/17", "source"),
        ("en", "https://harbour.example.org/news/17", "source"),
        ("en", "Published: 3 March 2025", "published"),
        ("pl", "Opublikowano: 3 marca 2025", "published"),
        ("fa", "تاریخ انتشار: ۱۳ اسفند ۱۴۰۳", "published"),
        ("en", "Comments (3)", "furniture"),
        ("pl", "Komentarze: 12", "furniture"),
        ("fa", "نظرات (۴)", "furniture"),
        ("en", "Share", "furniture"),
        ("en", "![](picture.jpg)", "furniture"),
        ("en", "* * *", "furniture"),
    ],
)
def test_a_line_of_its_own_has_one_use(code: str, line: str, kind: str) -> None:
    found = zones(f"{FIRST[code]}\n\n{line}", code)
    assert found == [("paragraph", FIRST[code]), (kind, line)]


@pytest.mark.parametrize("code", sorted(FIRST))
def test_plain_paragraphs_are_text(code: str) -> None:
    assert kinds(FIRST[code], code) == ["paragraph"]


def test_a_sentence_that_opens_with_a_layout_word_is_text() -> None:
    sentence = "Sources close to the talks said that the delegations would meet again in the spring of next year."
    assert kinds(f"{FIRST['en']}\n\n{sentence}") == ["paragraph", "paragraph"]


def test_a_line_of_several_parts_may_tell_the_date() -> None:
    line = "کد خبر: ۸۵۲۳۴۱۱ | تاریخ انتشار: ۲۳ فروردین ۱۴۰۵ - ۱۰:۴۵"
    assert zones(f"{line}\n\n{FIRST['fa']}", "fa")[0] == ("published", line)


def test_the_source_line_gives_the_page() -> None:
    _, source = language("en").layout.zones(f"{FIRST['en']}\n\nSource: https://harbour.example.org/news/17.")
    assert source == "https://harbour.example.org/news/17"


def test_the_first_of_two_source_lines_counts() -> None:
    text = f"{FIRST['en']}\n\nSource: https://one.example.org/a\n\nSource: https://two.example.org/b"
    assert language("en").layout.zones(text)[1] == "https://one.example.org/a"


@pytest.mark.parametrize(
    ("code", "dateline"),
    [
        ("en", "WINDHOEK, 4 March 2025 (Harbour Wire) -"),
        ("en", "WINDHOEK, March 4, 2025 —"),
        ("pl", "RYGA, 4 marca 2025 -"),
        ("vi", "WINDHOEK, 4/3/2025 -"),
        pytest.param("fa", "ویندهوک - ۱۴ اسفند ۱۴۰۳ -", marks=TWO_DASHES),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(code: str, dateline: str) -> None:
    (kind, words), (second, rest) = zones(f"{dateline} {FIRST[code]}", code)
    assert (kind, second) == ("dateline", "paragraph")
    assert rest in FIRST[code] and words.startswith(dateline[:6])


def test_a_dash_inside_a_sentence_makes_no_dateline() -> None:
    assert kinds('The "Lake Pact" - a treaty of twelve articles on fishing - is to be signed in the spring.') == [
        "paragraph"
    ]


@pytest.mark.parametrize(
    ("code", "credit"), [("en", "(Photo: Daniel Otieno)"), ("pl", "(fot. Jan Lipiec)"), ("fa", "(عکس: بهمن رستگار)")]
)
def test_a_credit_in_brackets_is_cut_out_of_its_caption(code: str, credit: str) -> None:
    caption = FIRST[code][:60].strip()
    found = zones(f"{FIRST[code]}\n\n{caption} {credit}", code)
    assert found[1:] == [("caption", caption), ("credit", credit)]


def test_a_line_between_bars_is_a_caption() -> None:
    assert zones(f"{FIRST['en']}\n\n| The hall in Riga before the talks |")[1] == (
        "caption",
        "The hall in Riga before the talks",
    )


@pytest.mark.parametrize("code", sorted(FIRST))
def test_a_paragraph_that_stood_before_is_a_repeat(code: str) -> None:
    assert kinds(f"{FIRST[code]}\n\n{FIRST[code]}", code) == ["paragraph", "repeat"]


def test_a_repeat_is_found_whatever_its_case_and_quotation_marks() -> None:
    text = "The “Lake Pact” was discussed for two days by the delegations of both states in Riga."
    assert kinds(f"{text}\n\n{text.upper().replace('“', '«').replace('”', '»')}") == ["paragraph", "repeat"]


def test_short_lines_may_stand_twice() -> None:
    assert kinds(f"{FIRST['en']}\n\nHe agreed.\n\nHe agreed.") == ["paragraph", "paragraph", "paragraph"]


def test_the_first_short_line_without_a_stop_is_the_headline() -> None:
    assert kinds(f"Two days of talks in Riga\n\n{FIRST['en']}") == ["headline", "paragraph"]
    assert kinds(f"Two days of talks in Riga.\n\n{FIRST['en']}") == ["paragraph", "paragraph"]
    assert kinds("Two days of talks in Riga") == ["paragraph"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_an_empty_page_has_no_zones(text: str) -> None:
    assert zones(text) == []


LINES = (
    *FIRST.values(), "Photo: A B", "| caption |", "(fot. X)", "Source: https://a.example.org", "Comments (3)", "", "  ",
    "WINDHOEK, 4 March 2025 - Text", "|", "||", "— — —", "By X", "\ufeff", "https://a.example.org/x",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=8), st.sampled_from(sorted(FIRST)))
def test_zones_are_sorted_do_not_overlap_and_stand_in_the_text(lines: list[str], code: str) -> None:
    text = "\n".join(lines)
    found, _ = language(code).layout.zones(text)
    assert all(0 <= z.start < z.end <= len(text) for z in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[z.start : z.end].strip() for z in found)
