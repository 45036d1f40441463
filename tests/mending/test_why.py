"""Why two names mean one thing, or two."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.errors import QueryError
from kg.mending.told import told as text_of
from kg.mending.why import Reasons
from tests.mending.conftest import make


def test_names_of_one_thing_are_led_from_one_to_the_other(out: Path) -> None:
    assert text_of(Reasons(out).why("Kaveh Daryabandi", "1.txt: کاوه دریابندی")) == (
        "'Kaveh Daryabandi' and '1.txt: کاوه دریابندی' are one thing: official/kaveh-daryabandi\n"
        "\n"
        "“Kaveh Daryabandi” (0.txt)  ~  “کاوه دریابندی” (1.txt)\n"
        "  same, likeness 1.00: names 0.99, same role, same state, one work\n"
        "    class  official               official            same\n"
        "    names  Kaveh Daryabandi (en)  کاوه دریابندی (fa)\n"
        "    role   Minister               Minister            same\n"
        "    state  state/VN               state/VN            same"
    )


def test_a_chain_has_a_step_for_each_decision(out: Path) -> None:
    why = Reasons(out).why("ایران", "2.txt: Иран")
    assert [(step.left.names, step.right.names, step.reasons) for step in why.steps] == [
        (("Iran",), ("ایران",), ("both are state/IR",)),
        (("Iran",), ("Иран",), ("both are state/IR",)),
    ]


def test_articles_that_write_alike_need_no_decision(out: Path) -> None:
    assert text_of(Reasons(out).why("0.txt: Iran", "3.txt: Iran")) == (
        "'0.txt: Iran' and '3.txt: Iran' are one thing: state/iran\n"
        "They are one way of writing it: articles that agree in names, key and traits are not compared."
    )


def test_two_things_have_the_decisions_on_them(out: Path) -> None:
    why = Reasons(out).why("Kaveh Daryabandi", "official/kave-doryabande")
    assert (why.verdict, why.on_the_spot) == ("different", False)
    assert why.steps[0].reasons == (
        "names 0.94", "same role", "same state", "one work", "one of them has another namesake"
    )  # fmt: skip


def test_what_was_never_compared_is_compared_on_the_spot(out: Path) -> None:
    reasons = Reasons(out)
    assert text_of(reasons.why("Iran", "Kaveh Daryabandi")) == (
        "'Iran' and 'Kaveh Daryabandi' are two things: state/iran and official/kaveh-daryabandi\n"
        "The build never compared them. Compared now:\n"
        "\n"
        "“Iran” (0.txt, 3.txt)  ~  “Kaveh Daryabandi” (0.txt)\n"
        "  different: one is a kg:State, one is a kg:Person\n"
        "    class  state      official               other\n"
        "    names  Iran (en)  Kaveh Daryabandi (en)\n"
        "    key    state/IR   -\n"
        "    role   -          Minister\n"
        "    state  -          state/VN"
    )


def test_what_people_decided_is_told(tmp_path: Path, out: Path) -> None:
    (tmp_path / "articles" / "corrections.toml").write_text(
        '[[different]]\nthings = ["2.txt: Каве Дарьябанди", "3.txt: Kave Doryabande"]\n'
        'who = "Kim Lee"\nwhen = 2026-05-01\nwhy = "Two men."\n',
        "utf-8",
    )
    make(tmp_path)
    why = Reasons(out).why("2.txt: Каве Дарьябанди", "Kave Doryabande")
    assert why.steps[0].reasons[-1] == "kept apart by hand"
    assert why.by_hand == (
        "different: 2.txt: Каве Дарьябанди | 3.txt: Kave Doryabande (Kim Lee, 2026-05-01: Two men.)",
    )
    assert Reasons(out).why("0.txt: Kaveh Daryabandi", "2.txt: Каве Дарьябанди").verdict == "same"


def test_a_name_that_means_nothing_says_so(out: Path) -> None:
    with pytest.raises(QueryError) as error:
        Reasons(out).why("0.txt: Nobody", "Iran")
    assert (
        str(error.value) == "'0.txt: Nobody': nothing is called so there; kg read ARTICLE shows what an article names"
    )
    with pytest.raises(QueryError) as error:
        Reasons(out).why("article/0-txt", "Iran")
    assert str(error.value).endswith("which is nothing that articles are compared by")


def test_decisions_are_the_same_bytes_however_a_graph_is_built(tmp_path: Path, out: Path) -> None:
    first = (out / "judgements.jsonl").read_bytes()
    files = sorted((tmp_path / "articles").iterdir(), reverse=True)
    pipeline.build(files, tmp_path / "other", readings=tmp_path / "readings", page=False, jobs=1)
    assert (tmp_path / "other" / "judgements.jsonl").read_bytes() == first
