"""From the statements of single articles to triples between entities, and what happened events imply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg import vocab
from kg.model import Statement
from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.dates import parse
from kg.resolve.entities import Catalogue, name_posts
from kg.resolve.facts import Ledger, Triple
from kg.resolve.keyed import state_of_key
from kg.resolve.posts import HELD, Seats, role
from kg.resolve.tables import relations

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


def add_implied(catalogue: Catalogue, ledger: Ledger, statuses: Mapping[Node, str]) -> None:
    """Add what events that happened imply: who signed is a signatory, who ratified a party, who adopted an adopter.

    statuses: cluster of events -> its status. A role that only an article tells which expects or denies the event
    implies nothing, even where another reports it as happened.
    """
    corpus, clusters = catalogue.corpus, catalogue.clusters
    acting = _Acting(catalogue)
    for rule in relations()["implied"]:
        for node in corpus.nodes(rule["event"]):
            own = corpus.values(node, "status")
            if statuses.get(clusters.find(node)) != "Happened" or (own and "Happened" not in own):
                continue
            treaties = _treaties(catalogue, node)
            for statement in corpus.statements.get(node, ()):
                if statement.predicate != rule["by"] or statement.datatype:
                    continue
                for agent in acting.of((node[0], statement.object), rule["classes"], rule["through"]):
                    for treaty in treaties:
                        triple = Triple(treaty, rule["relation"], agent)
                        ledger.add(triple, node, statement, statement.confidence * _IMPLIED)


def _treaties(catalogue: Catalogue, node: Node) -> list[str]:
    corpus, clusters = catalogue.corpus, catalogue.clusters
    own = {catalogue.id_of(t) for t in corpus.objects(node, "treaty")}
    others = {catalogue.id_of(t) for n in clusters.members(node) for t in corpus.objects(n, "treaty")}
    return sorted((own or others) - {""})


class _Acting:
    """For whom agents act: an official for the state of the post, a body for its state."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.keys = by_key(catalogue.corpus, catalogue.clusters)
        self.seats: dict[Node, set[Node]] = defaultdict(set)
        corpus, clusters = catalogue.corpus, catalogue.clusters
        for post in corpus.nodes("Post"):
            for person, statement in corpus.pointing.get(post, ()):
                if statement.predicate == "holdsPost":
                    self.seats[clusters.find(person)] |= set(catalogue.places.get(clusters.find(post), ()))

    def of(self, node: Node, classes: list[str], through: list[str]) -> list[str]:
        """Return the ids of those for whom `node` acts: itself if of one of `classes`, else its state."""
        if node not in self.catalogue.corpus.things:
            return []
        root = self.catalogue.clusters.find(node)
        kind = self.catalogue.kinds.get(root, "")
        if kind in classes:
            return [self.catalogue.ids[root]]
        if kind not in through:
            return []
        states = {self.catalogue.id_of(self.keys[key]) for key in self._states(root) if key in self.keys}
        return sorted(states - {""}) if len(states) == 1 else []

    def _states(self, root: Node) -> set[str]:
        corpus, clusters = self.catalogue.corpus, self.catalogue.clusters
        found: set[str] = set()
        for node in clusters.members(root):
            thing = corpus.things[node]
            found |= set(thing.trait("state")) | {state_of_key(thing.key)}
            found |= {corpus.things[o].key for o in corpus.objects(node, "ofState")}
        if not found - {""}:
            for seat in self.seats.get(root, ()):
                for node in clusters.members(seat):
                    key = corpus.things[node].key
                    found.add(key if key.startswith("state/") else state_of_key(key))
                    found |= {corpus.things[o].key for o in corpus.objects(node, "ofState")}
        return found - {""}
