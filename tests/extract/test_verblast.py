"""Chinese and Japanese clauses: who stands behind a verb, who is left unsaid, which names are of one treaty."""

from __future__ import annotations

import pytest

from kg.model import Reading
from tests.cases.reading import read


def facts(reading: Reading, predicate: str) -> set[str]:
    """The names of those who have a part in the events of a text."""
    names = {thing.id: thing.names[0].text for thing in reading.things if thing.names}
    return {names[s.object] for s in reading.statements if s.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("「南北条約」に署名したのは、エジプト、ケニア。", "signedBy", {"エジプト", "ケニア"}),
        ("エジプトとケニアの両政府は3日、「南北条約」に署名した。", "signedBy", {"エジプト", "ケニア"}),
        ("エジプトは「南北条約」に署名した。ケニアは署名を見送った。", "signedBy", {"エジプト", "ケニア"}),
        ("会議に出席した岡田健太外務副大臣は帰国した。", "participant", {"岡田健太"}),
        (
            "岡田健太外務副大臣は3日、ケニアを訪問した。4日にはアナ・ベラ首相と会談した。",
            "participant",
            {"岡田健太", "アナ・ベラ"},
        ),
    ],
)
def test_who_does_what_where_the_verb_is_last(text: str, predicate: str, expected: set[str]) -> None:
    assert facts(read(text, "ja"), predicate) == expected


def test_what_opens_a_sentence_does_what_its_last_verb_says_on_its_day() -> None:
    text = (
        "日本の電池は多い。政府は2026年4月15日、国境を越える電池の輸出を規制し、国内の回収体制を整えるよう締約国に求める「南北条約」の"
        "受諾書を、国連に提出した。"
    )
    reading = read(text, "ja")
    assert facts(reading, "ratifiedBy") == {"日本"}
    assert "2026-04-15" in {s.object for s in reading.statements if s.predicate == "startDate"}


def test_a_chamber_at_its_plenary_ratifies_and_a_ministry_is_of_the_state_before_it() -> None:
    reading = read("日本は「南北条約」に署名した。3月27日、参院本会議が賛成多数で承認した。", "ja")
    assert facts(reading, "ratifiedBy") == {"参院"}
    keys = {thing.key for thing in read("イタリア外務省で会談が開かれた。", "ja").things}
    assert "ministry/IT/foreign-affairs" in keys


def test_what_a_withdrawal_takes_effect_on_is_its_later_event() -> None:
    reading = read(
        "オランダ政府は「南北条約」から脱退すると国連に通告した。脱退は1年後の2027年10月8日に効力を生じる。", "ja"
    )
    assert sum(thing.kind == "Withdrawal" for thing in reading.things) == 2
    assert facts(reading, "withdrawnBy") == {"オランダ"}


def test_a_shorter_name_is_the_end_of_a_longer_one() -> None:
    reading = read("两国退出《中亚草原鸟类保护协定》。草原鸟类保护协定将失效。", "zh")
    assert sum(thing.kind == "Treaty" for thing in reading.things) == 1


def test_a_session_to_be_held_is_planned() -> None:
    reading = read("委员会首次会议计划于2027年春季在柏林召开。", "zh")
    assert [s.object for s in reading.statements if s.predicate == "status"] == ["Planned"]
