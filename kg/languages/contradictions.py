"""Words that stand under two terms that cannot both be meant; ontology/contradictions.toml says which those are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from kg.languages.terms import table

Clash = tuple[str, str, str]  # key, other key, word


def contradictions(data: Mapping[str, Any]) -> Iterator[Clash]:
    """Words of a parsed language file that make nonsense of it, with the two keys that they stand under."""
    rules = table("contradictions.toml")
    status = _lists(data.get("status", {}), "status.")
    yield from _between(status, [[f"status.{key}" for key in side] for side in rules["status"]["sides"]])
    acts = {
        act: _lists(forms, f"acts.{act}.") for act, forms in data.get("acts", {}).items() if isinstance(forms, dict)
    }
    for act, lists in acts.items():
        yield from _between(lists, [[f"acts.{act}.{form}" for form in side] for side in rules["acts"]["sides"]])
    every = {key: words for lists in acts.values() for key, words in lists.items()}
    forms, by_object = rules["acts"]["apart"], [set(pair) for pair in rules["acts"]["by_object"]]
    for key, other, word in _between(every, [[f"acts.{act}.{form}" for form in forms] for act in acts]):
        if {key.split(".")[1], other.split(".")[1]} not in by_object:
            yield key, other, word


def shared_words(data: Mapping[str, Any]) -> Iterator[Clash]:
    """Words under two terms of one section, of which a text's word can be only one."""
    for section in table("contradictions.toml")["told"]["sections"]:
        lists = _lists(data.get(section, {}), f"{section}.")
        yield from _between(lists, [[key] for key in lists])


def _lists(table: Mapping[str, Any], path: str) -> dict[str, list[str]]:
    return {path + key: words for key, words in table.items() if isinstance(words, list)}


def _between(lists: Mapping[str, list[str]], sides: Sequence[Sequence[str]]) -> Iterator[Clash]:
    """Each word once for each two sides on which it stands."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, side in enumerate(sides):
        for key in side:
            for word in lists.get(key, ()):
                if isinstance(word, str):
                    found[word.casefold()].append((number, key))
    for word in sorted(word for word, places in found.items() if len(places) > 1):
        for (one, key), (two, other) in combinations(found[word], 2):
            if one != two:
                yield key, other, word
