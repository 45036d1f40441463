"""What a build did, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.model import Resolution
from kg.read import Refusal

GROUPS = (  # the class whose instances are counted, one, many; an entity counts for the first that fits
    ("Treaty", "treaty", "treaties"),
    ("Event", "event", "events"),
    ("Official", "official", "officials"),
    ("Person", "other person", "other persons"),
    ("Organization", "organization", "organizations"),
    ("State", "state", "states"),
    ("Place", "place", "places"),
)
UNREAD = {  # kinds of zones that no fact is read from: one, many
    "byline": ("byline", "bylines"),
    "credit": ("photo credit", "photo credits"),
    "furniture": ("piece of page furniture", "pieces of page furniture"),
    "repeat": ("repeated paragraph", "repeated paragraphs"),
}
MEANING = {
    "graph.ttl": "the graph",
    "evidence.ttl": "the words that each fact rests on",
    "judgements.jsonl": "why things are one or two: ask with kg why",
    "graph.html": "the page: open it in a browser",
}


@dataclass(frozen=True, slots=True)
class Account:
    """The account of one build.

    languages: (name, articles), most first. works: how many works the articles carry. shared: articles that carry a
    work that another article carries too. found: (noun in the right number, count). facts: how many. omissions:
    (reason, count) from inside articles. passed_over: (extension, files) of other kinds. refusals: inputs left out.
    tracebacks: of faults of our own. files: what was written. corrections: how many were carried out. kept: how many
    articles have the reading that a former build made of them. unchanged: the files are the former build's, which was
    made of the same.
    """

    articles: int
    languages: tuple[tuple[str, int], ...]
    works: int
    shared: int
    found: tuple[tuple[str, int], ...]
    facts: int
    omissions: tuple[tuple[str, int], ...]
    passed_over: tuple[tuple[str, int], ...]
    refusals: tuple[Refusal, ...]
    tracebacks: tuple[str, ...]
    files: tuple[Path, ...]
    corrections: int = 0
    kept: int = 0
    unchanged: bool = False

    def text(self) -> str:
        """The account for a reader, a few lines without a line end."""
        rows = [
            ("Read", f"{count(self.articles, 'article')}: {listing(self.languages)}"),
            ("", self._kept()),
            ("", self._works()),
            ("Found", listing(self.found)),
            ("", f"{count(self.facts, 'fact')}, each with the words that say it"),
            ("Corrected", f"{count(self.corrections, 'correction')} by hand" if self.corrections else ""),
            ("Passed over", listing(self.omissions)),
            ("", self._other_files()),
            ("Left out", count(len(self.refusals), "input") if self.refusals else ""),
            *(
                (("Unchanged" if self.unchanged else "Written") if not index else "", f"{file}  ({MEANING[file.name]})")
                for index, file in enumerate(self.files)
            ),
        ]
        lines, title = [], ""
        for name, words in rows:
            title = name or title
            if words:
                lines.append(f"{title:<12} {words}".rstrip())
                title = ""
        return "\n".join(lines)

    def _kept(self) -> str:
        if self.kept == self.articles:
            return "all of them kept from before"
        return f"{self.articles - self.kept:,} of them read now, {self.kept:,} kept from before" if self.kept else ""

    def _works(self) -> str:
        if not self.shared:
            return ""
        return f"{self.shared} of them are translations or copies of one another: {count(self.works, 'work')} in all"

    def _other_files(self) -> str:
        kinds = ", ".join(f"{number} {extension}" for extension, number in self.passed_over)
        return (
            f"{count(sum(number for _, number in self.passed_over), 'file')} of other kinds ({kinds})" if kinds else ""
        )


def make_account(
    resolution: Resolution,
    *,
    superclasses: Mapping[str, Iterable[str]],
    language_names: Mapping[str, str],
    passed_over: tuple[tuple[str, int], ...],
    refusals: Iterable[Refusal],
    tracebacks: Iterable[str],
    files: Iterable[Path],
    kept: int = 0,
) -> Account:
    """Count what a build found.

    superclasses: the classes of each kind of entity, itself among them. language_names: English names by code; a code
    without a name stands for itself. The rest: as in `Account`.
    """
    codes = [reading.language or "of unknown language" for reading in resolution.readings]
    languages = Counter(language_names.get(code, code) for code in codes)
    shared = [work for work in resolution.works if len(work.articles) > 1]
    return Account(
        articles=len(resolution.readings),
        languages=most_first(languages),
        works=len(resolution.works),
        shared=sum(len(work.articles) for work in shared),
        found=_found(resolution, superclasses),
        facts=len(resolution.facts),
        omissions=(*_unread_zones(resolution), *most_first(_omissions(resolution))),
        passed_over=passed_over,
        refusals=tuple(sorted(refusals, key=lambda refusal: (refusal.identifier, refusal.message))),
        tracebacks=tuple(tracebacks),
        files=tuple(files),
        corrections=len(resolution.decisions),
        kept=kept,
    )


def _found(resolution: Resolution, superclasses: Mapping[str, Iterable[str]]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for entity in resolution.entities:
        classes = set(superclasses[entity.kind])
        counts.update([next((name for name, _, _ in GROUPS if name in classes), "")])
    return tuple((one if counts[name] == 1 else many, counts[name]) for name, one, many in GROUPS if counts[name])


def _unread_zones(resolution: Resolution) -> tuple[tuple[str, int], ...]:
    counts = Counter(zone.kind for reading in resolution.readings for zone in reading.zones if zone.kind in UNREAD)
    return tuple((UNREAD[kind][number > 1], number) for kind, number in most_first(counts))


def _omissions(resolution: Resolution) -> Counter[str]:
    return Counter(item.reason for reading in resolution.readings for item in reading.omissions)


def most_first(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Counts sorted by number, then by name."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 file", "1,200 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listing(items: Iterable[tuple[str, int]]) -> str:
    """(noun, number) pairs as "4 treaties, 1 event"."""
    return ", ".join(f"{number:,} {noun}" for noun, number in items)
