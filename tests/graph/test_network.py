"""The network of a graph: its nodes, its edges and what they carry."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pyoxigraph as ox

from kg import vocab
from kg.graph.network import neighbours, network, things
from tests.graph import sample
from tests.graph.sample import BASE


def test_nodes_are_the_things_and_no_documents_roles_or_topics(store: ox.Store) -> None:
    net = network(store)
    assert list(net) == things(store) == sorted(BASE + entity.id for entity in sample.ENTITIES)
    assert net.nodes[BASE + sample.SOL] == {"kind": "Official", "label": "Ana Sol"}


def test_an_edge_is_a_fact_with_its_weight_and_the_status_and_dates_of_its_event(store: ox.Store) -> None:
    net = network(store)
    (chair,) = (link for link in net[BASE + sample.SIGNING][BASE + sample.SOL].values() if link["property"] == "chair")
    assert chair == {
        "property": "chair", "confidence": 0.97, "sources": 2, "status": "Happened",
        "start": "2024-05-03", "end": "2024-05-03",
    }  # fmt: skip
    (refused,) = net[BASE + sample.REFUSAL][BASE + sample.BORLAND].values()
    assert (refused["property"], refused["status"], refused["start"]) == ("signedBy", "Denied", "2024-05")
    (party,) = (
        link for link in net[BASE + sample.TREATY][BASE + sample.ARLAND].values() if link["property"] == "party"
    )
    assert (party["status"], party["start"], party["end"]) == ("", "", "")


def test_what_another_property_implies_is_no_edge_of_its_own(store: ox.Store) -> None:
    properties = {link["property"] for link in network(store)[BASE + sample.SIGNING][BASE + sample.SOL].values()}
    assert properties == {"chair", "speaker"}
    assert vocab.most_exact(frozenset({"chair", "participant", "place"})) == {"chair", "place"}


def test_every_key_is_a_claim(store: ox.Store) -> None:
    for subject, value, claim in network(store).edges(keys=True):
        (triple,) = store.quads_for_pattern(ox.NamedNode(claim), ox.NamedNode(vocab.RDF + "subject"), None)
        assert (triple.object, value != subject) == (ox.NamedNode(subject), True)


def test_neighbours_join_all_facts_of_two_things(store: ox.Store) -> None:
    graph = neighbours(network(store))
    assert graph[BASE + sample.SIGNING][BASE + sample.SOL] == {"facts": 2}
    assert graph.degree(BASE + sample.EDITOR) == 1


def test_other_tools_can_have_it(store: ox.Store, tmp_path: Path) -> None:
    net = network(store)
    nx.write_graphml(net, tmp_path / "net.graphml")
    nx.write_gexf(net, tmp_path / "net.gexf")
    again = nx.read_graphml(tmp_path / "net.graphml", force_multigraph=True)
    assert sorted(again.edges(keys=True)) == sorted(net.edges(keys=True))
