"""The things that one article names, gathered while it is read: each thing once, with its names, mentions and
traits.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Mention, Name, Statement, Thing

_RANK = {"Official": 1, "Person": 0}  # the more special kind wins


@dataclass(slots=True)
class Draft:
    """A thing in the making; see `kg.model.Thing` for the fields."""

    id: str
    kind: str
    key: str = ""
    names: dict[tuple[str, int], Name] = field(default_factory=dict)
    traits: set[tuple[str, str]] = field(default_factory=set)
    spans: set[tuple[int, int]] = field(default_factory=set)

    def named(self, text: str, start: int, end: int, sure: bool = True) -> None:
        """Add a name in base form, standing at start:end."""
        if text:
            self.names.setdefault((text, start), Name(text, start, end, sure))

    def values(self, trait: str) -> list[str]:
        """The values of one trait, sorted."""
        return sorted(value for name, value in self.traits if name == trait)


class Registry:
    """Things by the identity they have inside one article."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self.statements: dict[tuple[str, str, str, str], Statement] = {}
        self._by_identity: dict[str, str] = {}

    def thing(self, identity: str, kind: str, key: str = "") -> Draft:
        """The thing of this identity, made where it is new. Kinds go up only from person to official."""
        found = self._by_identity.get(identity)
        if found is None:
            found = self._by_identity[identity] = f"t{len(self._by_identity) + 1}"
            self.drafts[found] = Draft(found, kind, key)
        draft = self.drafts[found]
        if _RANK.get(kind, 0) > _RANK.get(draft.kind, 0) and draft.kind in _RANK:
            draft.kind = kind
        return draft

    def find(self, identity: str) -> Draft | None:
        """The thing of this identity, if there is one."""
        found = self._by_identity.get(identity)
        return self.drafts[found] if found else None

    def say(self, statement: Statement) -> None:
        """Keep a statement; of several that say the same the surest, then the first, stays."""
        key = (statement.subject, statement.predicate, statement.object, statement.datatype)
        known = self.statements.get(key)
        if known is None or statement.confidence > known.confidence:
            self.statements[key] = statement

    def drop(self, thing: str) -> None:
        """Forget a thing and all that was said of it."""
        del self.drafts[thing]
        self.statements = {
            k: s
            for k, s in self.statements.items()
            if thing != s.subject and not (s.object == thing and not s.datatype)
        }

    def things(self) -> tuple[Thing, ...]:
        """All things, in the order in which they were made."""
        return tuple(
            Thing(
                d.id,
                d.kind,
                tuple(
                    sorted(
                        d.names.values(),
                        key=lambda n: (not n.sure, n.text[:1].islower(), -len(n.text.split()), n.start, n.text),
                    )
                ),
                d.key,
                tuple(sorted(d.traits)),
            )
            for d in self.drafts.values()
        )

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, in the order of the text."""
        spans = sorted({(start, end, d.id) for d in self.drafts.values() for start, end in d.spans})
        return tuple(Mention(thing, start, end) for start, end, thing in spans)
