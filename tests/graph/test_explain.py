"""What the graph says of one thing, found by its name as typed."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.explain import explain, render
from kg.graph.names import fold
from tests.graph import sample
from tests.graph.sample import BASE


@pytest.mark.parametrize(
    "name",
    ["Ana Sol", "ana sol", "ÁNA SÓL", "آنا سول", "Ana", "na so", sample.SOL, BASE + sample.SOL],
)
def test_a_thing_is_found_by_name_case_accents_script_part_and_iri(store: ox.Store, name: str) -> None:
    thing = explain(store, name).thing
    assert thing is not None
    assert (thing.iri, thing.kind, thing.label) == (BASE + sample.SOL, "Official", "Ana Sol")


def test_accents_that_are_not_typed(store: ox.Store) -> None:
    thing = explain(store, "jose hand").thing
    assert thing is not None
    assert thing.iri == BASE + sample.EDITOR


def test_a_whole_name_goes_before_a_part_of_a_longer_one(store: ox.Store) -> None:
    thing = explain(store, "lake convention").thing
    assert thing is not None
    assert thing.iri == BASE + sample.TREATY


def test_several_things_are_listed_to_choose_from(store: ox.Store) -> None:
    found = explain(store, "lake")
    assert found.thing is None
    assert [choice.iri for choice in found.choices] == [BASE + sample.PARENT, BASE + sample.TREATY]
    assert render(found) == (
        "2 things fit 'lake'; ask for one by its id:\n"
        "  organization/lake-union  Lake Union (international organization)\n"
        "  treaty/lake-convention  Lake Convention (treaty)"
    )


@pytest.mark.parametrize("name", ["nobody at all", "", "  ", "?!"])
def test_nothing_fits(store: ox.Store, name: str) -> None:
    with pytest.raises(QueryError) as caught:
        explain(store, name)
    assert str(caught.value) == (
        f"the graph has nothing called {name!r}: try a part of the name, or kg query OUT --name names"
    )


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
    assert (chair.confidence, chair.sources, chair.other_iri) == ("0.97", 2, BASE + sample.SIGNING)
    assert [(quote.article, quote.language) for quote in chair.quotes] == [("en/lake.txt", "en"), ("fa/lake.txt", "fa")]
    for quote in chair.quotes:
        assert sample.TEXTS[quote.article].text[quote.start : quote.end] == quote.words


def test_text_of_an_explanation(store: ox.Store) -> None:
    text = render(explain(store, "Lake Convention"))
    assert text.startswith(f"Lake Convention (treaty)\n  {BASE}{sample.TREATY}\n\nnames\n  de  Seenabkommen\n")
    assert (
        "  number of signatories: 20  [0.9, 1 independent source]\n"
        "    but another claim says: 21\n"
        "    \u201cTwenty states signed\u201d  en/lake.txt:152-172, en\n"
    ) in text
    assert "is treaty of: Signing of the Lake Convention  [0.9, 1 independent source]" in text
    assert text.endswith("\nmentioned in\n  en/lake.txt")
    counted = render(explain(store, sample.SIGNING))
    assert "  number of delegations: more than 20  [" in counted
    assert "participant" not in counted


def test_fold_drops_case_accents_and_signs() -> None:
    assert fold("Phạm Thế-Tùng") == fold("pham the tung")
    assert fold("قرارداد‌ها") == fold("قراردادها")
