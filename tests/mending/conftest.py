"""A graph with something to mend, built once from readings written by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import pipeline, reading_json
from tests.resolve.factory import Story


def tell(folder: Path) -> None:
    """Write the articles and readings of a small story to `folder`.

    A minister in three scripts, a colleague with nearly his name, whom the Russian name is taken for, and two numbers
    that cannot both be right.
    """
    stories = []
    for number, (language, name) in enumerate(
        (("en", "Kaveh Daryabandi"), ("fa", "کاوه دریابندی"), ("ru", "Каве Дарьябанди"), ("en", "Kave Doryabande"))
    ):
        story = Story(f"{number}.txt", language, published=f"2024-03-0{number + 1}")
        person = story.thing("Official", name, role="Minister", state="state/VN", sure=True)
        state = story.thing(
            "State", "Iran" if language == "en" else {"fa": "ایران", "ru": "Иран"}[language], key="state/IR"
        )
        treaty = story.thing("Treaty", "Convention on the Deep Lakes of the North", type="convention")
        story.post(person, "Minister", state)
        story.say(treaty, "articleCount", "12" if number else "14", "integer")
        story.event("Signing", start="2024-03-05", treaty=treaty, signedBy=state)
        stories.append(story)
    for name in ("articles", "readings"):
        (folder / name).mkdir()
    for story in stories:
        (folder / "articles" / story.identifier).write_bytes(story.text.encode())
        reading = replace(story.reading(), digest=reading_json.digest_of(story.text))
        text = reading_json.dumps(reading, story.text)
        (folder / "readings" / f"{story.identifier}.json").write_text(text, "utf-8")


def make(folder: Path) -> Path:
    """Build the graph of the articles and readings in a folder; returns where it is."""
    pipeline.build([folder / "articles"], folder / "out", readings=folder / "readings", page=False)
    return folder / "out"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of the graph, beside its articles."""
    tell(tmp_path)
    return make(tmp_path)
