"""rdflib's graph of a store: copied, or answered by the store itself."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDFS, XSD, Literal, URIRef

from kg import vocab
from kg.export.turtle import turtle
from kg.graph.as_rdflib import rdflib_copy, rdflib_view
from kg.graph.store import store_of
from tests.graph import sample

PORTO = URIRef(sample.BASE + sample.PORTO)
ASKED = "SELECT ?name { ?treaty a kg:Treaty ; rdfs:label ?name }"


def test_a_copy_is_what_rdflib_itself_reads(emitted: tuple[list[ox.Triple], list[ox.Triple]]) -> None:
    triples = [*emitted[0], *emitted[1]]
    read = rdflib.Graph().parse(data=turtle(triples), format="turtle")
    assert set(rdflib_copy(triples)) == set(read)


def test_a_store_is_copied_as_a_whole(store: ox.Store) -> None:
    assert set(rdflib_copy(store)) == set(rdflib_copy(quad.triple for quad in store))


def test_a_copy_may_be_changed_and_the_store_stays(store: ox.Store) -> None:
    count = len(store)
    copy = rdflib_copy(store)
    copy.remove((PORTO, None, None))
    assert len(copy) < len(store) == count


def test_a_view_answers_patterns_and_sparql_with_the_usual_prefixes(store: ox.Store) -> None:
    view = rdflib_view(store)
    assert len(view) == len(store)
    assert view.value(PORTO, RDFS.label) == Literal("Porto", lang="en")
    assert [str(row[0]) for row in view.query(ASKED)] == ["Lake Convention"]  # type: ignore[index]
    assert list(view.query(ASKED)) == list(rdflib_copy(store).query(ASKED))


def test_a_view_finds_texts_without_a_language_however_they_are_given(store: ox.Store) -> None:
    view, identifier = rdflib_view(store), URIRef(vocab.DCTERMS + "identifier")
    for text in (Literal("en/lake.txt"), Literal("en/lake.txt", datatype=XSD.string)):
        assert len(list(view.subjects(identifier, text))) == 1


def test_a_view_of_a_store_in_memory_changes_it_and_that_of_one_on_disk_is_refused(
    tmp_path: Path, emitted: tuple[list[ox.Triple], list[ox.Triple]]
) -> None:
    changed = store_of(emitted[0])
    rdflib_view(changed).add((PORTO, RDFS.comment, Literal("by the sea")))
    assert len(changed) == len(emitted[0]) + 1
    ox.Store(tmp_path / "store").extend(changed)
    with pytest.raises(RuntimeError):
        rdflib_view(ox.Store.read_only(str(tmp_path / "store"))).add((PORTO, RDFS.comment, Literal("more")))


def test_a_view_is_written_with_the_usual_prefixes(store: ox.Store) -> None:
    text = rdflib_view(store).serialize(format="ox-ttl")
    assert "@prefix kg: <https://w3id.org/treaty-kg/ontology#> ." in text
    assert {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)} == {quad.triple for quad in store}
