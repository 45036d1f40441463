"""The word orders of `families.toml`: all compile and name known parts; rewriting goes from left to right."""

from __future__ import annotations

import re
import tomllib

import pytest

from kg.annotate.items import _SYMBOLS, Item
from kg.annotate.patterns import Groups, families, rewrite
from kg.errors import KnowledgeError
from kg.language import language_codes, load_language
from kg.paths import ontology_path

ROWS = tomllib.loads(ontology_path("families.toml").read_text("utf-8"))
PARTS = {
    "body": {
        "before", "own", "proper", "pre", "head", "name", "field", "more", "small", "apposed", "site", "state",
        "subject", "owner",
    },
    "post": {"before", "sent", "pre", "pre2", "former", "former2", "former3", "former4", "role", "over", "tail"},
    "couple": {"first", "second", "both", "post", "one", "two"},
    "person": {
        "posts", "rank", "name", "later", "whose", "whose2", "counterpart", "unofficial", "honorific",
        "single", "loose", "courtesy", "party", "of_party",
    },
}  # fmt: skip


@pytest.mark.parametrize("family", sorted(ROWS))
def test_every_pattern_compiles_and_matches_something(family: str) -> None:
    row = families()[family]
    for kind in PARTS:
        patterns = getattr(row, kind)
        assert patterns, f"{family} has no patterns for {kind}"
        for pattern in patterns:
            assert "NAME" not in pattern.pattern
            assert not pattern.fullmatch(""), f"{pattern.pattern} would match nothing at all"


@pytest.mark.parametrize("family", sorted(ROWS))
def test_patterns_name_only_parts_that_are_read(family: str) -> None:
    for kind, known in PARTS.items():
        used = {name for pattern in getattr(families()[family], kind) for name in pattern.groupindex}
        assert used <= known, f"{family}.{kind}"


@pytest.mark.parametrize("family", sorted(ROWS))
def test_what_a_pattern_is_for_is_in_every_one(family: str) -> None:
    row = families()[family]
    assert all("head" in p.groupindex for p in row.body)
    assert all("role" in p.groupindex for p in row.post)
    assert all("name" in p.groupindex for p in row.person)


@pytest.mark.parametrize("code", language_codes())
def test_every_language_has_a_known_word_order(code: str) -> None:
    assert load_language(code).writing.family in families()


def test_a_pattern_that_is_no_regular_expression_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.annotate import patterns

    row = {"name": "N+", "body": [], "post": ["(?P<role>R"], "person": []}
    with pytest.raises(KnowledgeError) as caught:
        patterns._family("odd-order", row)  # type: ignore[arg-type]
    assert str(caught.value).startswith("families.toml: odd-order: '(?P<role>R' is no regular expression: ")


def items(symbols: str) -> list[Item]:
    return [Item(symbol, at, at + 1) for at, symbol in enumerate(symbols)]


def joined(_: Groups, matched: list[Item]) -> Item:
    return Item("P", matched[0].start, matched[-1].end)


def test_rewriting_replaces_each_match_and_keeps_the_rest() -> None:
    out = rewrite(items("nRFnR"), [re.compile("RF"), re.compile("R")], joined)
    assert [(i.symbol, i.start, i.end) for i in out] == [("n", 0, 1), ("P", 1, 3), ("n", 3, 4), ("P", 4, 5)]


def test_where_nothing_is_made_the_next_pattern_is_tried() -> None:
    def only_short(_: Groups, matched: list[Item]) -> Item | None:
        return None if len(matched) > 1 else joined(_, matched)

    out = rewrite(items("RF"), [re.compile("RF"), re.compile("R")], only_short)
    assert [(i.symbol, i.start, i.end) for i in out] == [("P", 0, 1), ("F", 1, 2)]


def test_an_empty_match_replaces_nothing() -> None:
    assert [i.symbol for i in rewrite(items("nn"), [re.compile("R*")], joined)] == ["n", "n"]


def test_every_symbol_of_a_term_is_one_character() -> None:
    assert all(len(symbol) == 1 for symbol in _SYMBOLS.values())
