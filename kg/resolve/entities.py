"""Clusters become entities: class, labels, id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg import vocab
from kg.model import Entity, Label
from kg.resolve.amended import Amendments
from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.ids import unique
from kg.resolve.keyed import ORGANIZATIONS, state_of_key
from kg.resolve.keys import script_of
from kg.resolve.labels import concept_of, labels_of, main_label
from kg.resolve.posts import role
from kg.resolve.profiles import Profile
from kg.slug import slug

_PART = 36
"""Characters of each name in the id of an event, so that there is room for all of them."""

_GENERAL = dict.fromkeys(ORGANIZATIONS, "organization")


@dataclass(slots=True)
class Catalogue:
    """The entities while they are made. All by cluster."""

    corpus: Corpus
    clusters: Clusters
    kinds: dict[Node, str] = field(default_factory=dict)
    labels: dict[Node, tuple[Label, ...]] = field(default_factory=dict)
    main: dict[Node, Label] = field(default_factory=dict)
    bases: dict[Node, str] = field(default_factory=dict)
    ids: dict[Node, str] = field(default_factory=dict)
    stand_in: dict[Node, Node] = field(default_factory=dict)
    places: dict[Node, tuple[Node, ...]] = field(default_factory=dict)
    amendments: Amendments = field(default_factory=Amendments)

    def id_of(self, node: Node) -> str:
        """Return the id of the entity that a node belongs to; "" where it is none (nothing names it)."""
        return self.ids.get(self.seat(node), "")

    def seat(self, node: Node) -> Node:
        """Return the cluster that stands for a node: its own, or its state's where no article names a ministry."""
        root = self.clusters.find(node)
        return self.stand_in.get(root, root)

    def title(self, root: Node) -> str:
        """Return the name that an entity has in the labels of others: in Latin letters if it has one."""
        names = [label for label in self.labels[root] if label.preferred and script_of(label.text) == "LATIN"]
        main = self.main[root]
        latin = min(names, key=_by_text).text if names else main.text
        return main.text if script_of(main.text) == "LATIN" else latin

    def add(self, root: Node, kind: str, labels: tuple[Label, ...], main: Label, base: str) -> None:
        """Note an entity, as far as no correction says otherwise; ids are given when all are known."""
        noted = self.amendments.amend(root, kind, labels, main, base)
        self.kinds[root], self.labels[root], self.main[root], self.bases[root] = noted
        if noted[0] != kind and not vocab.is_a(kind, "Event"):
            self.bases[root] = f"{_head(noted[0])}/{noted[3].split('/', 1)[1]}"

    def assign(self) -> None:
        """Give every noted entity its id."""
        apart = {root: self._apart(root) for root in self.bases}
        names = unique([(self.bases[root], apart[root]) for root in sorted(self.bases)])
        self.ids = {root: names[self.bases[root], apart[root]] for root in sorted(self.bases)}

    def _apart(self, root: Node) -> str:
        things = [self.corpus.things[node] for node in self.clusters.members(root)]
        traits = sorted({f"{k}={v}" for t in things for k, v in t.traits if k in ("state", "role", "type", "topic")})
        keys = sorted({t.key for t in things} - {""})
        return "|".join([*keys, *traits, *root])

    def entities(self) -> tuple[Entity, ...]:
        """Return all entities, sorted by id."""
        found = []
        for root, identifier in self.ids.items():
            members = self.clusters.members(root)
            concept = concept_of(self.corpus, members)
            keys = sorted({self.corpus.things[node].key for node in members} - {""}, key=lambda k: ("?" in k, k))
            labels = tuple(sorted({*self.labels[root], self.main[root]}, key=_label_order))
            found.append(
                Entity(
                    id=identifier,
                    kind=self.kinds[root],
                    main=self.main[root],
                    labels=labels,
                    members=tuple(members),
                    same_as=tuple(sorted(concept.same_as)) if concept else (),
                    key=keys[0] if keys else "",
                )
            )
        return tuple(sorted(found, key=lambda entity: entity.id))


def kind_of(corpus: Corpus, members: list[Node]) -> str:
    """Return the class of a cluster: the gazetteer's, else the most special, most used one of its members."""
    concept = concept_of(corpus, members)
    if concept is not None:
        return concept.kind
    counts = Counter(corpus.things[node].kind for node in members)
    if counts.keys() & {"Person", "Official"}:
        return _person_kind(corpus, members)
    return min(counts, key=lambda kind: (-len(vocab.superclasses(kind)), -counts[kind], kind))


def _person_kind(corpus: Corpus, members: list[Node]) -> str:
    """Who holds a post is an official; who is only said to have held one is not."""
    said = {s.predicate for node in members for s in corpus.statements.get(node, ())}
    if "holdsPost" in said:
        return "Official"
    if "formerlyHeldPost" in said:
        return "Person"
    return "Official" if any(corpus.things[node].kind == "Official" for node in members) else "Person"


def _label_order(label: Label) -> tuple[str, bool, str]:
    return label.language, not label.preferred, label.text


def _by_text(label: Label) -> tuple[str, str]:
    return label.text, label.language


def name_things(catalogue: Catalogue) -> None:
    """Note all clusters that articles name, other than events and posts."""
    corpus, clusters = catalogue.corpus, catalogue.clusters
    for root in clusters.roots():
        if corpus.things[root].kind == "Post" or vocab.is_a(corpus.things[root].kind, "Event"):
            continue
        labels = labels_of(corpus, clusters, root)
        if labels:
            main = main_label(corpus, clusters, root, labels)
            kind = kind_of(corpus, clusters.members(root))
            catalogue.add(root, kind, labels, main, _base(corpus, clusters.members(root), kind, labels, main))
    _stand_in(catalogue)


def _stand_in(catalogue: Catalogue) -> None:
    """A ministry that only a minister's title tells, and no article names, is stood in for by its state."""
    corpus, clusters = catalogue.corpus, catalogue.clusters
    states = {t.key: clusters.find(n) for n, t in sorted(corpus.things.items()) if t.kind == "State" and t.key}
    for root in clusters.roots():
        if corpus.things[root].kind in ORGANIZATIONS and root not in catalogue.bases:
            keys = sorted({state_of_key(corpus.things[node].key) for node in clusters.members(root)} - {""})
            if len(keys) == 1 and keys[0] in states:
                catalogue.stand_in[root] = states[keys[0]]


def _head(kind: str) -> str:
    """The first part of the ids of a class."""
    return _GENERAL.get(kind, kind.lower())


def _base(corpus: Corpus, members: list[Node], kind: str, labels: tuple[Label, ...], main: Label) -> str:
    head = _head(kind)
    concept = concept_of(corpus, members)
    if concept is not None:
        english = concept.labels.get("en", ())
        tail = concept.key.split("/", 1)[-1]
        named = english[0] if english and (kind in ("State", "Place") or "/" in tail or tail.isupper()) else tail
        return f"{head}/{slug(named)}"
    latin = [label for label in labels if label.preferred and script_of(label.text) == "LATIN"]
    best = main if main.language.startswith("en") else min(latin, key=_by_text) if latin else main
    return f"{head}/{slug(best.text)}"


def name_posts(catalogue: Catalogue, holders: Mapping[Node, str]) -> None:
    """Note the posts, by role and place. holders: cluster of a post -> the slug of who has it."""
    for root, where in sorted(catalogue.places.items()):
        name = role(catalogue.corpus, root)
        title = vocab.label(name) if name in vocab.concepts("Role") else name or "Post"
        fields = sorted(
            {f for n in catalogue.clusters.members(root) for f in catalogue.corpus.things[n].trait("field")}
        )
        at_state = all(catalogue.kinds.get(place) == "State" for place in where)
        homes = [catalogue.title(place) for place in where if place in catalogue.main]
        tails = [catalogue.bases[place].split("/", 1)[1] for place in where if place in catalogue.bases]
        about = [" and ".join(fields).replace("-", " ")] if fields and at_state and where else []
        label = Label(", ".join([title[:1].upper() + title[1:], *about, *homes]), "en", True)
        base = "post/" + slug("-".join([title, *about, *(tails or [holders.get(root, "")])]))
        catalogue.add(root, "Post", (label,), label, base)


def name_event(catalogue: Catalogue, root: Node, profile: Profile, day: str) -> None:
    """Note an event: "Signing: Hanoi Convention, 2025-10-25"."""
    parts = _subjects(catalogue, profile)
    title = vocab.label(catalogue.amendments.kinds.get(root, profile.kind))
    text = f"{title[:1].upper()}{title[1:]}"
    named = [catalogue.title(part) for part in parts] or sorted(profile.nouns)[:1]
    text += ": " + ", ".join(named) if named else ""
    label = Label(text + (f" ({day})" if day else ""), "en", True)
    tails = [slug(catalogue.bases[part].split("/", 1)[1], _PART) for part in parts] or sorted(profile.nouns)[:1]
    base = "event/" + slug("-".join([title, *tails]))
    catalogue.add(root, profile.kind, (label,), label, f"{base}-{day}" if day else base)


def _subjects(catalogue: Catalogue, profile: Profile) -> list[Node]:
    """What an event is named by: its treaty, its agents where they tell it from others, else its company or place."""
    known = catalogue.main
    treaties = sorted(profile.treaties & known.keys())[:1]
    agents = sorted(profile.agents & known.keys(), key=lambda n: (catalogue.kinds[n] != "State", catalogue.bases[n]))
    if treaties:
        return treaties + (agents[:1] if profile.kind in ("Ratification", "Withdrawal") or profile.denied else [])
    company = sorted(profile.company & known.keys(), key=lambda n: catalogue.bases[n])
    return agents[:2] or company[:2] or sorted(profile.places & known.keys())[:1]
