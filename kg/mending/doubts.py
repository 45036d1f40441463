"""What is worth a person's second look: merges that were close, claims that are weak or contradict each other."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from kg import ends, vocab
from kg.corrections import Correction
from kg.graph.access import one, subject_values, subjects, texts, values
from kg.graph.explain import quote_of, said_more_exactly, stated_fact
from kg.graph.explanation import Quote, quoted, weight
from kg.graph.names import label_of, tail
from kg.mending.judgements import Form, Pair
from kg.mending.told import step_lines
from kg.mending.why import Reasons
from kg.mending.written import Entry
from kg.resolve.persons import NAMESAKE

_SURE = 0.8  # joined at least so surely is not asked about
_WEAK = 0.7
_CONTRADICTED = 0.1  # what is left of the doubt where a reason speaks against one thing
_QUOTES = 2
_UNASKED = frozenset({"datePrecision", "dateBasis", "status"})  # follow from others, or cannot be taken away


@dataclass(frozen=True, slots=True)
class Shown:
    """A doubt as it is shown. answers: what can be answered, each with the kind of correction and its entry."""

    lines: tuple[str, ...]
    answers: Mapping[str, tuple[str, Entry]]


@dataclass(frozen=True)
class Doubt:
    """One question. weight: how useful an answer is. about: the two forms, or the claim and its predicate.

    make: makes what is shown; only when it is asked, for there are many doubts, and it takes time.
    """

    weight: float
    about: tuple[str, ...]
    make: Callable[[], Shown] = field(compare=False)

    @cached_property
    def shown(self) -> Shown:
        """What is shown."""
        return self.make()

    def decided(self, told: Iterable[tuple[str, frozenset[str]]]) -> bool:
        """Tell whether one of these corrections, each with what it names, answers it."""
        near = [one for one in told if not one[1].isdisjoint(self.about)]
        return bool(near) and not set(near).isdisjoint(_as_told(self.shown))


def doubts(reasons: Reasons, decided: Iterable[Correction]) -> list[Doubt]:
    """Return all that is doubtful in a graph, the most useful first. decided: corrections that need no asking again."""
    told = {(one.kind, frozenset(one.told)) for one in decided}
    open_ones = (doubt for doubt in (*_merges(reasons), *_claims(reasons)) if not doubt.decided(told))
    return sorted(open_ones, key=lambda doubt: (-round(doubt.weight, 6), doubt.about))


def _as_told(shown: Shown) -> Iterator[tuple[str, frozenset[str]]]:
    for kind, entry in shown.answers.values():
        things = entry.get("things") or tuple(str(entry[key]) for key in ("subject", "predicate", "object"))
        assert isinstance(things, tuple)
        yield kind, frozenset(things)


def _merges(reasons: Reasons) -> Iterator[Doubt]:
    """The closest decision on every two things, and each weak one inside a thing."""
    forms = reasons.judgements.forms
    closest: dict[tuple[str, ...], Pair] = {}
    for pair in reasons.judgements.pairs:
        things = tuple(sorted({forms[pair.left].thing, forms[pair.right].thing}))
        if pair.verdict == "same":
            if pair.score < _SURE:
                yield _merge(reasons, pair, 1.0 - pair.score)
        elif things not in closest or pair.score > closest[things].score:
            closest[things] = pair
    for pair in closest.values():
        yield _merge(reasons, pair, pair.score * (1.0 if _open(pair) else _CONTRADICTED))


def _open(pair: Pair) -> bool:
    """Tell whether nothing spoke against one thing but too little likeness, or another that was liker."""
    return pair.verdict == "unsure" or pair.reasons[-1] == NAMESAKE


def _merge(reasons: Reasons, pair: Pair, doubt: float) -> Doubt:
    left, right = (reasons.judgements.forms[place] for place in (pair.left, pair.right))
    reach = math.log2(1 + min(len(left.articles), len(right.articles)))
    return Doubt(doubt * reach, (left.reference, right.reference), partial(_shown_merge, reasons, pair))


def _shown_merge(reasons: Reasons, pair: Pair) -> Shown:
    left, right = (reasons.judgements.forms[place] for place in (pair.left, pair.right))
    lines = [*step_lines(reasons.step(pair))]
    for form in (left, right):
        lines += [f"  {line}" for line in _words(reasons, form)]
    things = (left.reference, right.reference)
    return Shown(tuple(lines), {kind: (kind, {"things": things}) for kind in ("same", "different")})


def _words(reasons: Reasons, form: Form) -> list[str]:
    """The first words of a form's first article that say something of the thing."""
    store, found = reasons.store, set()
    for end in ("subject", "object"):
        for claim in subjects(store, vocab.RDF + end, reasons.iri(form.thing)):
            for passage in texts(store, claim, vocab.iri("evidence")):
                quote = quote_of(store, passage)
                if quote.article == form.articles[0]:
                    found.add(quote)
    return [quoted(quote) for quote in sorted(found, key=_place)[:_QUOTES]]


def _place(quote: Quote) -> tuple[str, int, int]:
    return quote.article, quote.start, quote.end


def _claims(reasons: Reasons) -> Iterator[Doubt]:
    store = reasons.store
    for claim, confidence in sorted(subject_values(store, vocab.iri("confidence")), key=lambda one: one[0]):
        predicate = one(store, claim, vocab.RDF + "predicate").value.removeprefix(vocab.KG)
        asserted = texts(store, claim, vocab.PROV + "wasAttributedTo")
        if predicate in _UNASKED or asserted or said_more_exactly(store, claim):
            continue
        conflicts = bool(values(store, claim, vocab.iri("conflictsWith")))
        doubt = _doubt(
            float(confidence.value), int(one(store, claim, vocab.iri("independentSources")).value), conflicts
        )
        if doubt:
            yield Doubt(doubt, (claim, predicate), partial(_shown_claim, reasons, claim, predicate))


def _doubt(confidence: float, sources: int, conflicts: bool) -> float:
    """How doubtful a claim is: contradicted, weak, or said by one source only; 0 where nothing speaks against it."""
    if conflicts:
        return 1.0 - confidence / 10
    if confidence < _WEAK:
        return 1.0 - confidence
    return (1.0 - confidence) / 4 if sources == 1 else 0.0


def _shown_claim(reasons: Reasons, claim: str, predicate: str) -> Shown:
    store = reasons.store
    fact = stated_fact(store, claim, outgoing=True)
    subject = one(store, claim, vocab.RDF + "subject").value
    value = one(store, claim, vocab.RDF + "object")
    lines = [f"{label_of(store, subject)} – {vocab.label(predicate)}: {' '.join((*fact.qualifiers, str(fact.value)))}"]
    lines.append(f"  {weight(fact)}")
    lines += [f"  but another claim says: {other}" for other in fact.conflicts]
    lines += [f"  {quoted(quote)}" for quote in fact.quotes[:_QUOTES]]
    articles = {quote.article for quote in fact.quotes}
    entry: dict[str, str | int] = {"subject": _reference(reasons, subject, articles), "predicate": predicate}
    if fact.value_iri.startswith(vocab.KG):
        entry["object"] = fact.value_iri.removeprefix(vocab.KG)
    elif fact.value_iri:
        entry["object"] = _reference(reasons, fact.value_iri, articles)
    else:
        entry["object"] = int(value.value) if "integer" in ends.value_types(predicate) else value.value
        language = getattr(value, "language", None)
        entry |= {"language": language} if language else {}
    answers: dict[str, tuple[str, Entry]] = {"accept": ("assert", entry), "reject": ("reject", entry)}
    return Shown(tuple(lines), answers)


def _reference(reasons: Reasons, iri: str, articles: set[str]) -> str:
    """How a correction names a thing, best by one of the articles that say the claim."""
    thing = tail(iri)
    forms = [reasons.judgements.forms[place] for place in reasons.judgements.of_thing.get(thing, ())]
    near = [form.reference for form in forms if form.articles[0] in articles]
    return next(iter(near or [form.reference for form in forms]), thing)
