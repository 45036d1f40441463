"""Varied articles by the thousand, from the word lists and sentences in `benchmarks/data/`.

The same seed gives the same articles. A story is one treaty with its people, states, places and dates; one to five
articles tell it, in several languages, half of the stories as translations of one source. So there are many names to be
told apart and many to be brought together.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count as count_from
from itertools import islice
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "pl", "fa", "id", "vi")
SEED = 20251026
_SENTENCES = {"en": 16, "pl": 20, "fa": 16, "id": 19, "vi": 13}  # how many make about 400 words
_PARAGRAPH = 3
Row = list[str]


@dataclass(frozen=True)
class Person:
    """One of a story's people: name in Latin and in Arabic script, kind of post, field of the ministry, state."""

    names: Row
    role: int
    field: Row
    state: Row


@dataclass(frozen=True)
class Story:
    """What the articles of one story tell, in no language yet."""

    number: int
    kind: str
    topic: Row
    body: Row
    states: list[Row]
    cities: list[Row]
    people: list[Person]
    field: Row
    counts: dict[str, int]
    dates: dict[str, tuple[int, int, int]]  # day, month, year


def generate(count: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Make articles.

    count: how many. seed: of the random choices. Yields (file name, text); the language stands in the name.
    """
    articles = ((story, text, code) for story, tellings in told_stories(seed) for text, code in tellings)
    for made, (story, text, code) in enumerate(islice(articles, count)):
        yield f"{made:05}-story{story.number:05}.{code}.txt", text


def told_stories(seed: int = SEED) -> Iterator[tuple[Story, list[tuple[str, str]]]]:
    """Make stories without end, each with its articles as text and language."""
    world = tomllib.loads((DATA / "world.toml").read_text("utf-8"))
    languages = {code: tomllib.loads((DATA / f"{code}.toml").read_text("utf-8")) for code in LANGUAGES}
    choice = random.Random(seed)
    for number in count_from(1):
        story = _story(number, world, choice)
        yield story, list(_tellings(story, languages, choice))


def _story(number: int, world: dict[str, Any], choice: random.Random) -> Story:
    def date(years: tuple[int, int]) -> tuple[int, int, int]:
        return choice.randint(1, 28), choice.randint(1, 12), choice.randint(*years)

    states = choice.sample(world["states"], 5)
    people = [
        Person(_full_name(world, choice), choice.randrange(3), choice.choice(world["fields"]), states[index % 4])
        for index in range(6)
    ]
    return Story(
        number=number,
        kind=choice.choice(["convention", "agreement", "protocol", "treaty"]),
        topic=choice.choice(world["topics"]),
        body=choice.choice(world["bodies"]),
        states=states,
        cities=choice.sample(world["cities"], 2),
        people=people,
        field=choice.choice(world["fields"]),
        counts={
            "n1": choice.randint(12, 120),
            "n2": choice.randint(15, 70),
            "n3": choice.randint(2, 20) * 100,
            "n4": choice.randint(10, 50),
        },
        dates={"date": date((2025, 2025)), "date2": date((2022, 2023)), "date3": date((2024, 2024))},
    )


def _full_name(world: dict[str, Any], choice: random.Random) -> Row:
    starts, ends = world["surname_starts"], world["surname_ends"]
    composed = [[start[script] + end[script] for script in (0, 1)] for start in starts for end in ends]
    first, last = choice.choice(world["given"]), choice.choice(world["surnames"] + composed)
    return [f"{first[script]} {last[script]}" for script in (0, 1)]


def _tellings(story: Story, languages: dict[str, dict[str, Any]], choice: random.Random) -> Iterator[tuple[str, str]]:
    """One to five articles, each as its text and language; half of the stories are one source with its translations."""
    codes = choice.sample(LANGUAGES, choice.randint(1, len(LANGUAGES)))
    translated, source = choice.random() < 0.5, choice.randrange(10**9)
    for code in codes:
        seed = source if translated else choice.randrange(10**9)
        url = f"https://wire{seed % 40}.example.org/world/{story.number}-{seed}.html"
        yield _article(story, languages[code], code, url, random.Random(seed)), code


def _article(story: Story, words: dict[str, Any], code: str, url: str, choice: random.Random) -> str:
    slots = {**_slots(story, words, code), "url": url}
    order = choice.sample(range(len(words["body"])), len(words["body"]))[: _SENTENCES[code]]
    sentences = [words["body"][index] for index in sorted(order)]
    paragraphs = [words["opening"][choice.randrange(2)]]
    paragraphs += [" ".join(sentences[at : at + _PARAGRAPH]) for at in range(0, len(sentences), _PARAGRAPH)]
    lines = [words["headlines"][choice.randrange(3)], *paragraphs, *words["closing"]]
    return "\n\n".join(_upper(line.format_map(slots)) for line in lines) + "\n"


def _slots(story: Story, words: dict[str, Any], code: str) -> dict[str, str]:
    """What the words in braces stand for: the story's things in one language, with their forms."""
    column = LANGUAGES.index(code)
    script = 1 if code == "fa" else 0
    slots = {"field2": story.field[column], **_treaty(story, words, column)}
    for index, row in enumerate(story.states, start=1):
        slots[f"state{index}"], slots[f"state{index}_gen"] = slots["host"], _ = _two_forms(row, code)
    for name, names in zip(("city", "city2"), story.cities, strict=True):
        slots[name] = slots[f"{name}_in"] = names[column]
    slots["CITY"] = slots["city"].upper()
    for index, person in enumerate(story.people, start=1):
        plain, genitive = _two_forms(person.state, code)
        role = words["roles"][person.role].format(field=person.field[column], state=plain, state_gen=genitive)
        slots |= {f"p{index}": person.names[script], f"r{index}": role}
    slots["body"], slots["body_gen"] = _two_forms(story.body, code)
    slots["body_acc"] = slots["body"][:-1] + "ę" if slots["body"].endswith("a") else slots["body"]  # Polish alone asks
    return slots | _numbers(story, words)


def _treaty(story: Story, words: dict[str, Any], column: int) -> dict[str, str]:
    slots = {}
    kinds, bare = words["kinds"][story.kind], words["bare"][story.kind]
    for index, case in enumerate(("", "_gen", "_acc")):
        slots[f"treaty{case}"] = f"{kinds[index % len(kinds)]} {story.topic[column]}"
        slots[f"bare{case}"] = bare[index % len(bare)]
    return slots | {"kind": slots["bare"], "Bare": _upper(slots["bare"])}


def _two_forms(row: Row, code: str) -> tuple[str, str]:
    """Base form and genitive; the rows have two columns for Polish, and one for each other language."""
    if code == "pl":
        return row[1], row[2]
    name = row[LANGUAGES.index(code) + (code != "en")]
    return name, name


def _numbers(story: Story, words: dict[str, Any]) -> dict[str, str]:
    slots = {name: str(count) for name, count in story.counts.items()}
    for name, (day, month, year) in story.dates.items():
        slots[name] = words["date"].format(day=day, month=words["months"][month - 1], year=year)
    day, month, _year = story.dates["date"]
    slots["short"] = words["short"].format(day=day, month=words["months"][month - 1])
    slots["month2"] = words["months"][month % 12]
    digits = str.maketrans("0123456789", words.get("digits", "0123456789"))
    return {name: value.translate(digits) for name, value in slots.items()}


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
