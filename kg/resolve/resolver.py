"""The steps of resolving, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.corrections import Correction, group_of
from kg.memory import without_collection
from kg.model import Article, Judgement, Reading, Resolution
from kg.resolve.amended import Amendments
from kg.resolve.corpus import Clusters, Corpus, Knowledge, Node
from kg.resolve.entities import Catalogue, name_things
from kg.resolve.events import merge_events, told_stories
from kg.resolve.facts import Ledger, drop_former_posts
from kg.resolve.families import find_families, works
from kg.resolve.happenings import name_events, settle_events
from kg.resolve.implied import add_implied, add_known
from kg.resolve.keyed import merge_keyed, merge_open
from kg.resolve.organizations import merge_organizations
from kg.resolve.persons import drop_weak, merge_persons
from kg.resolve.places import merge_places
from kg.resolve.planned import Plan, plan
from kg.resolve.posts import merge_posts
from kg.resolve.remembered import Remembered
from kg.resolve.statements import add_posts, add_statements
from kg.resolve.treaties import merge_signed, merge_treaties
from kg.resolve.vouched import put_asserted, reject, settle_happenings


def resolve(
    readings: Sequence[Reading],
    texts: Mapping[str, Article],
    knowledge: Knowledge,
    jobs: int | None = None,
    corrections: Iterable[Correction] = (),
    remembered: Remembered | None = None,
) -> Resolution:
    """Put the readings of all articles together: one entity a thing, one fact a triple, with everything that says it.

    readings: one for each article, in any order: the result does not depend on it. texts: the articles by identifier,
    for the words of the passages. knowledge: the gazetteer. jobs: how many processes; all cores where None.
    corrections: what people decided, in any order; what cannot be carried out is in the result's `unapplied`.
    remembered: results of former comparisons, which is only to be quick.
    The entities of the result have ids of their own; things that no article names are left out, with what is said of
    them. Raises CorrectionError where corrections contradict each other.
    """
    with without_collection():
        known = remembered or Remembered()

        def under(plan: Plan) -> Resolution:
            return _resolved(Corpus.of(readings, texts, knowledge), plan, jobs, known)

        corpus = Corpus.of(readings, texts, knowledge)
        return _resolved(corpus, plan(corrections, corpus, under), jobs, known)


def _resolved(corpus: Corpus, plan: Plan, jobs: int | None, remembered: Remembered) -> Resolution:
    """The steps, in their order."""
    corpus.family.update(find_families(corpus.readings, corpus.texts, jobs))
    clusters = Clusters(sorted(corpus.things), plan.ties(), plan.apart())
    merge_keyed(corpus, clusters)
    merge_treaties(corpus, clusters)
    clusters.settle(corpus.nodes("Treaty"))
    merge_places(corpus, clusters)
    clusters.settle(corpus.nodes("Place"))
    merge_persons(corpus, clusters, told_stories(corpus, clusters), jobs, remembered)
    drop_weak(corpus, clusters)
    merge_signed(corpus, clusters)
    merge_open(corpus, clusters)
    merge_organizations(corpus, clusters)
    clusters.settle(node for node, thing in corpus.things.items() if group_of(thing.kind) not in ("Event", "Post"))
    merge_posts(corpus, clusters)
    merge_events(corpus, clusters, jobs)
    clusters.settle(corpus.things)
    catalogue = Catalogue(corpus, clusters, amendments=Amendments.of(plan, corpus, clusters))
    name_things(catalogue)
    add_posts(catalogue)
    happenings = settle_events(catalogue)
    settle_happenings(catalogue, happenings)
    name_events(catalogue, happenings)
    catalogue.assign()
    ledger = Ledger(corpus)
    reject(catalogue, ledger)
    add_statements(catalogue, ledger)
    statuses = happenings.write(catalogue, ledger)
    add_implied(catalogue, ledger, statuses)
    add_known(catalogue, ledger)
    put_asserted(catalogue, ledger, happenings)
    drop_former_posts(ledger)
    return Resolution(
        readings=corpus.readings,
        works=works(corpus.readings, corpus.family),
        entities=catalogue.entities(),
        facts=ledger.facts(),
        mentions=_mentions(catalogue),
        judgements=_judgements(corpus, clusters),
        decisions=catalogue.amendments.decisions(catalogue.id_of),
        unapplied=catalogue.amendments.all_left_out(),
    )


def _judgements(corpus: Corpus, clusters: Clusters) -> tuple[Judgement, ...]:
    """What was decided on pairs of things: by comparing them, or because something showed at once that they are one."""
    shown = {Judgement(min(a, b), max(a, b), "same", 1.0, (why,)) for a, b, why in clusters.joined}
    return tuple(sorted({*corpus.judgements, *shown}, key=_judgement_order))


def _judgement_order(j: Judgement) -> tuple[Node, Node, str, float, tuple[str, ...]]:
    return j.left, j.right, j.verdict, j.score, j.reasons


def _mentions(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    found = set()
    for node, thing in catalogue.corpus.things.items():
        entity = catalogue.id_of(node)
        if entity and thing.kind != "Post":
            found.add((node[0], entity))
    return tuple(sorted(found))
