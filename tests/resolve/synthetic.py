"""Many readings made by a rule: states, ministers, treaties and their acts, told by several articles each."""

from __future__ import annotations

import random

from tests.resolve.factory import FakeConcept, Story, World

_ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "ch", "tr")
_VOWELS = ("a", "e", "i", "o", "u")
_LANGUAGES = ("en", "pl", "id", "vi", "es")


def _word(rng: random.Random, syllables: int) -> str:
    word = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables))
    return (word + rng.choice(("", "n", "r", "k", "s"))).capitalize()


class Report(Story):
    """A story whose statements stand in made-up words, so that no two articles read alike."""

    def write(self, words: str) -> tuple[int, int]:
        rng = random.Random(f"{self.identifier} {len(self.text)}")
        self.text += " ".join(_word(rng, 2).lower() for _ in range(6)) + " "
        return super().write(words)


def synthetic_world(states: int = 60) -> World:
    """Return a gazetteer of made-up states."""
    keys = [f"state/{chr(65 + i // 26)}{chr(65 + i % 26)}" for i in range(states)]
    concepts = [FakeConcept(key, "State", {"en": (f"State {key[-2:]}",)}) for key in keys]
    return World({concept.key: concept for concept in concepts})


def synthetic_stories(count: int, seed: int = 7) -> list[Story]:
    """Return `count` articles; every four tell of one treaty, whose signers several of them name."""
    rng = random.Random(seed)
    states = sorted(synthetic_world().gazetteer)
    people = [f"{_word(rng, 2)} {_word(rng, 3)}" for _ in range(max(8, count))]
    stories = []
    for number in range(count):
        topic = number // 4
        story = Report(f"n{number:05}.txt", _LANGUAGES[number % len(_LANGUAGES)], published="2025-06-20")
        about = random.Random(topic)
        day = f"2025-{about.randint(1, 12):02}-{about.randint(1, 28):02}"
        treaty = story.thing("Treaty", f"Convention on {_word(about, 4)} Matters", type="convention",
                             topic=f"topic{topic}", times=3)  # fmt: skip
        for slot in range(4):
            pick = about.randrange(len(states))
            person = people[(topic * 4 + slot) % len(people)]
            state = story.thing("State", f"State {states[pick][-2:]}", key=states[pick])
            official = story.thing("Official", person, role="Minister", state=states[pick])
            story.post(official, "Minister", state)
            story.event("Ratification", start=day, treaty=treaty, ratifiedBy=state)
        story.event("Signing", start=day, treaty=treaty, signedBy=official)
        story.event("Meeting", start=day, noun="session", participant=official, treaty=treaty)
        stories.append(story)
    return stories
