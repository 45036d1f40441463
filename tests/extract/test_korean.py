"""What a text in which particles mark the nouns says of who does what."""

from __future__ import annotations

import pytest

from kg.extract.reader import read_article
from kg.knowledge import load_knowledge
from kg.model import Article, Reading

KNOWLEDGE = load_knowledge()


def read(text: str) -> Reading:
    return read_article(Article("a", text), KNOWLEDGE)


def told(reading: Reading) -> set[tuple[str, str, str]]:
    """(kind or name of the subject, predicate, name of the object)"""
    things = {t.id: t for t in reading.things}

    def name(key: str) -> str:
        thing = things.get(key)
        return key if thing is None else thing.names[0].text if thing.names else thing.kind

    return {(name(s.subject), s.predicate, name(s.object)) for s in reading.statements}


def kinds(reading: Reading) -> dict[str, str]:
    return {t.names[0].text: t.kind for t in reading.things if t.names}


def test_a_title_behind_a_name_and_who_signs_with_whom() -> None:
    facts = told(
        read(
            "윤태호 외교부 장관은 3월 5일 코펜하겐에서 라스 닐센 덴마크 외교장관과 '북극 수색구조에 관한 협정'에 "
            "서명했다. 윤 장관은 이튿날 귀국했다."
        )
    )
    assert ("Signing", "signedBy", "윤태호") in facts
    assert ("Signing", "signedBy", "라스 닐센") in facts
    assert ("Signing", "treaty", "북극 수색구조에 관한 협정") in facts
    assert ("Signing", "place", "코펜하겐") in facts


def test_bodies_are_known_by_the_noun_that_closes_them() -> None:
    found = kinds(
        read("정부는 '항만안전위원회'를 설치했다. 한국항만협회와 네덜란드 물관리부가 참여한다고 외교부는 밝혔다.")
    )
    assert found["항만안전위원회"] == "Committee"
    assert found["한국항만협회"] == "Association"
    assert found["물관리부"] == "GovernmentBody"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("노르웨이는 '북극조약'에 서명했다.", "Happened"),
        ("노르웨이는 '북극조약'에 서명하지 않았다.", "Denied"),
        ("노르웨이는 오는 6월 '북극조약'에 서명할 예정이다.", "Planned"),
        ("노르웨이는 '북극조약'에 서명하기로 했다.", "Planned"),
        ("노르웨이는 '북극조약' 서명을 거부했다.", "Denied"),
    ],
)
def test_the_end_of_the_verb_tells_whether_it_happened(sentence: str, status: str) -> None:
    facts = told(read(sentence))
    assert ("Signing", "status", status) in facts
    assert ("Signing", "signedBy", "노르웨이") in facts
