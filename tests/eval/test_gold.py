"""The gold files of the evaluation cases are consistent, and the check that says so finds what is not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.eval import check_gold, run

GOLD: dict[str, Any] = {
    "case": "lake",
    "articles": ".",
    "entities": {
        "pact": {"type": "Treaty", "names": {"pl": ["Pakt jeziorny"]}},
        "lithuania": {"type": "State", "names": {"pl": ["Litwa"]}},
    },
    "forbidden": [{"type": "Official", "names": ["Jan Kos"]}],
    "events": {"signing": {"type": "Signing", "start": "2024-03", "treaty": "pact", "roles": ["lithuania"]}},
    "facts": [["signing", "signedBy", "lithuania"], ["pact", "articleCount", 12]],
    "pairs_not_merged": [["pact", "lithuania"]],
}


def problems_with(folder: Path, **changes: Any) -> list[str]:
    """The problems of a small case whose gold has been changed at these keys."""
    case = folder / "lake"
    shutil.rmtree(case, ignore_errors=True)
    case.mkdir()
    (case / "01_pl.txt").write_text("Na Litwie podpisano 12 marca pakt jeziorny. (Fot. Jan Kos)", "utf-8")
    (case / "gold.json").write_text(json.dumps(GOLD | changes), "utf-8")
    return check_gold.problems(case)


@pytest.mark.parametrize("case", run.cases())
def test_gold_is_consistent_with_itself_and_its_articles(case: str) -> None:
    assert check_gold.problems(run.HERE / case) == []


@pytest.mark.parametrize("case", run.cases())
def test_a_case_has_three_to_six_articles_and_names_their_languages(case: str) -> None:
    names = [path.stem.split("_") for path in sorted((run.HERE / case).glob("*.txt"))]
    assert 3 <= len(names) <= 6
    assert [number for number, _ in names] == [f"{index:02}" for index in range(1, len(names) + 1)]


def test_a_right_gold_file_has_no_problems(tmp_path: Path) -> None:
    assert problems_with(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"facts": [["signing", "signedBy", "poland"]]}, "facts signing signedBy: unknown id poland"),
        ({"facts": [["*", "place", "pact"]]}, "facts * place: unknown id *"),
        ({"facts": [["pact", "likes", "pact"]]}, "facts pact likes: unknown property"),
        (
            {"facts": [["pact", "articleCount", "pact"]]},
            "facts pact articleCount: a number where none belongs, or none where one does: pact",
        ),
        (
            {"facts": [["lithuania", "post", ["Wizard", "*"]]]},
            "facts lithuania post: unknown role Wizard",
        ),
        ({"facts": [["pact", "articleCount", 1]] * 2}, 'stands twice: ["pact", "articleCount", 1]'),
        ({"events": {"s": {"type": "Party", "start": "2024"}}, "facts": []}, "s: unknown event class Party"),
        ({"events": {"s": {"type": "Signing", "start": "2024-13"}}, "facts": []}, "s: no date: 2024-13"),
        (
            {"events": {"s": {"type": "Signing", "treaty": "lithuania"}}, "facts": []},
            "s: lithuania is no treaty",
        ),
        ({"forbidden": [{"type": "Official", "names": ["Ewa Lis"]}]}, "forbidden: no article names Ewa Lis"),
        ({"forbidden": [{"type": "State", "names": ["Litwa"]}]}, "forbidden: Litwa is gold"),
        ({"pairs_not_merged": [["pact", "pact"]]}, "pairs_not_merged: pact, pact"),
        ({"notes": 1}, "unknown key notes"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    assert problems_with(tmp_path, **changes) == [message]


def test_a_name_in_a_language_without_article_or_in_no_article_is_named(tmp_path: Path) -> None:
    entities = GOLD["entities"] | {
        "riga": {"type": "Place", "names": {"pl": ["Ryga"]}},
        "rome": {"type": "Place", "names": {"id": ["Roma"]}},
    }
    assert problems_with(tmp_path, entities=entities) == ["riga: no pl article names Ryga", "rome: no article in id"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Wiedeń", "podpisały w Wiedniu protokół", True),
        ("Bakyt Orozalijew", "wręczyła Bakytowi Orozalijewowi", True),
        ("کره جنوبی", "وزیر امور خارجه کره جنوبی", True),
        ("Rwanda", "Uganda dự kiến", False),
        ("India", "Indonesia plans", False),
        ("Han Ji-woo", "minister Han met Ji-woo", False),
    ],
)
def test_a_name_stands_as_written_or_inflected_and_in_one_piece(name: str, text: str, expected: bool) -> None:
    assert check_gold.stands(name, text) is expected
