"""Items, and what noun phrases made of them say: bodies, posts, persons and treaties, before anything is compared.

All indexes are token indexes of the article; `start` to `end` is the whole phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.terms import Entry


@dataclass(slots=True)
class Item:
    """A stretch of tokens[start:end] with one symbol.

    entries: what the term may be, the likeliest first. phrase: what was made of it, where it is more than a term.
    """

    symbol: str
    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    phrase: Phrase | None = field(default=None, repr=False)

    def entry(self, *categories: str) -> Entry | None:
        """The first entry of one of the categories."""
        for category in categories:
            for entry in self.entries:  # most items have none: a loop costs them less than a generator
                if entry.category == category:
                    return entry
        return None


@dataclass(slots=True)
class Phrase:
    """Any noun phrase: tokens[start:end]. inner: the states that it names inside."""

    start: int
    end: int
    inner: tuple[Item, ...] = field(default=(), kw_only=True, repr=False)


@dataclass(slots=True)
class Body(Phrase):
    """An organization. Either `key` (known by name), or a head noun with fields or a name.

    head: a row of heads.toml. fields: of a ministry. state: key of the state that the phrase names. whose: key of the
    organization whose organ it is. name: tokens of its own name (without the state before it). acronym: in brackets
    behind it.
    bare: nothing but the head noun and perhaps the state. within: the body whose part the phrase says it is.
    national: the name says that it is its state's.
    """

    key: str = ""
    head: str = ""
    base: str = ""
    fields: tuple[str, ...] = ()
    state: str = ""
    whose: str = ""
    name: tuple[int, int] = (0, 0)
    acronym: str = ""
    bare: bool = False
    within: Body | None = None
    national: bool = False


@dataclass(slots=True)
class Post(Phrase):
    """An office without its holder. states: (key, "of" or "to") pairs. places: keys. heads: bare nouns of bodies
    spoken of before ("the agency's chief"). shared: of one of "the two countries", which is not said. serves: it is
    held under another office, whose body and fields these are ("envoy of the Secretary-General of the UN"). word:
    tokens of the role (or of "acting") itself. party: of a member of parliament, where the title names it.
    """

    role: str = ""
    fields: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    states: tuple[tuple[str, str], ...] = ()
    places: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    former: bool = False
    counterpart: bool = False
    possessed: bool = False
    shared: bool = False
    serves: bool = False
    word: tuple[int, int] = (0, 0)
    party: Body | None = None


@dataclass(slots=True)
class Person(Phrase):
    """A person with what the phrase says of him. name: tokens of the name alone. foreign: it is written as one from
    abroad, in a script that shows it. party: tokens of his party's name.
    """

    name: tuple[int, int] = (0, 0)
    posts: list[Post] = field(default_factory=list)
    rank: str = ""
    official: bool = True
    foreign: bool = False
    party: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Treaty(Phrase):
    """A treaty. key: known by name. type: convention, protocol, ... name: tokens of its name, quotation marks not
    counted.

    bare: nothing but the noun ("the convention"). hard: the end of the name is sure (a quotation mark, a stop,
    capitals);
    about: the name has a subject part. alias_of: start token of the treaty of which this is said to be another name.
    years: that are part of the name; short: tokens of the name up to there, where a subject follows.
    inside: bodies in a title written small, which may be no title after all.
    """

    key: str = ""
    type: str = ""
    base: str = ""
    name: tuple[int, int] = (0, 0)
    bare: bool = False
    hard: bool = True
    about: bool = False
    quoted: bool = False
    definite: bool = False
    pointed: bool = False
    acronym: str = ""
    places: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    short: tuple[int, int] = (0, 0)
    alias_of: int = -1
    inside: tuple[Body, ...] = ()
