"""The one door to owlready2: the ontology, alone or with a graph, under an OWL reasoner (HermiT, needs Java)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import owlready2
import pyoxigraph as ox

from kg import vocab
from kg.errors import GraphError, KGError
from kg.paths import ontology_path

# Not in OWL 2's datatype map: HermiT refuses a literal of these, and nothing follows from them.
_UNKNOWN_DATATYPES = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("date", "gYearMonth", "gYear"))

# In the RDF output for readers without a reasoner; OWL 2 DL reserves the words.
_RESERVED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def load_ontology(individuals: Iterable[ox.Triple] = ()) -> owlready2.World:
    """Return a world of its own with the ontology, and with a graph's triples where given.

    owlready2 reads no Turtle: the triples go through a temporary N-Triples file. Dates are left out.
    """
    triples = [quad.triple for name in vocab.FILES for quad in ox.parse(path=str(ontology_path(name)))]
    triples += [triple for triple in individuals if not _unreadable(triple)]
    world = owlready2.World()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.nt"
        ox.serialize(triples, output=str(path), format=ox.RdfFormat.N_TRIPLES)
        with path.open("rb") as file:
            world.get_ontology("https://w3id.org/treaty-kg/ontology#").load(fileobj=file)
    return world


def check_consistency(individuals: Iterable[ox.Triple] = ()) -> list[str]:
    """Return the names of the classes that can have no instance, sorted; empty for a sound ontology.

    individuals: triples of a graph to be held against the ontology.
    Raises GraphError where ontology and graph contradict each other as a whole, KGError where there is no Java.
    """
    if shutil.which("java") is None:
        raise KGError("the reasoner HermiT needs Java, which is not installed: apt-get install default-jre-headless")
    world = load_ontology(individuals)
    try:
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        raise GraphError("the graph contradicts the ontology (something is in two disjoint classes)") from error
    return sorted(str(found.name) for found in world.inconsistent_classes() if found is not owlready2.Nothing)


def _unreadable(triple: ox.Triple) -> bool:
    value = triple.object
    dated = isinstance(value, ox.Literal) and value.datatype.value in _UNKNOWN_DATATYPES
    names = [triple.predicate.value]
    if isinstance(value, ox.NamedNode):
        names.append(value.value)
    return dated or any(name.startswith(_RESERVED) and name != _RESERVED + "type" for name in names)
