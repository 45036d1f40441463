"""An explanation of one thing as plain data, and laid out as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg import vocab
from kg.graph.names import Thing, several, tail
from kg.graph.values import Value

_MOST_CHOICES = 30
_POSTS = ("holdsPost", "formerlyHeldPost")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one article.

    language: the article's BCP 47 code; start, end: character offsets; published: the article's date as far as it is
    known ("2025-10-26", "2025-10", "2025"), "" where it is not.
    """

    words: str
    article: str
    language: str
    start: int
    end: int
    published: str = ""


class Weighed(Protocol):
    """A fact's confidence, from 0 to 1, and the number of its independent sources."""

    @property
    def confidence(self) -> float: ...
    @property
    def sources(self) -> int: ...


@dataclass(frozen=True, slots=True)
class StatedFact:
    """What a claim states, seen from its subject (`outgoing`) or from its object.

    claim: its IRI. subject, subject_iri: the label and IRI of what it is about. predicate: the property's local name
    ("signedBy"). value, value_iri: the label and IRI of the thing at the property's end; a value of another kind as it
    is, its IRI "". confidence: from 0 to 1; sources: independent ones that say it. status ("Happened", "Planned",
    "Denied", "Alleged"): of the event that it is about, "" where it is about none. qualifiers: how a number is meant
    ("more than"). quotes: the words that say it. conflicts: what claims that cannot hold at the same time say instead.
    asserted: the names of those who vouch for it.
    """

    claim: str
    subject: str
    subject_iri: str
    predicate: str
    value: Value
    value_iri: str
    outgoing: bool
    confidence: float
    sources: int
    status: str
    qualifiers: tuple[str, ...]
    quotes: tuple[Quote, ...]
    conflicts: tuple[Value, ...]
    asserted: tuple[str, ...] = ()

    @property
    def other(self) -> str:
        """What stands at the other end, as text."""
        return str(self.value) if self.outgoing else self.subject

    @property
    def other_iri(self) -> str:
        """The IRI of what stands at the other end, "" for a value that is no thing."""
        return self.value_iri if self.outgoing else self.subject_iri

    @property
    def reported(self) -> tuple[str, ...]:
        """The dates of the articles that say it, sorted; articles without one are not among them."""
        return tuple(sorted({quote.published for quote in self.quotes} - {""}))

    @property
    def span(self) -> str:
        """From when to when articles say it ("2025-10-26 to 2026-04-14", or one date); "" where no date is known."""
        if not self.reported:
            return ""
        first, last = self.reported[0], self.reported[-1]
        return first if last.startswith(first) else f"{first} to {last}"  # a month has its days in it

    @property
    def label(self) -> str:
        """What the property is called from this end: "signed by", or "signs at"."""
        return vocab.label(self.predicate) if self.outgoing else vocab.inverse_label(self.predicate)

    @property
    def doubt(self) -> str:
        """The event's status where it has not happened, as text in brackets after a blank; else ""."""
        return "" if self.status in ("", "Happened") else f" ({vocab.label(self.status)})"


@dataclass(frozen=True, slots=True)
class InferredFact:
    """What follows by a rule, seen from its subject (`outgoing`) or from its object.

    inference: its IRI. subject, subject_iri, value, value_iri, outgoing: as in `StatedFact`. predicate: the property's
    local name, "type" where the value is a class. rule: the rule's name; because: the rule in words. since, until: when
    it holds ("2026-02-18", "2026-02", "2026"), "" where that is not known. premises: from what it follows.
    """

    inference: str
    subject: str
    subject_iri: str
    predicate: str
    value: str
    value_iri: str
    outgoing: bool
    rule: str
    because: str
    since: str
    until: str
    premises: tuple[StatedFact | InferredFact, ...]

    @property
    def other(self) -> str:
        """What stands at the other end."""
        return self.value if self.outgoing else self.subject

    @property
    def other_iri(self) -> str:
        """The IRI of what stands at the other end."""
        return self.value_iri if self.outgoing else self.subject_iri

    @property
    def label(self) -> str:
        """What the property is called from this end: "bound by", or "binds"."""
        if self.predicate == "type":
            return "is a"
        return vocab.label(self.predicate) if self.outgoing else vocab.inverse_label(self.predicate)

    @property
    def confidence(self) -> float:
        """How sure the least sure of the facts is on which it rests, from 0 to 1."""
        return min((premise.confidence for premise in self.premises), default=1.0)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a graph says of one thing.

    name: as it was asked for. names: (language, name) pairs. same_as: IRIs of the same thing elsewhere. facts: those
    that it is the subject of, then those that it is the object of. inferred: what follows, where `kg reason` has told.
    mentioned_in: identifiers of articles.
    """

    name: str
    thing: Thing
    names: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()
    facts: tuple[StatedFact, ...] = ()
    inferred: tuple[InferredFact, ...] = ()
    mentioned_in: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return it as text for eyes."""
        return render(self)


def render(explanation: Explanation) -> str:
    """Return an explanation as text for eyes, without a newline at its end."""
    thing = explanation.thing
    understood = thing.understood(explanation.name)
    lines = [understood, ""] if understood else []
    lines += [f"{thing.label} ({thing.kind_label})", f"  {thing.iri}"]
    lines += [f"  = {iri}" for iri in explanation.same_as]
    if explanation.names:
        width = max(len(language) for language, _ in explanation.names)
        lines += ["", "names", *(f"  {language:<{width}}  {text}" for language, text in explanation.names)]
    if explanation.facts:
        lines += ["", "facts", *(line for fact in explanation.facts for line in _fact(fact))]
    if explanation.inferred:
        told: set[str] = set()
        lines += ["", "inferred", *(line for fact in explanation.inferred for line in _inferred(fact, told))]
    if explanation.mentioned_in:
        lines += ["", "mentioned in", *(f"  {article}" for article in explanation.mentioned_in)]
    return "\n".join(lines)


def render_choices(name: str, found: Sequence[Thing]) -> str:
    """Return the things that a name may mean as text for eyes, without a newline at its end."""
    shown, count = found[:_MOST_CHOICES], len(found)
    lines = [f"{several(name, found)}:"]
    lines += [f"  {tail(choice.iri)}  {choice.label} ({choice.kind_label})" for choice in shown]
    lines += [f"  and {count - len(shown)} more: type more of the name"] if count > len(shown) else []
    return "\n".join(lines)


def _fact(fact: StatedFact) -> Iterator[str]:
    doubt = "" if fact.outgoing else fact.doubt  # an event's own status is one of its facts
    # Texts seldom tell when a post begins and ends: when it is reported is the next best.
    span = f", reported {fact.span}" if fact.span and fact.predicate in _POSTS else ""
    yield f"  {fact.label}: {' '.join((*fact.qualifiers, fact.other))}{doubt}  {weight(fact)}{span}"
    for other in fact.conflicts:
        yield f"    but another claim says: {other}"
    for who in fact.asserted:
        yield f"    asserted by {who}"
    for quote in fact.quotes:
        yield f"    {quoted(quote)}"


def _inferred(fact: InferredFact, told: set[str], indent: str = "  ", subject: str = "") -> Iterator[str]:
    """Yield what follows and why. told: inferences whose reasons stand above already. subject: as in `_premise`."""
    dates = "".join(f", {word} {date}" for word, date in (("since", fact.since), ("until", fact.until)) if date)
    above = ", as above" if fact.inference in told else ""
    yield f"{indent}{subject}{fact.label}: {fact.other}{dates}  [{fact.confidence:g}{above}]"
    if not above:
        told.add(fact.inference)
        yield f"{indent}  because {fact.because} ({fact.rule}):"
        for premise in fact.premises:
            yield from _premise(premise, told, f"{indent}    ")


def _premise(fact: StatedFact | InferredFact, told: set[str], indent: str) -> Iterator[str]:
    if isinstance(fact, InferredFact):
        yield from _inferred(fact, told, indent, f"{fact.subject} \u2013 ")
        return
    said, *words = said_of(fact)
    yield indent + said
    if fact.claim not in told:
        told.add(fact.claim)
        yield from (indent + line for line in words)


def said_of(fact: StatedFact) -> list[str]:
    """Return a fact with its subject, and below it the words that say it, as lines."""
    said = f"{fact.subject} \u2013 {fact.label}: {fact.other}  {weight(fact)}"
    return [said, *(f"  {quoted(quote)}" for quote in fact.quotes)]


def weight(fact: Weighed) -> str:
    """Return how sure a fact is and how many sources say it, in brackets."""
    return f"[{fact.confidence:g}, {counted(fact.sources, 'independent source')}]"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 way", "2 ways"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def quoted(quote: Quote) -> str:
    """Return the words of an article, and where they stand."""
    language = f", {quote.language}" if quote.language else ""
    return f"\u201c{' '.join(quote.words.split())}\u201d  {quote.article}:{quote.start}-{quote.end}{language}"
