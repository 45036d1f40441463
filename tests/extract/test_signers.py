"""Who an act is done by beside its subject: some of those counted, both sides, each for his state."""

from __future__ import annotations

import pytest

from kg.extract.reader import read_article
from kg.knowledge import load_knowledge
from kg.model import Reading
from tests.cases.reading import article


def read(text: str, language: str) -> Reading:
    return read_article(article(text, language), load_knowledge())


def told(reading: Reading, predicate: str) -> set[str]:
    names = {t.id: t.names[0].text for t in reading.things if t.names}
    return {names.get(s.object, s.object) for s in reading.statements if s.predicate == predicate}


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        (
            "en",
            "Pact\n\nVienna, 4 May 2026. On Monday 27 states, including Poland and Egypt, signed the Lake Convention.",
            {"Poland", "Egypt"},
        ),
        (
            "fr",
            "Pacte\n\nVienne, le 4 mai 2026. 27 pays, dont la Pologne et l'Égypte, ont signé la convention de Genève.",
            {"Pologne", "Égypte"},
        ),
        (
            "ko",
            "협약\n\n송고시간 2026-05-04 09:12\n\n한국과 이집트, 폴란드 등 27개국이 '호수 보호 협약'에 서명했다.",
            {"한국", "이집트", "폴란드"},
        ),
        (
            "tr",
            "Anlaşma\n\nAnkara, 4 Mayıs 2026. Göl Koruma Anlaşması dün Türkiye ile Mısır arasında imzalandı.",
            {"Türkiye", "Mısır"},
        ),
    ],
)
def test_states_named_beside_a_count_or_as_two_sides_sign(language: str, text: str, states: set[str]) -> None:
    assert told(read(text, language), "signedBy") == states


def test_states_that_are_none_of_those_counted_do_not_sign() -> None:
    text = "Pact\n\nVienna, 4 May 2026. In Cairo, 27 states signed the Lake Convention, but not Poland and Egypt."
    assert told(read(text, "en"), "signedBy") == set()


def test_each_minister_signs_for_the_state_told_in_front_of_him() -> None:
    text = (
        "समझौता\n\nनई दिल्ली, 4 मई 2026। भारत की ओर से विदेश मंत्री राजन मेहता ने और नेपाल की ओर से विदेश मंत्री सुधा वर्मा ने "
        "प्रत्यर्पण संधि पर हस्ताक्षर किए।"
    )
    reading = read(text, "hi")
    assert told(reading, "signedBy") == {"राजन मेहता", "सुधा वर्मा", "भारत", "नेपाल"}
    posts = {s.object for s in reading.statements if s.predicate == "holdsPost"}
    assert len(posts) == 2


def test_who_hands_in_an_instrument_takes_part_for_his_state() -> None:
    text = (
        "Lakes\n\nVienna, 4 May 2026. Ambassador of Poland Anna Kowalska on Monday deposited the instrument of "
        "ratification of the Lake Convention."
    )
    reading = read(text, "en")
    assert told(reading, "ratifiedBy") == {"Poland"}
    assert "Anna Kowalska" in told(reading, "participant")


def test_a_relative_clause_does_not_keep_the_subject_from_its_verb() -> None:
    text = (
        "Pacte\n\nVienne, le 4 mai 2026. Malte, où sont installés de nombreux pêcheurs, a refusé de signer "
        "la convention de Genève."
    )
    assert told(read(text, "fr"), "signedBy") == {"Malte"}


def test_a_noun_for_talks_is_the_meeting_that_the_sentence_before_told_of() -> None:
    text = (
        "Talks\n\nVienna, 4 May 2026. Polish foreign minister Jan Nowak met Egyptian foreign minister Ali Hassan. "
        "Ambassador of Poland to Egypt Anna Kowalska also took part in the talks."
    )
    reading = read(text, "en")
    assert len([t for t in reading.things if t.kind == "Meeting"]) == 1
    assert told(reading, "participant") == {"Jan Nowak", "Ali Hassan", "Anna Kowalska"}


def test_a_person_is_received_and_a_treaty_adopted_by_one_verb() -> None:
    text = (
        "Görüşme\n\nAnkara, 4 Mayıs 2026. Büyükelçi Anna Kowalska dün Dışişleri Bakanı Orhan Demir tarafından "
        "kabul edildi."
    )
    reading = read(text, "tr")
    assert told(reading, "participant") == {"Anna Kowalska", "Orhan Demir"}
    assert {t.kind for t in reading.things} & {"Adoption", "Meeting"} == {"Meeting"}


@pytest.mark.parametrize(
    ("language", "text", "posts"),
    [
        (
            "ms",
            "Perjanjian\n\nKUCHING, 4 Mei 2026. Konvensyen Tasik ditandatangani semalam. Bagi pihak Kemboja, "
            "konvensyen itu ditandatangani Menteri Alam Sekitar Sok Chanthy, "
            "manakala bagi pihak Sri Lanka oleh Menteri Luar Ranil Perera.",
            {"Sok Chanthy": "state/KH", "Ranil Perera": "state/LK"},
        ),
        (
            "vi",
            "Công ước\n\nHà Nội, ngày 4/5/2026. Công ước Hồ lớn được ký hôm qua. Thay mặt Philippines, "
            "Bộ trưởng Môi trường Maria Salonga ký công ước; thay mặt Pháp là Đại sứ Luc Fontenay.",
            {"Maria Salonga": "state/PH", "Luc Fontenay": "state/FR"},
        ),
        (
            "zh",
            "公约\n\n新华社日内瓦2026年5月4日电 《湖泊公约》4日签署。"
            "代表尼泊尔签字的是环境部长苏尼塔·塔帕，代表智利签字的是外交部长胡安·罗哈斯。",
            {"苏尼塔·塔帕": "state/NP", "胡安·罗哈斯": "state/CL"},
        ),
    ],
)
def test_who_signs_for_whom_is_told_one_after_another(language: str, text: str, posts: dict[str, str]) -> None:
    reading = read(text, language)
    states = {t.names[0].text: dict(t.traits).get("state") for t in reading.things if t.kind == "Official"}
    assert states == posts
    assert told(reading, "signedBy") >= set(posts)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Konferensi dibuka di Medan. Delegasi Peru dipimpin oleh Menteri Kehutanan Carlos Quispe."),
        ("ms", "Persidangan itu bermula di Melaka. Delegasi Peru diketuai Menteri Perhutanan Carlos Quispe."),
        ("tr", "Konferans Bursa'da başladı. Peru heyetine Orman Bakanı Carlos Quispe liderlik etti."),
        ("tr", "Konferans Bursa'da başladı. Peru heyetine Orman Bakanı Carlos Quispe başkanlık etti."),
    ],
)
def test_who_heads_a_delegation_holds_a_post_of_its_state_and_does_not_chair(language: str, sentence: str) -> None:
    reading = read(f"Forum\n\n{sentence}", language)
    post = next(dict(t.traits) for t in reading.things if t.kind == "Official")
    assert post["state"] == "state/PE"
    assert told(reading, "chair") == set()
    assert "Carlos Quispe" in told(reading, "participant")


def test_votes_are_no_attendance_and_deny_nothing() -> None:
    text = (
        "국회, 협정 비준동의안 가결\n\n송고시간 2026-05-18 09:12\n\n국회는 18일 본회의를 열어 "
        "'한국과 칠레 간의 리튬 협력에 관한 협정' "
        "비준동의안을 재석 241명 중 찬성 198명, 반대 29명, 기권 14명으로 가결했다."
    )
    reading = read(text, "ko")
    assert told(reading, "attendeeCount") == set()
    assert told(reading, "ratifiedBy") == {"국회"}
    assert told(reading, "status") == {"Happened"}
