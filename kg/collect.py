"""The first half of a build: all inputs to articles and readings, and a list of what was left out.

What is kept of a former build is taken from there, and only the rest is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.cache import Kept, ReadingCache, key_of
from kg.errors import InputError
from kg.given import unmatched
from kg.model import Article, Reading
from kg.read import Refusal, Source, is_collection, read_source, with_bytes
from kg.workers import Job, Outcome, read_all

# Told the stage, how much of it is done and how much there is: ("reading", 3, 200).
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Collected:
    """What reading all inputs gave. articles, readings: by identifier; only articles that have a reading.

    kept: how many of the readings were kept from a former build.
    """

    articles: dict[str, Article] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    kept: int = 0

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


def collect(
    sources: Sequence[Source], job: Job, jobs: int | None, progress: Progress, cache: ReadingCache | None = None
) -> Collected:
    """Read every source.

    sources: sorted, as `find_inputs` gives them. job: what reading needs. jobs: how many processes; all cores where
    None. cache: the readings of former builds, where any are kept; then those of these sources, and no others, are
    kept. Raises InputError, with the first refusals, where no article at all could be read.
    """
    found = Collected()
    items: list[Source | Article] = []
    for source in sources:
        for item in read_source(source, job.max_bytes) if is_collection(source) else (source,):
            if isinstance(item, Refusal):
                found.refusals.append(item)
            else:
                items.append(item)
    for done, outcome in enumerate(_outcomes(items, job, jobs, cache, found), start=1):
        found.add(outcome)
        progress("reading", done, len(items))
    found.refusals.extend(unmatched(job.given, (*found.articles, *(refusal.identifier for refusal in found.refusals))))
    if not found.readings:
        raise InputError(_nothing_read(found.refusals))
    return found


def _outcomes(
    items: Sequence[Source | Article], job: Job, jobs: int | None, cache: ReadingCache | None, found: Collected
) -> Iterator[Outcome]:
    """Yield what became of each item, in their order."""
    if cache is None:
        yield from read_all(items, job, jobs)
        return
    keys: set[bytes] = set()
    known = {place: kept for place, item in enumerate(items) if (kept := _kept(item, job, cache, keys))}
    found.kept = len(known)
    made = read_all([item for place, item in enumerate(items) if place not in known], job, jobs)
    for place in range(len(items)):
        if place in known:
            yield Outcome(known[place].article, known[place].reading)
            continue
        outcome = next(made)
        if outcome.key and outcome.article and outcome.reading:
            keys.add(outcome.key)
            cache.put(outcome.key, Kept(outcome.article, outcome.reading))
        yield outcome
    cache.prune(keys)
    cache.save()


def _kept(item: Source | Article, job: Job, cache: ReadingCache, keys: set[bytes]) -> Kept | None:
    """What is kept of an item, whose digest then goes to `keys`."""
    if item.identifier in job.given:
        return None
    key = key_of(with_bytes(item, job.max_bytes))
    kept = cache.get(key) if key else None
    if kept:
        keys.add(key)
    return kept


def _nothing_read(refusals: Sequence[Refusal]) -> str:
    shown = [str(refusal) for refusal in refusals[:10]]
    if len(refusals) > len(shown):
        shown.append(f"... and {len(refusals) - len(shown)} more")
    return "\n  ".join(["none of the articles could be read:", *shown])
