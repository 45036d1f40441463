"""The fewest statements that contradict each other, with a reasoner that knows what does."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.shrinking import FirstContradictory, shrink

P = ox.NamedNode("urn:p")
THINGS = st.integers(0, 40).map(lambda number: ox.NamedNode(f"urn:thing:{number}"))
STATEMENTS = st.builds(lambda one, other: ox.Triple(one, P, other), THINGS, THINGS)


def reasoner(clashes: Sequence[frozenset[ox.Triple]]) -> FirstContradictory:
    """Return what finds these contradictions, and nothing else, like HermiT."""

    def first(sets: Sequence[Sequence[ox.Triple]]) -> int | None:
        return next((at for at, one in enumerate(sets) if any(clash <= set(one) for clash in clashes)), None)

    return first


@given(st.data(), st.sets(STATEMENTS, min_size=1, max_size=120))
def test_none_of_what_is_left_can_be_missed(data: st.DataObject, triples: set[ox.Triple]) -> None:
    some = st.frozensets(st.sampled_from(sorted(triples, key=str)), min_size=1, max_size=4)
    clashes = data.draw(st.lists(some, min_size=1, max_size=3))
    found = shrink(triples, reasoner(clashes), 100)
    assert found.fewest
    assert frozenset(found.statements) in clashes
    assert not any(other < frozenset(found.statements) for other in clashes)
    assert found == shrink(sorted(triples, key=str, reverse=True), reasoner(clashes), 100)


@given(st.sets(STATEMENTS, min_size=5, max_size=120), st.integers(0, 3))
def test_after_enough_runs_what_is_left_still_contradicts_itself(triples: set[ox.Triple], most: int) -> None:
    clash = frozenset(sorted(triples, key=str)[-5:])
    found = shrink(triples, reasoner([clash]), most)
    assert clash <= set(found.statements)
    assert (found.fewest, found.runs) == (False, most)


def test_thousands_of_statements_take_few_runs() -> None:
    chain = [ox.Triple(ox.NamedNode(f"urn:{n:05}"), P, ox.NamedNode(f"urn:{n + 1:05}")) for n in range(20_000)]
    clash = [chain[place] for place in (3, 4_000, 12_345, 19_999)]
    found = shrink(chain, reasoner([frozenset(clash)]), 100)
    assert (list(found.statements), found.fewest, found.runs) == (clash, True, 25)


def test_a_reasoner_that_objects_to_nothing_at_all_leaves_nothing() -> None:
    found = shrink([ox.Triple(P, P, P)], reasoner([frozenset()]), 100)
    assert (found.statements, found.fewest) == ((), True)
