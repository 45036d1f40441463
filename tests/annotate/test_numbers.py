"""Numbers in every language, and the errors for a wrong table."""

from __future__ import annotations

import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.datespec import DateSpec
from kg.annotate.normalise import fold
from kg.annotate.numbers import NumberMention, find_numbers
from kg.annotate.numberspec import NumberSpec
from kg.annotate.specfile import Table, load_table
from kg.errors import KnowledgeError
from kg.language import Language, Writing, language_codes
from tests.annotate.number_cases import CASES
from tests.cases.reading import language

LANGUAGES = sorted({code for code, _, _ in CASES})
PIECES = sorted({words for _, sentence, _ in CASES for words in sentence.split()})


def test_every_language_has_cases() -> None:
    assert list(language_codes()) == LANGUAGES


def numbers(code: str) -> NumberSpec:
    """The numbers of one language, compiled."""
    return language(code).numbers


def language_with(**tables: Mapping[str, object]) -> Language:
    """A language of nothing but these tables."""
    return Language("xx", "Ixish", "Ixish", Writing(), "", tables)


def told(mention: NumberMention, sentence: str) -> str:
    """A mention as the cases write it."""
    label = mention.qualifier or mention.kind.removeprefix("count")
    return f"{sentence[mention.start : mention.end]} = {mention.value} {label}".rstrip()


@pytest.mark.parametrize(("code", "sentence", "expected"), CASES)
def test_sentence(code: str, sentence: str, expected: list[str]) -> None:
    assert [told(mention, sentence) for mention in find_numbers(fold(sentence), numbers(code))] == expected


def test_whole_values_are_ints() -> None:
    (mention,) = find_numbers("3.5 million", numbers("en"))
    assert mention == NumberMention(0, 11, 3500000)
    assert isinstance(mention.value, int)
    assert not mention.ordinal


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12))
def test_spans_lie_in_the_text_in_order_without_overlap(code: str, words: list[str]) -> None:
    text = fold(" ".join(words))
    end = 0
    for mention in find_numbers(text, numbers(code)):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize("code", LANGUAGES)
def test_specs_can_be_pickled(code: str) -> None:
    spec = pickle.loads(pickle.dumps(numbers(code)))
    assert spec.code == code
    assert language(code).dates.numbers.table == spec.table


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"colour": []}, "xx.toml: dates.colour is unknown; known are joiners, spaces"),
        ({"joiners": "and"}, "xx.toml: dates.joiners must be a list of texts"),
        ({"joiners": [""]}, "xx.toml: dates.joiners holds an empty text"),
        ({"joiners": ["a", "a"]}, "xx.toml: dates.joiners says twice: a"),
    ],
)
def test_a_wrong_list_is_named_with_its_file(values: dict[str, object], message: str) -> None:
    with pytest.raises(KnowledgeError) as error:
        Table("xx.toml", "dates", values, ("joiners", "spaces")).strings("joiners")
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
    table = Table("xx.toml", "dates", values)
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
        assert str(error.value) == f"xx.toml: dates.{message}"


def test_a_list_may_be_missing_or_empty_unless_the_program_needs_it() -> None:
    table = Table("xx.toml", "dates", {"joiners": []})
    assert table.strings("joiners") == table.strings("list_words") == []
    for key in ("joiners", "list_words"):
        with pytest.raises(KnowledgeError) as error:
            table.strings(key, required=True)
        assert str(error.value) == f"xx.toml: dates.{key} is missing; every language file has it (see TEMPLATE.toml)"


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match=r"^xx\.toml: numbers\.word is unknown; known are compounds, counters, "):
        load_table(language_with(numbers={"word": {}}), "numbers")


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{dya} {month}", "has an unknown slot {dya}"),
        ("{day} {month", "has '{day} {month', which is no pattern: see TEMPLATE.toml"),
        ("{day} [{month}", "has '{day} [{month}', which is no pattern: see TEMPLATE.toml"),
        ("{day} {day}", "has '{day} {day}', which is no pattern: see TEMPLATE.toml"),
        ("{day}\\", "has '{day}\\\\', which is no pattern: see TEMPLATE.toml"),
    ],
)
def test_what_is_no_pattern_is_an_error(pattern: str, message: str) -> None:
    tables = {"dates": {"patterns": [pattern]}, "numbers": {"grouping": [","], "decimal": ["."]}}
    with pytest.raises(KnowledgeError) as error:
        DateSpec.load(language_with(**tables))
    assert str(error.value) == f"xx.toml: dates.patterns {message}"
