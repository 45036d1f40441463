"""Words that are parts of names, looked up in a sorted file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.paths import ontology_path
from kg.wordlist import WordList, given_names, name_parts, small_places

WORDS = st.lists(st.text(st.characters(exclude_characters="\n\t", exclude_categories=["Cs"]), min_size=1), unique=True)


@given(WORDS, st.text(st.characters(exclude_characters="\n\t", exclude_categories=["Cs"]), min_size=1))
def test_just_the_lines_of_the_file_are_in_it(words: list[str], other: str) -> None:
    parts = WordList("".join(f"{word}\n" for word in sorted(words)).encode())
    assert all(word in parts for word in words)
    assert (other in parts) == (other in words)


@pytest.mark.parametrize("name", ["name-parts.txt", "given-names.txt", "small-places.txt"])
def test_the_files_are_sorted_and_without_duplicates(name: str) -> None:
    lines = ontology_path("gazetteer", name).read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))


def test_names_of_many_countries_are_known_and_ordinary_words_are_not() -> None:
    parts = name_parts()
    assert all(word in parts for word in ("judith", "garland", "ольга", "nguyen", "fatima", "kowalski"))
    assert not any(word in parts for word in ("convention", "bundestag", "министерство", "ratification", ""))
    assert "judith" in given_names() and "garland" not in given_names()


def test_a_word_may_have_a_value_and_a_longer_word_another() -> None:
    places = WordList(b"bad\t1\nbad ems\t2\nbadajoz\t3\n")
    assert [places.get(word) for word in ("bad", "bad ems", "badajoz", "ba", "bad e", "z", "")] == [
        "1", "2", "3", None, None, None, None,
    ]  # fmt: skip


def test_small_cities_have_their_number_and_state() -> None:
    assert small_places().get("elista") == small_places().get("элиста") == "563514/RU"
    assert "judith" not in small_places() and "warszawa" not in small_places()
