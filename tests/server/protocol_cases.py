"""Requests and what they must give: those of the W3C's SPARQL 1.1 Protocol tests, and ours.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/; this endpoint has one graph without a name and takes
no updates, so requests for other graphs and all updates are refused, as the protocol lets a service do.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
ROWS = {
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv; charset=utf-8",
    "text/tab-separated-values; charset=utf-8",
}
TRIPLES = {"text/turtle; charset=utf-8", "application/n-triples", "application/ld+json", "application/rdf+xml"}
TEXT = {"text/plain; charset=utf-8"}
DATA = "http://kasei.us/2009/09/sparql/data/data1.rdf"
ASK = urlencode({"query": "ASK {}"})
JSON, XML = ({f"application/sparql-results+{form}"} for form in ("json", "xml"))
CSV, TURTLE = {"text/csv; charset=utf-8"}, {"text/turtle; charset=utf-8"}


class Case(NamedTuple):
    """method, path, headers and body of a request; the status and the media types that may come back."""

    name: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    status: int
    types: set[str]


def get(name: str, parameters: str, status: int, types: set[str], accept: str | None = None) -> Case:
    """A GET with parameters."""
    return Case(name, "GET", f"/sparql?{parameters}", {"Accept": accept} if accept else {}, None, status, types)


def post(name: str, kind: str, body: str | bytes, status: int, types: set[str], path: str = "/sparql") -> Case:
    """A POST of a body of some type ("" for none)."""
    data = body.encode() if isinstance(body, str) else body
    return Case(name, "POST", path, {"Content-Type": kind} if kind else {}, data, status, types)


def q(sparql: str, **more: str) -> str:
    """A query as a parameter, with others."""
    return urlencode({"query": sparql, **more})


W3C = (
    # What has to be answered.
    get("query_get", ASK, 200, ROWS),
    post("query_post_form", FORM, ASK, 200, ROWS),
    post("query_post_direct", QUERY, "ASK {}", 200, ROWS),
    get("query_content_type_select", q("SELECT (1 AS ?value) {}"), 200, ROWS),
    get("query_content_type_ask", q("ASK {}"), 200, ROWS),
    get("query_content_type_describe", q("DESCRIBE <http://example.org/>"), 200, TRIPLES),
    get("query_content_type_construct", q("CONSTRUCT { <s> <p> 1 } WHERE {}".replace("<", "<http://e/")), 200, TRIPLES),
    # Other graphs than the one that there is.
    get("query_dataset_default_graph", q("ASK {}", **{"default-graph-uri": DATA}), 400, TEXT),
    post("query_dataset_default_graphs_post", FORM, q("ASK {}", **{"default-graph-uri": DATA}), 400, TEXT),
    get("query_dataset_named_graphs", q("ASK {}", **{"named-graph-uri": DATA}), 400, TEXT),
    post("query_dataset_full", QUERY, "ASK {}", 400, TEXT, f"/sparql?{urlencode({'default-graph-uri': DATA})}"),
    # What is wrong.
    Case("bad_query_method", "PUT", f"/sparql?{ASK}", {}, None, 405, TEXT),
    get("bad_multiple_queries", f"{ASK}&{q('SELECT * {}')}", 400, TEXT),
    post("bad_query_wrong_media_type", "text/plain", "ASK {}", 415, TEXT),
    post("bad_query_missing_form_type", "", ASK, 415, TEXT),
    post("bad_query_missing_direct_type", "", "ASK {}", 415, TEXT),
    post("bad_query_non_utf8", f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16"), 415, TEXT),
    get("bad_query_syntax", q("ASK {"), 400, TEXT),
    # Updates.
    post("update_post_form", FORM, "update=CLEAR+ALL", 403, TEXT),
    post("update_post_direct", UPDATE, "CLEAR ALL", 403, TEXT),
    get("bad_update_get", "update=CLEAR+ALL", 403, TEXT),
    post("bad_multiple_updates", FORM, "update=CLEAR+NAMED&update=CLEAR+DEFAULT", 403, TEXT),
    post("bad_update_wrong_media_type", "text/plain", "CLEAR NAMED", 415, TEXT),
    post("bad_update_missing_form_type", "", "update=CLEAR+NAMED", 415, TEXT),
    post("bad_update_non_utf8", f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16"), 415, TEXT),
    post("bad_update_syntax", FORM, "update=CLEAR+XYZ", 403, TEXT),
    post("bad_update_dataset_conflict", FORM, "update=CLEAR+ALL&using-graph-uri=http%3A%2F%2Fe%2F", 403, TEXT),
)

OURS = (
    get("an update sent as a query", q("# no\nPREFIX a: <http://a/>\nDELETE WHERE { ?s ?p ?o }"), 403, TEXT),
    get("FROM", q("SELECT * FROM <http://e/> { ?s ?p ?o }"), 400, TEXT),
    get("a text that only looks like FROM", q("SELECT * { ?s ?p 'from' }"), 200, JSON),
    get("SERVICE", q("SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }"), 403, TEXT),
    get("a word that only looks like an update", q("PREFIX insert: <http://a/> ASK {}"), 200, JSON),
    get("anything", ASK, 200, JSON, "*/*"),
    get("an empty Accept", ASK, 200, JSON, ""),
    get("XML", ASK, 200, XML, "application/sparql-results+xml"),
    get("a quality decides", ASK, 200, CSV, "application/sparql-results+json;q=0.5, text/csv;q=0.9"),
    get("none with quality 0", ASK, 200, XML, "application/sparql-results+json;q=0, application/*"),
    get("the exact range wins over the wide one", ASK, 200, XML, "*/*, application/sparql-results+json;q=0.1"),
    get("plain JSON", ASK, 200, JSON, "application/json"),
    get("a type of pictures", ASK, 406, TEXT, "image/png"),
    get("triples as rows", q("CONSTRUCT WHERE { ?s ?p ?o }"), 406, {"text/plain; charset=utf-8"}, "text/csv"),
    get("rows as triples", ASK, 406, TEXT, "text/turtle"),
    get("Turtle", q("DESCRIBE <https://example.org/id/state/arland>"), 200, TURTLE, "text/turtle"),
    get("RDF/XML", q("DESCRIBE <http://e/>"), 200, {"application/rdf+xml"}, "application/rdf+xml"),
    get("JSON-LD", q("DESCRIBE <http://e/>"), 200, {"application/ld+json"}, "application/ld+json"),
    get("N-Triples", q("DESCRIBE <http://e/>"), 200, {"application/n-triples"}, "application/n-triples"),
    get("raw bytes that are no UTF-8", "query=ASK%FF", 400, TEXT),
    post("a body that is no UTF-8", QUERY, b"ASK {} # \xff", 400, TEXT),
    post("two hundred parameters", FORM, "&".join(["query=x"] * 200), 400, TEXT),
    post("a POST without a query", FORM, "", 400, TEXT),
    get("an empty query", "query=", 400, TEXT),
    get("max-rows that is no number", q("ASK {}", **{"max-rows": "-1"}), 400, TEXT),
    get("max-rows with many digits", q("ASK {}", **{"max-rows": "9" * 5000}), 400, TEXT),
    Case("DELETE", "DELETE", "/sparql", {}, None, 405, TEXT),
    Case("an unknown path", "GET", "/nothing", {}, None, 404, TEXT),
)
