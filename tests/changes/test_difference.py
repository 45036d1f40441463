"""What changed between two graphs: things, facts, and the triples that make the one of the other."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.changes.difference import Difference, Moved, Named, difference
from kg.changes.patch import as_json, as_patch, as_sparql
from kg.changes.text import NOTHING, render, summary
from kg.errors import GraphError
from kg.export.turtle import turtle
from tests.changes.graphs import Said, write_graph

PACT = {"treaty/pact": ("Treaty", "Lake Pact"), "event/signing": ("Signing", "Signing: Lake Pact")}
SIGNED = Said("event/signing", "treaty", "treaty/pact", (("one", 0, 20),))
HAPPENED = Said("event/signing", "status", "kg:Happened", (("one", 0, 20),))


def signs(who: str, *passages: tuple[str, int, int]) -> Said:
    return Said("event/signing", "signedBy", who, passages)


def compare(tmp_path: Path, old: tuple[dict[str, tuple[str, str]], list[Said]], new: tuple[dict[str, tuple[str, str]], list[Said]]) -> Difference:  # fmt: skip # noqa: E501
    return difference(write_graph(tmp_path / "old", *old), write_graph(tmp_path / "new", *new))


def ids(things: tuple[Named, ...]) -> list[str]:
    return [thing.iri.removeprefix("https://example.org/") for thing in things]


def moves(found: tuple[Moved, ...]) -> list[tuple[list[str], list[str]]]:
    return [(ids(move.old), ids(move.new)) for move in found]


def test_equal_graphs_differ_in_nothing(tmp_path: Path) -> None:
    found = compare(tmp_path, (PACT, [SIGNED]), (PACT, [SIGNED]))
    assert found.is_empty and render(found) == summary(found) == NOTHING == "the graphs say the same"
    assert as_patch(found) == "TX .\nTC ." and as_sparql(found) == ""


def test_a_thing_that_is_new_is_told_with_its_facts_and_their_words(tmp_path: Path) -> None:
    ana = {"official/ana": ("Official", "Ana Bela")}
    found = compare(
        tmp_path, (PACT, [SIGNED]), (PACT | ana, [SIGNED, signs("official/ana", ("two", 5, 15), ("three", 1, 9))])
    )
    assert (
        render(found)
        == """\
2 articles added; 1 thing added; 1 fact added

articles added (2)
  three.txt
  two.txt

added (1)
  Ana Bela (official)

changed (1)
  Signing: Lake Pact (signing)
    + signed by: Ana Bela  [0.9, 2 independent sources]
        “words 1 of three”  three.txt:1-9"""
    )


def test_who_is_the_same_under_another_iri_is_renamed_and_his_facts_stay(tmp_path: Path) -> None:
    old = PACT | {"person/bela": ("Person", "Bela")}, [SIGNED, signs("person/bela", ("one", 0, 20))]
    new = PACT | {"official/ana": ("Official", "Ana Bela")}, [SIGNED, signs("official/ana", ("one", 0, 20))]
    found = compare(tmp_path, old, new)
    assert moves(found.renamed) == [(["person/bela"], ["official/ana"])]
    assert not (found.added or found.withdrawn or found.merged or found.split or found.facts)
    assert render(found) == "1 thing renamed\n\nrenamed (1)\n  Bela → Ana Bela (official)"


def test_things_that_become_one_are_merged_and_told_apart_again_split(tmp_path: Path) -> None:
    two = PACT | {"official/ana": ("Official", "Ana Bela"), "official/anna": ("Official", "Anna Bela")}
    apart = two, [SIGNED, signs("official/ana", ("one", 0, 20)), signs("official/anna", ("two", 0, 20))]
    one = PACT | {"official/ana": ("Official", "Ana Bela")}
    joined = one, [SIGNED, signs("official/ana", ("one", 0, 20), ("two", 0, 20))]
    found = compare(tmp_path, apart, joined)
    assert moves(found.merged) == [(["official/ana", "official/anna"], ["official/ana"])]
    assert not (found.added or found.withdrawn or found.renamed or found.split)
    assert [(fact.old.sources, fact.new.sources) for fact in found.facts if fact.old and fact.new] == [(1, 2)]
    back = difference(tmp_path / "new", tmp_path / "old")
    assert moves(back.split) == [(["official/ana"], ["official/ana", "official/anna"])]
    assert not (back.added or back.withdrawn or back.renamed or back.merged)
    assert "Ana Bela (official) and Anna Bela (official) are one: Ana Bela (official)" in render(found)
    assert "Ana Bela (official) is several: Ana Bela (official) and Anna Bela (official)" in render(back)


def test_two_who_become_a_third_are_merged(tmp_path: Path) -> None:
    two = {"official/a": ("Official", "A. Bela"), "official/b": ("Official", "Bela A.")}
    old = PACT | two, [SIGNED, signs("official/a", ("one", 0, 20)), signs("official/b", ("two", 0, 20))]
    new = PACT | {"official/c": ("Official", "Ana Bela")}, [SIGNED, signs("official/c", ("one", 0, 20), ("two", 0, 20))]
    assert moves(compare(tmp_path, old, new).merged) == [(["official/a", "official/b"], ["official/c"])]


def test_what_shares_no_passage_is_not_taken_for_the_same(tmp_path: Path) -> None:
    old = PACT | {"official/a": ("Official", "A")}, [SIGNED, signs("official/a", ("one", 0, 20))]
    new = PACT | {"official/b": ("Official", "B")}, [SIGNED, signs("official/b", ("two", 0, 20))]
    found = compare(tmp_path, old, new)
    assert (ids(found.withdrawn), ids(found.added), found.renamed) == (["official/a"], ["official/b"], ())


def test_a_place_never_becomes_a_person(tmp_path: Path) -> None:
    old = PACT | {"place/a": ("Place", "A")}, [SIGNED, signs("place/a", ("one", 0, 20))]
    new = PACT | {"official/a": ("Official", "A")}, [SIGNED, signs("official/a", ("one", 0, 20))]
    found = compare(tmp_path, old, new)
    assert (ids(found.withdrawn), ids(found.added)) == (["place/a"], ["official/a"])


def test_a_status_that_changed_is_told_from_what_to_what(tmp_path: Path) -> None:
    planned = Said("event/signing", "status", "kg:Planned", (("one", 0, 20),))
    found = compare(tmp_path, (PACT, [SIGNED, planned]), (PACT, [SIGNED, HAPPENED]))
    assert summary(found) == "1 fact changed"
    assert "~ status: planned → happened  [0.9, 1 independent source]" in render(found)


def test_further_sources_of_a_fact_are_told(tmp_path: Path) -> None:
    more = Said("event/signing", "status", "kg:Happened", (("one", 0, 20), ("one", 30, 40)))
    found = compare(tmp_path, (PACT, [SIGNED, HAPPENED]), (PACT, [SIGNED, more]))
    assert summary(found) == "1 fact otherwise attested"
    assert "= [0.9, 1 independent source] → [0.9, 2 independent sources]: status" in render(found)


def test_another_label_is_a_renaming(tmp_path: Path) -> None:
    new = PACT | {"treaty/pact": ("Treaty", "Pact of the Lake")}
    found = compare(tmp_path, (PACT, [SIGNED]), (new, [SIGNED]))
    assert render(found) == "1 thing renamed\n\nrenamed (1)\n  Lake Pact → Pact of the Lake (treaty)"


def test_long_lists_are_cut_where_asked(tmp_path: Path) -> None:
    many = PACT | {f"place/{n}": ("Place", f"Place {n}") for n in range(5)}
    found = compare(tmp_path, (PACT, [SIGNED]), (many, [SIGNED]))
    assert render(found, 2).endswith("added (5)\n  Place 0 (place)\n  Place 1 (place)\n  and 3 more")
    assert render(found, 0).endswith("  Place 3 (place)\n  Place 4 (place)")


def test_the_data_tell_the_same(tmp_path: Path) -> None:
    found = compare(tmp_path, (PACT, [SIGNED]), (PACT, [SIGNED, HAPPENED]))
    data = json.loads(as_json(found))
    assert (data["added_triples"], data["withdrawn_triples"]) == (len(found.added_triples), 0)
    (fact,) = data["facts"]
    assert fact["predicate"] == "status" and fact["old"] is None
    assert fact["new"]["quotes"][0]["words"] == "words 0 of one"


# Files


def test_turtle_of_other_writers_is_compared_by_what_it_says(tmp_path: Path) -> None:
    ours = write_graph(tmp_path / "ours", PACT, [SIGNED]) / "graph.ttl"
    theirs = tmp_path / "theirs.ttl"
    quads = list(ox.parse(path=ours, format=ox.RdfFormat.TURTLE))
    random.Random(1).shuffle(quads)
    theirs.write_bytes(ox.serialize([quad.triple for quad in quads], format=ox.RdfFormat.TURTLE) or b"")
    assert difference(ours, theirs).is_empty
    theirs.write_text('# a comment\n<urn:a> <urn:b> """text\n\nover lines""" .\n')
    assert difference(theirs, ours).withdrawn_triples == (("<urn:a>", "<urn:b>", '"text\\n\\nover lines"'),)


def test_a_prefix_that_means_something_else_is_seen(tmp_path: Path) -> None:
    for name, space in (("one", "urn:one:"), ("two", "urn:two:")):
        (tmp_path / f"{name}.ttl").write_text(f"@prefix x: <{space}> .\n\nx:a x:b x:c .\n")
    found = difference(tmp_path / "one.ttl", tmp_path / "two.ttl")
    assert found.added_triples == (("<urn:two:a>", "<urn:two:b>", "<urn:two:c>"),)
    assert summary(found) == "2 triples differ, in no fact"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "{}: no such file; name a folder that kg build wrote, or a Turtle file"),
        ("_:a <urn:b> <urn:c> .", "a graph with blank nodes cannot be compared: give them IRIs"),
    ],
)
def test_what_is_no_graph_is_refused(tmp_path: Path, text: str | None, message: str) -> None:
    file = tmp_path / "a.ttl"
    if text:
        file.write_text(text)
    other = write_graph(tmp_path / "other", PACT, []) / "graph.ttl"
    with pytest.raises(GraphError) as error:
        difference(file, other)
    assert str(error.value) == message.format(file)


NAMES = st.sampled_from([ox.NamedNode(f"https://example.org/thing/{name}") for name in "abcd"])
VALUES = NAMES | st.builds(ox.Literal, st.text('a\n"\\\u00e9 .#', max_size=4))
GRAPHS = st.lists(st.builds(ox.Triple, NAMES, NAMES, VALUES), max_size=9)


@given(GRAPHS, GRAPHS)
def test_the_patches_make_the_new_graph_of_the_old_one(
    tmp_path_factory: pytest.TempPathFactory, old: list[ox.Triple], new: list[ox.Triple]
) -> None:
    folder = tmp_path_factory.mktemp("patch")
    for name, graph in (("old", old), ("new", new)):
        (folder / f"{name}.ttl").write_bytes(turtle(graph))
    found = difference(folder / "old.ttl", folder / "new.ttl")
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in old)
    update = as_sparql(found)
    if update:
        store.update(update)
    assert {quad.triple for quad in store} == set(new)
    assert found.is_empty == (set(old) == set(new))
    assert patched({f"{triple} ." for triple in old}, as_patch(found)) == {f"{triple} ." for triple in new}


def patched(lines: set[str], patch: str) -> set[str]:
    """Lines of N-Triples after a patch of the form that RDF Patch describes."""
    first, *rows, last = patch.split("\n")
    assert (first, last) == ("TX .", "TC .")
    for row in rows:
        if row.startswith("D "):
            lines.remove(row[2:])
        else:
            assert row.startswith("A ") and row[2:] not in lines
            lines.add(row[2:])
    return lines
