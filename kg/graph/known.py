"""Names that a thing goes by although no article has used them: those of the gazetteer, in all its languages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg import vocab
from kg.compiled import kept
from kg.graph.folding import fold


@dataclass(frozen=True, slots=True)
class Known:
    """A thing of the gazetteer. kind: its class; names: its names and acronyms in all languages, folded."""

    kind: str
    names: frozenset[str]

    def may_be(self, kinds: list[str]) -> bool:
        """Tell whether a thing of these classes can be this one, by class."""
        return any(vocab.is_a(kind, self.kind) or vocab.is_a(self.kind, kind) for kind in kinds)


def known_as(folded: str) -> list[Known]:
    """Return what goes by a folded name: the High Seas Treaty by "bbnj" as well as by "cong uoc bien ca"."""
    things, by_name = kept("names", _names)
    return [things[number] for number in by_name.get(folded, ())]


def _names() -> tuple[list[Known], dict[str, tuple[int, ...]]]:
    """All things of the gazetteer, and by each folded name which of them bear it. Kept, since it takes a second."""
    from kg.knowledge import gazetteer  # not needed where the names are kept, and heavy

    things: list[Known] = []
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for number, concept in enumerate(gazetteer().values()):
        texts = {text for table in (concept.labels, concept.acronyms) for row in table.values() for text in row}
        names = frozenset(filter(None, map(fold, texts)))
        things.append(Known(concept.kind, names))
        for name in names:
            by_name[name].append(number)
    return things, {name: tuple(numbers) for name, numbers in by_name.items()}
