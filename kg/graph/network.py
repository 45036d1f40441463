"""A graph as a network: things and the facts between them. The door to networkx for everything that counts or walks.

>>> net = kg.load("output").networkx()                                       # doctest: +SKIP
>>> net.nodes["https://w3id.org/treaty-kg/id/state/oman"]                    # doctest: +SKIP
{'kind': 'State', 'label': 'Oman'}
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TypeAlias

import networkx as nx
import pyoxigraph as ox

from kg import vocab
from kg.graph.access import subject_values
from kg.graph.facts import told
from kg.graph.names import choice_of

Network: TypeAlias = "nx.MultiDiGraph[str]"
Neighbours: TypeAlias = "nx.Graph[str]"
_PAPERS = ("Article", "Work", "Claim", "Passage", "Correction")


@dataclass(frozen=True, slots=True)
class Link:
    """What an edge carries. property: local name ("signedBy"), the most exact of those that say the same.

    confidence: from 0 to 1; sources: independent ones. status ("Happened", "Planned", "Denied", "Alleged"), start and
    end (ISO 8601, as exact as known): of the event that the fact is about, "" where it is about none.
    """

    property: str
    confidence: float
    sources: int
    status: str
    start: str
    end: str


def network(store: ox.Store) -> Network:
    """Return the things of a graph and the facts between them, in one order for the same graph.

    Nodes are IRIs of things, each with `kind` (as `Thing` has it) and `label`; articles, works, classes, roles and
    topics are none. Edges lead from a fact's subject to its object; the key is the claim's IRI, the attributes are
    those of `Link`. All are plain strings and numbers, as GraphML and GEXF want them.
    """
    found: Network = nx.MultiDiGraph()
    for iri in things(store):
        thing = choice_of(store, iri)
        found.add_node(iri, kind=thing.kind, label=thing.label)
    for subject, value, claim, link in sorted(_links(store, set(found)), key=lambda row: row[:3]):
        found.add_edge(subject, value, claim, **asdict(link))
    return found


def neighbours(net: Network) -> Neighbours:
    """Return a network without directions, with one edge for all facts between two things, `facts` telling how many.

    Facts of a thing with itself are left out.
    """
    found: Neighbours = nx.Graph()
    found.add_nodes_from(net.nodes(data=True))
    for subject, value in net.edges():
        if subject != value:
            facts = found.get_edge_data(subject, value, {"facts": 0})["facts"]
            found.add_edge(subject, value, facts=facts + 1)
    return found


def things(store: ox.Store) -> list[str]:
    """Return the IRIs of the things of a graph, sorted: what has one of our classes and is no paper or term."""
    types = [(iri, kind.value) for iri, kind in subject_values(store, vocab.RDF + "type")]
    papers = {iri for iri, kind in types if kind in {vocab.iri(name) for name in _PAPERS}}
    ours = {iri for iri, kind in types if kind.startswith(vocab.KG) and not iri.startswith(vocab.KG)}
    return sorted(ours - papers)


def _links(store: ox.Store, nodes: set[str]) -> list[tuple[str, str, str, Link]]:
    """Return the facts between nodes: subject, object, claim and what the edge carries."""
    confidence, sources, status, start, end = (
        {iri: value.value.removeprefix(vocab.KG) for iri, value in subject_values(store, vocab.iri(name))}
        for name in ("confidence", "independentSources", "status", "startDate", "endDate")
    )
    return [
        (
            *(subject, value.value, claim),
            Link(
                name,
                float(confidence[claim]),
                int(sources[claim]),
                *(known.get(subject, "") for known in (status, start, end)),
            ),
        )
        for claim, (subject, name, value) in told(store).items()
        if subject in nodes and isinstance(value, ox.NamedNode) and value.value in nodes
    ]
