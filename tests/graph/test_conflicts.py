"""The report of contradictions."""

from __future__ import annotations

import json

import pyoxigraph as ox

from kg.graph.conflicts import as_json, conflicts_of, text
from kg.graph.store import store_of
from tests.graph import sample
from tests.graph.test_validate import Triples, date, triple

REPORT = """\
Lake Convention  <treaty/lake-convention>
  number of signatories
    20  [0.9, 1 independent source], 2024-05-04
      “Twenty states signed”  en/lake.txt:152-172, en
    21  [0.9, 1 independent source]
      “21 Staaten haben unterzeichnet”  de/lake.txt:38-68, de

(1 conflict)
"""


def test_both_sides_are_told_with_their_words_and_dates(store: ox.Store) -> None:
    assert text(conflicts_of(store)) == REPORT


def test_of_two_dated_sides_the_later_one_is_named(emitted: tuple[Triples, Triples]) -> None:
    published = triple("article/de-lake-txt", "https://schema.org/datePublished", date("2024-06", "gYearMonth"))
    store = store_of([*emitted[0], *emitted[1], published])
    assert "    21  [0.9, 1 independent source], 2024-06, told later\n" in text(conflicts_of(store))


def test_dates_that_agree_as_far_as_they_are_known_have_no_order(emitted: tuple[Triples, Triples]) -> None:
    published = triple("article/de-lake-txt", "https://schema.org/datePublished", date("2024-05", "gYearMonth"))
    assert "told later" not in text(conflicts_of(store_of([*emitted[0], *emitted[1], published])))


def test_only_one_thing_is_asked_for(store: ox.Store) -> None:
    assert len(conflicts_of(store, "Seenabkommen")) == 1
    assert text(conflicts_of(store, "Arland")) == "(0 conflicts)\n"


def test_json_has_both_facts(store: ox.Store) -> None:
    (conflict,) = json.loads(as_json(conflicts_of(store)))
    assert (conflict["one"]["value"], conflict["other"]["value"], conflict["later"]) == (20, 21, "")
    assert conflict["one"]["subject"] == "Lake Convention"
    assert sample.TREATY in conflict["one"]["subject_iri"]
