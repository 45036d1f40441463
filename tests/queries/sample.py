"""The graph of sample.txt, whose head says how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.graph.closure import derive
from kg.graph.emit import emit
from kg.graph.inferences import document_of_inferences
from kg.graph.rules import rules
from kg.graph.store import store_of
from kg.graph.terms import triples_of
from kg.model import Article, Entity, Fact, Label, Passage, Reading, Resolution, Work
from kg.slug import slug

SAMPLE = Path(__file__).parent / "sample.txt"
BASE = "https://example.org/id/"
IN_FORCE = """
DELETE { <event/force-lake> kg:status ?planned ; kg:startDate ?start }
INSERT { <event/force-lake> kg:status kg:Happened ; kg:startDate "2024-11-30"^^xsd:date }
WHERE { <event/force-lake> kg:status ?planned ; kg:startDate ?start } ;
INSERT DATA {
  <event/leave> a kg:Withdrawal ; kg:status kg:Happened ; kg:treaty <treaty/lake> ; kg:withdrawnBy <state/arland> ;
    kg:startDate "2025-03"^^xsd:gYearMonth }
"""  # the Lake Convention enters into force, and Arland leaves it
_FACT = re.compile(r'(\S+) (\S+) (\S+)(?: ~(?P<confidence>\S+))?(?: !(?P<rival>\S+))?(?: "(?P<qualifier>[^"]*)")?')


@dataclass(slots=True)
class Sample:
    """What has been read so far."""

    entities: list[Entity] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    works: dict[str, list[str]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)


def sample_store() -> ox.Store:
    """Return the sample's graph and evidence in a store, as `open_graph` gives a build's."""
    sample, words = Sample(), ""
    for line in SAMPLE.read_text("utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if line.startswith("    "):
            sample.facts.append(_fact(line.strip(), _passage(sample, words)))
        elif kind == "thing":
            sample.entities.append(_entity(rest))
        elif kind == "article":
            _article(sample, [part.strip() for part in rest.split("|")])
        elif line and not line.startswith("#"):
            words = line
            sample.texts[sample.readings[-1].identifier] += f"{line}\n"
    resolution = Resolution(
        readings=tuple(sorted(sample.readings, key=lambda reading: reading.identifier)),
        works=tuple(Work(f"work/{name}", tuple(sorted(articles))) for name, articles in sorted(sample.works.items())),
        entities=tuple(sorted(sample.entities, key=lambda entity: entity.id)),
        facts=tuple(sorted(sample.facts, key=lambda fact: (fact.subject, fact.predicate, fact.object))),
        mentions=tuple(sorted(_mentions(sample))),
    )
    graph, evidence = emit(resolution, {path: Article(path, text) for path, text in sample.texts.items()}, BASE)
    return store_of([*graph, *evidence])


def inferred_store() -> ox.Store:
    """Return the sample after IN_FORCE with what follows from it, as `with_inferences` gives a build's."""
    store = sample_store()
    store.update(IN_FORCE, prefixes=dict(vocab.PREFIXES), base_iri=BASE)
    store.extend(ox.Quad(*triple) for triple in triples_of(document_of_inferences(derive(store, rules()), BASE)))
    return store


def _entity(text: str) -> Entity:
    head, *names = (part.strip() for part in text.split("|"))
    identifier, kind = head.split()
    labels: list[Label] = []
    for name in names:
        written, _, language = name.rpartition("@")
        labels.append(Label(written, language, language not in {label.language for label in labels}))
    return Entity(identifier, kind, labels[0], tuple(labels))


def _article(sample: Sample, parts: list[str]) -> None:
    path, language, published, page, work, headline = parts
    basis = "Stated" if published else ""
    sample.readings.append(Reading(path, "0" * 64, language, headline, published, basis, page))
    sample.texts[path] = f"{headline}\n\n"
    sample.works.setdefault(slug(work), []).append(path)


def _passage(sample: Sample, words: str) -> Passage:
    path = sample.readings[-1].identifier
    start = sample.texts[path].index(words)
    return Passage(path, start, start + len(words), words)


def _fact(line: str, passage: Passage) -> Fact:
    found = _FACT.fullmatch(line)
    assert found, line
    subject, predicate, value = found[1], found[2], found[3]
    fact = Fact(subject, predicate, value, passages=(passage,), rules=("by-hand",))
    if predicate.endswith("Date"):
        fact = replace(fact, datatype="date")
    elif value.isdecimal():
        fact = replace(fact, datatype="integer")
    elif predicate == "rank":
        fact = replace(fact, datatype="text", object=value.split("@")[0], language=value.split("@")[1])
    elif "/" not in value:
        fact = replace(fact, datatype="concept", object=vocab.iri(value).removeprefix(vocab.KG))
    return replace(
        fact,
        confidence=float(found["confidence"] or 0.9),
        qualifier=found["qualifier"] or "",
        conflicts=((predicate, found["rival"]),) if found["rival"] else (),
    )


def _mentions(sample: Sample) -> set[tuple[str, str]]:
    return {
        (passage.article, thing)
        for fact in sample.facts
        for thing in (fact.subject, fact.object)
        for passage in fact.passages
        if "/" in thing
    }
