"""What entities and facts become in RDF."""

from __future__ import annotations

import dataclasses
import random
from itertools import pairwise

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.errors import GraphError, KnowledgeError
from kg.graph.emit import emit, triple_key
from kg.graph.validate import validate
from kg.model import Article, Entity, Fact, Label, Resolution
from tests.graph import sample
from tests.graph.sample import BASE, RESOLUTION, TEXTS

Emitted = tuple[list[ox.Triple], list[ox.Triple]]

EXTERNAL = {
    vocab.RDF: {"type", "subject", "predicate", "object", "Statement"},
    vocab.RDFS: {"label"},
    vocab.OWL: {"sameAs"},
    vocab.SKOS: {"prefLabel", "altLabel", "broader", "Concept"},
    vocab.DCTERMS: {"identifier", "source"},
    vocab.SCHEMA: {"NewsArticle", "inLanguage", "headline", "datePublished", "mentions"},
    vocab.OA: {"exact", "start", "end", "hasSource", "TextQuoteSelector", "TextPositionSelector"},
}


def values(triples: list[ox.Triple], subject: str, predicate: str) -> list[str]:
    """Return a thing's values of a property as text; both IRIs may be short."""
    where = subject if "://" in subject else BASE + subject
    what = predicate if "://" in predicate else vocab.iri(predicate)
    return [t.object.value for t in triples if t.subject.value == where and t.predicate.value == what]  # type: ignore[union-attr]


def kinds(triples: list[ox.Triple], subject: str) -> set[str]:
    return {iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for iri in values(triples, subject, vocab.RDF + "type")}


def with_facts(*facts: Fact) -> Resolution:
    return dataclasses.replace(RESOLUTION, facts=facts)


def test_the_sample_conforms_to_the_shapes(emitted: Emitted) -> None:
    assert validate([*emitted[0], *emitted[1]]) == []


def test_only_declared_terms_are_used(emitted: Emitted) -> None:
    for triple in [*emitted[0], *emitted[1]]:
        assert isinstance(triple.subject, ox.NamedNode)
        terms = [triple.predicate]
        if triple.predicate.value == vocab.RDF + "type" and isinstance(triple.object, ox.NamedNode):
            terms.append(triple.object)
        for term in terms:
            if term.value.startswith(vocab.KG):
                assert vocab.iri(term.value.removeprefix(vocab.KG))
            else:
                assert any(term.value.removeprefix(space) in names for space, names in EXTERNAL.items()), term


def test_superclasses_are_written_out(emitted: Emitted) -> None:
    assert kinds(emitted[0], sample.SOL) == {"Official", "Person", "Agent"}
    assert kinds(emitted[0], sample.MINISTRY) == {"GovernmentBody", "Organization", "Agent"}
    assert kinds(emitted[0], sample.SIGNING) == {"Signing", "Event"}


def test_names_in_every_language(emitted: Emitted) -> None:
    assert values(emitted[0], sample.TREATY, vocab.RDFS + "label") == ["Lake Convention"]
    assert values(emitted[0], sample.TREATY, vocab.SKOS + "prefLabel") == ["Lake Convention", "Seenabkommen"]
    assert values(emitted[0], sample.TREATY, vocab.SKOS + "altLabel") == ["Convention on Lakes"]
    assert values(emitted[0], sample.ARLAND, vocab.OWL + "sameAs") == ["http://www.wikidata.org/entity/Q1"]


def test_at_most_one_preferred_name_a_language_the_main_one_first() -> None:
    labels = tuple(Label(text, "en", True) for text in ("A", "B", "C"))
    entity = Entity("place/b", "Place", Label("B", "en", True), labels)
    graph, _ = emit(Resolution((), (), (entity,), ()), {}, BASE)
    assert values(graph, "place/b", vocab.SKOS + "prefLabel") == ["B"]
    assert values(graph, "place/b", vocab.SKOS + "altLabel") == ["A", "C"]


def test_a_role_in_an_event_is_a_participation_too_with_a_claim_of_its_own(emitted: Emitted) -> None:
    graph, evidence = emitted
    assert values(graph, sample.SIGNING, "participant") == [BASE + sample.SOL, BASE + sample.ARLAND]
    claims = [
        triple.subject.value
        for triple in evidence
        if isinstance(triple.subject, ox.NamedNode) and triple.object == ox.NamedNode(vocab.iri("participant"))
    ]
    assert len(claims) == 3
    of_sol = [claim for claim in claims if BASE + sample.SOL in values(evidence, claim, vocab.RDF + "object")]
    assert values(evidence, of_sol[0], "confidence") == ["0.97"]
    assert values(evidence, of_sol[0], "independentSources") == ["2"]
    assert len(values(evidence, of_sol[0], "evidence")) == 2


def test_every_claimed_triple_has_one_claim(emitted: Emitted) -> None:
    graph, evidence = emitted
    claimed = [t for t in graph if t.predicate.value.removeprefix(vocab.KG) in vocab.claimed()]
    claims = [t for t in evidence if t.object == ox.NamedNode(vocab.iri("Claim"))]
    assert len(claimed) == len(claims)


def test_dates_are_as_exact_as_they_are_known(emitted: Emitted) -> None:
    datatypes = {
        triple.object.datatype.value.removeprefix(vocab.XSD)
        for triple in emitted[0]
        if triple.predicate.value == vocab.iri("startDate") and isinstance(triple.object, ox.Literal)
    }
    assert datatypes == {"date", "gYearMonth", "gYear"}


def test_used_roles_come_with_their_broader_ones(emitted: Emitted) -> None:
    graph, _ = emitted
    assert values(graph, vocab.iri("ForeignMinister"), vocab.SKOS + "broader") == [vocab.iri("Minister")]
    assert kinds(graph, vocab.iri("Minister")) == {"Concept", "Role"}
    assert values(graph, vocab.iri("Minister"), vocab.RDFS + "label") == ["minister"]
    assert kinds(graph, vocab.iri("Ambassador")) == set()


def test_articles_and_works(emitted: Emitted) -> None:
    graph, _ = emitted
    article = "article/en-lake-txt"
    assert kinds(graph, article) == {"Article", "NewsArticle"}
    assert values(graph, article, vocab.DCTERMS + "identifier") == ["en/lake.txt"]
    assert values(graph, article, vocab.SCHEMA + "inLanguage") == ["en"]
    assert values(graph, article, vocab.SCHEMA + "headline") == ["Ministers sign the Lake Convention"]
    assert values(graph, article, vocab.SCHEMA + "datePublished") == ["2024-05-04"]
    assert values(graph, article, vocab.DCTERMS + "source") == ["https://news.example/lake"]
    assert values(graph, article, "translationOf") == [BASE + "work/news-example-lake"]


def test_a_source_line_that_is_no_iri_is_left_out(emitted: Emitted) -> None:
    assert values(emitted[0], "article/fa-lake-txt", vocab.DCTERMS + "source") == []


def test_articles_mention_what_they_name_and_no_posts(emitted: Emitted) -> None:
    mentioned = values(emitted[0], "article/en-lake-txt", vocab.SCHEMA + "mentions")
    assert BASE + sample.PORTO in mentioned
    assert BASE + sample.POST not in mentioned


def test_conflicts_go_both_ways(emitted: Emitted) -> None:
    pairs = {
        (t.subject.value, t.object.value)  # type: ignore[union-attr]
        for t in emitted[1]
        if t.predicate.value == vocab.iri("conflictsWith")
    }
    assert len(pairs) == 2
    assert pairs == {(b, a) for a, b in pairs}


def test_qualifier_and_rule_are_kept(emitted: Emitted) -> None:
    texts = {t.object.value for t in emitted[1] if t.predicate.value == vocab.iri("qualifier")}  # type: ignore[union-attr]
    assert texts == {"more than"}
    rules = {t.object.value for t in emitted[1] if t.predicate.value == vocab.iri("rule")}  # type: ignore[union-attr]
    assert rules == {"by-hand"}


def test_output_is_sorted_without_duplicates(emitted: Emitted) -> None:
    for triples in emitted:
        assert all(triple_key(left) < triple_key(right) for left, right in pairwise(triples))


def test_the_order_of_the_resolution_does_not_matter(emitted: Emitted) -> None:
    for seed in range(3):
        shuffled = {}
        for name in ("readings", "works", "entities", "facts", "mentions"):
            items = list(getattr(RESOLUTION, name))
            random.Random(seed).shuffle(items)
            shuffled[name] = tuple(items)
        assert emit(dataclasses.replace(RESOLUTION, **shuffled), TEXTS, BASE) == emitted


def test_a_passage_that_does_not_stand_in_its_article_is_refused() -> None:
    texts = {**TEXTS, "de/lake.txt": Article("de/lake.txt", "Etwas anderes.")}
    with pytest.raises(GraphError) as caught:
        emit(with_facts(sample.fact(sample.FORCE, "status", "Planned", "force", datatype="concept")), texts, BASE)
    assert str(caught.value) == (
        "de/lake.txt does not have 'Das Seenabkommen tritt 2026 in Kraft' at 0-36: "
        "read the article again (its reading belongs to another text)"
    )


@pytest.mark.parametrize(
    ("fact", "error", "message"),
    [
        (
            Fact(sample.SIGNING, "chairs", sample.SOL),
            KnowledgeError,
            "the vocabulary has no term kg:chairs; did you mean kg:chair?",
        ),
        (
            Fact(sample.SIGNING, "status", "Plannd", "concept"),
            KnowledgeError,
            "the vocabulary has no term kg:Plannd; did you mean kg:Planned?",
        ),
        (
            Fact(sample.SIGNING, "startDate", "--05-03", "date"),
            GraphError,
            "'--05-03' is no complete date: a fact needs YYYY-MM-DD, YYYY-MM or YYYY",
        ),
        (
            Fact(sample.SIGNING, "attendeeCount", "many", "integer"),
            GraphError,
            "'many' is no integer (kg:attendeeCount of event/signing-lake-convention-2024-05-03)",
        ),
        (
            Fact(sample.SIGNING, "attendeeCount", "5", "number"),
            GraphError,
            "'number' is no datatype of a fact (kg:attendeeCount of event/signing-lake-convention-2024-05-03)",
        ),
        (
            Fact(sample.SOL, "rank", "Oberst", "text", "de_AT!"),
            GraphError,
            "'de_AT!' is no BCP 47 language code (of the text 'Oberst')",
        ),
    ],
)
def test_a_value_that_is_none_is_refused(fact: Fact, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        emit(with_facts(fact), TEXTS, BASE)
    assert str(caught.value) == message


def test_a_class_that_there_is_not_is_refused() -> None:
    entity = Entity("place/x", "Plaice", Label("X", "en"))
    with pytest.raises(KnowledgeError, match="no term kg:Plaice; did you mean kg:Place"):
        emit(Resolution((), (), (entity,), ()), {}, BASE)
