"""Graphs of any size in our vocabulary, from the stories of `generate.py`, written by the code that writes a build's.

    python benchmarks/graphs.py OUT [--triples 1000000]

A story gives a treaty, its adoption, signing and ratifications, a meeting, six officials with their posts and
ministries, and the articles that tell it. Each fact rests on sentences of these articles. States, cities, ministries
and organizations are shared by all stories. Nothing is read or compared, so a million triples take half a minute; the
same number and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.generate import LANGUAGES, SEED, Person, Row, Story, told_stories
from kg import vocab
from kg.export.turtle import write_document
from kg.graph.emit import prepare
from kg.graph.store import EVIDENCE_FILE, GRAPH_FILE
from kg.memory import without_collection
from kg.model import Article, Entity, Fact, Label, Passage, Reading, Resolution, Work
from kg.reading_json import digest_of
from kg.slug import slug

PER_STORY = 1_570  # triples, on average
_ROLES = ("Minister", "DeputyMinister", "Ambassador")
_SENTENCE = re.compile(r"[^.!?\n]{20,}[.!?]")
_QUOTED = 0.6  # how many of a story's articles say a fact
_POLISH_COLUMNS = (0, 1, 3, 4, 5)  # rows of states and bodies have a second Polish form, which no label needs


def main() -> None:
    """Write a graph to a folder."""
    parser = argparse.ArgumentParser(description="Write graph.ttl and evidence.ttl of about so many triples.")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--triples", type=int, default=1_000_000, metavar="N", help="about how many (1000000)")
    parser.add_argument("--seed", type=int, default=SEED, help="of the random choices")
    given = parser.parse_args()
    write_graph(given.out, given.triples, given.seed)


def write_graph(out: Path, triples: int, seed: int = SEED) -> None:
    """Write graph.ttl and evidence.ttl with about so many triples to a folder, which is made if missing."""
    with without_collection():
        resolution, texts = resolved(max(1, triples // PER_STORY), seed)
        emission = prepare(resolution, texts)
        out.mkdir(parents=True, exist_ok=True)
        write_document(emission.graph(), out / GRAPH_FILE)
        write_document(emission.evidence(), out / EVIDENCE_FILE)


def resolved(count: int, seed: int = SEED) -> tuple[Resolution, dict[str, Article]]:
    """Return so many stories as if their articles had been read and compared, and the articles' texts."""
    choice = random.Random(seed)
    world = _World()
    for story, tellings in islice(told_stories(seed), count):
        _tell(world, story, tellings, choice)
    resolution = Resolution(
        readings=tuple(sorted(world.readings, key=lambda reading: reading.identifier)),
        works=tuple(sorted(world.works, key=lambda work: work.id)),
        entities=tuple(sorted(world.entities.values(), key=lambda entity: entity.id)),
        facts=tuple(sorted(world.facts, key=lambda fact: (fact.subject, fact.predicate, fact.object))),
        mentions=tuple(sorted(world.mentions)),
    )
    return resolution, world.texts


@dataclass
class _World:
    """What has been told so far."""

    texts: dict[str, Article] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    mentions: set[tuple[str, str]] = field(default_factory=set)

    def thing(self, kind: str, folder: str, names: Row) -> str:
        """Return the id of a thing with its names in the first of `LANGUAGES`, or in all."""
        identifier = f"{folder}/{slug(names[0])}"
        if identifier not in self.entities:
            labels = tuple(Label(name, code, True) for code, name in sorted(zip(LANGUAGES, names, strict=False)))
            self.entities[identifier] = Entity(identifier, kind, Label(names[0], "en", True), labels)
        return identifier


class _Teller:
    """Adds the facts of one story, each with sentences of its articles."""

    def __init__(self, world: _World, articles: list[str], choice: random.Random) -> None:
        self._world, self._articles, self._choice = world, articles, choice
        self._sentences = {name: list(_passages(world.texts[name])) for name in articles}

    def fact(self, subject: str, predicate: str, value: str, datatype: str = "") -> None:
        """Add a fact; what it is about is mentioned in the articles that say it."""
        names = [name for name in self._articles if self._choice.random() < _QUOTED] or self._articles[:1]
        passages = tuple(self._choice.choice(self._sentences[name]) for name in names)
        confidence = self._choice.randrange(60, 100) / 100
        fact = Fact(subject, predicate, value, datatype, confidence=confidence, rules=("generated",), passages=passages)
        self._world.facts.append(fact)
        things = (subject, value) if not datatype else (subject,)
        self._world.mentions.update((name, thing) for name in names for thing in things)

    def event(self, kind: str, name: str, date: str, status: str = "Happened", **roles: Iterable[str]) -> None:
        """Add an event with its status, date (in full, or "") and roles."""
        event = self._world.thing(kind, "event", [f"{name} ({date})" if date else name])
        self.fact(event, "status", status, "concept")
        if date:
            for bound in ("startDate", "endDate"):
                self.fact(event, bound, date, "date")
            self.fact(event, "datePrecision", "Day", "concept")
            self.fact(event, "dateBasis", self._choice.choice(("Stated", "Inferred")), "concept")
        for predicate, values in roles.items():
            for value in values:
                self.fact(event, predicate, value)


def _tell(world: _World, story: Story, tellings: list[tuple[str, str]], choice: random.Random) -> None:
    tell = _Teller(world, _articles(world, story, tellings), choice)
    states = [world.thing("State", "state", [row[column] for column in _POLISH_COLUMNS]) for row in story.states]
    cities = [world.thing("Place", "place", [row[0]]) for row in story.cities]
    body = world.thing("InternationalOrganization", "organization", [story.body[column] for column in _POLISH_COLUMNS])
    officials = [_official(world, tell, person) for person in story.people]
    title = f"{story.kind.title()} on {story.topic[0]}"
    names = [f"{title}, {story.number}", *(f"{name} ({story.number})" for name in story.topic[1:])]
    treaty = world.thing("Treaty", "treaty", names)
    adopted, signed, met = (f"{year}-{month:02}-{day:02}" for day, month, year in _dates(story))
    tell.fact(treaty, "adoptedBy", body)
    tell.fact(treaty, "topic", choice.choice(vocab.topics()), "concept")
    tell.fact(treaty, "signatoryCount", str(story.counts["n2"]), "integer")
    for state in states[:4]:
        tell.fact(treaty, "signatory", state)
    about = names[0]
    tell.event("Adoption", f"Adoption: {about}", adopted, treaty=[treaty], participant=[body], place=cities[:1])
    tell.event(
        "Signing", f"Signing: {about}", signed, treaty=[treaty], place=cities[1:], host=states[:1],
        chair=officials[:1], signedBy=[*states[:4], *officials[1:4]],
    )  # fmt: skip
    for state, official in zip(states[:2], officials[4:], strict=True):
        name = f"Ratification: {about}, {world.entities[state].main.text}"
        tell.event("Ratification", name, met, treaty=[treaty], ratifiedBy=[state], speaker=[official])
        tell.fact(treaty, "party", state)
    tell.event("EntryIntoForce", f"Entry into force: {about}", "", "Planned", treaty=[treaty])
    tell.event("Meeting", f"Meeting: {about}", met, place=cities[:1], participant=[*officials, *states])


def _dates(story: Story) -> Iterator[tuple[int, int, int]]:
    """Day, month and year of the adoption, the signing and what came then."""
    return (story.dates[name] for name in ("date2", "date3", "date"))


def _official(world: _World, tell: _Teller, person: Person) -> str:
    """Add an official with his post and ministry."""
    state = world.thing("State", "state", [person.state[column] for column in _POLISH_COLUMNS])
    ministry = world.thing("GovernmentBody", "organization", [f"Ministry of {person.field[0]} of {person.state[0]}"])
    role = _ROLES[person.role]
    post = world.thing("Post", "post", [f"{vocab.label(role)}, Ministry of {person.field[0]} of {person.state[0]}"])
    latin, arabic = person.names
    official = world.thing("Official", "official", [latin, latin, arabic, latin, latin])
    tell.fact(official, "holdsPost", post)
    tell.fact(post, "postRole", role, "concept")
    tell.fact(post, "postIn", ministry)
    tell.fact(ministry, "ofState", state)
    return official


def _articles(world: _World, story: Story, tellings: list[tuple[str, str]]) -> list[str]:
    """Add the articles of a story, all of one work or each of its own; returns their identifiers."""
    names = []
    for text, code in tellings:
        name = f"story{story.number:05}.{code}.txt"
        world.texts[name] = Article(name, text)
        headline, published = text.partition("\n")[0], "{2}-{1:02}-{0:02}".format(*story.dates["date"])
        world.readings.append(Reading(name, digest_of(text), code, headline, published, "Stated"))
        names.append(name)
    groups = [names] if story.number % 2 else [[name] for name in names]
    world.works.extend(Work(f"work/{slug(group[0])}", tuple(sorted(group))) for group in groups)
    return names


def _passages(article: Article) -> Iterator[Passage]:
    """Yield an article's sentences."""
    for found in _SENTENCE.finditer(article.text):
        yield Passage(article.identifier, found.start(), found.end(), found[0])


if __name__ == "__main__":
    main()
