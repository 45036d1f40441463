"""Which language an article is in."""

from __future__ import annotations

import pytest

from kg.identify import identify
from kg.language import language_codes
from kg.model import Article
from tests.cases.reading import cases, knowledge, language_of, texts_of

CODES = language_codes()
PARAGRAPHS = {
    "en": "The delegations of both states met for two days and agreed on most of the articles of the new treaty.",
    "pl": "Delegacje obu państw spotkały się na dwa dni i uzgodniły większość artykułów nowego traktatu.",
    "id": "Delegasi kedua negara bertemu selama dua hari dan menyepakati sebagian besar pasal perjanjian baru itu.",
    "vi": "Phái đoàn hai nước đã gặp nhau trong hai ngày và thống nhất phần lớn các điều khoản của hiệp ước mới.",
    "fa": "هیئت‌های دو کشور دو روز با یکدیگر دیدار کردند و درباره بیشتر مواد معاهده تازه به توافق رسیدند.",
    "ms": "Delegasi kedua-dua negara bertemu selama dua hari dan bersetuju dengan kebanyakan perkara dalam triti "
    "baharu itu kerana ia penting bagi rakyat mereka, kata jurucakap Kementerian Luar pada sidang media semalam.",
    "de": "Die Delegationen beider Staaten trafen sich zwei Tage lang und einigten sich auf die meisten Artikel.",
}
# Of one to four sentences each; a sentence of names alone can be Indonesian, Malay or English.
FLOORS = {"en": 1.0, "fa": 1.0, "id": 0.95, "pl": 1.0, "vi": 1.0}


def found(text: str, stated: str = "", known: tuple[str, ...] = CODES) -> tuple[str, str]:
    return identify(Article("a.txt", text, language=stated), known, knowledge().own_words)


@pytest.mark.parametrize("code", sorted(set(PARAGRAPHS) & set(CODES)))
def test_a_paragraph_is_enough(code: str) -> None:
    assert found(PARAGRAPHS[code]) == (code, "")


@pytest.mark.parametrize("code", ["en", "fa", "id", "pl", "vi"])
def test_layout_lines_addresses_and_numbers_do_not_change_it(code: str) -> None:
    noise = "https://harbour.example.org/news/treaties-and-conventions-in-the-news 2025 | 12 | (17) !\n"
    assert found(noise * 3 + PARAGRAPHS[code]) == (code, "")


@pytest.mark.skipif("ms" not in CODES, reason="there is no file for Malay yet")
def test_close_relatives_are_told_apart_by_their_small_words() -> None:
    assert found(PARAGRAPHS["id"]) == ("id", "")
    assert found(PARAGRAPHS["ms"]) == ("ms", "")


SHORT_ID = pytest.mark.xfail(strict=True, reason="every fifth short Indonesian text is taken for Malay")


@pytest.mark.parametrize("code", [pytest.param(c, marks=SHORT_ID) if c == "id" else c for c in sorted(FLOORS)])
def test_one_sentence_is_mostly_enough(code: str) -> None:
    texts = [
        (f"{case}/{name}", text)
        for case in cases()
        for name, text in texts_of(case).items()
        if language_of(name, case.split("/")[0]) == code
    ]
    wrong = {name: answer for name, text in texts if (answer := found(text)[0]) != code}
    assert 1 - len(wrong) / len(texts) >= FLOORS[code], wrong


@pytest.mark.parametrize(
    ("stated", "expected"), [("pl", "pl"), ("pl-PL", "pl"), ("PL", "pl"), ("vi_VN", "vi"), ("qq", "en"), ("", "en")]
)
def test_a_stated_language_wins_where_it_is_known(stated: str, expected: str) -> None:
    assert found(PARAGRAPHS["en"], stated) == (expected, "")


def test_a_language_without_a_file_is_named() -> None:
    known = ("en", "fa", "id", "pl", "vi")
    assert found(PARAGRAPHS["de"], known=known) == ("", "de")


@pytest.mark.parametrize("text", ["", " \n ", "12345 | (6) !", "https://harbour.example.org/x"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert found(text) == ("", "no words")


def test_the_answer_is_always_the_same() -> None:
    assert len({found(PARAGRAPHS["id"]) for _ in range(5)}) == 1


def test_only_the_beginning_counts() -> None:
    assert found(PARAGRAPHS["en"] * 40 + PARAGRAPHS["fa"] * 400) == ("en", "")
