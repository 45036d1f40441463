"""The plain data that the stages hand to one another. Nothing here knows RDF, files or any language.

Offsets are indexes into `Article.text` (Python characters); a span is half open, `text[start:end]`.
Classes and properties are named by their local name in the vocabulary: "Treaty", "signedBy".

The way of the data: `Article` (read) -> `Reading` (annotate, extract; one article on its own)
-> `Resolution` (resolve; all readings together) -> RDF (graph).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One input document, as its format gives it.

    identifier: path relative to the folder that was read (POSIX separators), or the record's own id.
    text: the whole text; every offset of the article points into it.
    language, headline, published, source: only where the input format states them (JSONL fields, HTML metadata);
    `published` is an ISO date, `source` the IRI of the page, `language` a BCP 47 code.
    """

    identifier: str
    text: str
    language: str = ""
    headline: str = ""
    published: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of an article with one use on the page.

    kind: "headline", "paragraph", "caption" (text beside a picture), "credit" (who took it), "byline" (author,
    editor), "dateline" (place, date, agency before the first sentence), "published" (a line with the publication
    date), "source" (where the text comes from), "furniture" (comment counters, empty picture marks, share buttons),
    "repeat" (a paragraph that stood before). Zones do not overlap and are sorted; text outside any zone is blank.
    Names and facts are read from headlines, paragraphs, captions (and nothing else).
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing as one article writes it, brought to its base form.

    text: the base form; start, end: where the (perhaps inflected) name stands.
    sure: the base form is known (gazetteer, or it stands so in the text), not merely worked out from an inflected one.
    """

    text: str
    start: int
    end: int
    sure: bool = True


TELLS_POST = "postRole"
"""The property whose words stand for a post, which no words name: who holds it, and as what."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that one article names: an entity or an event, before it is compared with other articles' things.

    id: unique in its reading, e.g. "t3".
    kind: the most special class, e.g. "Official", "GovernmentBody", "Signing".
    names: best first (full before short); empty for events and posts.
    key: an identity known without comparing names, shared by all languages; "" where there is none. Examples:
        "state/VN", "place/1581130", "organization/united-nations", "ministry/VN/public-security",
        "parliament/VN", "post/DeputyMinister@ministry/VN/public-security", "treaty/convention@place/1581130".
        A ministry whose state the article does not tell has "ministry/?/public-security".
    traits: what helps to compare it, sorted (name, value) pairs; a name may recur. For persons: "role", "state",
        "field", "rank", "surname"; for treaties: "type" (convention, protocol, ...), "topic", "between" (state key),
        "body" (organization key), "place"; for organizations: "head" (ministry, agency, ...), "acronym", "state",
        "field"; for events: "noun" (conference, session, ...); for posts: "assumed" (state: that of the article, since
        no words beside the post tell another).
    """

    id: str
    kind: str
    names: tuple[Name, ...] = ()
    key: str = ""
    traits: tuple[tuple[str, str], ...] = ()

    def trait(self, name: str) -> tuple[str, ...]:
        """All values of one trait, in order."""
        return tuple(value for key, value in self.traits if key == name)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where a thing is named, described or referred to."""

    thing: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple that one article's words say, with those words.

    subject: a thing's id. predicate: a property of the vocabulary ("chair", "startDate", "postRole", "status").
    object: a thing's id where `datatype` is ""; else a literal's text. Datatypes: "integer"; "concept" (local name of
        a kg: individual: "Minister", "Planned", "Inferred"); "text" (in the article's language); and "date": one of
        "2025-10-26", "2025-10", "2025", "--10-26" (year not said), "--10" (month, year not said) or "@-1" (so many days
        from the article's date, which was not known).
    start, end: the words (the clause or sentence that says it and names its subject or object).
    rule: the name of the rule that read it. qualifier: "more than" and its like, in English; "" for none.
    confidence: 0 to 1.
    status: for statements about an event, the event's; kept so that what is planned or denied implies nothing.
    """

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    rule: str
    datatype: str = ""
    qualifier: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that was seen and left out, with the reason, for the account at the end of a build."""

    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says: the whole result of reading it on its own.

    digest: SHA-256 of the text, hexadecimal. published_basis: "Stated" or "Inferred" ("" where there is no date).
    """

    identifier: str
    digest: str
    language: str
    headline: str = ""
    published: str = ""
    published_basis: str = ""
    source: str = ""
    zones: tuple[Zone, ...] = ()
    things: tuple[Thing, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The exact words in one article: `article.text[start:end] == exact`."""

    article: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name of an entity in one language, in base form. `preferred`: the first choice in that language."""

    text: str
    language: str
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A real thing over all articles.

    id: "<kind>/<slug>", the tail of its IRI, e.g. "official/pham-the-tung",
    "event/signing-hanoi-convention-2025-10-25".
    kind: its most special class. labels: sorted; exactly one is `main` (rdfs:label).
    members: the (article identifier, thing id) pairs that it stands for, sorted.
    same_as: IRIs elsewhere, only where certain. key: as in `Thing`, "" where there is none.
    """

    id: str
    kind: str
    main: Label
    labels: tuple[Label, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Attribution:
    """Who decided something, when (ISO date, or date and time), and why ("" where nothing is said)."""

    who: str
    when: str
    why: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What a person decided on the graph, as carried out. kind: "same", "reject", ... (`kg.corrections`).

    told: the parts of the correction as they are written. entities: ids of the things concerned, sorted.
    """

    kind: str
    told: tuple[str, ...]
    entities: tuple[str, ...]
    by: Attribution


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple over all articles, with everything that speaks for it.

    subject: an entity's id. object: an entity's id where `datatype` is "", else as in `Statement` ("date" is complete
    here: YYYY-MM-DD, YYYY-MM or YYYY), and `language` is set where the datatype is "text".
    sources: how many different works say it. conflicts: the (predicate, object) pairs of facts of the same subject that
    cannot hold at the same time. asserted: the persons who vouch for it, sorted; with them it needs no passage.
    """

    subject: str
    predicate: str
    object: str
    datatype: str = ""
    language: str = ""
    qualifier: str = ""
    confidence: float = 0.9
    sources: int = 1
    rules: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()
    asserted: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """The original that one or more articles carry or translate. id: "work/<slug>"."""

    id: str
    articles: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on whether two things are one. verdict: "same", "different" or "unsure"; score 0 to 1."""

    left: tuple[str, str]
    right: tuple[str, str]
    verdict: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """All articles together: what the graph is made from. Every tuple is sorted, whatever the order of the input."""

    readings: tuple[Reading, ...]
    works: tuple[Work, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[tuple[str, str], ...] = ()  # (article identifier, entity id)
    judgements: tuple[Judgement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    unapplied: tuple[tuple[str, str], ...] = ()  # corrections left out: (where they stand, why)
