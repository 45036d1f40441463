"""Tokens, their keys, and where sentences begin."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.tokens import Tokenizer, sentence_starts
from kg.language import Writing

PLAIN = Tokenizer(Writing())
ENGLISH = Tokenizer(Writing(apostrophe="suffix"))
FRENCH = Tokenizer(Writing(apostrophe="prefix"))
POLISH = Tokenizer(Writing(suffixes=("a", "owi", "em", "y"), alternations=(["cie", "t"],)))
VIETNAMESE = Tokenizer(Writing(marks="keep"))
ARABIC = Tokenizer(Writing(script="Arab", case=False, prefixes=("و", "ال")))
PERSIAN = Tokenizer(Writing(script="Arab", case=False, suffixes=("ها", "های")))
CHINESE = Tokenizer(Writing(script="Hani", case=False, spaces=False))
JAPANESE = Tokenizer(Writing(script="Jpan", case=False, spaces=False))


def words(tokenizer: Tokenizer, text: str) -> list[str]:
    return [token.text for token in tokenizer.tokens(text)]


@pytest.mark.parametrize(
    ("tokenizer", "text", "expected"),
    [
        (PLAIN, "Latvia signed.", ["Latvia", "signed", "."]),
        (PLAIN, "Côte d'Ivoire", ["Côte", "d'Ivoire"]),
        (ENGLISH, "Latvia's minister", ["Latvia", "'s", "minister"]),
        (ENGLISH, "Latvia’s minister", ["Latvia", "’s", "minister"]),
        (ENGLISH, "the ministers' meeting", ["the", "ministers", "'", "meeting"]),
        (FRENCH, "l'accord d'Angola", ["l'", "accord", "d'", "Angola"]),
        (PLAIN, "Ottawa-Konvention", ["Ottawa", "-", "Konvention"]),
        (PLAIN, "1,250 delegates", ["1,250", "delegates"]),
        (PLAIN, "12.5 percent, 2025.", ["12.5", "percent", ",", "2025", "."]),
        (PLAIN, "soft\u00adhyphen", ["soft\u00adhyphen"]),
        (PLAIN, "one\r\ntwo", ["one", "\r\n", "two"]),
        (PLAIN, "Nguye\u0302\u0303n", ["Nguye\u0302\u0303n"]),  # marks that stand apart stay in the word
        (PERSIAN, "می\u200cشود", ["می\u200cشود"]),
        (PERSIAN, "فام دِ تونگ، وزیر", ["فام", "دِ", "تونگ", "،", "وزیر"]),
        (CHINESE, "外交部长", ["外", "交", "部", "长"]),
        (CHINESE, "世界卫生组织WHO于2025年", ["世", "界", "卫", "生", "组", "织", "WHO", "于", "2025", "年"]),
        (JAPANESE, "イネス・カルバリョ外相", ["イネス", "・", "カルバリョ", "外", "相"]),
    ],
)
def test_text_is_cut_as_the_language_writes(tokenizer: Tokenizer, text: str, expected: list[str]) -> None:
    assert words(tokenizer, text) == expected


def test_a_token_knows_its_place_and_its_shape() -> None:
    first, second, third, fourth = PLAIN.tokens("The UN, 7", 0)
    assert (first.start, first.end, first.capital, first.upper) == (0, 3, True, False)
    assert (second.text, second.upper, second.glued) == ("UN", True, False)
    assert (third.kind, third.glued) == ("p", True)
    assert (fourth.kind, fourth.keys) == ("n", ("7",))


def test_a_part_of_a_text_gives_offsets_into_the_whole() -> None:
    text = "Byline\nLatvia signed"
    assert [(t.text, text[t.start : t.end]) for t in PLAIN.tokens(text, 7, 13)] == [("Latvia", "Latvia")]


@pytest.mark.parametrize(
    ("tokenizer", "one", "other"),
    [
        (PLAIN, "PROTOCOL", "protocol"),
        (PLAIN, "Chișinău", "chisinau"),
        (PLAIN, "co\u00adoperation", "cooperation"),
        (POLISH, "prezydentem", "prezydentowi"),
        (POLISH, "traktacie", "traktat"),
        (PERSIAN, "کشور\u200cهای", "کشور"),
        (PERSIAN, "كشور", "کشور"),  # Arabic and Persian kaf
        (ARABIC, "والرئيس", "الرئيس"),
    ],
)
def test_forms_of_a_word_share_a_key(tokenizer: Tokenizer, one: str, other: str) -> None:
    assert set(tokenizer.keys(one)) & set(tokenizer.keys(other))


@pytest.mark.parametrize(
    ("tokenizer", "one", "other"),
    [
        (VIETNAMESE, "ký", "kỳ"),  # sign; period
        (VIETNAMESE, "Bộ", "bỏ"),  # ministry; abandon
        (POLISH, "Kuba", "kub"),  # too short to lose its ending
        (PLAIN, "prezydentem", "prezydentowi"),
    ],
)
def test_different_words_share_no_key(tokenizer: Tokenizer, one: str, other: str) -> None:
    assert not set(tokenizer.keys(one)) & set(tokenizer.keys(other))


def test_of_two_endings_the_longer_is_taken_off_and_only_once() -> None:
    tokenizer = Tokenizer(Writing(suffixes=("a", "ama", "m")))
    assert tokenizer.stem("zemljama") == "zemlj"
    assert tokenizer.stem("zemljamama") == "zemljam"


def sentences(text: str, tokenizer: Tokenizer = PLAIN, abbreviations: frozenset[str] = frozenset()) -> list[str]:
    tokens = tokenizer.tokens(text)
    starts = sentence_starts(tokens, abbreviations, frozenset())
    ends = [*starts[1:], len(tokens)]
    return [" ".join(text[tokens[a].start : tokens[b - 1].end].split()) for a, b in zip(starts, ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia signed. Estonia waits.", ["Latvia signed.", "Estonia waits."]),
        ("Who signed? Nobody! Why?", ["Who signed?", "Nobody!", "Why?"]),
        ("Dne 7. října byla smlouva podepsána.", ["Dne 7. října byla smlouva podepsána."]),
        ("It has 3.5 million members.", ["It has 3.5 million members."]),
        ("He said: “We signed.” Then he left.", ["He said: “We signed.”", "Then he left."]),
        ("Ratified (in May.) Later it lapsed.", ["Ratified (in May.)", "Later it lapsed."]),
        ("A. B. Novak spoke.", ["A. B. Novak spoke."]),
        ("See treaty.example.org for more.", ["See treaty.example.org for more."]),
        ("Headline without stop\nFirst sentence.", ["Headline without stop", "First sentence."]),
        ("آیا امضا شد؟ بله.", ["آیا امضا شد؟", "بله."]),
        ("अनुबंध हुआ। बैठक कल है।", ["अनुबंध हुआ।", "बैठक कल है।"]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_full_stop_in_a_text_without_spaces() -> None:
    assert sentences("条约已签署。会议结束！", CHINESE) == ["条约已签署。", "会议结束！"]


def test_an_abbreviation_ends_no_sentence_but_does_so_before_a_new_line() -> None:
    known = frozenset({"gen"})
    assert sentences("Gen. Novak spoke. He left.", abbreviations=known) == ["Gen. Novak spoke.", "He left."]
    assert sentences("Gen. Novak spoke.") == ["Gen.", "Novak spoke."]
    assert sentences("signed by the gen.\nHe left.", abbreviations=known) == ["signed by the gen.", "He left."]


def test_a_boundary_begins_a_sentence_in_any_case() -> None:
    tokens = PLAIN.tokens("caption text follows")
    assert sentence_starts(tokens, frozenset(), frozenset({8})) == [0, 1]


def test_nothing_has_no_sentences() -> None:
    assert sentence_starts([], frozenset(), frozenset()) == []


@given(st.text(alphabet=st.sampled_from("aB1.'’-\u200c\u00ad\n ،。外カأé\u0301"), max_size=30))
def test_tokens_stand_in_the_text_in_order_without_overlap(text: str) -> None:
    for tokenizer in (ENGLISH, FRENCH, PERSIAN, CHINESE):
        tokens = tokenizer.tokens(text)
        assert [t.text for t in tokens] == [text[t.start : t.end] for t in tokens]
        assert all(a.end <= b.start for a, b in pairwise(tokens))
        assert all(t.keys and t.start < t.end for t in tokens)
        starts = sentence_starts(tokens, frozenset(), frozenset())
        assert starts == sorted(set(starts))
        assert all(0 <= i < len(tokens) for i in starts)


@given(st.text(max_size=40))
def test_no_visible_character_is_lost(text: str) -> None:
    kept = "".join(t.text for t in PLAIN.tokens(text))
    assert [c for c in text if c.isalnum()] == [c for c in kept if c.isalnum()]
