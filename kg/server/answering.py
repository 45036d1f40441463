"""Answers one question on the graph; runs in a worker process, where it may take long and may be killed."""

from __future__ import annotations

import re
from urllib.parse import quote

from kg.errors import QueryError
from kg.export.media import FOR_TRIPLES, HTML, Medium, Triples, media_for, write_answer, write_triples
from kg.graph.about import about
from kg.graph.description import service_description
from kg.graph.explain import explain
from kg.graph.live import LiveGraph
from kg.graph.named import named_query
from kg.graph.names import NAME_PROPERTIES, find
from kg.graph.offline import asks_elsewhere
from kg.graph.ontology import ontology_triples
from kg.graph.parameters import bind
from kg.graph.query import run
from kg.graph.spelling import unknown_terms
from kg.graph.statements import statements
from kg.graph.tokens import blanked
from kg.server.messages import (
    Answer,
    Description,
    Fill,
    Ontology,
    Problem,
    Query,
    Question,
    Refused,
    Search,
    Thing,
    Words,
)
from kg.server.negotiation import by_suffix, choose
from kg.server.pages import term, thing
from kg.server.pages.links import KEPT, address
from kg.server.protocol import READ_ONLY
from kg.server.vocabulary import bound_query, words

_UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_FOR_THINGS = (HTML, *FOR_TRIPLES)
_MOST_LEADING = 1_000  # triples with a thing as their object that its description holds; queries find the others
_DATASET = re.compile(r"\bFROM\b", re.IGNORECASE)
_LONGEST_NOTE = 500
CUT, NOTE = "Kg-Truncated", "Kg-Note"  # headers: that there are more rows; terms that there are not


def answer(graph: LiveGraph, question: Question) -> Answer | Problem:
    """Return the answer to a question, or what is the matter with it."""
    try:
        match question:
            case Query():
                return _query(graph, question)
            case Thing():
                return _thing(graph, question)
            case Search():
                return _search(graph, question.name)
            case Ontology():
                return _ontology(question)
            case Description():
                medium = choose(question.accept, FOR_TRIPLES)
                return Answer.of(
                    write_triples(service_description(question.endpoint), medium), medium.content_type, Vary="Accept"
                )
            case Words():
                return Answer.of(words(), "application/json")
            case Fill():
                bound = bind(graph.store, named_query(question.name), dict(question.values))
                return Answer.of(bound_query(bound), "application/json")
    except Refused as refused:
        return refused.problem
    except QueryError as error:
        return Problem(400, str(error), error.line, error.column)


def _query(graph: LiveGraph, query: Query) -> Answer:
    if asks_elsewhere(query.sparql):
        raise Refused(403, "SERVICE asks another machine, and queries stay on this one: leave it out")
    if _UPDATE.match(query.sparql):
        raise Refused(403, READ_ONLY)
    if _DATASET.search(blanked(query.sparql)):
        raise Refused(400, "FROM cannot be honoured: there is one graph here, and it has no name; leave it out")
    found = run(graph.store, query.sparql, query.most)
    medium = choose(query.accept, media_for(found))
    if found.more and not query.cut:
        raise Refused(
            403,
            f"the answer has more than {query.most} rows, and a part of it would look like the whole: add LIMIT, or "
            f"take the first ones with the parameter max-rows={query.most}",
        )
    told = {CUT: f"after {query.most} rows; there are more"} if found.more else {}
    unknown = "; ".join(unknown_terms(query.sparql))
    if unknown:
        told[NOTE] = unknown[:_LONGEST_NOTE].encode("ascii", "backslashreplace").decode()
    return Answer(200, write_answer(found, medium), {"Content-Type": medium.content_type, "Vary": "Accept", **told})


def _thing(graph: LiveGraph, asked: Thing) -> Answer:
    iri = asked.iri or graph.base + asked.tail
    triples = about(graph.store, iri, _MOST_LEADING)
    if not triples:
        raise Refused(404, f"the graph knows nothing of {iri}")
    medium = _medium(asked.suffix, asked.accept)
    place = address(iri, graph.base) or ""
    if not asked.suffix and place.startswith("/id/"):
        return _see_other(f"{place}.{medium.suffix}")
    link = f'<{quote(iri, safe=KEPT)}>; rel="describes"'
    if medium != HTML:
        return _written(triples, medium, Link=link)
    said = statements(graph.store, triples)
    named = any(one.subject == iri and one.predicate in NAME_PROPERTIES for one in said)
    page = thing.page(iri, explain(graph.store, iri) if named else None, said, graph.base)
    return Answer.of(page, medium.content_type, Vary="Accept", Link=link)


def _search(graph: LiveGraph, name: str) -> Answer:
    try:
        found = find(graph.store, name)
    except QueryError as error:
        raise Refused(404, str(error)) from error
    place = address(found[0].iri, graph.base) if len(found) == 1 else None
    if place:
        return _see_other(place)
    return Answer.of(thing.choices(name, found, graph.base), HTML.content_type)


def _ontology(asked: Ontology) -> Answer:
    medium = _medium(asked.suffix, asked.accept)
    if medium != HTML:
        return _written(ontology_triples(), medium)
    return Answer.of(term.page(), medium.content_type, Vary="Accept")


def _written(triples: Triples, medium: Medium, **headers: str) -> Answer:
    return Answer.of(write_triples(triples, medium), medium.content_type, Vary="Accept", **headers)


def _medium(suffix: str, accept: str) -> Medium:
    return by_suffix(suffix, _FOR_THINGS) if suffix else choose(accept, _FOR_THINGS)


def _see_other(place: str) -> Answer:
    """Return the way to the document about a thing, which no document is (https://www.w3.org/TR/cooluris/#r303gendocument)."""
    return Answer(303, headers={"Location": place, "Vary": "Accept"})
