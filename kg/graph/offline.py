"""Keeps queries on this machine: SPARQL's SERVICE would send parts of a query to an address in the query."""

from __future__ import annotations

import re

from kg.graph.tokens import blanked

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})")


def asks_elsewhere(sparql: str) -> bool:
    """Tell whether a query has the keyword SERVICE, also where it is written with code point escapes."""
    plain = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), sparql)
    return "service" in blanked(plain).lower()
