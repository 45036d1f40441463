"""From a name as somebody types it to the things of a graph that it may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

import pyoxigraph as ox

from kg import vocab
from kg.errors import QueryError
from kg.graph.access import subject_values, texts
from kg.graph.fits import UNDERSTOOD, Fit, Typed
from kg.graph.folding import fold
from kg.graph.known import known_as
from kg.graph.rows import short
from kg.memory import without_collection

NAME_PROPERTIES = (vocab.RDFS + "label", vocab.SKOS + "prefLabel", vocab.SKOS + "altLabel")
_CLEAR = 0.06  # a likeness that is more than this below the best one is of another name
_NEAREST = 3  # names in an error
_MOST_CHOICES = 9  # in an error
_NAMED, _COMPOSED, _DOCUMENT = range(3)
_COMPOSED_KINDS = frozenset({"Event", "Post"})
_DOCUMENT_KINDS = frozenset({"Article", "Work"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that a name may mean. kind: its most special classes ("Official"; several joined by "/").

    name: the one of its names that what was typed fits; fit: how it does.
    """

    iri: str
    kind: str
    label: str
    name: str = ""
    fit: Fit = Fit.EXACT

    @property
    def kind_label(self) -> str:
        """What it is, for eyes: "official", "treaty"."""
        return ", ".join(vocab.label(kind) for kind in self.kind.split("/") if kind)

    def understood(self, typed: str) -> str:
        """Return in words why what was typed is taken for this; "" where it is plainly a name of it."""
        how = UNDERSTOOD.get(self.fit)
        return f"{typed!r} is taken for {self.label}: {how} \u201c{self.name}\u201d" if how else ""


def find(store: ox.Store, name: str, kind: str = "") -> tuple[Thing, ...]:
    """Return the things that a name fits best: one where it is clear which is meant, else those to choose from.

    name: as typed, in any language and script. What fits is sought in the order of `Fit`: names of the thing, names
    that the gazetteer knows for it, parts of its names; then the same after a kind ("official Tung"); then what sounds
    or is spelt much like one of its names. An IRI, or its tail ("official/pham-the-tung"), is unambiguous.
    kind: a class, where only its things are meant.
    Where only a part fits, or it is a guess, things with names of their own come before events and posts, whose labels
    are made of such names; articles and terms come after everything else.
    Raises QueryError, with the nearest names, where nothing fits.
    """
    with without_collection():
        found, near = _search(_Names(store), Typed.of(" ".join(normalize("NFC", name).split())), kind)
    if not found and kind:
        others = [f"{choice.label} ({choice.kind_label})" for choice in find(store, name)[:_MOST_CHOICES]]
        raise QueryError(f"the graph has no {vocab.label(kind)} called {name!r}, but {', '.join(others)}")
    if not found:
        nearest = [f"\u201c{label}\u201d" for label in sorted(near, key=lambda label: (-near[label], label))]
        known = f"; the nearest names are {', '.join(nearest[:_NEAREST])}" if nearest else ""
        raise QueryError(
            f"the graph has nothing called {name!r}{known}: try a part of the name, or kg query OUT --name names"
        )
    return found


def find_one(store: ox.Store, name: str) -> Thing:
    """Return the thing that a name means, as for `find`; QueryError where none fits or several do (with their ids)."""
    return the_one(find(store, name), name)


def the_one(found: Sequence[Thing], name: str) -> Thing:
    """Return the only one of the things that fit a name; QueryError, with their ids, where there are several."""
    if len(found) > 1:
        raise QueryError(several(name, found, [f"{tail(choice.iri)} ({choice.label})" for choice in found]))
    return found[0]


def several(name: str, found: Collection[object], told: Sequence[str] = ()) -> str:
    """Return in words that several things fit a name. told: each as it is to be named, where they are to be listed."""
    guessed = any(isinstance(one, Thing) and one.fit is Fit.LIKE for one in found)
    how = f"are a guess for {name!r}" if guessed else f"fit {name!r}"
    more = [f"{len(told) - _MOST_CHOICES} more"] if len(told) > _MOST_CHOICES else []
    listed = f": {'; '.join([*told[:_MOST_CHOICES], *more])}" if told else ""
    return f"{len(found)} things {how}; ask for one by its id{listed}"


def choice_of(store: ox.Store, iri: str, name: str = "", fit: Fit = Fit.EXACT) -> Thing:
    """Return a thing with its kind and label. name, fit: as in `Thing`."""
    kinds = _kinds(store, iri)
    special = [kind for kind in kinds if not any(kind in vocab.superclasses(other) for other in kinds)]
    return Thing(iri, "/".join(special), label_of(store, iri), name, fit)


def label_of(store: ox.Store, iri: str) -> str:
    """Return what a thing is called, for eyes: its label, else that of a term, else its IRI as short as it can be."""
    found = texts(store, iri, vocab.RDFS + "label")
    if found:
        return found[0]
    name = iri.removeprefix(vocab.KG)
    return vocab.label(name) if name != iri and vocab.is_term(name) else short(ox.NamedNode(iri))


def tail(iri: str) -> str:
    """Return what of a thing's IRI is enough to ask for it: "official/pham-the-tung"."""
    return "/".join(iri.rsplit("/", 2)[-2:])


def _search(names: _Names, typed: Typed, kind: str) -> tuple[tuple[Thing, ...], Mapping[str, float]]:
    """Return what fits; and the names that are near what was typed, where only a guess could fit."""
    found = names.by_iri(typed.text, kind) or names.literally(typed, kind) or (() if kind else names.of_a_kind(typed))
    if found:
        return found, {}
    near = names.near(typed)
    return names.alike(typed, near, kind), near


class _Names:
    """The names in a store with the things that bear them."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._bearers: defaultdict[str, list[str]] = defaultdict(list)
        for predicate in NAME_PROPERTIES:
            for iri, label in subject_values(store, predicate):
                self._bearers[label.value].append(iri)
        self._folded: dict[str, str] = {}

    def by_iri(self, typed: str, kind: str = "") -> tuple[Thing, ...]:
        """Return the thing (of a class, where one is given) with this IRI, or with this tail of one."""
        if not typed or " " in typed:
            return ()
        iris = {iri for bearers in self._bearers.values() for iri in bearers if iri.endswith(typed)}
        whole = iris & {typed} or {iri for iri in iris if iri.endswith(f"/{typed}")}
        fitting = (iri for iri in sorted(whole) if not kind or kind in _kinds(self._store, iri))
        return tuple(choice_of(self._store, iri) for iri in fitting)[:1]

    def literally(self, typed: Typed, kind: str = "") -> tuple[Thing, ...]:
        """Return the things (of a class, where one is given) that fit best without a guess."""
        fits = {Fit.EXACT: [name for name in self._bearers if name.casefold() == typed.text.casefold()]}
        found = self._surest(fits, kind)
        if found or not typed.words:
            return found or self._documents(fits, kind)
        for name, folded in self._folded_names().items():
            fit = typed.fit(name, folded)
            if fit is not None:
                fits.setdefault(fit, []).append(name)
        whole = {fit: names for fit, names in fits.items() if fit < Fit.KNOWN}
        return (
            self._surest(whole, kind)
            or self._known(typed, kind)
            or self._surest(fits, kind)
            or self._documents(fits, kind)
        )

    def of_a_kind(self, typed: Typed) -> tuple[Thing, ...]:
        """Return the things that fit what stands after the name of a class: "treaty on cables"."""
        words = typed.text.split()
        for kind in vocab.classes():
            for label in vocab.labels(kind).values():
                size = len(label.split())
                if size < len(words) and fold(" ".join(words[:size])) == fold(label):
                    rest = Typed.of(" ".join(words[size:]))
                    found = self.literally(rest, kind) or self.alike(rest, self.near(rest), kind)
                    if found:
                        return found
        return ()

    def near(self, typed: Typed) -> Mapping[str, float]:
        """Return the names that are near what was typed, with how like it they are."""
        from kg.graph.nearnames import near_names  # takes longer to import than a sure fit to find

        return near_names(typed.text, self._folded_names()) if typed.words else {}

    def alike(self, typed: Typed, near: Mapping[str, float], kind: str = "") -> tuple[Thing, ...]:
        """Return the things whose names are most like what was typed, the likest first. near: as from `near`."""
        from kg.graph.nearnames import LIKE, same_script

        names = sorted(
            (name for name, score in near.items() if score >= LIKE),
            key=lambda name: (not same_script(name, typed.text), -near[name], len(name), name),
        )
        for group in self._by_standing(names, kind)[:_DOCUMENT]:
            scores = {iri: max(near[name] for name in names if iri in self._bearers[name]) for iri in group}
            row = sorted((-score, iri) for iri, score in scores.items() if score >= max(scores.values()) - _CLEAR)
            if row:
                return self._choices({iri: group[iri] for _, iri in row}, Fit.LIKE)
        return ()

    def _folded_names(self) -> Mapping[str, str]:
        if not self._folded:
            self._folded = {name: fold(name) for name in self._bearers}
        return self._folded

    def _known(self, typed: Typed, kind: str) -> tuple[Thing, ...]:
        """Return the things that share a name and a class with what the gazetteer calls so."""
        found: dict[str, str] = {}
        for known in known_as(typed.folded):
            names = [name for name, folded in self._folded_names().items() if folded in known.names]
            for iri in self._by_standing(names, kind)[_NAMED]:
                if known.may_be(_kinds(self._store, iri)):
                    found[iri] = label_of(self._store, iri)
        return self._choices(dict(sorted(found.items())), Fit.KNOWN)

    def _surest(self, fits: Mapping[Fit, list[str]], kind: str) -> tuple[Thing, ...]:
        """Return the things of the surest fit."""
        for fit, names in sorted(fits.items()):
            named, composed, _ = self._by_standing(_short_first(names), kind)
            group = named or composed if fit > Fit.KNOWN else named | composed
            if group:
                return self._choices(dict(sorted(group.items())), fit)
        return ()

    def _documents(self, fits: Mapping[Fit, list[str]], kind: str) -> tuple[Thing, ...]:
        """Return the articles and terms of the surest fit."""
        for fit, names in sorted(fits.items()):
            group = self._by_standing(_short_first(names), kind)[_DOCUMENT]
            if group:
                return self._choices(dict(sorted(group.items())), fit)
        return ()

    def _by_standing(self, names: Iterable[str], kind: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        """Return the bearers of names, each with the first of them that it bears: those that have names of their own,
        those whose labels are made of others', articles and terms."""
        groups: tuple[dict[str, str], dict[str, str], dict[str, str]] = ({}, {}, {})
        for name in names:
            for iri in self._bearers[name]:
                kinds = _kinds(self._store, iri)
                if not kind or kind in kinds:
                    groups[_standing(iri, kinds)].setdefault(iri, name)
        return groups

    def _choices(self, found: Mapping[str, str], fit: Fit) -> tuple[Thing, ...]:
        return tuple(choice_of(self._store, iri, name, fit) for iri, name in found.items())


def _short_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (len(name), name))


def _standing(iri: str, kinds: list[str]) -> int:
    if iri.startswith(vocab.KG) or not _DOCUMENT_KINDS.isdisjoint(kinds):
        return _DOCUMENT
    return _NAMED if _COMPOSED_KINDS.isdisjoint(kinds) else _COMPOSED


def _kinds(store: ox.Store, iri: str) -> list[str]:
    types = texts(store, iri, vocab.RDF + "type")
    return [kind.removeprefix(vocab.KG) for kind in types if kind.startswith(vocab.KG)]
