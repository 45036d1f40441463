"""Terms in running text: the longest wins, small words may stand between, names need their capital letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from kg.annotate.terms import Entry, Match, Trie
from kg.annotate.tokens import Token, Tokenizer
from kg.language import Writing
from tests.cases.reading import language

TOKENIZER = Tokenizer(Writing(suffixes=("a", "em", "y")))


def trie(terms: Iterable[tuple[str, Entry]], gaps: str = "", prepositions: str = "") -> Trie:
    made = Trie()
    for form, entry in terms:
        made.add(TOKENIZER.term(form), entry)
    made.gaps = frozenset(k for w in gaps.split() for k in TOKENIZER.keys(w))
    made.prepositions = frozenset(k for w in prepositions.split() for k in TOKENIZER.keys(w))
    return made


def term(
    form: str, value: str = "", category: str = "role", capital: bool = False, exact: bool = False
) -> tuple[str, Entry]:
    return form, Entry(category, value or form, form, capital, exact)


def found(made: Trie, text: str) -> list[tuple[str, list[str]]]:
    """The words of each match, and the values that it may have."""
    tokens: list[Token] = TOKENIZER.tokens(text)
    return [
        (text[tokens[m.start].start : tokens[m.end - 1].end], [e.value for e in m.entries])
        for m in made.matches(tokens)
    ]


def test_the_longest_term_wins_and_nothing_is_found_inside_it() -> None:
    made = trie([term("minister"), term("prime minister"), term("deputy prime minister")])
    assert found(made, "the deputy prime minister and a minister") == [
        ("deputy prime minister", ["deputy prime minister"]),
        ("minister", ["minister"]),
    ]


def test_a_term_that_breaks_off_falls_back_to_the_longest_whole_one() -> None:
    made = trie([term("prime minister"), term("prime minister of state affairs")])
    assert found(made, "prime minister of state banks") == [("prime minister", ["prime minister"])]


def test_a_word_may_be_several_things() -> None:
    made = trie([term("chair", "Chairperson"), term("chair", "chair", "relation")])
    assert found(made, "the chair") == [("chair", ["Chairperson", "chair"])]


def test_forms_meet_by_their_keys_and_case_and_hyphens_do_not_count() -> None:
    made = trie([term("vice president")])
    for text in ("vice president", "Vice-President", "VICE PRESIDENTEM", "vice-presidenta"):
        assert found(made, text) == [(text, ["vice president"])]


def test_a_word_glued_by_a_hyphen_is_no_other_words_end() -> None:
    assert found(trie([term("president")]), "vice - x president-elect") == [("president", ["president"])]


def test_a_term_given_twice_is_there_once() -> None:
    assert found(trie([term("envoy"), term("envoy")]), "envoy") == [("envoy", ["envoy"])]


def test_an_empty_term_matches_nothing() -> None:
    assert found(trie([term(""), term("-")]), "a - b") == []


class TestGaps:
    """Negations and adverbs may stand inside a term of several words."""

    SIGNED = term("was signed", "Signing.passive", "act")

    def test_a_small_word_may_stand_between_and_is_told(self) -> None:
        made = trie([self.SIGNED], gaps="not also yet")
        tokens = TOKENIZER.tokens("it was not yet signed")
        (match,) = [m for m in made.matches(tokens) if m.entries[0].category == "act"]
        assert (match.start, match.end, match.gaps) == (1, 5, (2, 3))

    def test_the_word_between_is_found_too(self) -> None:
        made = trie([self.SIGNED, term("not", "negation", "status")], gaps="not")
        assert found(made, "it was not signed") == [("was not signed", ["Signing.passive"]), ("not", ["negation"])]

    def test_any_other_word_breaks_the_term(self) -> None:
        assert found(trie([self.SIGNED], gaps="not"), "it was quickly signed") == []

    def test_a_term_does_not_end_with_a_word_between(self) -> None:
        assert found(trie([term("was"), self.SIGNED], gaps="not"), "it was not") == [("was", ["was"])]

    def test_there_is_a_longest_term(self) -> None:
        assert found(trie([self.SIGNED], gaps="not"), "was " + "not " * 40 + "signed") == []


class TestNames:
    """States, places and bodies, which are written with capitals where a script has them."""

    def test_a_name_needs_its_capital(self) -> None:
        made = trie([term("Chad", "state/TD", "state", capital=True)])
        assert found(made, "hanging chad of Chad") == [("Chad", ["state/TD"])]

    def test_of_a_long_name_the_last_word_may_carry_it(self) -> None:
        made = trie([term("republic of Chad", "state/TD", "state", capital=True)])
        assert found(made, "the republic of Chad") == [("republic of Chad", ["state/TD"])]

    def test_what_must_stand_exactly_has_no_other_endings(self) -> None:
        made = trie([term("Riga", "place/1", "place", capital=True, exact=True)])
        assert found(made, "Riga Rig Rigy") == [("Riga", ["place/1"])]

    def test_a_place_may_be_inflected_behind_its_preposition(self) -> None:
        made = trie([term("Gdynia", "place/2", "place", capital=True, exact=True)], prepositions="w")
        assert found(made, "w Gdyniem") == [("Gdyniem", ["place/2"])]

    def test_accents_tell_a_name_from_another_word(self) -> None:
        made = trie([term("Część", "adjective/x", "adjective", capital=True)])
        assert found(made, "Czesc Część Cześć") == [("Czesc", ["adjective/x"]), ("Część", ["adjective/x"])]


def matches(code: str, text: str, table: str = "phrases") -> Iterator[tuple[str, Match]]:
    lexicon = language(code).lexicon
    tokens = lexicon.tokenizer.tokens(text)
    for match in getattr(lexicon, table).matches(tokens):
        yield text[tokens[match.start].start : tokens[match.end - 1].end], match


@pytest.mark.parametrize(
    ("code", "text", "words", "category", "value"),
    [
        ("en", "the Latvian foreign minister", "Latvian", "adjective", "state/LV"),
        ("en", "deputy prime ministers", "deputy prime ministers", "role", "DeputyPrimeMinister"),
        ("pl", "z wicepremierem Łotwy", "wicepremierem", "role", "DeputyPrimeMinister"),
        ("pl", "na Łotwie", "Łotwie", "state", "state/LV"),
        ("pl", "protokołem dodatkowym", "protokołem", "treaty", "protocol"),
        ("id", "wakil menteri", "wakil menteri", "role", "DeputyMinister"),
        ("vi", "một thứ trưởng", "thứ trưởng", "role", "DeputyMinister"),
        ("fa", "معاون وزیر", "معاون وزیر", "role", "DeputyMinister"),
        ("fa", "وزارت بهداشت", "وزارت", "head", "ministry"),
        ("en", "the African Union", "African Union", "body", "organization/african-union"),
    ],
)
def test_real_terms_are_found_in_every_language(code: str, text: str, words: str, category: str, value: str) -> None:
    hits = [match for said, match in matches(code, text) if said == words]
    assert any((e.category, e.value) == (category, value) for match in hits for e in match.entries)


@pytest.mark.parametrize(
    ("code", "text", "words", "value"),
    [
        ("en", "it was signed", "was signed", "Signing.passive"),
        ("en", "it was not signed", "was not signed", "Signing.passive"),
        ("pl", "została wczoraj podpisana", "została wczoraj podpisana", "Signing.passive"),
        ("pl", "wejdzie w życie", "wejdzie w życie", "EntryIntoForce.future"),
        ("id", "telah ditandatangani", "ditandatangani", "Signing.passive"),
        ("vi", "đã phê chuẩn", "phê chuẩn", "Ratification.active"),
        ("fa", "امضا شد", "امضا شد", "Signing.passive"),
    ],
)
def test_acts_are_found_in_every_language(code: str, text: str, words: str, value: str) -> None:
    hits = list(matches(code, text, "clauses"))
    assert any(words in said and e.value == value for said, match in hits for e in match.entries), hits
