"""Two officials after one plural title: "the foreign ministers of A and B, X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.bodies import states_of
from kg.annotate.patterns import Groups
from kg.annotate.phrase import Item, Person, Post


def couple(groups: Groups, items: list[Item]) -> list[Item] | None:
    """Two persons out of a plural title with two names; None where it does not say that they are of two states."""
    post = groups["post"][0].phrase
    if not isinstance(post, Post) or not {"first", "second", "both"} & groups.keys():
        return None
    one, two = groups["one"], groups["two"]
    before = items[: items.index(two[0])]
    joint = next(i for i in reversed(before) if i.symbol == "&")
    mine, other = _posts(groups, post)
    return [_person(before, one, mine), joint, _person(two, two, other)]


def _posts(groups: Groups, post: Post) -> tuple[Post, Post]:
    """The title of each: in his own state, or in one of both."""
    if "both" in groups:
        own = [b for b in post.bodies if b.head == "ministry" and not b.state and not b.key]  # "МИД" of each of the two
        bodies = tuple(b for b in post.bodies if b not in own)
        fields = (*post.fields, *(f for b in own for f in b.fields))
        one = replace(post, states=(), shared=True, fields=fields, bodies=bodies)
        return one, replace(one)
    item = (groups.get("first") or groups["second"])[0]
    entry = item.entry("state", "adjective")
    another = replace(post, states=((entry.value, "of"),) if entry else ())
    return (another, post) if "first" in groups else (post, another)


def _person(items: Sequence[Item], name: Sequence[Item], post: Post) -> Item:
    person = Person(items[0].start, name[-1].end, (name[0].start, name[-1].end), [post])
    person.inner = states_of(items)
    return Item("1", person.start, person.end, (), person)
