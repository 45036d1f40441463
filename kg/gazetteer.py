"""The gazetteer: states, places, organizations, national bodies and treaties that are known by name beforehand.

Its files are SKOS in Turtle (`ontology/gazetteer/*.ttl`), one concept a thing; the part of a concept's IRI after
`BASE` is its key, for example "state/VN" or "organization/united-nations", and the same key in every language.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KnowledgeError
from kg.nearest import nearest
from kg.paths import ontology_path

BASE = "https://w3id.org/treaty-kg/gazetteer/"
_KG = "https://w3id.org/treaty-kg/ontology#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
_PREFERRED, _OTHER, _HIDDEN = _SKOS + "prefLabel", _SKOS + "altLabel", _SKOS + "hiddenLabel"
_ADJECTIVE, _ACRONYM, _AMBIGUOUS = _KG + "adjective", _KG + "acronym", _KG + "ambiguousLabel"
_KIND, _WITHIN, _PART_OF = _KG + "kind", _KG + "within", _KG + "partOf"
_OF_STATE, _CAPITAL, _WEIGHT = _KG + "ofState", _KG + "capital", _KG + "weight"

_Values = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is known by name.

    key: its identity, e.g. "state/VN", "place/1581130", "organization/united-nations", "ministry/US/defence".
    kind: the local name of its class in the vocabulary, e.g. "State", "InternationalOrganization".
    labels, adjectives, acronyms: names by language ("" where the language is not known); in `labels` the preferred
        one stands first, the others are sorted. Adjectives are nominatives of every gender and number.
    ambiguous: (language, label) pairs that are ordinary words too, or parts of other names: trust them only with a
        capital letter and fitting company.
    within: key of the place or state around it; part_of: key of the organization it is an organ of; of_state: key of
        the state whose body it is; capital: key of a state's capital. "" where there is none.
    same_as: IRIs of the same thing elsewhere, sorted. weight: inhabitants of a place in thousands, else 0.
    """

    key: str
    kind: str
    labels: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]]
    acronyms: Mapping[str, tuple[str, ...]]
    ambiguous: frozenset[tuple[str, str]]
    within: str = ""
    part_of: str = ""
    of_state: str = ""
    capital: str = ""
    same_as: tuple[str, ...] = ()
    weight: int = 0


def load_gazetteer(folder: Path | None = None) -> dict[str, Concept]:
    """Read the whole gazetteer.

    folder: where the Turtle files are; the ontology's own folder "gazetteer" by default.
    Returns the concepts by key, in the order of their keys.
    Raises KnowledgeError where there is no such file, or one is not Turtle, holds a concept without a kind, or speaks
    of a thing outside `BASE`.
    """
    folder = ontology_path("gazetteer") if folder is None else folder
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise KnowledgeError(f"{folder}: no gazetteer files (*.ttl) here; reinstall the package or restore the folder")
    concepts: dict[str, Concept] = {}
    for file in files:
        for key, values in _read(file).items():
            if key in concepts:
                raise KnowledgeError(f"{file}: {key} is described in another gazetteer file too; keep one of them")
            concepts[key] = _concept(file, key, values)
    return {key: concepts[key] for key in sorted(concepts)}


def with_names(
    concepts: Mapping[str, Concept],
    language: str,
    names: Mapping[str, Sequence[str]],
    adjectives: Mapping[str, Sequence[str]],
    acronyms: Mapping[str, Sequence[str]],
) -> dict[str, Concept]:
    """The gazetteer with further names in one language.

    names, adjectives, acronyms: by key, as the `[gazetteer.*]` tables of a language file give them; they go before the
    names that are there.
    Raises KnowledgeError, with the nearest key, for one that is not in the gazetteer.
    """
    named = dict(concepts)
    for key in sorted({*names, *adjectives, *acronyms}):
        concept = concepts.get(key)
        if concept is None:
            raise KnowledgeError(f"{language}.toml: gazetteer: {key!r} is not in the gazetteer{nearest(key, concepts)}")
        named[key] = replace(
            concept,
            labels=_more(concept.labels, language, names.get(key, ())),
            adjectives=_more(concept.adjectives, language, adjectives.get(key, ())),
            acronyms=_more(concept.acronyms, language, acronyms.get(key, ())),
        )
    return named


def _more(texts: Mapping[str, tuple[str, ...]], language: str, further: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    if not further:
        return texts
    more = {**texts, language: tuple(dict.fromkeys((*further, *texts.get(language, ()))))}
    return {code: more[code] for code in sorted(more)}


def _read(file: Path) -> dict[str, _Values]:
    """The statements of one file: key -> property IRI -> (value, language) pairs in the file's order."""
    things: dict[str, _Values] = {}
    begin = len(BASE)
    try:
        for triple in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
            subject, value = triple.subject, triple.object
            if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(BASE):
                raise KnowledgeError(f"{file}: {subject} is no thing of the gazetteer; its IRI must start with {BASE}")
            values = things.setdefault(subject.value[begin:], {}).setdefault(triple.predicate.value, [])
            if isinstance(value, ox.Literal):
                values.append((sys.intern(value.value), sys.intern(value.language or "")))
            else:
                values.append((str(value)[1:-1], ""))
    except (SyntaxError, OSError) as error:
        raise KnowledgeError(f"{file}: cannot be read as Turtle: {error}") from error
    return things


def _concept(file: Path, key: str, values: _Values) -> Concept:
    """One concept made of its statements."""
    kind = _local(values, _KIND, _KG)
    if not kind:
        raise KnowledgeError(f"{file}: {key} has no kg:kind; say which class of the ontology it belongs to")
    labels = [*values.get(_PREFERRED, ()), *sorted(values.get(_OTHER, ())), *sorted(values.get(_HIDDEN, ()))]
    return Concept(
        key=key,
        kind=kind,
        labels=_by_language(labels),
        adjectives=_by_language(values.get(_ADJECTIVE, ())),
        acronyms=_by_language(sorted(values.get(_ACRONYM, ()))),
        ambiguous=frozenset((language, label) for label, language in values.get(_AMBIGUOUS, ())),
        within=_local(values, _WITHIN, BASE),
        part_of=_local(values, _PART_OF, BASE),
        of_state=_local(values, _OF_STATE, BASE),
        capital=_local(values, _CAPITAL, BASE),
        same_as=tuple(sorted(value for value, _ in values.get(_SAME_AS, ()))),
        weight=int(values[_WEIGHT][0][0]) if _WEIGHT in values else 0,
    )


def _local(values: _Values, name: str, base: str) -> str:
    """The first value of one property, without the namespace before it; "" where there is none."""
    found = values.get(name)
    return found[0][0].removeprefix(base) if found else ""


def _by_language(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """(text, language) pairs as language -> texts, each text once, in the order given, languages sorted."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for text, language in pairs:
        found[language][text] = None
    return {language: tuple(found[language]) for language in sorted(found)}


def validate(concepts: Mapping[str, Concept], languages: Iterable[str] = ()) -> list[str]:
    """What is wrong with a gazetteer, as sorted one-line findings; an empty list where nothing is.

    concepts: as `load_gazetteer` gives them. languages: BCP 47 codes in which every state must have a label.
    A label or acronym may stand for two concepts of one language only where it is marked ambiguous in both.
    """
    wanted = sorted(languages)
    findings = [*_duplicates(concepts), *_dangling(concepts)]
    for key, concept in concepts.items():
        missing = [language for language in wanted if language not in concept.labels]
        if missing and concept.kind == "State":
            findings.append(f"{key}: no label in {', '.join(missing)}")
        if not concept.labels:
            findings.append(f"{key}: no label at all")
        named = {
            (language, text)
            for names in (concept.labels, concept.acronyms, concept.adjectives)
            for language, texts in names.items()
            for text in texts
        }
        findings += [
            f"{key}: ambiguous label {label!r}@{language} is not one of its names"
            for language, label in concept.ambiguous - named
        ]
    return sorted(findings)


def _duplicates(concepts: Mapping[str, Concept]) -> list[str]:
    """Names that two concepts share in one language without being marked ambiguous in both."""
    owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for key, concept in concepts.items():
        for names in (concept.labels, concept.acronyms):
            for language, texts in names.items():
                for text in texts:
                    owners[language, text].add(key)
    return [
        f"{' and '.join(sorted(keys))}: both are called {text!r}@{language}"
        for (language, text), keys in owners.items()
        if len(keys) > 1 and any((language, text) not in concepts[key].ambiguous for key in keys)
    ]


def _dangling(concepts: Mapping[str, Concept]) -> list[str]:
    """References to keys that no concept has."""
    return [
        f"{key}: {name} {target!r} is not in the gazetteer"
        for key, concept in concepts.items()
        for name, target in (
            ("within", concept.within),
            ("part_of", concept.part_of),
            ("of_state", concept.of_state),
            ("capital", concept.capital),
        )
        if target and target not in concepts
    ]
