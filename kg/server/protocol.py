"""A request to the endpoint as the question that it asks (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.server.messages import Query, Refused

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
READ_ONLY = "this endpoint is read-only: it takes queries (SELECT, ASK, CONSTRUCT, DESCRIBE) and no updates"
_DATASET = ("default-graph-uri", "named-graph-uri")
_MOST_FIELDS = 100
Fields = list[tuple[str, str]]  # names and values, in their order


@dataclass(frozen=True, slots=True)
class Request:
    """What is of use in an HTTP request. query: what follows "?"; headers: with names in small letters."""

    method: str
    query: bytes
    headers: Mapping[str, str]
    body: bytes = b""


def question(request: Request, most: int) -> Query | None:
    """Return what a request asks; None where it asks nothing, but for the description of the endpoint.

    most: rows that may be sent. Raises Refused for what the protocol or this endpoint does not allow.
    """
    fields = _fields(request.query)
    if request.method == "POST":
        fields += _posted(request)
    if _values(fields, "update"):
        raise Refused(403, READ_ONLY)
    given = _values(fields, "query")
    if request.method != "POST" and not given:
        return None
    if len(given) != 1:
        raise Refused(400, f"a request has one parameter query; this one has {len(given) or 'none'}")
    for name in _DATASET:
        if _values(fields, name):
            raise Refused(400, f"{name} cannot be honoured: there is one graph here, and it has no name; leave it out")
    rows = _values(fields, "max-rows")
    return Query(given[0], request.headers.get("accept", ""), _most(rows, most), cut=bool(rows))


def _posted(request: Request) -> Fields:
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    charset = next((one.strip()[8:] for one in parameters.split(";") if one.strip().startswith("charset=")), "utf-8")
    if charset.strip('"') not in ("utf-8", "utf8", "us-ascii"):
        raise Refused(415, f"a query comes in UTF-8, not in {charset}")
    match kind.strip():
        case "application/x-www-form-urlencoded":
            return _fields(request.body)
        case "application/sparql-query":
            return [("query", _decoded(request.body))]
        case "application/sparql-update":
            raise Refused(403, READ_ONLY)
    found = kind.strip() or "none"
    raise Refused(415, f"POST a query as {DIRECT}, or in the field query of {FORM}; the type of this one is {found}")


def _fields(encoded: bytes) -> Fields:
    try:
        text = _decoded(encoded)
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:  # no UTF-8 behind the percent signs, or too many fields
        raise Refused(400, f"the parameters cannot be read: they are UTF-8, at most {_MOST_FIELDS}") from error


def _values(fields: Fields, name: str) -> list[str]:
    return [value for key, value in fields if key == name]


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the request is no UTF-8 (byte 0x{text[error.start]:02x} at {error.start})") from error


def _most(given: list[str], most: int) -> int:
    if not given:
        return most
    number = given[0]
    if len(given) > 1 or not (number.isascii() and number.isdecimal() and len(number) < 10 and int(number)):
        raise Refused(400, f"max-rows is one whole number from 1, not {' and '.join(given)!r}")
    return min(int(number), most)
