"""`OUT/inferred.ttl`: what follows from `OUT/graph.ttl`, each triple with its rule and premises.

Each triple stands there as a triple and, with its reason, as a `kg:Inference`. The first lines tell of which graph and
which rules it was made: where these have changed, it is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.errors import GraphError
from kg.graph.closure import Derivation, Triple
from kg.graph.iris import Iris
from kg.graph.rules import rules
from kg.graph.terms import TYPE, Document, Row, date_literal, grouped, kg_node, literal
from kg.graph.turtlefiles import GRAPH_FILE, load_file, signature

INFERRED_FILE = "inferred.ttl"
_RDF_TYPE = f"<{vocab.RDF}type>"


def document_of_inferences(derivations: Mapping[Triple, Derivation], base: str) -> Document:
    """Return what follows, and why, as a document. base: the IRI under which the graph's things are."""
    iris = Iris(base.rstrip("/"))
    rows: dict[str, list[Row]] = {}
    for triple, derivation in derivations.items():
        subject, predicate, value = triple
        rows.setdefault(subject, []).append((TYPE if predicate == _RDF_TYPE else predicate[1:-1], value))
        rows[iris.inference_term(*triple)] = list(_reason(derivation, derivations, iris))
    return grouped(rows)


def _reason(derivation: Derivation, derivations: Mapping[Triple, Derivation], iris: Iris) -> list[Row]:
    found = [(TYPE, kg_node("Inference")), (vocab.iri("rule"), literal(derivation.rule))]
    for end, term in zip(("subject", "predicate", "object"), derivation.triple, strict=True):
        found.append((vocab.RDF + end, term))
    for premise in derivation.premises:
        if premise in derivations:
            found.append((vocab.iri("inferredFrom"), iris.inference_term(*premise)))
        elif premise[1][1:-1].removeprefix(vocab.KG) in vocab.claimed():
            found.append((vocab.iri("inferredFrom"), iris.claim_term(*premise)))
    for name, date in (("validFrom", derivation.start), ("validUntil", derivation.end)):
        if date:
            found.append((vocab.iri(name), date_literal(date)))
    return found


def head(folder: Path) -> str:
    """Return the first lines of the inferences from the graph in a folder, as it is now, by the present rules.

    Raises GraphError where the folder holds no graph.
    """
    signature(folder)
    with (folder / GRAPH_FILE).open("rb") as file:
        graph = file_digest(file, "sha256").hexdigest()
    return (
        f"# What follows from {GRAPH_FILE}, made by kg reason.\n"
        f"# {GRAPH_FILE}: SHA-256 {graph}\n# rules: SHA-256 {_rules_digest()}\n"
    )


@lru_cache(maxsize=1)
def _rules_digest() -> str:
    return sha256(repr(rules()).encode()).hexdigest()


def are_there(folder: Path) -> bool:
    """Tell whether a folder holds inferences, fresh or not."""
    return (folder / INFERRED_FILE).is_file()


def checked_inferences(folder: Path) -> Path:
    """Return the file with the inferences from the graph in a folder.

    Raises GraphError where there is none or no graph, or where it was made of another graph or by other rules.
    """
    signature(folder)  # a folder without a graph is told first
    path = folder / INFERRED_FILE
    if not are_there(folder):
        raise GraphError(f"{folder} holds no {INFERRED_FILE}: infer first, kg reason {folder}")
    expected = head(folder).encode()
    with path.open("rb") as file:
        if file.read(len(expected)) != expected:
            raise GraphError(
                f"{path} was made of another {GRAPH_FILE} or by other rules: infer again, kg reason {folder}"
            )
    return path


def open_inferences(folder: Path) -> ox.Store:
    """Return the inferences from the graph in a folder, as a store of their own; GraphError as for the file."""
    path = checked_inferences(folder)
    status = path.stat()
    return _opened(path, status.st_size, status.st_mtime_ns)


def fresh_inferences(folder: Path, note: Callable[[str], None] = lambda _: None) -> ox.Store | None:
    """Return the inferences in a folder where they are there and fresh, else None.

    note: is told why they are not used where they are there and stale.
    """
    if not are_there(folder):
        return None
    try:
        return open_inferences(folder)
    except GraphError as error:
        note(str(error))
        return None


@lru_cache(maxsize=2)
def _opened(path: Path, _size: int, _changed: int) -> ox.Store:
    store = ox.Store()
    load_file(store, path, f"infer again, kg reason {path.parent}")
    return store
