"""The shortest connections between two things, with what the articles say of each step."""

from __future__ import annotations

import json
from itertools import islice

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.connections import as_json, connections, render, shortest
from tests.graph import sample

CHAIRED = "“Foreign Minister Ana Sol of Arland chaired the ceremony in Porto on 3 May 2024”  en/lake.txt:36-114, en"


def test_a_connection_tells_the_facts_of_each_step_and_their_words(store: ox.Store) -> None:
    found = connections(store, "Borland", "آنا سول")
    assert (found.start.label, found.end.label, found.ways) == ("Borland", "Ana Sol", 1)
    assert render(found) == (
        "Borland (state) and Ana Sol (official): 4 steps, 1 way\n\n"
        "1. Borland – Refusal of Borland to sign the Lake Convention – Lake Convention – Signing of the Lake Convention"
        " – Ana Sol\n"
        "   Refusal of Borland to sign the Lake Convention (denied) – signed by: Borland  [0.9, 1 independent source]\n"
        "     “Borland refused to sign”  en/lake.txt:174-197, en\n"
        "   Refusal of Borland to sign the Lake Convention (denied) – treaty: Lake Convention"
        "  [0.9, 1 independent source]\n"
        "     “Borland refused to sign”  en/lake.txt:174-197, en\n"
        "   Signing of the Lake Convention – treaty: Lake Convention  [0.9, 1 independent source]\n"
        f"     {CHAIRED}\n"
        "   Signing of the Lake Convention – chair: Ana Sol  [0.97, 2 independent sources]\n"
        f"     {CHAIRED}\n"
        "     “آنا سول وزیر خارجه آرلند ریاست مراسم امضا را بر عهده داشت”  fa/lake.txt:0-57, fa\n"
        "   Signing of the Lake Convention – speaker: Ana Sol  [0.6, 1 independent source]\n"
        f"     {CHAIRED}"
    )


def test_the_way_back_is_the_same_way(store: ox.Store) -> None:
    there, back = connections(store, "Borland", "Ana Sol"), connections(store, "Ana Sol", "Borland")
    assert there.ways == back.ways
    assert [step.start.iri for step in there.paths[0]] == [step.end.iri for step in reversed(back.paths[0])]


def test_a_name_that_had_to_be_understood_is_told(store: ox.Store) -> None:
    assert render(connections(store, "sol", "Порту", limit=1)).splitlines()[:4] == [
        "'sol' is taken for Ana Sol: words of its name “Ana Sol”",
        "'Порту' is taken for Porto: another name of “Porto”",
        "",
        "Ana Sol (official) and Porto (place): 2 steps, 1 way",
    ]


def test_the_number_of_connections_and_their_length_are_bounded(store: ox.Store) -> None:
    found = connections(store, "José Hand", "Arland", limit=1)
    assert (found.ways, len(found.paths), len(found.paths[0])) == (1, 1, 3)
    short = connections(store, "José Hand", "Arland", longest=2)
    assert (short.ways, short.paths) == (0, ())
    assert render(short) == "No facts connect José Hand (person) and Arland (state) in 2 steps or fewer."


def test_an_article_connects_nothing(store: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        connections(store, "Arland", "article/en-lake-txt")
    assert str(caught.value) == (
        "'article/en-lake-txt' means Ministers sign the Lake Convention, which is no thing that facts connect: name "
        "another one"
    )


def test_two_names_of_one_thing(store: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        connections(store, "Seenabkommen", "lake convention")
    assert str(caught.value) == "both names mean Lake Convention: name two things"


def test_a_name_of_several_things(store: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        connections(store, "lake", "Porto")
    assert str(caught.value) == (
        "2 things fit 'lake'; ask for one by its id: organization/lake-union (Lake Union); treaty/lake-convention "
        "(Lake Convention)"
    )


def test_json_has_every_quote_and_how_a_name_was_understood(store: ox.Store) -> None:
    told = json.loads(as_json(connections(store, "sol", "Porto")))
    assert (told["start"]["fit"], told["ways"]) == ("words", 1)
    first = told["paths"][0][0]
    assert first["end"]["iri"] == sample.BASE + sample.SIGNING
    assert [fact["predicate"] for fact in first["facts"]] == ["chair", "speaker"]
    assert [quote["language"] for quote in first["facts"][0]["quotes"]] == ["en", "fa"]


def test_of_equally_short_ways_those_through_little_connected_things_come_first() -> None:
    graph: nx.Graph[str] = nx.Graph([("a", "hub"), ("hub", "z"), ("a", "m"), ("m", "z"), ("a", "b"), ("b", "z")])
    graph.add_edges_from(("hub", f"x{number}") for number in range(9))
    assert shortest(graph, "a", "z", 6, 3) == (3, [("a", "b", "z"), ("a", "m", "z"), ("a", "hub", "z")])
    assert shortest(graph, "a", "z", 6, 1) == (3, [("a", "b", "z")])


@given(st.sets(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), min_size=1), st.integers(1, 5))
def test_the_paths_are_the_cheapest_of_all_shortest_ones(edges: set[tuple[str, str]], limit: int) -> None:
    graph: nx.Graph[str] = nx.Graph(sorted(pair for pair in edges if pair[0] != pair[1]))
    graph.add_nodes_from("ab")
    every = [tuple(path) for path in nx.all_shortest_paths(graph, "a", "b")] if nx.has_path(graph, "a", "b") else []
    every.sort(key=lambda path: (sum(graph.degree(node) for node in path[1:-1]), path))
    assert shortest(graph, "a", "b", 8, limit) == (len(every), list(islice(every, limit)))
