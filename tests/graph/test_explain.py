"""What the graph says of one thing, found by its name as typed."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.explain import explain, explained
from kg.graph.explanation import render, render_choices
from kg.graph.names import Thing
from tests.graph import sample
from tests.graph.sample import BASE


def test_several_things_are_listed_to_choose_from(store: ox.Store) -> None:
    assert explained(store, "lake") == (
        "2 things fit 'lake'; ask for one by its id:\n"
        "  organization/lake-union  Lake Union (international organization)\n"
        "  treaty/lake-convention  Lake Convention (treaty)"
    )
    with pytest.raises(QueryError) as caught:
        explain(store, "lake")
    assert str(caught.value) == (
        "2 things fit 'lake'; ask for one by its id: organization/lake-union (Lake Union); "
        "treaty/lake-convention (Lake Convention)"
    )


def test_a_long_list_of_things_to_choose_from_is_cut() -> None:
    choices = tuple(Thing(f"{BASE}state/s{number}", "State", f"S{number}") for number in range(40))
    lines = render_choices("s", choices).splitlines()
    assert (lines[0], lines[-2:]) == (
        "40 things fit 's'; ask for one by its id:",
        ["  state/s29  S29 (state)", "  and 10 more: type more of the name"],
    )


def test_how_a_name_was_understood_is_told_where_it_is_not_plainly_a_name_of_the_thing(store: ox.Store) -> None:
    assert render(explain(store, "Анна Соль")).startswith(
        "'Анна Соль' is taken for Ana Sol: a guess, much like its name “Ana Sol”\n\nAna Sol (official)\n"
    )
    assert render(explain(store, "sol")).startswith("'sol' is taken for Ana Sol: words of its name “Ana Sol”\n\n")
    assert render(explain(store, "ana sól")).startswith("Ana Sol (official)\n")


def test_several_guesses_are_called_guesses(store: ox.Store) -> None:
    assert explained(store, "Brland").splitlines() == [
        "2 things are a guess for 'Brland'; ask for one by its id:",
        "  state/borland  Borland (state)",
        "  state/arland  Arland (state)",
    ]


def test_facts_in_both_directions_with_their_words(store: ox.Store) -> None:
    found = explain(store, "Ana Sol")
    assert found.names == (("en", "Ana Sol"), ("fa", "آنا سول"))
    assert found.mentioned_in == ("en/lake.txt", "fa/lake.txt")
    said = {(fact.predicate, fact.other, fact.outgoing) for fact in found.facts}
    assert said == {
        ("holdsPost", "minister of foreign affairs, Arland", True),
        ("rank", "Ambassador", True),
        ("chair", "Signing of the Lake Convention", False),
        ("speaker", "Signing of the Lake Convention", False),
    }
    chair = next(fact for fact in found.facts if fact.predicate == "chair")
    assert (chair.confidence, chair.sources, chair.other_iri) == (0.97, 2, BASE + sample.SIGNING)
    assert [(quote.article, quote.language) for quote in chair.quotes] == [("en/lake.txt", "en"), ("fa/lake.txt", "fa")]
    for quote in chair.quotes:
        assert sample.TEXTS[quote.article].text[quote.start : quote.end] == quote.words


def test_a_post_tells_from_when_to_when_articles_report_it(store: ox.Store) -> None:
    text = render(explain(store, "Ana Sol"))
    (post,) = (line for line in text.splitlines() if line.startswith("  holds post: "))
    assert post == "  holds post: minister of foreign affairs, Arland  [0.9, 2 independent sources], reported 2024-05"


def test_text_of_an_explanation(store: ox.Store) -> None:
    text = render(explain(store, "Lake Convention"))
    assert text.startswith(f"Lake Convention (treaty)\n  {BASE}{sample.TREATY}\n\nnames\n  de  Seenabkommen\n")
    assert (
        "  number of signatories: 20  [0.9, 1 independent source]\n"
        "    but another claim says: 21\n"
        "    \u201cTwenty states signed\u201d  en/lake.txt:152-172, en\n"
    ) in text
    assert "  subject of: Signing of the Lake Convention  [0.9, 1 independent source]" in text
    assert "  subject of: Refusal of Borland to sign the Lake Convention (denied)  [0.9, 1 independent source]" in text
    assert text.endswith("\nmentioned in\n  en/lake.txt")
    counted = render(explain(store, sample.SIGNING))
    assert "  number of delegations: more than 20  [" in counted
    assert "participant" not in counted
