"""Each rule objects to what it is there for; a good graph gives no occasion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.checks.check import check_store
from kg.checks.report import Report
from kg.checks.rules import parse, rules
from kg.errors import KnowledgeError
from kg.graph.store import store_of
from kg.reading_json import digest_of
from tests.graph import sample
from tests.graph.sample import BASE, TEXTS
from tests.graph.test_validate import Triples, date, node, triple, without

KG, RDF, OA = vocab.KG, vocab.RDF, vocab.OA
SOURCES = KG + "independentSources"
PASSAGE = "article/de-lake-txt#char=0,36"
EVENT = "event/adoption-lake-convention"


def event(name: str, kind: str, day: str, status: str = "Happened") -> Triples:
    about: dict[str, ox.NamedNode | ox.Literal] = {
        "treaty": node(sample.TREATY),
        "startDate": date(day),
        "status": node(KG + status),
    }
    claims = [
        fact
        for predicate, value in about.items()
        for claim in [f"claim/{name}-{predicate}"]
        for fact in (
            triple(claim, RDF + "subject", node(name)),
            triple(claim, RDF + "predicate", node(KG + predicate)),
            triple(claim, RDF + "object", value),
            triple(claim, KG + "evidence", node(PASSAGE)),
        )
    ]
    return [triple(name, RDF + "type", node(KG + kind)), *(triple(name, KG + p, v) for p, v in about.items()), *claims]


def replaced(graph: Triples, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> Triples:
    return [*without(graph, subject, predicate), triple(subject, predicate, value)]


def a_claim(graph: Triples) -> str:
    return min(t.subject.value for t in graph if t.predicate.value == RDF + "subject" and t.object == node(sample.SOL))  # type: ignore[union-attr]


def conflicting(graph: Triples) -> str:
    return min(t.subject.value for t in graph if t.predicate.value == KG + "conflictsWith")  # type: ignore[union-attr]


Spoil = Callable[[Triples], Triples]
CASES: dict[str, tuple[Spoil, str | Callable[[Triples], str]]] = {
    "article-changed": (
        lambda g: replaced(g, "article/de-lake-txt", KG + "textDigest", ox.Literal("0" * 64)),
        "article/de-lake-txt",
    ),
    "article-missing": (
        lambda g: [*g, triple("article/gone", RDF + "type", node(KG + "Article"))],
        "article/gone",
    ),
    "datatype": (lambda g: [*g, triple(sample.SIGNING, KG + "attendeeCount", ox.Literal("many"))], sample.SIGNING),
    "domain": (lambda g: [*g, triple(sample.PORTO, KG + "signatory", node(sample.ARLAND))], sample.PORTO),
    "force-before-adoption": (lambda g: [*g, *event(EVENT, "Adoption", "2027-01-01")], sample.FORCE),
    "force-before-signing": (
        lambda g: replaced(g, sample.SIGNING, KG + "startDate", date("2027-01-01")),
        sample.FORCE,
    ),
    "happened-later": (
        lambda g: [*g, *event(EVENT, "Adoption", "2031-01-01"),
                   triple("article/de-lake-txt", vocab.SCHEMA + "datePublished", date("2024-05-04"))],
        EVENT,
    ),
    "missing-superclass": (
        lambda g: [t for t in g if t != triple(sample.SOL, RDF + "type", node(KG + "Agent"))],
        sample.SOL,
    ),
    "missing-superproperty": (lambda g: without(g, sample.SIGNING, KG + "participant"), sample.SIGNING),
    "one-identifier-two-things": (
        lambda g: [*g, triple(sample.BORLAND, vocab.OWL + "sameAs", node("http://www.wikidata.org/entity/Q1"))],
        sample.ARLAND,
    ),
    "one-name-two-things": (
        lambda g: [*g, triple(sample.EDITOR, vocab.SKOS + "prefLabel", ox.Literal("Ana Sol", language="en"))],
        sample.SOL,
    ),
    "one-way-conflict": (
        lambda g: without(g, conflicting(g), KG + "conflictsWith"),
        lambda g: next(t.object.value for t in g if t.subject.value == conflicting(g)  # type: ignore[union-attr]
                       and t.predicate.value == KG + "conflictsWith"),
    ),
    "passage-elsewhere": (lambda g: replaced(g, PASSAGE, OA + "exact", ox.Literal("x" * 36)), PASSAGE),
    "passage-iri": (lambda g: replaced(g, PASSAGE, OA + "start", ox.Literal(1)), PASSAGE),
    "passage-length": (lambda g: replaced(g, PASSAGE, OA + "exact", ox.Literal("Das Seenabkommen")), PASSAGE),
    "range": (lambda g: [*g, triple(sample.TREATY, KG + "signatory", node(sample.PORTO))], sample.TREATY),
    "ratification-before-adoption": (
        lambda g: [*g, *event(EVENT, "Adoption", "2024-03-01"), *event("event/r", "Ratification", "2024-02-29")],
        "event/r",
    ),
    "source-count": (
        lambda g: replaced(g, a_claim(g), KG + "independentSources", ox.Literal(7)),
        a_claim,
    ),
    "two-labels": (
        lambda g: [*g, triple(sample.PORTO, vocab.RDFS + "label", ox.Literal("Oporto", language="en"))],
        sample.PORTO,
    ),
    "two-states-one-name": (
        lambda g: [*g, triple(sample.BORLAND, vocab.SKOS + "prefLabel", ox.Literal("Arland", language="en"))],
        sample.ARLAND,
    ),
    "unknown-property": (lambda g: [*g, triple(sample.PORTO, KG + "mayor", node(sample.SOL))], sample.PORTO),
    "unknown-term": (lambda g: [*g, triple(sample.PORTO, RDF + "type", node(KG + "City"))], sample.PORTO),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's articles as files."""
    root = tmp_path_factory.mktemp("articles")
    for name, article in TEXTS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(article.text, "utf-8")
    return root


@pytest.fixture(scope="module")
def good(emitted: tuple[Triples, Triples]) -> Triples:
    """The sample with the digests of its articles, and each claim with its one work."""
    graph = [
        triple(t.subject.value, t.predicate.value, ox.Literal(1)) if t.predicate.value == SOURCES else t  # type: ignore[union-attr]
        for t in [*emitted[0], *emitted[1]]
    ]
    for name, article in TEXTS.items():
        iri = next(t.subject.value for t in graph if t.object == ox.Literal(name))  # type: ignore[union-attr]
        graph = replaced(graph, iri, KG + "textDigest", ox.Literal(digest_of(article.text)))
    return graph


def checked(graph: Triples, folder: Path) -> Report:
    return check_store(store_of(graph), [folder], most=0)


def test_every_rule_has_a_case() -> None:
    assert sorted(CASES) == sorted(rule.name for rule in rules())


def test_a_good_graph_gives_no_occasion(good: Triples, folder: Path) -> None:
    assert checked(good, folder).problems == ()


@pytest.mark.parametrize("name", CASES)
def test_rule(good: Triples, folder: Path, name: str) -> None:
    spoil, thing = CASES[name]
    iri = thing if isinstance(thing, str) else thing(good)
    report = checked(spoil(good), folder)
    assert (name, node(iri).value) in {(problem.rule, problem.thing) for problem in report.problems}


def test_what_agrees_as_far_as_it_is_known_is_in_order(good: Triples, folder: Path) -> None:
    graph = [*good, *event(EVENT, "Adoption", "2026-12-31")]  # the entry into force is known to be in 2026
    assert "force-before-adoption" not in {problem.rule for problem in checked(graph, folder).problems}


def test_a_problem_comes_with_both_things_and_their_words(good: Triples, folder: Path) -> None:
    report = checked([*good, *event(EVENT, "Adoption", "2027-01-01")], folder)
    (problem,) = (one for one in report.problems if one.rule == "force-before-adoption")
    assert (problem.label, problem.shown) == ("Entry into force of the Lake Convention", "2026")
    assert (problem.other, problem.other_value) == (BASE + EVENT, "2027-01-01")
    assert [quote.words for quote in problem.quotes] == ["Das Seenabkommen tritt 2026 in Kraft"]


def test_a_rule_without_its_head_is_refused() -> None:
    with pytest.raises(KnowledgeError) as error:
        parse("# Wrong\n# Group: dates\n# Severity: Error\n#\n# Do.\nSELECT * {}", Path("x.rq"))
    form = 'what is wrong, "Group: NAME", "Severity: Violation|Warning|Info", what to do'
    assert str(error.value) == f"x.rq: a rule begins with comments: {form}"
