"""Numbers in every language, and the errors for a wrong table."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import specfile
from kg.annotate.datespec import DateSpec
from kg.annotate.normalise import fold
from kg.annotate.numbers import NumberMention, find_numbers
from kg.annotate.numberspec import NumberSpec
from kg.annotate.specfile import Table, load_table
from kg.errors import KnowledgeError
from kg.paths import ontology_path
from tests.annotate.number_cases import CASES

LANGUAGES = sorted({code for code, _, _ in CASES})
PIECES = sorted({words for _, sentence, _ in CASES for words in sentence.split()})


def test_every_language_has_a_file_and_cases() -> None:
    files = {path.stem.removeprefix("dates-") for path in ontology_path("languages", "parts").glob("dates-*.toml")}
    assert files == {*LANGUAGES, "TEMPLATE"}
    assert len(LANGUAGES) == 22


def told(mention: NumberMention, sentence: str) -> str:
    """A mention as the cases write it."""
    label = mention.qualifier or mention.kind.removeprefix("count")
    return f"{sentence[mention.start : mention.end]} = {mention.value} {label}".rstrip()


@pytest.mark.parametrize(("code", "sentence", "expected"), CASES)
def test_sentence(code: str, sentence: str, expected: list[str]) -> None:
    assert [told(mention, sentence) for mention in find_numbers(fold(sentence), NumberSpec.load(code))] == expected


def test_whole_values_are_ints() -> None:
    (mention,) = find_numbers("3.5 million", NumberSpec.load("en"))
    assert mention == NumberMention(0, 11, 3500000)
    assert isinstance(mention.value, int)
    assert not mention.ordinal


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12))
def test_spans_lie_in_the_text_in_order_without_overlap(code: str, words: list[str]) -> None:
    text = fold(" ".join(words))
    end = 0
    for mention in find_numbers(text, NumberSpec.load(code)):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize("code", [*LANGUAGES, "TEMPLATE"])
def test_specs_load_and_can_be_pickled(code: str) -> None:
    spec = pickle.loads(pickle.dumps(NumberSpec.load(code)))
    assert spec.code == code
    assert DateSpec.load(code).numbers.table == spec.table


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"colour": []}, "dates-xx.toml: dates.colour is unknown; known are joiners, spaces"),
        ({"joiners": []}, "dates-xx.toml: dates.joiners is empty: fill it or leave the key out"),
        ({"joiners": "and"}, "dates-xx.toml: dates.joiners must be a list of texts"),
        ({"joiners": [""]}, "dates-xx.toml: dates.joiners holds an empty text"),
        ({"joiners": ["a", "a"]}, "dates-xx.toml: dates.joiners says twice: a"),
    ],
)
def test_a_wrong_list_is_named_with_its_file(values: dict[str, object], message: str) -> None:
    with pytest.raises(KnowledgeError) as error:
        Table("dates-xx.toml", "dates", values, ("joiners", "spaces")).strings("joiners")
    assert str(error.value) == message


def test_wrong_types_are_named_with_their_file() -> None:
    values = {
        "flag": 1,
        "number": "1",
        "table": [],
        "rows": [["a"]],
        "words": {"one": ["x"]},
        "unit": "hour",
        "list": 1,
    }
    table = Table("dates-xx.toml", "dates", values)
    for call, message in (
        (lambda: table.flag("flag"), "flag must be true or false"),
        (lambda: table.integer("number"), "number must be a whole number"),
        (lambda: table.table("table"), "table must be a table"),
        (lambda: table.rows("rows", 12), "rows must be a list of 12 lists"),
        (lambda: table.numbered("words"), "words.one must be a number in digits"),
        (lambda: table.choice("unit", ("day", "year")), "unit must be one of day, year"),
        (lambda: table.tables("list", ()), "list must be a list of tables"),
    ):
        with pytest.raises(KnowledgeError) as error:
            call()
        assert str(error.value) == f"dates-xx.toml: dates.{message}"


def test_an_unknown_section_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(specfile, "_read", lambda code: {"date": {}})
    with pytest.raises(KnowledgeError) as error:
        load_table("xx", "dates")
    assert str(error.value) == "dates-xx.toml: date is unknown; known are dates, numbers"


def test_an_unknown_slot_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"dates": {"patterns": ["{dya} {month}"]}, "numbers": {"grouping": [","], "decimal": ["."]}}
    monkeypatch.setattr(specfile, "_read", lambda code: files)
    with pytest.raises(KnowledgeError) as error:
        DateSpec.load("xy")
    assert str(error.value) == "dates-xy.toml: dates.patterns has an unknown slot {dya}"
