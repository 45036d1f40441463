"""The vocabulary's terms, read from `ontology/kg.ttl` and the concept files beside it. A misspelt term raises.

Terms go by their local names here as in `kg.model` ("Signing", "signedBy", "DeputyMinister"); `iri` gives the IRI.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.errors import KnowledgeError
from kg.paths import ontology_path

KG = "https://w3id.org/treaty-kg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
FOAF = "http://xmlns.com/foaf/0.1/"

PREFIXES: Mapping[str, str] = {
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "kg": KG,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}

# Every file that declares kg: terms.
FILES = ("kg.ttl", "roles.ttl", "topics.ttl")


@dataclass(frozen=True, slots=True)
class _Declarations:
    """What the files say, by local name: labels, kinds of term, and the direct superior terms of each."""

    labels: Mapping[str, Mapping[str, str]]
    inverse_labels: Mapping[str, str]
    types: Mapping[str, frozenset[str]]
    superclasses: Mapping[str, tuple[str, ...]]
    superproperties: Mapping[str, tuple[str, ...]]
    broader: Mapping[str, tuple[str, ...]]
    claimed: frozenset[str]
    version: str


@cache
def iri(name: str) -> str:
    """Return the IRI of the term with this local name; KnowledgeError (with the nearest term) where there is none."""
    _check(name)
    return KG + name


def classes() -> tuple[str, ...]:
    """Return the local names of all classes, sorted."""
    return _of_type(OWL + "Class")


def properties() -> tuple[str, ...]:
    """Return the local names of all object and datatype properties, sorted."""
    return tuple(sorted({*object_properties(), *_of_type(OWL + "DatatypeProperty")}))


@cache
def object_properties() -> frozenset[str]:
    """Return the local names of the properties whose values are things or concepts."""
    return frozenset(_of_type(OWL + "ObjectProperty"))


def concepts(kind: str) -> tuple[str, ...]:
    """Return the local names of the individuals of a class ("Role", "Status", "Precision", "Basis"), sorted."""
    return _of_type(iri(kind))


def topics() -> tuple[str, ...]:
    """Return the local names of what treaties are about, sorted: the concepts that are of no class of ours."""
    types = _declarations().types
    return tuple(name for name in _of_type(SKOS + "Concept") if not any(t.startswith(KG) for t in types[name]))


@cache
def superclasses(kind: str) -> tuple[str, ...]:
    """Return all kg: superclasses of a class, nearest first; empty for a topmost one."""
    return _closure(kind, _declarations().superclasses, "class")


@cache
def superproperties(name: str) -> tuple[str, ...]:
    """Return all kg: superproperties of a property, nearest first."""
    return _closure(name, _declarations().superproperties, "property")


@cache
def most_exact(names: frozenset[str]) -> frozenset[str]:
    """Return those of some properties between two things that no other of them implies: "chair", not "participant"."""
    return names.difference(*(superproperties(name) for name in names))


@cache
def broader(concept: str) -> tuple[str, ...]:
    """Return all kg: concepts that are broader than a concept, nearest first ("ForeignMinister": "Minister")."""
    return _closure(concept, _declarations().broader, "concept")


@cache
def broader_direct(concept: str) -> tuple[str, ...]:
    """Return the kg: concepts that stand directly above a concept by skos:broader, sorted."""
    _check(concept)
    return _declarations().broader.get(concept, ())


@cache
def is_a(kind: str, ancestor: str) -> bool:
    """Tell whether a class is another one or below it."""
    _check(ancestor)
    return kind == ancestor or ancestor in superclasses(kind)


@cache
def is_property(name: str, ancestor: str) -> bool:
    """Tell whether a property is another one or below it."""
    return name == ancestor or ancestor in superproperties(name)


def claimed() -> frozenset[str]:
    """Return the local names of the properties whose every triple has a claim (`kg:claimed true` in the ontology)."""
    return _declarations().claimed


@cache
def concept_types(concept: str) -> tuple[str, ...]:
    """Return the local names of the kg: classes that a concept is declared to be of, sorted."""
    _check(concept)
    return tuple(sorted(t.removeprefix(KG) for t in _declarations().types[concept] if t.startswith(KG)))


@cache
def is_skos_concept(concept: str) -> bool:
    """Tell whether a concept is declared as a skos:Concept: a role or a topic, not a value such as kg:Happened."""
    _check(concept)
    return SKOS + "Concept" in _declarations().types[concept]


def labels(name: str) -> Mapping[str, str]:
    """Return a term's labels by language; "en" is always there."""
    _check(name)
    return _declarations().labels.get(name) or {"en": name}


def label(name: str) -> str:
    """Return a term's English label, e.g. "signed by"."""
    return labels(name)["en"]


@cache
def inverse_label(name: str) -> str:
    """Return what an object property is called from the side of its object, e.g. "signs at" for "signedBy"."""
    _check(name)
    return _declarations().inverse_labels[name]


def version() -> str:
    """Return the ontology's version (owl:versionInfo)."""
    return _declarations().version


def terms() -> tuple[str, ...]:
    """Return the local names of all terms, sorted."""
    return tuple(sorted(_declarations().types))


def is_term(name: str) -> bool:
    """Tell whether the vocabulary has a term with this local name."""
    return name in _declarations().types


def hint(name: str) -> str:
    """Return the end of a message about a term that there is not: "; did you mean kg:X?", or "" where none is near."""
    known = _declarations().types
    near = difflib.get_close_matches(name.lower(), sorted({term.lower() for term in known}), n=1, cutoff=0.5)
    # kg:Place and kg:place: a class for a class, a property for a property.
    cased = sorted(
        (term for term in known if term.lower() in near), key=lambda term: term[0].isupper() != name[:1].isupper()
    )
    return f"; did you mean kg:{cased[0]}?" if cased else ""


def _check(name: str) -> None:
    if not is_term(name):
        raise KnowledgeError(f"the vocabulary has no term kg:{name}{hint(name)}")


def _of_type(type_iri: str) -> tuple[str, ...]:
    return tuple(sorted(name for name, types in _declarations().types.items() if type_iri in types))


def _closure(name: str, direct: Mapping[str, tuple[str, ...]], what: str) -> tuple[str, ...]:
    _check(name)
    found: list[str] = []
    row = direct.get(name, ())
    while row:
        found.extend(term for term in row if term not in found)
        row = tuple(dict.fromkeys(above for term in row for above in direct.get(term, ()) if above not in found))
    if name in found:
        raise KnowledgeError(f"the {what} kg:{name} is its own superior: correct the ontology")
    return tuple(found)


@cache
def _declarations() -> _Declarations:
    types: dict[str, set[str]] = {}
    texts: dict[str, dict[str, str]] = {}
    inverse: dict[str, str] = {}
    above: dict[str, dict[str, set[str]]] = {RDFS + "subClassOf": {}, RDFS + "subPropertyOf": {}, SKOS + "broader": {}}
    marked: set[str] = set()
    version = ""
    for triple in triples():
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if predicate == OWL + "versionInfo" and isinstance(value, ox.Literal):
            version = value.value
        if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(KG):
            continue
        name = subject.value[len(KG) :]
        if isinstance(value, ox.Literal):
            if predicate in (RDFS + "label", SKOS + "prefLabel"):
                texts.setdefault(name, {})[value.language or "en"] = value.value
            elif predicate == KG + "inverseLabel":
                inverse[name] = value.value
            elif predicate == KG + "claimed" and value.value == "true":
                marked.add(name)
        elif isinstance(value, ox.NamedNode):
            if predicate == RDF + "type":
                types.setdefault(name, set()).add(value.value)
            elif predicate in above and value.value.startswith(KG):
                above[predicate].setdefault(name, set()).add(value.value[len(KG) :])
    order = {kind: {name: tuple(sorted(terms)) for name, terms in table.items()} for kind, table in above.items()}
    return _Declarations(
        labels=texts,
        inverse_labels=inverse,
        types={name: frozenset(kinds) for name, kinds in types.items()},
        superclasses=order[RDFS + "subClassOf"],
        superproperties=order[RDFS + "subPropertyOf"],
        broader=order[SKOS + "broader"],
        claimed=frozenset(marked),
        version=version,
    )


@cache
def triples() -> list[ox.Triple]:
    """Return all that the files declare; KnowledgeError where one is no valid Turtle.

    They are read once: blank nodes keep their names.
    """
    found: list[ox.Triple] = []
    for name in FILES:
        path = ontology_path(name)
        try:
            found.extend(quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise KnowledgeError(f"{path} is no valid Turtle: {error}") from error
    return found
