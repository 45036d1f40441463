"""What is in a graph, in numbers."""

from __future__ import annotations

import json
from dataclasses import replace

import pyoxigraph as ox

from kg.graph.centrality import Central
from kg.graph.statistics import Month, Share, as_json, statistics
from kg.graph.statistics_text import render
from kg.graph.store import store_of
from tests.graph import sample
from tests.graph.sample import BASE


def test_numbers_of_the_sample(store: ox.Store) -> None:
    found = statistics(store)
    assert (found.articles, found.works, found.facts) == (3, 2, 37)
    assert found.kinds == (
        ("Signing", 2), ("State", 2), ("EntryIntoForce", 1), ("GovernmentBody", 1), ("InternationalOrganization", 1),
        ("Official", 1), ("Person", 1), ("Place", 1), ("Post", 1), ("Treaty", 1),
    )  # fmt: skip
    assert found.statuses == (("Denied", 1), ("Happened", 1), ("Planned", 1))
    assert found.months == (Month("2024-05", 2, 2),)
    assert found.undated == 1, "it enters into force in 2026"


def test_what_each_language_and_source_alone_tells(store: ox.Store) -> None:
    found = statistics(store)
    assert found.languages == (Share("de", 1, 7, 7), Share("en", 1, 30, 28), Share("fa", 1, 2, 0))
    assert found.sources == (Share("news.example", 2, 30, 30), Share("", 1, 7, 7))
    assert sum(share.only for share in found.sources) == found.facts


def test_central_things_are_the_first_by_any_measure(store: ox.Store) -> None:
    (first,) = statistics(store, top=1).central
    assert (first.kind, first.label) == ("Treaty", "Lake Convention")
    assert first.measures == Central(BASE + sample.TREATY, 5, 0.5273, 0.1672)
    assert len(statistics(store, top=100).central) == len(sample.ENTITIES)


def test_groups_are_called_after_things_with_names_of_their_own(store: ox.Store) -> None:
    found = statistics(store)
    assert [group.size for group in found.groups] == sorted((group.size for group in found.groups), reverse=True)
    assert all("Signing" not in label for group in found.groups for label in group.labels)


def test_text_for_eyes(store: ox.Store) -> None:
    text = render(statistics(store))
    assert text.startswith("3 articles, 2 works, 12 things, 37 facts\n\nThings\n  kind                        things\n")
    assert "  Lake Convention                                 treaty                      5           0.5273" in text
    assert "\n  (not stated)  1         7      7\n" in text
    assert text.endswith(
        "Time\n  month    articles  events\n  -------  --------  ------\n  2024-05  2         2\n"
        "  and 1 event of no known month"
    )


def test_a_long_time_is_told_in_years(store: ox.Store) -> None:
    months = tuple(Month(f"{1990 + number // 12}-{number % 12 + 1:02}", 1, 2) for number in range(48))
    text = render(replace(statistics(store), months=months, undated=0))
    assert text.endswith("  year  articles  events\n  ----  --------  ------\n" + "\n".join(
        f"  {year}  12        24" for year in range(1990, 1994)
    ))  # fmt: skip


def test_a_long_list_of_sources_is_cut(store: ox.Store) -> None:
    sources = tuple(Share(f"{number}.example", 1, 2, 1) for number in range(50))
    text = render(replace(statistics(store), sources=sources, months=(), undated=0))
    assert text.endswith("\n  39.example  1         2      1\n  and 10 more")


def test_json_has_the_same_numbers(store: ox.Store) -> None:
    told = json.loads(as_json(statistics(store)))
    assert (told["facts"], told["languages"][0]) == (37, {"name": "de", "articles": 1, "facts": 7, "only": 7})


def test_an_empty_graph() -> None:
    assert render(statistics(store_of([]))) == "0 articles, 0 works, 0 things, 0 facts"
