"""What is kept of the decisions, and that it reads as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.mending.judgements import Form, Judgements, Pair, judgements_of, read_judgements, write_judgements
from tests.resolve.factory import Story, together


def stories() -> list[Story]:
    """A person in three articles, twice written alike, and a state in two."""
    found = []
    for number, (name, language) in enumerate((("Ana Bela", "en"), ("Ana Bela", "en"), ("Ana Bela", "pl"))):
        story = Story(f"{number}.txt", language)
        story.thing("Official", name, role="Minister", state="state/VN")
        if number:
            story.thing("State", "Vietnam" if number == 1 else "Wietnam", key="state/VN")
        found.append(story)
    return found


def test_articles_that_write_a_thing_alike_share_a_form_and_a_decision() -> None:
    kept = judgements_of(together(*stories()))
    role = (("role", "Minister"), ("state", "state/VN"))
    assert kept == Judgements(
        (
            Form("official/ana-bela", "Official", "en", ("Ana Bela",), "", role, (), ("0.txt", "1.txt")),
            Form("official/ana-bela", "Official", "pl", ("Ana Bela",), "", role, (), ("2.txt",)),
            Form("state/vietnam", "State", "en", ("Vietnam",), "state/VN", (), (), ("1.txt",)),
            Form("state/vietnam", "State", "pl", ("Wietnam",), "state/VN", (), (), ("2.txt",)),
        ),
        (
            Pair(0, 1, "same", 1.0, ("same full name",)),
            Pair(2, 3, "same", 1.0, ("both are state/VN",)),
        ),
    )


def test_decisions_read_as_they_were_written(tmp_path: Path) -> None:
    story = Story("9.txt")
    story.event("Signing")
    kept = judgements_of(together(*stories(), story))
    write_judgements(kept, tmp_path / "judgements.jsonl")
    assert read_judgements(tmp_path) == kept
    assert [form.reference for form in kept.forms] == [
        "9.txt:0-7", "0.txt: Ana Bela", "2.txt: Ana Bela", "1.txt: Vietnam", "2.txt: Wietnam"
    ]  # fmt: skip


def test_a_folder_without_decisions_or_with_others_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as error:
        read_judgements(tmp_path)
    assert str(error.value) == (
        f"{tmp_path} holds no judgements.jsonl: build the graph again, kg build ARTICLES -o {tmp_path}"
    )
    file = tmp_path / "judgements.jsonl"
    file.write_text('{"treaty-kg judgements":7}\n', "utf-8")
    with pytest.raises(GraphError) as error:
        read_judgements(tmp_path)
    assert str(error.value) == f"{file} is of another version of kg: build the graph again"
    file.write_text('{"treaty-kg judgements":1}\n{"thing":"x"}\n', "utf-8")
    with pytest.raises(GraphError) as error:
        read_judgements(tmp_path)
    assert str(error.value) == f"{file} cannot be read ('kind'): build the graph again"
