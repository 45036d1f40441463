"""The library: a graph that a build has written, opened with `kg.load`, as one object with a method for each question.

>>> import kg
>>> graph = kg.load("output")                                                # doctest: +SKIP
>>> print(graph.named("signatories", treaty="Hanoi"))                        # doctest: +SKIP

What needs a heavy library (rdflib, networkx, owlready2) imports it when it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from kg import vocab
from kg.errors import QueryError
from kg.graph import explain as explaining
from kg.graph.access import subjects
from kg.graph.explanation import Explanation, InferredFact, StatedFact
from kg.graph.named import named_query
from kg.graph.names import Thing, choice_of, find, find_one
from kg.graph.parameters import bind
from kg.graph.query import Rows, Store, run
from kg.graph.spelling import unknown_terms
from kg.graph.store import open_graph
from kg.nearest import nearest

if TYPE_CHECKING:
    from kg.graph.as_rdflib import RdflibGraph
    from kg.graph.connections import Connections
    from kg.graph.network import Neighbours, Network
    from kg.graph.reason import World
    from kg.graph.statistics import Statistics


def load(out: str | Path) -> Graph:
    """Open the graph that a build has written to a folder.

    A small graph is parsed into memory; a large one is opened where `kg build` has stored it on disk, in milliseconds.
    Raises GraphError where the folder holds no graph, or one that cannot be read.

    >>> graph = kg.load("output")                                            # doctest: +SKIP
    """
    return Graph(open_graph(out), Path(out))


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph to ask; nothing here changes it.

    store: the graph as pyoxigraph has it, for all that has no method here. folder: where it was loaded from. day: where
    it is the graph as known on a day ("2025-12-31"), that day; else "".

    Wherever a thing is asked for, its name goes as anybody types it, in any language and script, as does its IRI or
    the tail of one ("state/oman"), or a `Thing` that another method has given. Where a name fits nothing, QueryError
    tells the nearest ones; where it fits several things, their ids.
    """

    store: Store = field(repr=False)
    folder: Path
    day: str = ""

    def as_of(self, date: str | date) -> Graph:
        """Return the graph as known at the end of a day, a month or a year: what the articles until then say.

        date: a date, "2025-12-31", "2025-12" or "2025"; docs/checking.md tells what that means. The graph is made in
        memory, in about twenty seconds for a million triples on disk. Raises QueryError for what is no date.

        >>> graph.as_of("2025-12-31").facts("Oman")                          # doctest: +SKIP
        """
        from kg.graph.asof import known_on

        known = known_on(self.store, str(date))
        return Graph(known.store, self.folder, known.day)

    def query(self, sparql: str) -> Rows:
        """Ask in SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.

        The prefixes of `kg.vocab.PREFIXES` need no declaration. The answer's `notes` name kg: terms that there are
        not, which nothing can match. Raises QueryError, with line and column, for what cannot be read.

        >>> [row["name"] for row in graph.query("SELECT ?name { ?t a kg:Treaty ; rdfs:label ?name }")]  # doctest: +SKIP
        """
        return replace(run(self.store, sparql), notes=unknown_terms(sparql))

    def named(self, name: str, /, **parameters: str | int | date | Thing) -> Rows:
        """Ask a question that has a name; `kg query --list` and docs/queries.md list them.

        parameters: its values, as typed: a thing by any of its names, a date as a date, "2025-12-31", "2025-12" or
        "2025". A parameter that is a word of Python takes an underscore: `from_="Poland"`. What names were taken for
        is in the answer's `notes`. Raises QueryError for an unknown query or parameter, and for a value that does not
        fit.

        >>> graph.named("signed-not-ratified", date="2025-12-31")            # doctest: +SKIP
        """
        given = {key.removesuffix("_"): _typed(value) for key, value in parameters.items()}
        bound = bind(self.store, named_query(name), given)
        return replace(run(self.store, bound.sparql), notes=bound.notes(given))

    def find(self, name: str, kind: str = "") -> tuple[Thing, ...]:
        """Return the things that a name fits best: one where it is clear which is meant, else those to choose from.

        kind: the local name of a class ("Official", "Treaty"), where only its things are meant. Each thing tells by
        `fit` and `name` how it was found. Raises QueryError where nothing fits.

        >>> graph.find("Дарьябанди")                                         # doctest: +SKIP
        """
        return find(self.store, name, _class(kind))

    def things(self, kind: str = "") -> tuple[Thing, ...]:
        """Return the things of a class and of those below it, by IRI.

        kind: as in `find`; without it, all things but articles and their works. Raises QueryError for no class.

        >>> [official.label for official in graph.things("Official")]       # doctest: +SKIP
        """
        if kind:
            iris = subjects(self.store, vocab.RDF + "type", vocab.iri(_class(kind)))
        else:
            from kg.graph.network import things

            iris = things(self.store)
        return tuple(choice_of(self.store, iri) for iri in iris)

    def facts(self, about: str | Thing | None = None, *, predicate: str = "") -> Iterator[StatedFact]:
        """Return facts, each with its confidence, its sources and the words that say it.

        about: a thing, for the facts in which it stands at either end; None for the facts of all. predicate: a
        property's local name ("signatory"), where only its facts are meant; "participant" has chairs and signers among
        its own. Raises QueryError where the name does not mean one thing, and for no property.

        >>> for fact in graph.facts("Oman", predicate="signatory"): ...      # doctest: +SKIP
        """
        if predicate and predicate not in vocab.claimed():
            raise QueryError(f"facts have no property {predicate!r}{nearest(predicate, vocab.claimed())}")
        found: Iterator[StatedFact]
        if about is None:
            from kg.graph.facts import facts

            found = facts(self.store)
        else:
            found = iter(explaining.facts_of(self.store, find_one(self.store, _typed(about)).iri))
        return (fact for fact in found if not predicate or vocab.is_property(fact.predicate, predicate))

    def explain(self, thing: str | Thing) -> Explanation:
        """Return all that is said of one thing: names, facts with their words, articles; `print` shows it as text.

        What follows is among it where `kg reason` has inferred it from the graph as it is now.

        Raises QueryError where the name does not mean one thing.

        >>> print(graph.explain("Kaveh Daryabandi"))                         # doctest: +SKIP
        """
        return explaining.explain(self.store, _typed(thing), self._inferences())

    def inferred(self, about: str | Thing | None = None, *, predicate: str = "") -> Iterator[InferredFact]:
        """Return what follows by rules, each fact with its rule and its premises, down to the words.

        about: a thing, for the facts in which it stands at either end; None for all. predicate: a property's local name
        ("boundBy"), or "type", where only its facts are meant. Raises QueryError where the name does not mean one
        thing and for a graph as known on a day, GraphError where `kg.reason` has not inferred anything from the graph
        as it is now.

        >>> for fact in graph.inferred("Oman", predicate="boundBy"): ...     # doctest: +SKIP
        """
        from kg.graph.inferences import open_inferences
        from kg.graph.inferred import all_inferred, inferred_of

        if self.day:
            raise QueryError(f"nothing is inferred from a graph as known on {self.day}: ask the graph of today")
        inferences = open_inferences(self.folder)
        found: Iterator[InferredFact]
        if about is None:
            found = all_inferred(self.store, inferences)
        else:
            found = iter(inferred_of(self.store, inferences, find_one(self.store, _typed(about)).iri))
        return (fact for fact in found if not predicate or fact.predicate == predicate)

    def _inferences(self) -> Store | None:
        """Return what was inferred from the graph as it is now; None where nothing was, or this is not that graph."""
        from kg.graph.inferences import fresh_inferences

        return None if self.day else fresh_inferences(self.folder)

    def path(self, start: str | Thing, end: str | Thing, *, longest: int = 6, limit: int = 3) -> Connections:
        """Return the shortest connections between two things through facts; `print` shows them as text.

        longest: steps up to which to look. limit: how many connections to return at most.
        Raises QueryError where a name does not mean one thing, or both mean the same.

        >>> graph.path("Vietnam", "Oman").paths                              # doctest: +SKIP
        """
        from kg.graph.connections import connections

        return connections(self.store, _typed(start), _typed(end), longest, limit)

    def stats(self, top: int = 10) -> Statistics:
        """Return what is in the graph: how much of what, what stands in the middle, who tells it, of which time.

        top: how many central things by each measure, and how many groups.

        >>> graph.stats().kinds                                              # doctest: +SKIP
        """
        from kg.graph.statistics import statistics

        return statistics(self.store, top)

    def rdflib(self, *, copy: bool = True) -> RdflibGraph:
        """Return the graph, with its evidence, as an rdflib `Graph`.

        copy: True for one in rdflib's own memory (50 µs a triple), which may be changed; False for a view of the store,
        for large graphs: it is there at once, and what is added to it goes to the store (see `kg.graph.as_rdflib`).

        >>> graph.rdflib().serialize("all.ttl")                              # doctest: +SKIP
        """
        from kg.graph.as_rdflib import rdflib_copy, rdflib_view

        return rdflib_copy(self.store) if copy else rdflib_view(self.store)

    @overload
    def networkx(self, *, simple: Literal[False] = False) -> Network: ...
    @overload
    def networkx(self, *, simple: Literal[True]) -> Neighbours: ...
    def networkx(self, *, simple: bool = False) -> Network | Neighbours:
        """Return the things and the facts between them as a networkx `MultiDiGraph`, as docs/network.md describes.

        simple: as a `Graph` instead: without directions, one edge between two things, `facts` telling for how many.

        >>> networkx.degree_centrality(graph.networkx(simple=True))               # doctest: +SKIP
        """
        from kg.graph.network import neighbours, network

        net = network(self.store)
        return neighbours(net) if simple else net

    def owlready(self) -> World:
        """Return an owlready2 `World`: the ontology's classes as Python classes, the graph's things as their instances.

        Days are dates, months and years str ("2025-10").

        >>> world = graph.owlready()                                         # doctest: +SKIP
        >>> world["https://w3id.org/treaty-kg/ontology#Treaty"].instances()  # doctest: +SKIP
        """
        from kg.graph.reason import load_ontology

        return load_ontology((quad.triple for quad in self.store), dates=True)

    def export(self, format: str, path: str | Path | None = None, *, part: str = "both") -> Path:
        """Write the graph for another program; returns the file or folder that was written.

        format: as `kg export --list` and docs/exports.md name it. path: where to; None for the folder `export` beside
        the graph. part: "graph", "evidence" or "both", for RDF formats.
        Raises ExportError for what does not go together, InputError where nothing can be written.

        >>> graph.export("graphml", "treaties.graphml")                      # doctest: +SKIP
        """
        from kg.exporting import export

        return export(self.folder, [format], path, part, self.store)[0]


def _typed(value: str | int | date | Thing) -> str:
    """Return a value as it would be typed."""
    return value.iri if isinstance(value, Thing) else str(value)


def _class(kind: str) -> str:
    """Return the local name of a class, "" for none; QueryError where there is no such class."""
    if kind and kind not in vocab.classes():
        raise QueryError(f"there is no class {kind!r}{nearest(kind, vocab.classes())}")
    return kind
