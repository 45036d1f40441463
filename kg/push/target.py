"""Where a graph is pushed to: an address, how it is spoken to, and which of the graphs there."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg.errors import PushError
from kg.graph.iris import NOT_IN_IRIS

DEFAULT_GRAPH = "default"  # how a user asks for the graph without a name
GSP, UPDATE, AUTO = "gsp", "update", "auto"
PROTOCOLS = (AUTO, GSP, UPDATE)

# How Update URLs end: Fuseki, Oxigraph, Stardog; GraphDB and other RDF4J servers; Blazegraph; Virtuoso.
_UPDATE_ENDINGS = frozenset({"update", "statements", "sparql", "sparql-auth"})


@dataclass(frozen=True, slots=True)
class Target:
    """A graph in a store.

    endpoint: an http or https URL. graph: its IRI, "" for the default graph. protocol: GSP or UPDATE.
    """

    endpoint: str
    graph: str
    protocol: str

    @property
    def address(self) -> str:
        """The endpoint for eyes and files: without its parameters, which may hold a key."""
        return urlunsplit(urlsplit(self.endpoint)._replace(query=""))

    @property
    def graph_shown(self) -> str:
        """What the graph is called in messages."""
        return f"graph <{self.graph}>" if self.graph else "default graph"

    @property
    def in_the_clear(self) -> bool:
        """Whether others on the way could read what is sent: another computer, without TLS."""
        parts = urlsplit(self.endpoint)
        return parts.scheme == "http" and not _is_here(parts.hostname or "")


def target_of(endpoint: str, graph: str = DEFAULT_GRAPH, protocol: str = AUTO) -> Target:
    """Return the target for what a user gave, checked.

    graph: an absolute IRI, or DEFAULT_GRAPH. protocol: one of PROTOCOLS; AUTO goes by how the URL ends.
    Raises PushError for what cannot be used; its text never repeats a password.
    """
    if protocol not in PROTOCOLS:
        raise PushError(f"there is no protocol {protocol!r}; there are: {', '.join(PROTOCOLS)}")
    _check_endpoint(endpoint)
    if protocol == AUTO:
        ending = urlsplit(endpoint).path.rstrip("/").rpartition("/")[2]
        protocol = UPDATE if ending in _UPDATE_ENDINGS else GSP
    if graph == DEFAULT_GRAPH:
        return Target(endpoint, "", protocol)
    if not urlsplit(graph).scheme or NOT_IN_IRIS.search(graph):
        raise PushError(f"{graph!r} cannot name a graph: give an absolute IRI, such as https://example.org/treaties")
    return Target(endpoint, graph, protocol)


def _check_endpoint(endpoint: str) -> None:
    try:
        parts = urlsplit(endpoint)
        named = bool((parts.hostname or "").encode("idna")) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that is not closed, a host such as a..b
        parts, named = urlsplit(""), False
    if "@" in parts.netloc:
        raise PushError(
            "an endpoint's URL takes no name and password, which would stand in the list of processes and the shell's "
            "history: set KG_PUSH_USER and KG_PUSH_PASSWORD"
        )
    if parts.scheme not in ("http", "https") or not named or parts.fragment or NOT_IN_IRIS.search(endpoint):
        shown = endpoint.split("?")[0].rpartition("@")[2]
        raise PushError(f"{shown!r} is no endpoint: give a URL such as http://127.0.0.1:7878/store")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
