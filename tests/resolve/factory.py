"""Readings written by hand: a small language for what an article names and says, with words that stand in its text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.corrections import parse_corrections
from kg.model import Article, Entity, Fact, Mention, Name, Reading, Resolution, Statement, Thing, Zone
from kg.resolve import resolve


@dataclass(frozen=True)
class FakeConcept:
    """A gazetteer's entry with what resolving asks of it."""

    key: str
    kind: str
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    acronyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: str = ""
    part_of: str = ""
    of_state: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class World:
    """A small gazetteer."""

    gazetteer: Mapping[str, FakeConcept]


def world() -> World:
    """Four states, two cities and an organization with its assembly."""
    concepts = [
        FakeConcept("state/VN", "State", {"en": ("Vietnam",), "pl": ("Wietnam",), "fa": ("ویتنام",)}),
        FakeConcept("state/PL", "State", {"en": ("Poland",), "pl": ("Polska",)}),
        FakeConcept("state/RO", "State", {"en": ("Romania",), "pl": ("Rumunia",)}),
        FakeConcept("state/ID", "State", {"en": ("Indonesia",), "id": ("Indonesia",)}),
        FakeConcept("place/1581130", "Place", {"en": ("Hanoi",), "pl": ("Hanoi",), "fa": ("هانوی",)}),
        FakeConcept("place/2988507", "Place", {"en": ("Paris",), "pl": ("Paryż",)}),
        FakeConcept(
            "organization/united-nations",
            "InternationalOrganization",
            {"en": ("United Nations",), "pl": ("Organizacja Narodów Zjednoczonych",)},
            same_as=("http://www.wikidata.org/entity/Q1065",),
        ),
    ]
    return World({concept.key: concept for concept in concepts})


class Story:
    """One article's reading, written word by word; each thing and statement brings its own words into the text."""

    def __init__(self, identifier: str, language: str = "en", published: str = "", source: str = "") -> None:
        self.identifier, self.language, self.published, self.source = identifier, language, published, source
        self.text = ""
        self.things: list[Thing] = []
        self.mentions: list[Mention] = []
        self.statements: list[Statement] = []

    def write(self, words: str) -> tuple[int, int]:
        """Add words to the text; return where they stand."""
        start = len(self.text)
        self.text += words + "\n"
        return start, start + len(words)

    def thing(self, kind: str, *names: str, key: str = "", sure: bool = True, times: int = 1, **traits: str) -> str:
        """Name a thing `times` times; return its id. A trait with several values separates them by a blank."""
        identifier = f"t{len(self.things) + 1}"
        found = []
        for name in names:
            start, end = self.write(name)
            found.append(Name(name, start, end, sure))
            self.mentions.append(Mention(identifier, start, end))
        for _ in range(times - 1):
            self.mentions.append(Mention(identifier, *self.write(names[0] if names else kind)))
        if not names:
            self.mentions.append(Mention(identifier, *self.write(kind)))
        pairs = sorted((name, value) for name, values in traits.items() for value in values.split())
        self.things.append(Thing(identifier, kind, tuple(found), key, tuple(pairs)))
        return identifier

    def say(
        self, subject: str, predicate: str, value: str, datatype: str = "", qualifier: str = "", confidence: float = 0.9
    ) -> None:
        """State a triple; its words are its own."""
        start, end = self.write(f"{subject} {predicate} {value}")
        self.statements.append(
            Statement(subject, predicate, value, start, end, "by-hand", datatype, qualifier, confidence)
        )

    def event(
        self, kind: str, status: str = "Happened", start: str = "", end: str = "", noun: str = "", **roles: str
    ) -> str:
        """Tell an event; roles are things' ids by property, several separated by a blank. Return its id."""
        identifier = self.thing(kind, **({"noun": noun} if noun else {}))
        if status:
            self.say(identifier, "status", status, "concept")
        for predicate, value in (("startDate", start), ("endDate", end)):
            if value:
                self.say(identifier, predicate, value, "date")
        for predicate, ids in roles.items():
            for other in ids.split():
                self.say(identifier, predicate, other)
        return identifier

    def post(self, person: str, role: str, place: str = "", key: str = "", former: bool = False) -> str:
        """Give a person a post; return the post's id."""
        identifier = self.thing("Post", key=key)
        self.say(identifier, "postRole", role, "concept")
        if place:
            self.say(identifier, "postIn", place)
        self.say(person, "formerlyHeldPost" if former else "holdsPost", identifier)
        return identifier

    def reading(self) -> Reading:
        """Return the reading as it stands."""
        return Reading(
            identifier=self.identifier,
            digest=hashlib.sha256((self.identifier + self.text).encode()).hexdigest(),
            language=self.language,
            published=self.published,
            source=self.source,
            zones=(Zone("paragraph", 0, len(self.text)),),
            things=tuple(self.things),
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
        )

    def article(self) -> Article:
        """Return the article."""
        return Article(self.identifier, self.text, self.language, published=self.published, source=self.source)


def together(*stories: Story, corrections: str = "") -> Resolution:
    """Resolve some stories in the small world. corrections: a text as in `corrections.toml`."""
    decided = parse_corrections(corrections)
    return resolve([s.reading() for s in stories], articles(stories), world(), corrections=decided)


def articles(stories: Sequence[Story]) -> dict[str, Article]:
    """Return the stories' articles by identifier."""
    return {story.identifier: story.article() for story in stories}


def entities(resolution: Resolution, *kinds: str) -> list[Entity]:
    """Return the entities of some classes."""
    return [entity for entity in resolution.entities if entity.kind in kinds]


def named(resolution: Resolution, label: str) -> Entity:
    """Return the only entity that has a label."""
    found = [e for e in resolution.entities if any(x.text == label for x in e.labels)]
    assert len(found) == 1, f"{label}: {[e.id for e in found]}"
    return found[0]


def facts(resolution: Resolution, predicate: str, subject: str = "") -> list[Fact]:
    """Return the facts with a property, of one subject if given."""
    return [f for f in resolution.facts if f.predicate == predicate and subject in ("", f.subject)]


def values(resolution: Resolution, predicate: str, subject: str = "") -> list[str]:
    """Return the objects of those facts."""
    return [fact.object for fact in facts(resolution, predicate, subject)]
