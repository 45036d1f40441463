"""Two things side by side: the values that speak for or against their being one, and what they would be judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import vocab
from kg.corrections import group_of
from kg.mending.judgements import Form
from kg.resolve.keyed import canonical, state_of_key
from kg.resolve.likelihood import DOUBT, weigh
from kg.resolve.names import similarity
from kg.resolve.personal import Profile, possible

_TRAITS = ("role", "state", "field", "type", "topic", "between", "body", "year", "head", "acronym", "noun")


@dataclass(frozen=True, slots=True)
class Compared:
    """One kind of value of two things. agrees: whether they share one; None where one of them has none."""

    what: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """What two things would be judged. verdict: "same", "different", "unsure"; score: None where none can be given."""

    verdict: str
    score: float | None
    reasons: tuple[str, ...]


def compared(left: Iterable[Form], right: Iterable[Form]) -> list[Compared]:
    """Return the values of two things side by side, those that at least one has.

    Names that are written differently are no disagreement.
    """
    sides = [_values(list(forms)) for forms in (left, right)]
    found = []
    for what in dict.fromkeys((*sides[0], *sides[1])):
        mine, other = (tuple(side.get(what, ())) for side in sides)
        agrees = bool(set(mine) & set(other)) if mine and other else None
        found.append(Compared(what, mine, other, None if what == "names" and not agrees else agrees))
    return found


def _names(forms: Iterable[Form]) -> list[str]:
    languages: dict[str, set[str]] = {}
    for form in forms:
        for name in form.names:
            languages.setdefault(name, set()).add(form.language)
    return [f"{name} ({', '.join(sorted(codes - {''}))})" for name, codes in languages.items()]


def _values(forms: list[Form]) -> dict[str, list[str]]:
    rows = {
        "class": [vocab.label(form.kind) for form in forms],
        "names": _names(forms),
        "key": [canonical(form.key) for form in forms if form.key],
    }
    for trait in _TRAITS:
        rows[trait] = [value for form in forms for value in form.trait(trait)]
    return {what: sorted(set(values)) for what, values in rows.items() if values}


def opinion(left: Iterable[Form], right: Iterable[Form], works: Mapping[str, str]) -> Opinion:
    """Return what two things would be judged that were never compared. works: the work of each article.

    Persons are weighed as a build weighs them, but for the stories of their articles; other things by keys and names.
    """
    mine, other = list(left), list(right)
    groups = [group_of(forms[0].kind) for forms in (mine, other)]
    if groups[0] != groups[1]:
        return Opinion("different", None, tuple(f"one is a kg:{group}" for group in groups))
    if groups[0] == "Person" and all(form.names for form in (*mine, *other)):
        return _persons(_profile(mine, works), _profile(other, works))
    keys = [{canonical(form.key) for form in forms} - {""} for forms in (mine, other)]
    if keys[0] and keys[1]:
        if keys[0] & keys[1]:
            return Opinion("same", 1.0, (f"both are {min(keys[0] & keys[1])}",))
        return Opinion("different", None, (f"one is {min(keys[0])}, the other {min(keys[1])}",))
    states = [{s for f in forms for s in (*f.trait("state"), state_of_key(f.key))} - {""} for forms in (mine, other)]
    against = ("other state",) if states[0] and states[1] and not states[0] & states[1] else ()
    names = [[name for form in forms for name in form.names] for forms in (mine, other)]
    if not (names[0] and names[1]):
        return Opinion("different" if against else "unsure", None, against or ("no names to compare",))
    likeness = max(similarity(a, b, 0.0) for a in names[0] for b in names[1])
    return Opinion("different" if against else "unsure", round(likeness, 2), (f"names {likeness:.2f}", *against))


def _persons(left: Profile, right: Profile) -> Opinion:
    weighed = weigh(left, right, lambda: False, always=True)
    assert weighed is not None  # as it always is where asked for
    score, threshold, reasons = weighed
    reasons = (*reasons, f"{min(threshold, 1.0):.2f} are demanded")
    score = round(max(0.0, min(1.0, score)), 2)
    if not possible(left, right):
        together = not left.articles.isdisjoint(right.articles)
        why = "two persons of one article" if together else "names that differ in one script"
        return Opinion("different", score, (*reasons, why))
    verdict = "same" if score >= threshold else "unsure" if score >= threshold - DOUBT else "different"
    return Opinion(verdict, score, reasons)


def _profile(forms: list[Form], works: Mapping[str, str]) -> Profile:
    profile = Profile(weak=all("name" in form.trait("weak") for form in forms))
    for form in forms:
        profile.names |= {(name, form.language) for name in form.names}
        profile.bases |= set(form.trait("base"))
        profile.roles |= set(form.trait("role"))
        profile.states |= set(form.trait("state"))
        profile.fields |= set(form.trait("field"))
        profile.articles |= set(form.articles)
        profile.families |= {works[article] for article in form.articles if article in works}
    profile.finish()
    return profile
