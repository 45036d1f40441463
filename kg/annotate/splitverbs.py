"""Verbs that are split in two: "nam ... aan", "trat ... bei". The language file writes the gap as an ellipsis.

The first part stands in the verb's place and its particle closes the clause, with anything between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.annotate.terms import Entry, Match
from kg.annotate.tokens import Token

GAP = "…"
_REACH = 24  # tokens between the two parts
_ENDS = '.,;:!?)]"»”’'
_STOPS = ";:!?"


@dataclass
class SplitVerbs:
    """plain: makes a word comparable. rows: by a verb's first word the other words of its first part, those of its
    second part, and what both say. All stand letter for letter: "namens" is not "namen".
    """

    plain: Callable[[str], str] = str.lower
    rows: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Entry]]] = field(default_factory=dict)

    def add(self, form: str, entry: Entry) -> None:
        """Store a form with a gap."""
        first, _, second = form.partition(GAP)
        head, *rest = map(self.plain, first.split())
        self.rows.setdefault(head, []).append((tuple(rest), tuple(map(self.plain, second.split())), entry))

    def find(self, tokens: Sequence[Token], start: int, end: int, clauses: Mapping[int, Match]) -> list[Match]:
        """The verbs in tokens[start:end], each at its first part. clauses: the clause terms that are known already."""
        found = []
        for at in range(start, end):
            rows = self.rows.get(self.plain(tokens[at].text), ())
            known = clauses.get(at)
            if not rows or (known is not None and known.end > at + 1):
                continue
            said = {
                (1 + len(rest), entry)
                for rest, second, entry in rows
                if self._stand(tokens, at + 1, end, rest)
                and self._closed(tokens, at + 1 + len(rest), end, second, clauses)
            }
            if said:
                size = max(length for length, _ in said)
                found.append(Match(at, at + size, tuple(sorted(e for length, e in said if length == size))))
        return found

    def _closed(
        self, tokens: Sequence[Token], start: int, end: int, second: Sequence[str], clauses: Mapping[int, Match]
    ) -> bool:
        """Whether the second part follows and closes the clause."""
        for at in range(start, min(end, start + _REACH)):
            if tokens[at].text in _STOPS or _opens(clauses.get(at)):
                return False
            if self._stand(tokens, at, end, second):
                after = at + len(second)
                if after >= end or tokens[after].text in _ENDS or not _joins(clauses.get(at)):
                    return True
                if _bounds(clauses.get(after)):
                    return True
        return False

    def _stand(self, tokens: Sequence[Token], at: int, end: int, words: Sequence[str]) -> bool:
        return at + len(words) <= end and all(w == self.plain(tokens[at + i].text) for i, w in enumerate(words))


def _opens(match: Match | None) -> bool:
    return match is not None and any(e.category == "clause" for e in match.entries)


def _joins(match: Match | None) -> bool:
    """Whether a particle is a preposition too, which what follows may belong to."""
    return match is not None and any(e.category == "marker" for e in match.entries)


def _bounds(match: Match | None) -> bool:
    """Whether another phrase or clause begins: "nam deel IN Wenen", "keurde goed EN"."""
    return match is not None and any(e.category in ("clause", "marker", "and", "status") for e in match.entries)
