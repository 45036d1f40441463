"""Bodies of several words, titles and names of Turkish, Indonesian, Malay and Vietnamese articles."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Body, Person, Treaty
from tests.cases.reading import article, language


@pytest.mark.parametrize(
    ("text", "code", "name", "body"),
    [
        ("Ketua Komisi VI DPR Siti Maryam bicara.", "id", "Siti Maryam", "Komisi VI"),
        ("Ketua Umum Kesatuan Nelayan Tradisional Indonesia Dani Prakoso bicara.", "id", "Dani Prakoso", "Kesatuan"),
        ("Direktur Perundingan Bilateral Kementerian Perdagangan Yudha Pranoto.", "id", "Yudha Pranoto", "Kementerian"),
        ("TBMM Dışişleri Komisyonu Başkanı Murat Demirel konuştu.", "tr", "Murat Demirel", "Dışişleri Komisyonu"),
        ("Adalet Komisyonu Başkanı Cüneyt Aras, konuştu.", "tr", "Cüneyt Aras", "Adalet Komisyonu"),
        ("Ketua Komisi VI Siti Maryam bicara.", "id", "Siti Maryam", "Komisi VI"),
        ("Direktur Utama TABEK Ketenagakerjaan Siti Maryam bicara.", "id", "Siti Maryam", "TABEK Ketenagakerjaan"),
        ("Pengarah Eksekutif Suaranita, Siti Maryam, berkata demikian.", "ms", "Siti Maryam", "Suaranita"),
        ("Chủ nhiệm Ủy ban Tư pháp Hạ viện Maroc Fatima Idrissi dự.", "vi", "Fatima Idrissi", "Ủy ban Tư pháp"),
        ("Chủ nhiệm Ủy ban Tư pháp Đặng Thị Mỹ trình bày.", "vi", "Đặng Thị Mỹ", "Ủy ban Tư pháp"),
    ],
)
def test_the_body_of_a_post_and_the_whole_name_of_its_holder(text: str, code: str, name: str, body: str) -> None:
    annotation = annotate(article(text, code), language(code))
    (person,) = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Person)]
    held: tuple[Body, ...] = person.posts[0].bodies
    assert annotation.text(*person.name) == name
    assert annotation.text(*held[0].name).startswith(body)


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        (
            "Akdeniz Foklarının Korunmasına İlişkin Sözleşme yürürlüğe girdi.",
            "tr",
            "Akdeniz Foklarının Korunmasına İlişkin Sözleşme",
        ),
        ("Mereka membincangkan Perjanjian Bantuan Guaman Bersama semalam.", "ms", "Perjanjian Bantuan Guaman Bersama"),
        ("Protokol Perjanjian ASEAN tentang Asap berlaku.", "id", "Protokol Perjanjian ASEAN tentang Asap"),
    ],
)
def test_a_title_has_its_subject_and_its_small_words(text: str, code: str, name: str) -> None:
    annotation = annotate(article(text, code), language(code))
    treaties = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Treaty)]
    assert [annotation.text(*t.name) for t in treaties] == [name]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("Menteri Urusan Kepulauan Kenya Siti Maryam bicara.", "id", "Siti Maryam"),
        ("Menteri Urusan Kepulauan Kenya, Siti Maryam, berkata demikian.", "ms", "Siti Maryam"),
        ("Mereka menemui Menteri Keuangan Yusuf Hardi di Kompleks Istana.", "id", "Yusuf Hardi"),
    ],
)
def test_what_a_minister_is_of_and_where_he_is_are_no_part_of_his_name(text: str, code: str, name: str) -> None:
    annotation = annotate(article(text, code), language(code))
    people = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Person)]
    assert [annotation.text(*p.name) for p in people] == [name]


def test_a_short_form_in_brackets_may_have_digits() -> None:
    annotation = annotate(article("Kepala Badan Pelindungan Laut Kenya (BP2LK) hadir.", "id"), language("id"))
    posts = [i.phrase for s in annotation.sentences for i in s.items if i.symbol in "PO"]
    assert [b.acronym for p in posts for b in ([p] if isinstance(p, Body) else p.bodies)] == ["BP2LK"]
