"""A difference of two graphs in words, in groups, as short as it can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg import vocab
from kg.changes.difference import Difference, Fact, Moved, Named, Stated
from kg.graph.explanation import quoted, weight

NOTHING = "the graphs say the same"
_DETAILS = frozenset({"dateBasis", "datePrecision"})  # of a date that is told


def summary(found: Difference) -> str:
    """A difference in one line."""
    facts = [_sign(fact) for fact in _told(found.facts)]
    names = (*found.renamed, *found.relabelled)
    parts = (
        _counts("article", added=found.articles.added, withdrawn=found.articles.withdrawn),
        _counts("thing", added=found.added, withdrawn=found.withdrawn, merged=found.merged, split=found.split,
                renamed=names),
        _counts("fact", **{verb: [s for s in facts if s == sign] for verb, sign in _SIGNS.items()}),
    )  # fmt: skip
    other = f"{len(found.added_triples) + len(found.withdrawn_triples):,} triples differ, in no fact"
    return "; ".join(filter(None, parts)) or (NOTHING if found.is_empty else other)


def render(found: Difference, limit: int = 20) -> str:
    """A difference as text for eyes, without a newline at its end.

    limit: how many things of a group, and facts of a thing, are told; 0 for all.
    """
    if found.is_empty:
        return NOTHING
    of = {iri: list(facts) for iri, facts in groupby(found.facts, key=lambda fact: fact.subject.iri)}
    fresh = {thing.iri for thing in (*found.added, *found.withdrawn)}
    changed = [facts for iri, facts in of.items() if iri not in fresh and any(_told(facts))]
    articles = found.articles
    groups = (
        ("articles added", [[name] for name in articles.added]),
        ("articles withdrawn", [[name] for name in articles.withdrawn]),
        ("merged", [[f"{_listed(move.old)} are one: {_called(move.new[0])}"] for move in found.merged]),
        ("split", [[f"{_called(move.old[0])} is several: {_listed(move.new)}"] for move in found.split]),
        ("renamed", [[_renaming(move)] for move in (*found.renamed, *found.relabelled)]),
        ("added", [[_called(thing), *_lines(of.get(thing.iri, ()), limit, fresh=True)] for thing in found.added]),
        ("withdrawn", [[_called(thing)] for thing in found.withdrawn]),
        ("changed", [[_called(facts[0].subject), *_lines(facts, limit)] for facts in changed]),
    )
    lines = [summary(found)]
    for title, entries in groups:
        if entries:
            lines += ["", f"{title} ({len(entries):,})"]
            shown = entries[: limit or None]
            lines += [f"  {line}" for entry in shown for line in entry]
            lines += [f"  and {len(entries) - len(shown):,} more"] if len(entries) > len(shown) else []
    return "\n".join(lines)


_SIGNS = {"added": "+", "withdrawn": "-", "changed": "~", "otherwise attested": "="}


def _counts(noun: str, **groups: Sequence[object]) -> str:
    """ "2 things added, 1 merged"; "" where there are none."""
    parts = [f"{len(several):,} {verb}" for verb, several in groups.items() if several]
    if not parts:
        return ""
    number, _, rest = parts[0].partition(" ")
    parts[0] = f"{number} {noun}{'' if number == '1' else 's'} {rest}"
    return ", ".join(parts)


def _told(facts: Iterable[Fact]) -> list[Fact]:
    """Without details of dates, ends on the day of the beginning, and facts that only rest on other words than before.

    What weighs otherwise than before comes last.
    """
    told = [fact for fact in facts if fact.predicate not in _DETAILS and _weighed(fact.old) != _weighed(fact.new)]
    begun = {_states(fact) for fact in told if fact.predicate == "startDate"}
    told = [fact for fact in told if fact.predicate != "endDate" or _states(fact) not in begun]
    return sorted(told, key=lambda fact: _weights(fact) if _sign(fact) == "=" else "")


def _weighed(state: Stated | None) -> tuple[object, ...]:
    return (state.value_iri or state.value, state.confidence, state.sources) if state else ()


def _lines(facts: Iterable[Fact], limit: int, fresh: bool = False) -> Iterator[str]:
    """The facts of one thing, each with words that say it. fresh: the thing is new, so all of them are."""
    told = _told(facts)
    shown = told[: limit or None]
    words = ""
    for fact in (fact for fact in shown if _sign(fact) != "="):
        yield f"  {'' if fresh else _sign(fact) + ' '}{vocab.label(fact.predicate)}: {_states(fact)}"
        state = fact.new or fact.old
        former, words = words, quoted(state.quotes[0]) if state and state.quotes else ""
        if words not in ("", former):
            yield f"      {words}"
    for weights, alike in groupby((fact for fact in shown if _sign(fact) == "="), key=_weights):
        yield f"  = {weights}: {', '.join(vocab.label(fact.predicate) for fact in alike)}"
    if len(told) > len(shown):
        yield f"  and {len(told) - len(shown):,} more"


def _sign(fact: Fact) -> str:
    if fact.old and fact.new:
        return "=" if _weighed(fact.old)[0] == _weighed(fact.new)[0] else "~"
    return "+" if fact.new else "-"


def _weights(fact: Fact) -> str:
    return " → ".join(weight(state) for state in (fact.old, fact.new) if state)


def _states(fact: Fact) -> str:
    states = [state for state in (fact.old, fact.new) if state]
    words = " → ".join(state.value for state in states)
    return f"{words}  {weight(states[-1])}" if states[-1].confidence else words


def _called(thing: Named) -> str:
    kinds = ", ".join(vocab.label(kind) for kind in thing.kind.split("/") if kind)
    return f"{thing.label} ({kinds})"


def _listed(things: Iterable[Named]) -> str:
    return " and ".join(_called(thing) for thing in things)


def _renaming(move: Moved) -> str:
    (old,), (new,) = move.old, move.new
    if old.label == new.label:
        return f"{_called(new)} has another IRI: {new.iri}"
    return f"{old.label} → {_called(new)}"
