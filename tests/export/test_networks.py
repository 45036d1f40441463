"""GraphML and GEXF: networkx reads the network that was written, whatever its names hold."""

from __future__ import annotations

import io
import re
from typing import Any

import networkx as nx
from hypothesis import given, settings

from kg.export.source import Source
from kg.graph.network import network
from tests.export.graphs import nasty_samples, written

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(value: Any) -> Any:
    """A value as XML can hold it."""
    return _NOT_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value


def names(source: Source) -> dict[tuple[str, str], str]:
    """Each thing's name in each language, asked in SPARQL."""
    query = "SELECT ?thing ?name { ?thing <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"
    solutions = source.store.query(query)
    return {(row["thing"].value, row["name"].language): row["name"].value for row in solutions}  # type: ignore[union-attr]


def check(source: Source) -> None:
    """Both formats hold every node and edge of the network with its attributes."""
    expected = network(source.store)
    called = names(source)
    graphml = nx.parse_graphml(written(source, "graphml").decode(), force_multigraph=True)
    gexf = nx.read_gexf(io.BytesIO(written(source, "gexf")))
    for found in (graphml, gexf):
        assert set(found.nodes) == set(expected.nodes)
        for node, data in expected.nodes(data=True):
            assert {name: found.nodes[node][name] for name in data} == {name: in_xml(data[name]) for name in data}
            own = {name.removeprefix("name_"): text for name, text in found.nodes[node].items() if "name_" in name}
            assert own == {code: in_xml(text) for (thing, code), text in called.items() if thing == node}
    edges = {(a, b, key): data for a, b, key, data in expected.edges(keys=True, data=True)}
    assert {(a, b, key): data for a, b, key, data in graphml.edges(keys=True, data=True)} == edges
    in_gexf = {(a, b, data.pop("id")): data for a, b, data in gexf.edges(data=True)}
    assert in_gexf.keys() == edges.keys()
    for key, data in edges.items():
        assert in_gexf[key] == {**data, "weight": data["sources"], "label": data["property"]}


def test_networkx_reads_the_examples(examples: Source) -> None:
    check(examples)


@settings(max_examples=10)
@given(nasty_samples())
def test_networkx_reads_nasty_names(source: Source) -> None:
    check(source)


def test_no_day_of_writing_is_in_the_file(sample: Source) -> None:
    assert b"lastmodified" not in written(sample, "gexf")
