"""Which things the references of corrections mean: "ARTICLE: name", "ARTICLE:START-END", an id, a name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping

from kg.errors import CorrectionError
from kg.model import Entity, Resolution
from kg.resolve.corpus import Corpus, Node

_SPAN = re.compile(r"(?P<article>.+):\s?(?P<start>\d+)-(?P<end>\d+)")
_MOST = 5  # choices in a message


class References:
    """Finds what references mean. plain: gives the resolution without any correction; asked only where it is needed."""

    def __init__(self, corpus: Corpus, plain: Callable[[], Resolution]) -> None:
        self._corpus = corpus
        self._plain = plain
        self._entities: tuple[Mapping[str, Entity], Mapping[str, list[Entity]]] | None = None

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
        mentions = self._corpus.by_id[article].mentions
        return sorted({(article, m.thing) for m in mentions if (m.start, m.end) == (start, end)})

    def _called(self, article: str, name: str) -> list[Node]:
        """The things that an article gives a name; where there is none, those for which it uses these words."""
        wanted, reading = folded(name), self._corpus.by_id[article]
        named = [thing.id for thing in reading.things if any(folded(one.text) == wanted for one in thing.names)]
        if not named and article in self._corpus.texts:
            text = self._corpus.texts[article].text
            named = [m.thing for m in reading.mentions if folded(text[m.start : m.end]) == wanted]
        return [(article, thing) for thing in sorted(set(named))]

    def _entity(self, reference: str) -> Entity:
        if self._entities is None:
            entities = self._plain().entities
            names: dict[str, list[Entity]] = defaultdict(list)
            for entity in entities:
                for name in sorted({folded(label.text) for label in (entity.main, *entity.labels)}):
                    names[name].append(entity)
            self._entities = {entity.id: entity for entity in entities}, names
        by_id, by_name = self._entities
        tail = "/".join(reference.rsplit("/", 2)[-2:])
        if tail in by_id:
            return by_id[tail]
        found = by_name.get(folded(reference), [])
        if not found:
            raise CorrectionError(f"nothing is called {reference!r} in the graph without corrections")
        if len(found) > 1:
            ids = ", ".join(entity.id for entity in found[:_MOST])
            raise CorrectionError(f"{len(found)} things are called {reference!r}; name one by its id: {ids}")
        return found[0]


def folded(name: str) -> str:
    """Return a name without what two who type it may do differently: composition, case and spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
