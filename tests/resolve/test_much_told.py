"""One story told by hundreds of articles, each in its own way: its things are still one each."""

from __future__ import annotations

import random
import time
from collections import Counter

from kg.model import Resolution
from kg.resolve import resolve
from tests.resolve.factory import articles, world
from tests.resolve.synthetic import Report

_STATES = {"VN": "Vietnam", "PL": "Poland", "RO": "Romania", "ID": "Indonesia"}
_PEOPLE = {"VN": "Nguyen Van Binh", "PL": "Jadwiga Kowal", "RO": "Ion Moldovan", "ID": "Budi Hartono"}


def report(number: int) -> Report:
    """One article: of what happened, those parts that its author chose."""
    rng = random.Random(number)
    story = Report(f"n{number:05}.txt", rng.choice(("en", "pl", "id")), published="2025-06-20")
    treaty = story.thing("Treaty", "Convention on Sunken Wrecks", type="convention", topic="wrecks", times=3)
    codes = rng.sample(sorted(_STATES), 3)
    states = {code: story.thing("State", _STATES[code], key=f"state/{code}") for code in codes}
    people = {
        code: story.thing("Official", _PEOPLE[code], role="Minister", state=f"state/{code}")
        for code in codes
        if rng.random() < 0.7
    }
    for code, person in people.items():
        story.post(person, "Minister", states[code])
    hall = story.thing("Place", "Old Harbour Hall of Hanoi")
    city = story.thing("Place", "Hanoi", key="place/1581130")
    friends = story.thing("Association", "Friends of the Deep")
    day = "2025-06-18" if rng.random() < 0.6 else "2025-06"
    story.event("Signing", start=day, treaty=treaty, place=city, signedBy=" ".join(states.values()))
    who = " ".join([*people.values(), friends])
    story.event("Meeting", start="2025-06-18", noun="summit", place=rng.choice((hall, city)), participant=who)
    story.event("Decision", start="2025-06-17", noun="decision", decidedBy=friends, place=city)
    return story


def resolved(count: int) -> Resolution:
    stories = [report(number) for number in range(count)]
    return resolve([story.reading() for story in stories], articles(stories), world(), jobs=1)


def test_what_four_hundred_articles_tell_is_one_thing_each() -> None:
    resolution = resolved(400)
    assert len(resolution.works) == 400
    found = Counter(entity.kind for entity in resolution.entities)
    assert found == {
        "Association": 1, "Decision": 1, "Meeting": 1, "Official": 4, "Place": 2, "Post": 4, "Signing": 1, "State": 4,
        "Treaty": 1,
    }  # fmt: skip


def test_the_time_grows_with_the_articles_and_not_with_their_square() -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        resolved(count)
        return time.process_time() - start

    seconds(20)  # tables are loaded
    assert seconds(1200) < 8 * seconds(300)
