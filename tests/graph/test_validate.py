"""Each shape objects to what it is there for, in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.graph.validate import validate
from kg.paths import ontology_path
from tests.graph import sample
from tests.graph.sample import BASE

Triples = list[ox.Triple]


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(name if "://" in name else BASE + name)


def triple(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(node(subject), ox.NamedNode(predicate), value)


def without(triples: Triples, subject: str, predicate: str) -> Triples:
    return [t for t in triples if (t.subject, t.predicate.value) != (node(subject), predicate)]


def date(text: str, datatype: str = "date") -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(vocab.XSD + datatype))


KG, RDF = vocab.KG, vocab.RDF
CASES: dict[str, tuple[Callable[[Triples], Triples], str, str]] = {
    "no label": (
        lambda g: without(g, sample.PORTO, vocab.RDFS + "label"),
        sample.PORTO,
        "a thing has exactly one rdfs:label, with a language",
    ),
    "two preferred names": (
        lambda g: [*g, triple(sample.PORTO, vocab.SKOS + "prefLabel", ox.Literal("Oporto", language="en"))],
        sample.PORTO,
        "at most one skos:prefLabel a language, each with a language",
    ),
    "no status": (
        lambda g: without(g, sample.SIGNING, KG + "status"),
        sample.SIGNING,
        "an event has one kg:status: Happened, Planned, Denied or Alleged",
    ),
    "ends before it starts": (
        lambda g: [
            *without(g, sample.SIGNING, KG + "endDate"),
            triple(sample.SIGNING, KG + "endDate", date("2024-05-02")),
        ],
        sample.SIGNING,
        "the event ends before it starts",
    ),
    "ends in an earlier month": (
        lambda g: [
            *without(g, sample.SIGNING, KG + "endDate"),
            triple(sample.SIGNING, KG + "endDate", date("2024-04", "gYearMonth")),
        ],
        sample.SIGNING,
        "the event ends before it starts",
    ),
    "end without a start": (
        lambda g: without(g, sample.SIGNING, KG + "startDate"),
        sample.SIGNING,
        "an event has a start date, kg:datePrecision and kg:dateBasis, or no date at all",
    ),
    "no precision": (
        lambda g: without(g, sample.SIGNING, KG + "datePrecision"),
        sample.SIGNING,
        "an event has a start date, kg:datePrecision and kg:dateBasis, or no date at all",
    ),
    "date of another datatype": (
        lambda g: [
            *without(g, sample.FORCE, KG + "startDate"),
            triple(sample.FORCE, KG + "startDate", ox.Literal("2026")),
        ],
        sample.FORCE,
        "kg:startDate is an xsd:date, xsd:gYearMonth or xsd:gYear",
    ),
    "role without participation": (
        lambda g: without(g, sample.SIGNING, KG + "participant"),
        sample.SIGNING,
        "who has a role in the event is not its kg:participant",
    ),
    "post held and formerly held": (
        lambda g: [*g, triple(sample.SOL, KG + "formerlyHeldPost", node(sample.POST))],
        sample.SOL,
        "kg:holdsPost leads to a post that the person has not formerly held",
    ),
    "post without a role": (
        lambda g: without(g, sample.POST, KG + "postRole"),
        sample.POST,
        "a post has a kg:postRole",
    ),
    "post nowhere": (
        lambda g: without(g, sample.POST, KG + "postIn"),
        sample.POST,
        "a post stands somewhere: kg:postIn, kg:accreditedTo or kg:ofState",
    ),
    "holder who is no official": (
        lambda g: [*g, triple(sample.EDITOR, KG + "holdsPost", node(sample.POST))],
        sample.EDITOR,
        "who holds a post or a rank is a kg:Official",
    ),
    "state and place at once": (
        lambda g: [*g, triple(sample.ARLAND, RDF + "type", node(KG + "Place"))],
        sample.ARLAND,
        "a thing is one of treaty, event, person, organization, state, place and post, not two",
    ),
    "count that is none": (
        lambda g: [*g, triple(sample.SIGNING, KG + "attendeeCount", ox.Literal("many"))],
        sample.SIGNING,
        "kg:attendeeCount is an integer from 0",
    ),
    "article without an identifier": (
        lambda g: without(g, "article/de-lake-txt", vocab.DCTERMS + "identifier"),
        "article/de-lake-txt",
        "an article has one dcterms:identifier",
    ),
    "passage without words": (
        lambda g: without(g, "article/de-lake-txt#char=0,36", vocab.OA + "exact"),
        "article/de-lake-txt#char=0,36",
        "a passage has its exact words",
    ),
    "passage that ends where it starts": (
        lambda g: [
            *without(g, "article/de-lake-txt#char=0,36", vocab.OA + "end"),
            triple("article/de-lake-txt#char=0,36", vocab.OA + "end", ox.Literal(0)),
        ],
        "article/de-lake-txt#char=0,36",
        "a passage has one oa:start, an integer from 0 and below its oa:end",
    ),
    "triple without a claim": (
        lambda g: [*g, triple(sample.TREATY, KG + "signatory", node(sample.BORLAND))],
        sample.TREATY,
        "a triple of it, made with a property that kg:claimed marks, has no claim",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_shape(emitted: tuple[Triples, Triples], case: str) -> None:
    spoil, focus, message = CASES[case]
    found = validate(spoil([*emitted[0], *emitted[1]]))
    assert (node(focus).value, message) in {(finding.focus, finding.message) for finding in found}


def claim_of(evidence: Triples, predicate: str) -> str:
    return next(t.subject.value for t in evidence if t.object == ox.NamedNode(KG + predicate))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (KG + "evidence", "a claim has a passage as its kg:evidence, from one source at least, or a person asserts it"),
        (KG + "confidence", "a claim has one kg:confidence, an xsd:decimal from 0 to 1"),
        (RDF + "object", "a claim has one rdf:object"),
        (KG + "independentSources", "a claim has one kg:independentSources, an integer from 0"),
    ],
)
def test_a_claim_has_all_its_parts(emitted: tuple[Triples, Triples], part: str, message: str) -> None:
    claim = claim_of(emitted[1], "place")
    found = validate(without([*emitted[0], *emitted[1]], claim, part))
    assert (claim, message) in {(finding.focus, finding.message) for finding in found}


def test_a_claim_of_what_the_graph_does_not_say(emitted: tuple[Triples, Triples]) -> None:
    claim = claim_of(emitted[1], "party")
    found = validate(without([*emitted[0], *emitted[1]], sample.TREATY, KG + "party"))
    assert (claim, "the claim's triple is not in the graph") in {(one.focus, one.message) for one in found}


def test_coarser_and_finer_dates_agree(emitted: tuple[Triples, Triples]) -> None:
    graph = [*without(emitted[0], sample.SIGNING, KG + "endDate")]
    graph.append(triple(sample.SIGNING, KG + "endDate", date("2024-05", "gYearMonth")))
    messages = {finding.message for finding in validate([*graph, *emitted[1]])}
    assert "the event ends before it starts" not in messages


def test_the_shapes_ask_claims_of_the_properties_that_the_ontology_marks() -> None:
    text = ontology_path("shapes.ttl").read_text(encoding="utf-8")
    listed = re.findall(r"kg:(\w+)", text.partition("VALUES ?path {")[2].partition("}")[0])
    assert sorted(listed) == sorted(vocab.claimed())


def test_a_post_of_which_only_the_role_is_told_is_a_warning_only(emitted: tuple[Triples, Triples]) -> None:
    graph = without(emitted[0], sample.POST, KG + "postIn")
    evidence = [t for t in emitted[1] if t.subject != node(claim_of(emitted[1], "postIn"))]
    assert [finding.severity for finding in validate([*graph, *evidence])] == ["Warning"]
