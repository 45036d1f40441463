"""The figures of each language: what of a case's gold counts for one article, and that the record is of today."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.eval import by_language, run

GOLD: dict[str, Any] = {
    "case": "lake",
    "articles": ".",
    "entities": {
        "pact": {"type": "Treaty", "names": {"pl": ["Pakt jeziorny"], "en": ["Lake Pact"]}, "also": ["LP"]},
        "lithuania": {"type": "State", "names": {"pl": ["Litwa"], "en": ["Lithuania"]}},
        "latvia": {"type": "State", "names": {"en": ["Latvia"]}},
    },
    "events": {
        "signing": {"type": "Signing", "start": "2024-03", "treaty": "pact", "roles": ["lithuania"]},
        "ratification": {"type": "Ratification", "treaty": "pact", "roles": ["latvia"]},
    },
    "facts": [
        ["signing", "signedBy", "lithuania"],
        ["ratification", "ratifiedBy", "latvia"],
        ["pact", "articleCount", 12],
        ["pact", "party", "latvia"],
        ["lithuania", "post", ["Minister", "latvia|lithuania"]],
    ],
    "pairs_not_merged": [["pact", "lithuania"], ["pact", "latvia"]],
}


def test_an_article_must_give_what_it_names_in_its_language_and_may_give_the_rest() -> None:
    polish = by_language.alone(GOLD, "pl")
    assert polish["entities"] == {
        "pact": {"type": "Treaty", "names": {"pl": ["Pakt jeziorny"]}, "also": ["Pakt jeziorny", "Lake Pact", "LP"]},
        "lithuania": {"type": "State", "names": {"pl": ["Litwa"]}, "also": ["Litwa", "Lithuania"]},
    }
    assert polish["optional_entities"] == ["Latvia"]
    assert list(polish["events"]) == ["signing"]
    assert polish["optional_events"] == [GOLD["events"]["ratification"]]
    assert polish["facts"] == [GOLD["facts"][0], GOLD["facts"][2], GOLD["facts"][4]]
    assert polish["optional_facts"] == [GOLD["facts"][1], GOLD["facts"][3]]
    assert polish["pairs_not_merged"] == [["pact", "lithuania"]]


def test_an_article_that_names_everything_must_give_everything() -> None:
    english = by_language.alone(GOLD, "en")
    assert (english["events"], english["facts"]) == (GOLD["events"], GOLD["facts"])


def test_written_figures_are_read_back(tmp_path: Path) -> None:
    figures = {"pl": {"texts": 2, "names": 0.5, "overall": 0.625}}
    by_language.write(figures, tmp_path / "languages.toml")
    assert by_language.recorded(tmp_path / "languages.toml") == figures


def test_the_recorded_figures_are_of_all_texts() -> None:
    """After a new case: `python tests/eval/run.py --languages`, then `python tools/update_readme.py`."""
    texts = Counter(language for language, _ in by_language.articles())
    assert {language: row["texts"] for language, row in by_language.recorded().items()} == dict(texts)


@pytest.mark.slow
def test_the_recorded_figures_are_those_of_a_run_now() -> None:
    """After a change that shows: as above. Small movements need no new record."""
    now = by_language.measure(run.scorer(), run.COLUMNS)
    for language, row in by_language.recorded().items():
        assert now[language]["overall"] == pytest.approx(row["overall"], abs=0.03), language
