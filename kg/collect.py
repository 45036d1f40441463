"""The first half of a build: all inputs to articles and readings, and a list of what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.errors import InputError
from kg.given import unmatched
from kg.model import Article, Reading
from kg.read import Refusal, Source, is_collection, read_source
from kg.workers import Job, Outcome, read_all

# Told the stage, how much of it is done and how much there is: ("reading", 3, 200).
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Collected:
    """What reading all inputs gave. articles, readings: by identifier; only articles that have a reading."""

    articles: dict[str, Article] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Take in what became of one input; a second article of one identifier is refused."""
        article, reading = outcome.article, outcome.reading
        self.refusals.extend(outcome.refusals)
        self.tracebacks.extend([outcome.traceback] if outcome.traceback else [])
        if article is None or reading is None:
            return
        if article.identifier in self.articles:
            self.refusals.append(
                Refusal(article.identifier, "another input has this identifier; give each article its own")
            )
            return
        self.articles[article.identifier] = article
        self.readings[article.identifier] = reading


def collect(sources: Sequence[Source], job: Job, jobs: int | None, progress: Progress) -> Collected:
    """Read every source.

    sources: sorted, as `find_inputs` gives them. job: what reading needs. jobs: how many processes; all cores where
    None. Raises InputError, with the first refusals, where no article at all could be read.
    """
    found = Collected()
    items: list[Source | Article] = []
    for source in sources:
        for item in read_source(source, job.max_bytes) if is_collection(source) else (source,):
            if isinstance(item, Refusal):
                found.refusals.append(item)
            else:
                items.append(item)
    for done, outcome in enumerate(read_all(items, job, jobs), start=1):
        found.add(outcome)
        progress("reading", done, len(items))
    found.refusals.extend(unmatched(job.given, (*found.articles, *(refusal.identifier for refusal in found.refusals))))
    if not found.readings:
        raise InputError(_nothing_read(found.refusals))
    return found


def _nothing_read(refusals: Sequence[Refusal]) -> str:
    shown = [str(refusal) for refusal in refusals[:10]]
    if len(refusals) > len(shown):
        shown.append(f"... and {len(refusals) - len(shown)} more")
    return "\n  ".join(["none of the articles could be read:", *shown])
