"""What the members of one cluster of events say: its treaty, agents, date, place and noun, as resolved so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.dates import Day, compatible, merged, parse
from kg.resolve.organizations import states_of
from kg.resolve.tables import relations

ROLES = (
    "participant",
    "host",
    "organizer",
    "chair",
    "speaker",
    "signedBy",
    "ratifiedBy",
    "withdrawnBy",
    "mediator",
    "decidedBy",
)


@dataclass(slots=True)
class Profile:
    """A cluster of events. agents: those who make the event this one; company: everybody on it.

    starts, ends: as the members tell them; start, end: as far as the members that agree with the most precise one do.
    """

    kind: str
    treaties: set[Node] = field(default_factory=set)
    agents: set[Node] = field(default_factory=set)
    company: set[Node] = field(default_factory=set)
    places: set[Node] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    counts: set[tuple[str, str]] = field(default_factory=set)
    starts: set[Day] = field(default_factory=set)
    ends: set[Day] = field(default_factory=set)
    start: Day | None = None
    end: Day | None = None

    @property
    def happened(self) -> bool:
        """Whether somebody says that it has happened."""
        return "Happened" in self.statuses

    @property
    def denied(self) -> bool:
        """Whether all that is said of it is that it does not happen."""
        return self.statuses == {"Denied"}


def event_kinds() -> Mapping[str, Any]:
    """Return the classes of events with how their events are told apart (`relations.toml`, [events])."""
    table: Mapping[str, Any] = relations()["events"]
    return table


def profile_of(corpus: Corpus, clusters: Clusters, root: Node) -> Profile:
    """Return the profile of the cluster that `root` is in, its other things named by their clusters."""
    profile = Profile(corpus.things[root].kind)
    rule = event_kinds().get(profile.kind, {})
    for node in clusters.members(root):
        thing = corpus.things[node]
        published = corpus.by_id[node[0]].published
        profile.articles.add(node[0])
        profile.families.add(corpus.family[node[0]])
        profile.nouns |= set(thing.trait("noun"))
        profile.statuses |= set(corpus.values(node, "status"))
        profile.counts |= _counts(corpus, node)
        profile.treaties |= _roots(corpus, clusters, node, "treaty")
        profile.places |= _roots(corpus, clusters, node, "place")
        profile.agents |= _roots(corpus, clusters, node, *rule.get("agents", ()))
        if rule.get("for_state"):
            profile.agents |= _states(corpus, clusters, profile.agents)
        profile.company |= _roots(corpus, clusters, node, *ROLES)
        profile.starts |= set(days_of(corpus, node, "startDate", published))
        profile.ends |= set(days_of(corpus, node, "endDate", published))
    profile.start, profile.end = best_day(profile.starts), best_day(profile.ends)
    return profile


def united(profiles: Sequence[Profile]) -> Profile:
    """Return the profile of clusters of one kind that have become one."""
    profile = Profile(profiles[0].kind)
    for other in profiles:
        profile.treaties |= other.treaties
        profile.agents |= other.agents
        profile.company |= other.company
        profile.places |= other.places
        profile.nouns |= other.nouns
        profile.statuses |= other.statuses
        profile.articles |= other.articles
        profile.families |= other.families
        profile.counts |= other.counts
        profile.starts |= other.starts
        profile.ends |= other.ends
    profile.start, profile.end = best_day(profile.starts), best_day(profile.ends)
    return profile


def _states(corpus: Corpus, clusters: Clusters, agents: set[Node]) -> set[Node]:
    """The states whose bodies are among `agents`: a parliament ratifies for its state."""
    bodies = [agent for agent in agents if corpus.things[agent].kind == "GovernmentBody"]
    keys = {key for body in bodies for node in clusters.members(body) for key in states_of(corpus, node)}
    return {clusters.find(corpus.states[key]) for key in keys if key in corpus.states}


def _counts(corpus: Corpus, node: Node) -> set[tuple[str, str]]:
    return {(s.predicate, s.object) for s in corpus.statements.get(node, ()) if s.datatype == "integer"}


def _roots(corpus: Corpus, clusters: Clusters, node: Node, *predicates: str) -> set[Node]:
    return {clusters.find(other) for other in corpus.objects(node, *predicates)}


def days_of(corpus: Corpus, node: Node, predicate: str, published: str) -> list[Day]:
    """Return the dates that a node tells by "startDate" or "endDate", relative ones counted from `published`."""
    return [day for text in corpus.values(node, predicate) if (day := parse(text, published))]


def best_day(days: Collection[Day]) -> Day | None:
    """Return the most precise of the dates, with what those add that agree with it; None without any."""
    if len(days) < 2:
        return next(iter(days), None)
    first = min(days, key=lambda d: (-d.precision, d))
    return merged(day for day in days if compatible(day, first))


def dates_fit(a: Profile, b: Profile) -> bool:
    """Whether the events can have been at one time: starts fit, or one starts within the other's span."""
    if compatible(a.start, b.start):
        return True
    return _within(a.start, b) or _within(b.start, a)


def _within(day: Day | None, span: Profile) -> bool:
    start, end = span.start, span.end
    if day is None or start is None or end is None or not (day.day and start.day and end.day):
        return False
    years = {d.year for d in (day, start, end)} - {0}
    return len(years) <= 1 and (start.month, start.day) <= (day.month, day.day) <= (end.month, end.day)


def exact_day(a: Profile, b: Profile) -> bool:
    """Whether both are on a known day, the same one."""
    return bool(a.start and b.start and a.start.day and b.start.day and compatible(a.start, b.start))
