"""What is not said in so many words: what happened events imply, and what the gazetteer knows of neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.model import Statement
from kg.resolve.corpus import Corpus, Node
from kg.resolve.entities import Catalogue
from kg.resolve.facts import Ledger, Triple
from kg.resolve.keyed import state_of_key
from kg.resolve.labels import concept_of
from kg.resolve.profiles import event_kinds
from kg.resolve.statements import by_key
from kg.resolve.tables import relations

_IMPLIED = 0.95
_KNOWN = 0.7
_NEAR = 200
"""Characters within which a thing and what it is part of have to be named, for the words to show it."""


def add_implied(catalogue: Catalogue, ledger: Ledger, statuses: Mapping[Node, str]) -> None:
    """Add what events that happened imply: who signed is a signatory, who ratified a party, who adopted an adopter.

    statuses: cluster of events -> its status. A role that only an article tells which expects or denies the event
    implies nothing, even where another reports it as happened.
    """
    corpus = catalogue.corpus
    acting, about = _Acting(catalogue), _About(catalogue)
    happened = _happened(catalogue, statuses)
    for rule in relations()["implied"]:
        for node in happened.get(rule["event"], ()):
            treaties = about.treaties(node)
            if named := rule.get("named"):
                _add_named(catalogue, ledger, acting.keys, about, node, named, rule["relation"])
            for statement in corpus.statements.get(node, ()):
                if statement.predicate != rule["by"] or statement.datatype:
                    continue
                told = Triple(catalogue.id_of(node), rule["by"], catalogue.id_of((node[0], statement.object)))
                if ledger.is_rejected(told):
                    continue
                for agent in acting.of((node[0], statement.object), rule["classes"], rule["through"]):
                    for treaty in treaties:
                        triple = Triple(treaty, rule["relation"], agent)
                        ledger.add(triple, node, statement, statement.confidence * _IMPLIED)


def _happened(catalogue: Catalogue, statuses: Mapping[Node, str]) -> dict[str, list[Node]]:
    """The nodes that tell an event which happened, and do not tell that it does not, by the event's class."""
    corpus, clusters = catalogue.corpus, catalogue.clusters
    found: dict[str, list[Node]] = defaultdict(list)
    for node in corpus.nodes(*event_kinds()):
        root, own = clusters.find(node), corpus.values(node, "status")
        if statuses.get(root) == "Happened" and (not own or "Happened" in own):
            found[catalogue.kinds.get(root, "")].append(node)
    return found


class _About:
    """What all articles together tell of a cluster, gathered once however many of its members are asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._treaties: dict[Node, set[str]] = {}
        self._traits: dict[tuple[Node, str], list[str]] = {}

    def treaties(self, node: Node) -> list[str]:
        """The ids of the treaties of an event: those that the node tells, else those that any other tells."""
        corpus, clusters, id_of = self.catalogue.corpus, self.catalogue.clusters, self.catalogue.id_of
        own = {id_of(treaty) for treaty in corpus.objects(node, "treaty")}
        root = clusters.find(node)
        if not own and root not in self._treaties:
            members = clusters.members(root)
            self._treaties[root] = {id_of(treaty) for n in members for treaty in corpus.objects(n, "treaty")}
        return sorted((own or self._treaties[root]) - {""})

    def traits(self, node: Node, trait: str) -> list[str]:
        """The values of a trait of a thing, sorted."""
        corpus, clusters = self.catalogue.corpus, self.catalogue.clusters
        key = clusters.find(node), trait
        if key not in self._traits:
            self._traits[key] = sorted({v for n in clusters.members(key[0]) for v in corpus.things[n].trait(trait)})
        return self._traits[key]


def _add_named(
    catalogue: Catalogue,
    ledger: Ledger,
    keys: Mapping[str, Node],
    about: _About,
    node: Node,
    trait: str,
    relation: str,
) -> None:
    """Add the relation of a treaty to the two states that its name tells: "the agreement between A and B"."""
    for statement in catalogue.corpus.statements.get(node, ()):
        if statement.predicate != "treaty":
            continue
        treaty = (node[0], statement.object)
        states = about.traits(treaty, trait)
        for state in states if len(states) == 2 else ():
            if state in keys and catalogue.id_of(treaty) and catalogue.id_of(keys[state]):
                triple = Triple(catalogue.id_of(treaty), relation, catalogue.id_of(keys[state]))
                ledger.add(triple, node, statement, statement.confidence * _IMPLIED)


def add_known(catalogue: Catalogue, ledger: Ledger) -> None:
    """Add what the gazetteer knows of organizations that an article names close to what they are part of, or of."""
    corpus, clusters = catalogue.corpus, catalogue.clusters
    keys = by_key(corpus, clusters)
    for root in sorted(catalogue.bases):
        concept = concept_of(corpus, clusters.members(root))
        if concept is None or concept.kind in ("State", "Place", "Treaty"):
            continue
        for predicate, whole in (("partOf", concept.part_of), ("ofState", concept.of_state)):
            if whole in keys and catalogue.id_of(keys[whole]):
                triple = Triple(catalogue.ids[root], predicate, catalogue.id_of(keys[whole]))
                for node, start, end in _together(corpus, clusters.members(root), clusters.members(keys[whole])):
                    told = Statement(node[1], predicate, "", start, end, "gazetteer", confidence=_KNOWN)
                    ledger.add(triple, node, told)


def _together(corpus: Corpus, parts: list[Node], wholes: list[Node]) -> list[tuple[Node, int, int]]:
    """For each article, the closest words that name a part and its whole, if they stand within 200 characters."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for node in wholes:
        spans[node[0]] += [(m.start, m.end) for m in corpus.by_id[node[0]].mentions if m.thing == node[1]]
    found = []
    for node in parts:
        own = [(m.start, m.end) for m in corpus.by_id[node[0]].mentions if m.thing == node[1]]
        both = [(min(a, x), max(b, y)) for a, b in own for x, y in spans.get(node[0], ())]
        near = sorted((end - start, start, end) for start, end in both if end - start <= _NEAR)
        if near:
            found.append((node, near[0][1], near[0][2]))
    return found


class _Acting:
    """For whom agents act: an official for the state of the post, a body for its state."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.keys = by_key(catalogue.corpus, catalogue.clusters)
        self.seats: dict[Node, set[Node]] = defaultdict(set)
        self._known: dict[Node, set[str]] = {}
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
        if root not in self._known:
            self._known[root] = self._told_states(root)
        return self._known[root]

    def _told_states(self, root: Node) -> set[str]:
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
