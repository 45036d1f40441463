"""Words that are parts of names, looked up in a sorted file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.nameparts import WordList, given_names, name_parts
from kg.paths import ontology_path

WORDS = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1), unique=True)


@given(WORDS, st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1))
def test_just_the_lines_of_the_file_are_in_it(words: list[str], other: str) -> None:
    parts = WordList("".join(f"{word}\n" for word in sorted(words)).encode())
    assert all(word in parts for word in words)
    assert (other in parts) == (other in words)


@pytest.mark.parametrize("name", ["name-parts.txt", "given-names.txt"])
def test_the_files_are_sorted_and_without_duplicates(name: str) -> None:
    lines = ontology_path("gazetteer", name).read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))


def test_names_of_many_countries_are_known_and_ordinary_words_are_not() -> None:
    parts = name_parts()
    assert all(word in parts for word in ("judith", "garland", "ольга", "nguyen", "fatima", "kowalski"))
    assert not any(word in parts for word in ("convention", "bundestag", "министерство", "ratification", ""))
    assert "judith" in given_names() and "garland" not in given_names()
