"""Reports as text, JSON and Turtle, and what a check says that it has not looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, SH

import kg
from kg import cli, vocab
from kg.checks import show
from kg.checks.check import check, check_store
from kg.checks.report import Report
from kg.graph.store import store_of
from tests.graph import sample
from tests.graph.test_validate import Triples, node, triple

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "articles"


@pytest.fixture(scope="module")
def report(emitted: tuple[Triples, Triples]) -> Report:
    """What is wrong with two states of one name."""
    twin = triple(sample.BORLAND, vocab.SKOS + "prefLabel", ox.Literal("آرلند", language="fa"))
    claims = [t for t in emitted[1] if t.predicate.value != vocab.KG + "independentSources"]
    return check_store(store_of([*emitted[0], *claims, twin]), most=0)


def test_text_tells_what_is_wrong_what_to_do_and_what_was_not_looked_at(report: Report) -> None:
    assert show.text(report) == (
        "Violation: Two states have the same name  (one thing, one resource: two-states-one-name, 1 finding)\n"
        "  They are one state twice, or a name is in the wrong place: correct the gazetteer, or the reading "
        "that has it.\n"
        "  Arland  <state/arland> آرلند\n"
        "    but Borland  <state/borland>\n"
        "\n"
        "Checked      the shapes on 27 things\n"
        "Checked      22 rules on all of it\n"
        "Not checked  whether the passages stand in the articles (give the articles with --articles)\n"
        "Not checked  the shapes on 40 suspicious things (allow more with --shapes)\n"
        "Found        1 violation, 0 warnings\n"
    )


def test_json_has_every_problem(report: Report) -> None:
    told = json.loads(show.as_json(report))
    assert (told["conforms"], len(told["unchecked"])) == (False, 2)
    (problem,) = told["problems"]
    assert (problem["rule"], problem["value"]) == ("two-states-one-name", '"آرلند"@fa')


def test_turtle_is_a_validation_report_of_shacl(report: Report) -> None:
    graph = rdflib.Graph().parse(data=show.as_turtle(report))
    (whole,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert str(graph.value(whole, SH.conforms)) == "false"
    (result,) = graph.objects(whole, SH.result)
    assert graph.value(result, SH.focusNode) == rdflib.URIRef(node(sample.ARLAND).value)
    assert graph.value(result, SH.resultSeverity) == SH.Violation
    assert graph.value(result, SH.value) == rdflib.Literal("آرلند", lang="fa")


def test_the_examples_graph_has_no_violation_until_an_article_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for file in EXAMPLES.iterdir():
        (articles / file.name).write_bytes(file.read_bytes())
    kg.build([articles], tmp_path / "out", page=False)
    assert check(tmp_path / "out", [articles]).conforms
    assert cli.run(["check", str(tmp_path / "out"), "--shapes", "0"]) == 0
    changed = articles / "06-muscat-signing.en.txt"
    changed.write_text("\n" + changed.read_text("utf-8"), "utf-8")
    assert cli.run(["check", str(tmp_path / "out"), "--articles", str(articles), "--shapes", "0"]) == 1
    out = capsys.readouterr().out
    assert "Violation: The article has changed since it was read  (passages: article-changed, 1 finding)" in out
    assert "Violation: The passage's words do not stand at their place in the article" in out
