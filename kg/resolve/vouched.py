"""Corrections of facts: what is rejected never comes on the ledger; what is asserted does, in its author's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.resolve.amended import at_odds, misfit
from kg.resolve.corpus import Node
from kg.resolve.dates import parse
from kg.resolve.entities import Catalogue
from kg.resolve.facts import Ledger, Triple
from kg.resolve.happenings import Happenings, precision_of
from kg.resolve.planned import Aim
from kg.resolve.tables import relations
from kg.resolve.timeline import When


def settle_happenings(catalogue: Catalogue, found: Happenings) -> None:
    """Give events the status and the dates that corrections say; CorrectionError where they say two."""
    for aim in catalogue.amendments.plan.of("reject"):
        targets = {"startDate": found.starts, "endDate": found.ends}
        for root in _roots(catalogue, aim) if aim.correction.predicate in targets else ():
            if _without(targets[aim.correction.predicate], root, aim.correction.value):
                catalogue.amendments.heeded.add(aim.correction)
    said: dict[tuple[Node, str], Aim] = {}
    for aim in catalogue.amendments.plan.of("assert"):
        one = aim.correction
        for root in _roots(catalogue, aim) if one.predicate in ("status", "startDate", "endDate") else ():
            former = said.setdefault((root, one.predicate), aim).correction
            if former.value != one.value:
                raise at_odds(former, one)
            _say(found, root, one.predicate, one.value)


def _roots(catalogue: Catalogue, aim: Aim) -> list[Node]:
    return sorted({catalogue.clusters.find(node) for node in aim.nodes[0]})


def _without(dates: dict[Node, When], root: Node, value: str) -> bool:
    """Strike out a date, if it is the one; of those that conflict with it, what most articles tell takes its place."""
    when = dates.get(root)
    if when is None or str(when.day) != value:
        return False
    rivals = sorted((r for r in when.rivals if str(r[0]) != value), key=lambda rival: (-len(rival[1]), rival[0]))
    if rivals:
        dates[root] = When(rivals[0][0], rivals[0][1], False, tuple(rivals[1:]))
    else:
        del dates[root]
    return True


def _say(found: Happenings, root: Node, predicate: str, value: str) -> None:
    if predicate == "status":
        found.statuses[root] = value
        found.asserted.add(root)
        return
    dates, day = found.starts if predicate == "startDate" else found.ends, parse(value)
    if day is not None and (root not in dates or str(dates[root].day) != value):
        dates[root] = When(day, (), False)
        if predicate == "startDate" and root in found.ends and str(found.ends[root].day) < value:
            del found.ends[root]


def reject(catalogue: Catalogue, ledger: Ledger) -> None:
    """Strike out beforehand what corrections reject."""
    for aim in catalogue.amendments.plan.of("reject"):
        triple, why = _triple(catalogue, aim)
        if triple is None:
            catalogue.amendments.leave_out(aim, why)
        else:
            ledger.reject(triple)


def put_asserted(catalogue: Catalogue, ledger: Ledger, happenings: Happenings) -> None:
    """Put what corrections assert on the ledger, and take from it what cannot be said of a thing of a new class.

    Also tells which rejected claims nobody made.
    """
    for aim in catalogue.amendments.plan.of("reject"):
        triple, _ = _triple(catalogue, aim)
        if triple is not None and not (ledger.was_said(triple) or aim.correction in catalogue.amendments.heeded):
            catalogue.amendments.leave_out(aim, f"no article says so: {' '.join(aim.correction.told)}")
    _drop_misfits(catalogue, ledger)
    for aim in catalogue.amendments.plan.of("assert"):
        triple, why = _triple(catalogue, aim)
        if triple is not None and ledger.is_rejected(triple):
            why = "the same claim is rejected by another correction"
        if triple is None or why:
            catalogue.amendments.leave_out(aim, why)
            continue
        for one in (triple, *_with(triple, ledger, happenings, catalogue.clusters.find(aim.nodes[0][0]))):
            ledger.vouch(one, aim.correction.by)
        for pair in relations()["conflicts"]["exclusive"]:
            for other in set(pair) - {triple.predicate} if triple.predicate in pair else ():
                ledger.drop(replace(triple, predicate=other))


def _triple(catalogue: Catalogue, aim: Aim) -> tuple[Triple | None, str]:
    """What a correction is about; None, and why, where there is no such thing in the graph."""
    one = aim.correction
    ids = [catalogue.id_of(nodes[0]) for nodes in aim.nodes]
    for reference, identifier in zip(one.things, ids, strict=True):
        if not identifier:
            return None, f"no article names {reference!r}"
    kinds = [catalogue.kinds[catalogue.seat(nodes[0])] for nodes in aim.nodes]
    triple = Triple(ids[0], one.predicate, one.value or ids[-1], one.datatype, one.language)
    return triple, misfit(one.predicate, kinds[0], kinds[1] if len(kinds) > 1 else "") if one.kind == "assert" else ""


def _with(triple: Triple, ledger: Ledger, happenings: Happenings, event: Node) -> Iterator[Triple]:
    """What has to stand beside an asserted date: its precision and basis, and an end."""
    day = parse(triple.object) if triple.predicate in ("startDate", "endDate") else None
    if day is None or ledger.supports(triple):
        return
    if triple.predicate == "startDate":
        yield Triple(triple.subject, "datePrecision", precision_of(day), "concept")
        yield Triple(triple.subject, "dateBasis", "Stated", "concept")
        if day.day and event not in happenings.ends:
            yield replace(triple, predicate="endDate")


def _drop_misfits(catalogue: Catalogue, ledger: Ledger) -> None:
    kinds = {identifier: catalogue.kinds[root] for root, identifier in catalogue.ids.items()}
    changed = {catalogue.ids[root] for root in catalogue.amendments.kinds if root in catalogue.ids}
    for triple in ledger.about(changed):
        value = kinds.get(triple.object, "") if triple.datatype == "" else ""
        if misfit(triple.predicate, kinds[triple.subject], value):
            ledger.drop(triple)
