"""An explanation of one thing as plain data, and laid out as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg import vocab
from kg.graph.fits import Fit
from kg.graph.names import Choice, tail

_MOST_CHOICES = 30


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one article. `language`: the article's BCP 47 code; start, end: character offsets."""

    words: str
    article: str
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact of the thing. `other`: label or value at the other end; `outgoing`: the thing is its subject."""

    predicate: str
    other: str
    other_iri: str
    outgoing: bool
    confidence: str
    sources: int
    qualifiers: tuple[str, ...]
    quotes: tuple[Quote, ...]
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing with its names by language and its facts; or, where `thing` is None, the things to choose from."""

    name: str
    thing: Choice | None
    choices: tuple[Choice, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()
    facts: tuple[StatedFact, ...] = ()
    mentioned_in: tuple[str, ...] = ()


def render(explanation: Explanation) -> str:
    """Return an explanation as text for eyes, without a newline at its end."""
    thing = explanation.thing
    if thing is None:
        return _choices(explanation)
    understood = thing.understood(explanation.name)
    lines = [understood, ""] if understood else []
    lines += [f"{thing.label} ({kind_words(thing)})", f"  {thing.iri}"]
    lines += [f"  = {iri}" for iri in explanation.same_as]
    if explanation.names:
        width = max(len(language) for language, _ in explanation.names)
        lines += ["", "names", *(f"  {language:<{width}}  {text}" for language, text in explanation.names)]
    if explanation.facts:
        lines += ["", "facts", *(line for fact in explanation.facts for line in _fact(fact))]
    if explanation.mentioned_in:
        lines += ["", "mentioned in", *(f"  {article}" for article in explanation.mentioned_in)]
    return "\n".join(lines)


def _choices(explanation: Explanation) -> str:
    choices, count = explanation.choices[:_MOST_CHOICES], len(explanation.choices)
    guessed = any(choice.fit is Fit.LIKE for choice in choices)
    told = f"are a guess for {explanation.name!r}" if guessed else f"fit {explanation.name!r}"
    lines = [f"{count} things {told}; ask for one by its id:"]
    lines += [f"  {tail(choice.iri)}  {choice.label} ({kind_words(choice)})" for choice in choices]
    lines += [f"  and {count - len(choices)} more: type more of the name"] if count > len(choices) else []
    return "\n".join(lines)


def _fact(fact: StatedFact) -> Iterator[str]:
    label = vocab.label(fact.predicate)
    value = " ".join((*fact.qualifiers, fact.other))
    head = f"{label}: {value}" if fact.outgoing else f"is {label} of: {value}"
    yield f"  {head}  {weight(fact)}"
    for other in fact.conflicts:
        yield f"    but another claim says: {other}"
    for quote in fact.quotes:
        yield f"    {quoted(quote)}"


def weight(fact: StatedFact) -> str:
    """Return how sure a fact is and how many sources say it, in brackets."""
    return f"[{fact.confidence}, {counted(fact.sources, 'independent source')}]"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 way", "2 ways"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def quoted(quote: Quote) -> str:
    """Return the words of an article, and where they stand."""
    language = f", {quote.language}" if quote.language else ""
    return f"\u201c{' '.join(quote.words.split())}\u201d  {quote.article}:{quote.start}-{quote.end}{language}"


def kind_words(choice: Choice) -> str:
    """Return what a thing is, for eyes: "official", "treaty"."""
    return ", ".join(vocab.label(kind) for kind in choice.kind.split("/") if kind)
