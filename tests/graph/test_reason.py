"""The ontology under an OWL reasoner."""

from __future__ import annotations

import shutil

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.errors import GraphError, ReasonerError
from kg.graph.reason import check_consistency, load_ontology
from tests.graph import sample
from tests.graph.sample import BASE


def test_owlready2_loads_every_class_and_property() -> None:
    world = load_ontology()
    assert {cls.name for cls in world.classes()} >= set(vocab.classes())
    assert {prop.name for prop in world.properties()} >= set(vocab.properties())
    official = world[vocab.iri("Official")]
    assert {cls.name for cls in official.ancestors()} >= {"Official", "Person", "Agent"}


def test_the_ontology_is_consistent() -> None:
    assert check_consistency() == []


def test_the_sample_agrees_with_the_ontology(emitted: tuple[list[ox.Triple], list[ox.Triple]]) -> None:
    assert check_consistency(emitted[0]) == []


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (sample.ARLAND, vocab.RDF + "type", vocab.KG + "Place"),
        (sample.SOL, vocab.KG + "ofState", BASE + sample.ARLAND),
        (sample.SIGNING, vocab.KG + "status", vocab.KG + "Planned"),
        (sample.SOL, vocab.KG + "formerlyHeldPost", BASE + sample.POST),
    ],
    ids=["a state is no place", "a person is of no state", "one status", "a post is held or was held"],
)
def test_a_contradiction_is_found(
    emitted: tuple[list[ox.Triple], list[ox.Triple]], subject: str, predicate: str, value: str
) -> None:
    wrong = ox.Triple(ox.NamedNode(BASE + subject), ox.NamedNode(predicate), ox.NamedNode(value))
    with pytest.raises(GraphError) as caught:
        check_consistency([*emitted[0], wrong])
    assert str(caught.value).startswith("the graph contradicts the ontology")


def test_without_java_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ReasonerError) as caught:
        check_consistency()
    assert str(caught.value) == (
        "the reasoner HermiT needs Java, which is not installed: apt-get install default-jre-headless"
    )
