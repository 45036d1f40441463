"""Particles that are cut off the words they are glued to, and compounds."""

from __future__ import annotations

import pytest

from kg.annotate.particles import Particles
from kg.language import Writing

KOREAN = Particles(
    Writing(
        min_stem=2,
        particles=("에서", "에", "의", "도", "들"),
        particles_open=("는", "가"),
        particles_closed=("은", "이"),
        particles_weak=("도", "들"),
        proclitics=("주",),
        compounds=("위원회", "회의", "부"),
    )
)
KOREAN.learn(["장관", "총회", "협의"], ["인도", "이탈리아"], ("하는",))


def pieces(word: str, counts: bool = False) -> list[str]:
    at, out = 0, []
    for size in KOREAN.cut(word, counts):
        out.append(word[at : at + size])
        at += size
    return out


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("장관이", ["장관", "이"]),
        ("장관들이", ["장관", "들", "이"]),  # a weak one goes off a known word only
        ("입양도", ["입양도"]),
        ("인도", ["인도"]),  # a known word is never cut
        ("인도는", ["인도", "는"]),
        ("안드레이", ["안드레이"]),  # this particle stands behind a consonant only
        ("협의", ["협의"]),
        ("협의에서", ["협의", "에서"]),
        ("총괄하는", ["총괄하는"]),  # a verb
        ("주이탈리아", ["주", "이탈리아"]),
        ("주장", ["주장"]),
        ("동해위원회의", ["동해위원회", "의"]),  # not "...회의"
        ("장관회의", ["장관회의"]),
    ],
)
def test_particles_are_cut_off_by_what_is_known_and_by_sound(word: str, expected: list[str]) -> None:
    assert pieces(word) == expected


def test_behind_a_number_one_syllable_is_a_counter() -> None:
    assert pieces("명이", counts=True) == ["명", "이"]
    assert pieces("명이") == ["명이"]


@pytest.mark.parametrize(
    ("word", "tail"),
    [("동해위원회", "위원회"), ("위원회", ""), ("수자원관리부", "부"), ("일부", ""), ("총회", "")],
)
def test_a_compound_is_known_by_the_noun_that_closes_it(word: str, tail: str) -> None:
    assert KOREAN.tail(word) == tail


def test_a_language_without_particles_has_no_cuts() -> None:
    assert not Particles(Writing())
    assert Particles(Writing()).cut("장관이") == (3,)
