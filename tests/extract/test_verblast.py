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


def test_a_shorter_name_is_the_end_of_a_longer_one() -> None:
    reading = read("两国退出《中亚草原鸟类保护协定》。草原鸟类保护协定将失效。", "zh")
    assert sum(thing.kind == "Treaty" for thing in reading.things) == 1


def test_a_session_to_be_held_is_planned() -> None:
    reading = read("委员会首次会议计划于2027年春季在柏林召开。", "zh")
    assert [s.object for s in reading.statements if s.predicate == "status"] == ["Planned"]
