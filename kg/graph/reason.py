"""The one door to owlready2: the ontology, alone or with a graph, under an OWL reasoner (HermiT, needs Java)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import owlready2
import pyoxigraph as ox

from kg import vocab
from kg.errors import GraphError, ReasonerError

# Not in OWL 2's datatype map: HermiT refuses a literal of these, and nothing follows from them.
_UNKNOWN_DATATYPES = frozenset(vocab.XSD + name for name in ("date", "gYearMonth", "gYear"))

_HERMIT = os.pathsep.join(str(Path(owlready2.__file__).parent / "hermit" / part) for part in ("", "HermiT.jar"))
_QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # half the processor time of runs of a second or two
_COMMAND_LINE = "org.semanticweb.HermiT.cli.CommandLine"

World: TypeAlias = owlready2.World


class Month(str):
    """An xsd:gYearMonth ("2025-10")."""


class Year(str):
    """An xsd:gYear ("2025")."""


# owlready2 raises ValueError for a value of a datatype that it has not been told of.
for _kind, _name in ((Month, "gYearMonth"), (Year, "gYear")):
    owlready2.declare_datatype(_kind, vocab.XSD + _name, _kind, str)

# In the RDF output for readers without a reasoner; OWL 2 DL reserves the words.
_RESERVED = vocab.RDF


def load_ontology(individuals: Iterable[ox.Triple] = (), *, dates: bool = False) -> World:
    """Return a world of its own with the ontology, and with a graph's triples where given.

    owlready2 reads no Turtle: the triples go through a temporary N-Triples file. dates: whether to keep them; a world
    with dates cannot be given to HermiT.
    """
    world = owlready2.World()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.nt"
        _write(individuals, path, dates=dates)
        with path.open("rb") as file:
            world.get_ontology("https://w3id.org/treaty-kg/ontology#").load(fileobj=file)
    return world


def check_consistency(individuals: Iterable[ox.Triple] = ()) -> list[str]:
    """Return the names of the classes that can have no instance, sorted; empty for a sound ontology.

    individuals: triples of a graph to be held against the ontology.
    Raises GraphError where ontology and graph contradict each other as a whole, ReasonerError where there is no Java.
    """
    _require_java()
    world = load_ontology(individuals)
    try:
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        raise GraphError("the graph contradicts the ontology (something is in two disjoint classes)") from error
    return sorted(str(found.name) for found in world.inconsistent_classes() if found is not owlready2.Nothing)


def first_contradictory(sets: Sequence[Sequence[ox.Triple]]) -> int | None:
    """Return the place of the first of some sets of a graph's triples that contradicts the ontology; None for none.

    One run of Java looks at all of them, in their order, and only at whether each can be, which is quicker than
    `check_consistency`. Raises ReasonerError where HermiT cannot run.
    """
    _require_java()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{place}.nt" for place in range(len(sets))]
        for path, triples in zip(paths, sets, strict=True):
            _write(triples, path)
        java = [owlready2.JAVA_EXE, *_QUICK_START, f"-Xmx{owlready2.reasoning.JAVA_MEMORY}M", "-cp", _HERMIT]
        command = [*java, _COMMAND_LINE, "-k", *(path.as_uri() for path in paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    if "Inconsistent ontology" not in done.stderr:
        raise ReasonerError(f"the reasoner HermiT has failed: {(done.stderr.splitlines() or ['no message'])[0]}")
    return done.stdout.count("is satisfiable")  # one line for each set that is in order; it stops at the first other


def _require_java() -> None:
    if shutil.which("java") is None:
        raise ReasonerError(
            "the reasoner HermiT needs Java, which is not installed: apt-get install default-jre-headless"
        )


def _write(individuals: Iterable[ox.Triple], path: Path, *, dates: bool = False) -> None:
    """Write the ontology with a graph's triples as N-Triples. dates: whether to keep those with dates."""
    kept = (triple for triple in individuals if not (_reserved(triple) or (_dated(triple) and not dates)))
    ox.serialize(chain(vocab.triples(), kept), output=str(path), format=ox.RdfFormat.N_TRIPLES)


def _dated(triple: ox.Triple) -> bool:
    value = triple.object
    return isinstance(value, ox.Literal) and value.datatype.value in _UNKNOWN_DATATYPES


def _reserved(triple: ox.Triple) -> bool:
    value, names = triple.object, [triple.predicate.value]
    if isinstance(value, ox.NamedNode):
        names.append(value.value)
    return any(name.startswith(_RESERVED) and name != _RESERVED + "type" for name in names)
