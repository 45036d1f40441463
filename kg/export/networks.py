"""GraphML and GEXF, for Gephi, yEd, Cytoscape, igraph and networkx: the things as nodes, the facts as edges.

http://graphml.graphdrawing.org/specification.html, https://gexf.net/schema.html. networkx's own writers put the day of
writing into GEXF, and other bytes into GraphML where another XML library is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from kg.export.source import Source
from kg.export.tables import names_of, things
from kg.export.turtle import write_texts
from kg.export.xmltext import attribute, escaped
from kg.graph.network import Network, network

Attributes = Mapping[str, str | int | float]
Columns = Mapping[str, str]  # the type of each attribute
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TYPES = {str: "string", int: "long", float: "double"}


def write_graphml(source: Source, file: IO[bytes]) -> None:
    """Write GraphML. A node's id is its IRI, an edge's the IRI of its claim; names stand in `name_CODE`."""
    write_texts(_graphml(_with_names(source)), file)


def write_gexf(source: Source, file: IO[bytes]) -> None:
    """Write GEXF 1.2, ids as in GraphML; an edge weighs as many independent sources as say it."""
    write_texts(_gexf(_with_names(source)), file)


def _with_names(source: Source) -> Network:
    """Return the network of a graph, the preferred name in each language with its nodes."""
    net = network(source.store)
    for thing in things(source):
        if thing.iri in net:
            net.nodes[thing.iri].update(
                {f"name_{name.language}": name.text for name in names_of(thing) if name.property == "prefLabel"}
            )
    return net


def _graphml(net: Network) -> Iterator[str]:
    yield f'{_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, columns in _attributes(net):
        for name, kind in columns.items():
            yield (
                f"  <key id={attribute(f'{owner}_{name}')} for={attribute(owner)} attr.name={attribute(name)} "
                f"attr.type={attribute(kind)}/>\n"
            )
    yield '  <graph edgedefault="directed">\n'
    for iri, data in net.nodes(data=True):
        yield f"    <node id={attribute(iri)}>{_data('node', data)}</node>\n"
    for start, end, claim, data in net.edges(keys=True, data=True):
        ends = f"source={attribute(start)} target={attribute(end)}"
        yield f"    <edge id={attribute(claim)} {ends}>{_data('edge', data)}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(owner: str, data: Attributes) -> str:
    return "".join(
        f"<data key={attribute(f'{owner}_{name}')}>{escaped(str(value))}</data>" for name, value in sorted(data.items())
    )


def _gexf(net: Network) -> Iterator[str]:
    yield f'{_HEAD}<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '  <graph mode="static" defaultedgetype="directed">\n'
    for owner, columns in _attributes(net):
        yield f'    <attributes class={attribute(owner)} mode="static">\n'
        for name, kind in columns.items():
            yield f"      <attribute id={attribute(name)} title={attribute(name)} type={attribute(kind)}/>\n"
        yield "    </attributes>\n"
    yield "    <nodes>\n"
    for iri, data in net.nodes(data=True):
        yield f"      <node id={attribute(iri)} label={attribute(data['label'])}>{_values(data)}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    for start, end, claim, data in net.edges(keys=True, data=True):
        yield (
            f"      <edge id={attribute(claim)} source={attribute(start)} target={attribute(end)} "
            f"label={attribute(data['property'])} weight={attribute(str(data['sources']))}>{_values(data)}</edge>\n"
        )
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _values(data: Attributes) -> str:
    values = "".join(
        f"<attvalue for={attribute(name)} value={attribute(str(value))}/>" for name, value in sorted(data.items())
    )
    return f"<attvalues>{values}</attvalues>"


def _attributes(net: Network) -> Iterator[tuple[str, Columns]]:
    """Yield the attributes of nodes, and those of edges."""
    yield "node", _columns(data for _, data in net.nodes(data=True))
    yield "edge", _columns(data for *_, data in net.edges(data=True))


def _columns(rows: Iterable[Mapping[str, Any]]) -> Columns:
    """Return the attributes that nodes or edges have, with their types, sorted."""
    found: dict[str, str] = {}
    for row in rows:
        found.update((name, _TYPES[type(value)]) for name, value in row.items())
    return {name: found[name] for name in sorted(found)}
