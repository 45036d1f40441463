"""What the editor offers, as JSON: prefixes, keywords, the vocabulary's terms, the named queries."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from kg import vocab
from kg.graph.named import NamedQuery, named_queries
from kg.graph.parameters import Bound
from kg.graph.spelling import KEYWORDS

_KINDS = (("class", vocab.classes), ("property", vocab.properties), ("topic", vocab.topics))


@cache
def words() -> bytes:
    """Return all of it, UTF-8."""
    kinds = {name: kind for kind, names in _KINDS for name in names()}
    terms = [{"name": name, "kind": kinds.get(name, "concept"), "label": vocab.label(name)} for name in vocab.terms()]
    return _json(
        {
            "prefixes": dict(vocab.PREFIXES),
            "keywords": sorted(KEYWORDS),
            "terms": terms,
            "queries": [_query(query) for query in named_queries()],
        }
    )


def bound_query(bound: Bound) -> bytes:
    """Return a query with its values, and what the names among them were taken for, UTF-8."""
    taken = [{"parameter": name, "label": thing.label, "iri": thing.iri} for name, thing in bound.understood]
    return _json({"sparql": bound.sparql, "understood": taken})


def _query(query: NamedQuery) -> dict[str, Any]:
    parameters = [
        {"name": one.name, "kind": one.kind, "required": one.required, "default": one.default, "hint": one.description}
        for one in query.parameters
    ]
    told = {"name": query.name, "title": query.title, "group": query.group, "explanation": query.explanation}
    return {**told, "parameters": parameters, "sparql": query.sparql}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
