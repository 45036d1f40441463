"""Which things the references of corrections mean: "ARTICLE: name", "ARTICLE:START-END", an id, a name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable

from kg.errors import CorrectionError
from kg.model import TELLS_POST, Entity, Resolution
from kg.resolve.corpus import Corpus, Node

_SPAN = re.compile(r"(?P<article>.+):\s?(?P<start>\d+)-(?P<end>\d+)")
_MOST = 5  # choices in a message


class Unknown(CorrectionError):
    """What a reference names is in none of the graphs that were looked at."""


class References:
    """Finds what references mean.

    An id or a name is looked for in the graph without any correction; where that does not know it, in the graphs with
    corrections that were added.
    """

    def __init__(self, corpus: Corpus, plain: Callable[[], Resolution]) -> None:
        """plain: gives the resolution without any correction; asked only where it is needed."""
        self._corpus = corpus
        self._graphs = [_Graph(plain)]

    def add(self, resolution: Callable[[], Resolution]) -> None:
        """Look in a further graph for what the former do not know."""
        self._graphs.append(_Graph(resolution))

    def nodes(self, reference: str) -> tuple[Node, ...]:
        """Return the nodes of the one thing that is meant, sorted; CorrectionError where there is none, or several."""
        span = _SPAN.fullmatch(reference)
        if span and span["article"] in self._corpus.by_id:
            article, start, end = span["article"], int(span["start"]), int(span["end"])
            return self._only(reference, self._standing(article, start, end))
        for at in (found.start() for found in re.finditer(": ", reference)):
            if reference[:at] in self._corpus.by_id:
                return self._only(reference, self._called(reference[:at], reference[at + 2 :]))
        return self._entity(reference).members

    def _only(self, reference: str, nodes: list[Node]) -> tuple[Node, ...]:
        if not nodes:
            raise CorrectionError(f"nothing is called {reference!r} there; kg read ARTICLE shows what an article names")
        if len(nodes) > 1:
            choices = ", ".join(f"{self._where(node)} ({self._corpus.things[node].kind})" for node in nodes[:_MOST])
            raise CorrectionError(
                f"{len(nodes)} things are called {reference!r}; name one by where it stands: {choices}"
            )
        return tuple(nodes)

    def _where(self, node: Node) -> str:
        spans = [(m.start, m.end) for m in self._corpus.by_id[node[0]].mentions if m.thing == node[1]]
        return f"{node[0]}:{min(spans)[0]}-{min(spans)[1]}" if spans else node[1]

    def _standing(self, article: str, start: int, end: int) -> list[Node]:
        """The things mentioned there; where there is none, the posts (which have no mentions) that these words tell."""
        reading = self._corpus.by_id[article]
        found = {m.thing for m in reading.mentions if (m.start, m.end) == (start, end)}
        told = (s for s in reading.statements if s.predicate == TELLS_POST and (s.start, s.end) == (start, end))
        return [(article, thing) for thing in sorted(found or {statement.subject for statement in told})]

    def _called(self, article: str, name: str) -> list[Node]:
        """The things that an article gives a name; where there is none, those for which it uses these words."""
        wanted, reading = folded(name), self._corpus.by_id[article]
        named = [thing.id for thing in reading.things if any(folded(one.text) == wanted for one in thing.names)]
        if not named and article in self._corpus.texts:
            text = self._corpus.texts[article].text
            named = [m.thing for m in reading.mentions if folded(text[m.start : m.end]) == wanted]
        return [(article, thing) for thing in sorted(set(named))]

    def _entity(self, reference: str) -> Entity:
        for graph in self._graphs:
            found = graph.meant(reference)
            if len(found) > 1:
                ids = ", ".join(entity.id for entity in found[:_MOST])
                raise CorrectionError(f"{len(found)} things are called {reference!r}; name one by its id: {ids}")
            if found:
                return found[0]
        raise Unknown(f"nothing is called {reference!r} in the graph, without corrections or with the others")


class _Graph:
    """The things of a resolution by id and by name. resolution: gives it; asked only once, where it is needed."""

    def __init__(self, resolution: Callable[[], Resolution]) -> None:
        self._resolution = resolution
        self._by_id: dict[str, Entity] = {}
        self._by_name: dict[str, list[Entity]] = defaultdict(list)

    def meant(self, reference: str) -> list[Entity]:
        """Return the thing with this id or the end of this IRI, else those with this name."""
        if not self._by_id:
            for entity in self._resolution().entities:
                self._by_id[entity.id] = entity
                for name in {folded(label.text) for label in (entity.main, *entity.labels)}:
                    self._by_name[name].append(entity)
        known = self._by_id.get("/".join(reference.rsplit("/", 2)[-2:]))
        return self._by_name.get(folded(reference), []) if known is None else [known]


def folded(name: str) -> str:
    """Return a name without what two who type it may do differently: composition, case and spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
