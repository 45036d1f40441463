"""schema.org: only terms that it has, what the table says, and nothing that never took place."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings
from rdflib import SDO

from kg import vocab
from kg.export.schemaorg import load
from kg.export.source import Source
from kg.paths import ontology_path
from tests.export.graphs import nasty_samples, written
from tests.export.test_rdf_formats import by_pyld

FORMAT = "schema-org"


def nodes(source: Source) -> dict[str, Any]:
    return {
        node["@id"].removeprefix("https://example.org/id/"): node
        for node in json.loads(written(source, FORMAT))["@graph"]
    }


def test_every_term_of_the_table_is_one_of_schema_org() -> None:
    table = load()
    younger = {"PoliticalParty"}  # than the list that rdflib has
    terms = {*table.classes.values(), *(rule.name for rule in table.rules), "eventStatus"}
    assert sorted(term for term in terms if term not in SDO) == sorted(younger)
    assert all(
        value in SDO for value in (status.removeprefix(vocab.SCHEMA) for status in table.status.values()) if value
    )


def test_the_table_says_what_the_alignments_say() -> None:
    """Each schema.org class and property that alignments.ttl gives to one of our terms is the table's too."""
    data = tomllib.loads(ontology_path("exports", "schema-org.toml").read_text("utf-8"))
    pairs = {*data["classes"].items(), *((row["path"], row["name"]) for row in data["properties"])}
    for quad in ox.parse(path=str(ontology_path("alignments.ttl")), format=ox.RdfFormat.TURTLE):
        ours, theirs = str(quad.subject)[1:-1], str(quad.object)[1:-1]
        if theirs.startswith(vocab.SCHEMA):
            assert (ours.removeprefix(vocab.KG), theirs.removeprefix(vocab.SCHEMA)) in pairs


def test_the_sample_in_schema_org_s_terms(sample: Source) -> None:
    found = nodes(sample)
    base = "https://example.org/id/"
    assert found["official/ana-sol"] == {
        "@type": "Person",
        "@id": f"{base}official/ana-sol",
        "name": {"@value": "Ana Sol", "@language": "en"},
        "alternateName": {"@value": "آنا سول", "@language": "fa"},
        "honorificPrefix": {"@value": "Ambassador", "@language": "en"},
        "jobTitle": {"@value": "minister of foreign affairs, Arland", "@language": "en"},
        "worksFor": {"@id": f"{base}organization/ministry-of-foreign-affairs-arland"},
    }
    signing = found["event/signing-lake-convention-2024-05-03"]
    assert (signing["@type"], signing["startDate"], "eventStatus" in signing) == ("Event", "2024-05-03", False)
    assert signing["performer"] == signing["attendee"] == {"@id": f"{base}official/ana-sol"}
    assert found["state/arland"]["sameAs"] == "http://www.wikidata.org/entity/Q1"
    assert found["treaty/lake-convention"]["legislationPassedBy"] == {"@id": f"{base}organization/lake-union"}
    article = found["article/en-lake-txt"]
    assert (article["@type"], article["url"], article["inLanguage"]) == (
        "NewsArticle",
        "https://news.example/lake",
        "en",
    )
    assert article["headline"] == {"@value": "Ministers sign the Lake Convention", "@language": "en"}


def test_what_was_refused_is_no_event_there_and_what_is_planned_says_so(sample: Source) -> None:
    found = nodes(sample)
    assert "event/signing-lake-convention-borland" not in found
    mentions = [thing["@id"] for thing in found["article/en-lake-txt"]["mentions"]]
    assert not any(iri.endswith("borland-to-sign") or iri.endswith("convention-borland") for iri in mentions)
    planned = found["event/entry-into-force-lake-convention-2026"]
    assert planned["eventStatus"] == {"@id": "https://schema.org/EventScheduled"}


def check(source: Source) -> None:
    """PyLD and rdflib read the same, and every link leads to something that is told of."""
    data = written(source, FORMAT)
    triples = by_pyld(data)
    graph = rdflib.Graph().parse(data=data, format="json-ld")
    assert len(graph) == len(triples) > 40
    told = {subject for subject, *_ in triples}
    things = {value for _, predicate, value, datatype, _ in triples if not datatype and "#type" not in predicate}
    assert {iri for iri in things - told if not iri.startswith(vocab.SCHEMA)} == set()


def test_independent_readers_find_the_same_in_the_examples(examples: Source) -> None:
    check(examples)


@settings(max_examples=10)
@given(nasty_samples())
def test_nasty_texts_are_read_alike(source: Source) -> None:
    check(source)
