"""What is counted, and of what."""

from __future__ import annotations

import pytest

from kg.extract.reader import read_article
from kg.knowledge import load_knowledge
from kg.model import Article, Reading

KNOWLEDGE = load_knowledge()


def values(reading: Reading, predicate: str) -> set[str]:
    return {s.object for s in reading.statements if s.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya and five other states signed the Riga Convention on Seals in Riga on 3 May 2024.", {"6"}),
        ("The minister and five other states signed the Riga Convention on Seals on 3 May 2024.", set()),
        ("马来西亚与另外五个国家3月5日签署《里加海豹保护公约》。中国外交部表示欢迎。", {"6"}),
    ],
)
def test_others_are_counted_with_those_who_are_named(text: str, count: set[str]) -> None:
    assert values(read_article(Article("a", text), KNOWLEDGE), "signatoryCount") == count


def test_rounds_are_counted_where_they_are_named() -> None:
    text = (
        "Hiệp ước Riga về bảo vệ hải cẩu được Đại hội đồng Liên Hợp Quốc thông qua "
        "ngày 24-3-2024 sau bảy vòng đàm phán."
    )
    assert values(read_article(Article("a", text), KNOWLEDGE), "sessionCount") == {"7"}


def test_a_list_goes_on_behind_semicolons() -> None:
    text = (
        "Konvensyen Riga mengenai Anjing Laut ditandatangani pada 3 Mei 2024. Turut menandatangani konvensyen itu "
        "ialah Menteri Luar Kenya, Ana Bela; Menteri Luar Jepun, Jan Prins; serta Menteri Luar Vietnam, Lan Cruz."
    )
    reading = read_article(Article("a", text), KNOWLEDGE)
    names = {t.id: t.names[0].text for t in reading.things if t.names}
    assert {names[v] for v in values(reading, "signedBy")} == {"Ana Bela", "Jan Prins", "Lan Cruz"}
