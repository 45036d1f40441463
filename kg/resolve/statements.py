"""From the statements of single articles to triples between entities."""

from __future__ import annotations

from collections import defaultdict

from kg import vocab
from kg.model import Statement
from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.dates import parse
from kg.resolve.entities import Catalogue, name_posts
from kg.resolve.facts import Ledger, Triple
from kg.resolve.posts import HELD, Seats, role

TEMPORAL = frozenset({"status", "startDate", "endDate", "dateBasis", "datePrecision"})
_FROM_KEY = 0.8
_IMPLIED = 0.95


def by_key(corpus: Corpus, clusters: Clusters) -> dict[str, Node]:
    """Return the cluster of each key."""
    return {thing.key: clusters.find(node) for node, thing in sorted(corpus.things.items(), reverse=True) if thing.key}


def add_posts(catalogue: Catalogue) -> None:
    """Name the posts, by role and place."""
    corpus, clusters = catalogue.corpus, catalogue.clusters
    seats = Seats(corpus, clusters)
    where: dict[Node, set[Node]] = defaultdict(set)
    holders: dict[Node, str] = {}
    for node in corpus.nodes("Post"):
        root = clusters.find(node)
        where[root] |= {catalogue.seat(place) for place in seats.of(node)}
        for person, statement in corpus.pointing.get(node, ()):
            if statement.predicate in HELD:
                tail = catalogue.bases.get(clusters.find(person), "/").split("/", 1)[1]
                holders[root] = min(tail, holders.get(root, tail))
    for root, places in where.items():
        bodies = {place for place in places if catalogue.kinds.get(place) != "State"}
        catalogue.places[root] = tuple(sorted(bodies or places))
    name_posts(catalogue, holders)


def add_statements(catalogue: Catalogue, ledger: Ledger) -> None:
    """Put every statement on the ledger whose things are entities, but for the times and states of events."""
    corpus = catalogue.corpus
    for node, statements in sorted(corpus.statements.items()):
        subject = catalogue.id_of(node) if node in corpus.things else ""
        event = subject and vocab.is_a(corpus.things[node].kind, "Event")
        for statement in statements if subject else ():
            if statement.predicate != "postIn" and not (event and statement.predicate in TEMPORAL):
                _add(catalogue, ledger, node, subject, statement)
    _add_seats(catalogue, ledger)


def _add(catalogue: Catalogue, ledger: Ledger, node: Node, subject: str, statement: Statement) -> None:
    corpus = catalogue.corpus
    value, language = statement.object, ""
    if statement.datatype == "":
        other = (node[0], statement.object)
        value = catalogue.id_of(other) if other in corpus.things else ""
    elif statement.datatype == "text":
        language = corpus.language(node)
    elif statement.datatype == "date":
        day = parse(statement.object, corpus.by_id[node[0]].published)
        value = str(day) if day and day.complete else ""
    if value:
        ledger.add(Triple(subject, statement.predicate, value, statement.datatype, language), node, statement)


def _add_seats(catalogue: Catalogue, ledger: Ledger) -> None:
    """Where posts stand, as resolved; the words are those that state it, else those that name the holder.

    Also the role of posts of which only the key tells it.
    """
    corpus, clusters = catalogue.corpus, catalogue.clusters
    for node in corpus.nodes("Post"):
        post = catalogue.id_of(node)
        own = [(node, s) for s in corpus.statements.get(node, ())]
        held = [(p, s) for p, s in corpus.pointing.get(node, ()) if s.predicate in HELD]
        name = role(corpus, node)
        if not corpus.values(node, "postRole") and name in vocab.concepts("Role"):
            for person, statement in held:
                ledger.add(Triple(post, "postRole", name, "concept"), person, statement)
        stated = [(n, s) for n, s in own if s.predicate == "postIn"]
        for place in catalogue.places.get(clusters.find(node), ()):
            for teller, statement in stated or held:
                if catalogue.id_of(place):
                    sure = None if stated else _FROM_KEY
                    ledger.add(Triple(post, "postIn", catalogue.id_of(place)), teller, statement, sure)
