"""What Tab offers."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.ask.completion import Completions


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("SELECT * { ?t kg:signat", ["SELECT * { ?t kg:signatory", "SELECT * { ?t kg:signatoryCount"]),
        ("SELECT * { ?t KG", []),
        ("SELECT * { ?t sk", ["SELECT * { ?t skos:"]),
        ("SELECT * { ?treaty kg:treaty ?t", ["SELECT * { ?treaty kg:treaty ?treaty"]),
        ("SELECT * { ?s ?p ?o } ORD", ["SELECT * { ?s ?p ?o } ORDER"]),
        ("PREFIX k: <https://w3id.org/treaty-kg/ontology#> ASK { ?s k:Denie",
         ["PREFIX k: <https://w3id.org/treaty-kg/ontology#> ASK { ?s k:Denied"]),
        ("state-", ["state-treaties"]),
        ("\\sh", ["\\show"]),
        ("\\show signed", ["\\show signed-not-ratified"]),
        ("\\format t", ["\\format table", "\\format tsv", "\\format turtle"]),
        ("\\explain lake conv", ["\\explain Lake Convention"]),
        ("signed-not-ratified ", [f"signed-not-ratified {name}=" for name in ("date", "treaty", "state")]),
        ("signed-not-ratified date=2025 t", ["signed-not-ratified date=2025 treaty="]),
        ("signed-not-ratified treaty=lake", ['signed-not-ratified treaty="Lake Convention"']),
        ('signed-not-ratified treaty="Conv', ['signed-not-ratified treaty="Convention on Lakes"']),
        ("signed-not-ratified state=b", ["signed-not-ratified state=Borland"]),
        ("events kind=Vis", ["events kind=Visit"]),
        ("mentions article=m", ['mentions article="Ministers sign the Lake Convention"']),
        ("jose", ["José Hand"]),
        ("see", ["Seenabkommen"]),
        ("qqq", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_may_come_next(store: ox.Store, typed: str, whole: list[str]) -> None:
    found = Completions(store).after(typed)
    assert [typed[: len(typed) - one.back] + one.text for one in found] == whole


def test_a_candidate_says_what_it_is(store: ox.Store) -> None:
    completions = Completions(store)
    (one,) = completions.after("state-tr")
    assert one.meaning == "The treaties that concern a state, and where it stands in each"
    (date, *_) = completions.after("post-at ")
    assert (date.text, date.meaning) == ("date=", "date; required")
    (sol,) = completions.after("ana s")
    assert sol.meaning == "Agent, Official, Person"


def test_there_are_never_more_than_one_can_look_at(store: ox.Store) -> None:
    assert len(Completions(store).after("SELECT * { ?s kg:")) == 50
