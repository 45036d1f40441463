"""Readings survive JSON unchanged; what a foreign reading claims is held against the article."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import reading_json
from kg.errors import InputError
from kg.model import Mention, Name, Omission, Reading, Statement, Thing, Zone

TEXT = "Minister Ana Bela signed the Lake Pact in Geneva on 5 March 2024."
READING = Reading(
    identifier="a.txt",
    digest=reading_json.digest_of(TEXT),
    language="en",
    zones=(Zone("paragraph", 0, len(TEXT)),),
    things=(
        Thing("t1", "Official", (Name("Ana Bela", 9, 17),), traits=(("role", "Minister"),)),
        Thing("t2", "Treaty", (Name("Lake Pact", 29, 38, False),)),
        Thing("t3", "Signing"),
    ),
    mentions=(Mention("t1", 9, 17), Mention("t2", 29, 38), Mention("t3", 18, 24)),
    statements=(
        Statement("t3", "signedBy", "t1", 0, 39, "test"),
        Statement("t3", "treaty", "t2", 0, 39, "test", confidence=0.5),
        Statement("t3", "startDate", "2024-03-05", 18, 65, "test", datatype="date"),
    ),
    omissions=(Omission("credit", 0, 8),),
)


def document(**changes: Any) -> dict[str, Any]:
    data = json.loads(reading_json.dumps(READING, TEXT))
    assert isinstance(data, dict)
    return data | changes


st.register_type_strategy(float, st.floats(0, 1))  # confidences; other floats have no place in a reading


@given(st.from_type(Reading))
def test_any_reading_comes_back_from_json_as_it_was(reading: Reading) -> None:
    assert reading_json.loads(reading_json.dumps(reading)) == reading


def test_with_the_text_each_span_shows_its_words() -> None:
    data = document()
    assert data["format"] == "treaty-kg reading 1"
    assert data["statements"][0]["exact"] == "Minister Ana Bela signed the Lake Pact "
    assert data["things"][0]["names"] == [{"text": "Ana Bela", "start": 9, "end": 17, "exact": "Ana Bela"}]


def test_a_good_foreign_reading_is_taken_whole() -> None:
    assert reading_json.load(json.dumps(document()), TEXT) == (READING, ())


def refused(**changes: Any) -> str:
    with pytest.raises(InputError) as error:
        reading_json.load(json.dumps(document(**changes)), TEXT)
    return str(error.value)


def test_what_is_no_reading_is_refused_with_the_place_of_the_fault() -> None:
    assert (
        refused(format="x") == 'not a reading: no "format": "treaty-kg reading 1"; "kg read ARTICLE --json" shows one'
    )
    assert refused(digest="0" * 64) == (
        'made from another text: its "digest" is not the SHA-256 of the article; read the article again'
    )
    assert refused(language=5) == "language: not a text"
    assert refused(zones={}) == "zones: not a list of objects"
    assert refused(mentions=[{"thing": "t1", "start": "0", "end": 3}]) == (
        "mentions[0]: start and end are whole numbers, counted in characters"
    )
    assert refused(mentions=[{"start": 0, "end": 3}]) == "mentions[0].thing: missing"
    assert refused(mentions=[{"thing": "t1", "start": 0, "end": 3, "to": 1}]) == (
        "mentions[0].to: no such field; there are thing, start, end"
    )
    assert refused(things=[{"id": "t1", "kind": "Treaty", "traits": [["a"]]}]) == "things[0].traits[0]: not a list of 2"
    assert refused(things=[{"id": "t1", "kind": "Treety"}]) == 'things[0].kind: "Treety" is no class of the vocabulary'
    assert refused(things=[{"id": "t1", "kind": "Treaty"}] * 2) == "things: two have one id; give each its own"


def test_broken_json_is_named_by_line_and_column() -> None:
    with pytest.raises(InputError, match=r"line 2, column 1: broken JSON \(Expecting"):
        reading_json.load("{\n", TEXT)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"exact": "Minister Ana Belo signed"}, "statements[0]: its words do not stand in the article at 0 to 39"),
        ({"end": 66}, "statements[0]: 0 to 66 is not in the article (65 characters)"),
        ({"start": 39}, "statements[0]: 39 to 39 is not in the article (65 characters)"),
        ({"start": -1}, "statements[0]: -1 to 39 is not in the article (65 characters)"),
        ({"predicate": "signdBy"}, 'signdBy of "t3": no property of the vocabulary'),
        ({"subject": "t9"}, 'signedBy of "t9": there is no such thing'),
        ({"object": "t9"}, 'signedBy of "t3": there is no thing "t9"'),
        ({"confidence": 1.5}, 'signedBy of "t3": confidence is not from 0 to 1'),
        ({"datatype": "real"}, 'signedBy of "t3": no datatype "real"; there are integer, concept, text, date'),
        ({"datatype": "date"}, 'signedBy of "t3": "t1" is no date'),
    ],
)
def test_a_statement_that_does_not_stand_is_left_out_and_the_rest_is_kept(change: dict[str, Any], message: str) -> None:
    data = document()
    data["statements"][0] |= change
    if "exact" not in change:
        del data["statements"][0]["exact"]
    reading, refused = reading_json.load(json.dumps(data), TEXT)
    assert refused == (message,)
    assert reading.statements == READING.statements[1:]


def test_names_and_mentions_that_do_not_stand_are_left_out() -> None:
    data = document()
    data["things"][0]["names"][0]["exact"] = "Ana Belo"
    data["mentions"].append({"thing": "t9", "start": 0, "end": 3})
    reading, refused = reading_json.load(json.dumps(data), TEXT)
    assert refused == (
        "things[0].names[0]: its words do not stand in the article at 9 to 17",
        'a mention of "t9": there is no such thing',
    )
    assert reading.things[0].names == () and reading.mentions == READING.mentions
