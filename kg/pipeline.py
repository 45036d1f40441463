"""From articles to a graph: the stages in order. The only module that knows them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import starmap
from pathlib import Path

from kg import vocab
from kg.account import Account, make_account
from kg.basis import reading_basis
from kg.cache import open_cache
from kg.collect import Collected, Progress, collect
from kg.corrections import find_corrections, read_corrections
from kg.errors import InputError
from kg.export.page import write_page
from kg.export.turtle import write_document
from kg.extract.reader import read_article
from kg.former import digest_of, find_former, keep_former
from kg.given import find_readings
from kg.graph.emit import prepare
from kg.graph.iris import DEFAULT_BASE, checked_base
from kg.graph.store import EVIDENCE_FILE, GRAPH_FILE
from kg.graph.stored import drop_stale_stores
from kg.identify import identify
from kg.knowledge import Knowledge, load_knowledge
from kg.mending.judgements import JUDGEMENTS_FILE, judgements_of, write_judgements
from kg.model import Article, Reading, Resolution
from kg.output import replacing
from kg.parallel import spread
from kg.read import MAX_BYTES, Inputs, Refusal, Source, find_inputs, read_source
from kg.resolve import Remembered, resolve
from kg.workers import Job, rare_collection, why_unread

FILES = (GRAPH_FILE, EVIDENCE_FILE, JUDGEMENTS_FILE)
PAGE_FILE = "graph.html"
PAGE_TITLE = "Treaties and diplomacy in the news"


def build(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    base: str = DEFAULT_BASE,
    jobs: int | None = None,
    readings: str | Path | None = None,
    corrections: str | Path | None = None,
    languages: str | Path | None = None,
    max_bytes: int = MAX_BYTES,
    page: bool = True,
    progress: Progress | None = None,
) -> Account:
    """Build a graph from articles; the same articles give the same bytes, in any order, with any number of processes.

    paths: folders and files to read, "-" for standard input. out: the folder to write graph.ttl, evidence.ttl,
    judgements.jsonl and graph.html to. base: the IRI that instances live under. jobs: how many processes; all cores
    where None. readings: a folder of readings made elsewhere (`kg.reading_json`), used instead of our own.
    corrections: a file of corrections, beside any corrections.toml in the folders. languages: a folder with further
    language files (`CODE.toml`), which go before those of the ontology. max_bytes: the longest file to read.
    page: whether to write graph.html. progress: told of each step.
    Where the former build into `out` was made of the same and its files are as it wrote them, nothing is written.
    Returns the account, which also lists what was left out. Raises KGError where nothing could be built; then `out`
    holds what it held before.
    """
    folder, base, tell = Path(out), checked_base(base), progress or _silent
    paths = list(paths)
    files = find_corrections(paths, corrections)
    decided = read_corrections(files)
    inputs = find_inputs(paths, exclude=[folder, *files])
    given, refusals = find_readings(readings)
    knowledge = load_knowledge(languages)
    with rare_collection(), replacing(folder, (*FILES, PAGE_FILE)) as new:
        reader, warm = partial(read_article, knowledge=knowledge), partial(_load_languages, knowledge)
        job = Job(reader, max_bytes, given, warm)
        with open_cache(folder, reading_basis(languages), partial(_language_of, knowledge)) as kept:
            found = collect(inputs.sources, job, jobs, tell, kept)
            found.refusals.extend(refusals)
            made_of = digest_of(found, languages, (base, page, decided, inputs.passed_over, sorted(given)))
            if found.kept == len(found.articles) and (former := find_former(folder, made_of)):
                return former
            tell("comparing", 0, 1)
            remembered = Remembered(kept.comparisons())
            readings_found = [found.readings[name] for name in sorted(found.readings)]
            resolution = resolve(readings_found, found.articles, knowledge, jobs, decided, remembered)
            kept.keep_comparisons(remembered.now)
        found.refusals.extend(starmap(Refusal, resolution.unapplied))
        tell("writing", 0, 1)
        _write(resolution, found.articles, base, new, page, jobs)
    drop_stale_stores(folder)
    account = _account(resolution, inputs, found, folder, knowledge)
    keep_former(folder, made_of, account)
    return account


def read(
    source: Source, max_bytes: int = MAX_BYTES, languages: str | Path | None = None
) -> Iterator[tuple[Article, Reading]]:
    """Read the articles of one source, each with its reading; raises KGError for one that cannot be read.

    max_bytes, languages: as in `build`.
    """
    knowledge = load_knowledge(languages)
    for article in read_source(source, max_bytes):
        if isinstance(article, Refusal):
            raise InputError(str(article))
        reading = read_article(article, knowledge)
        unread = why_unread(article, reading)
        if unread:
            raise InputError(f"{article.identifier}: {unread}")
        yield article, reading


def _load_languages(knowledge: Knowledge, articles: Iterable[Article]) -> None:
    """Load the languages of some articles."""
    for code in sorted({_language_of(knowledge, article) for article in articles} - {""}):
        knowledge.language(code)


def _language_of(knowledge: Knowledge, article: Article) -> str:
    """The code of an article's language, "" where it has no file."""
    return identify(article, knowledge.codes, knowledge.own_words)[0]


def _write(
    resolution: Resolution,
    articles: Mapping[str, Article],
    base: str,
    new: Path,
    page: bool,
    jobs: int | None,
) -> None:
    """Write the files into a new folder, on two cores where there are two: the halves take about as long."""

    def write_turtle() -> None:
        emission = prepare(resolution, articles, base)
        write_document(emission.graph(), new / GRAPH_FILE)
        write_document(emission.evidence(), new / EVIDENCE_FILE)

    def write_others() -> None:
        write_judgements(judgements_of(resolution), new / JUDGEMENTS_FILE)
        if page:
            write_page(resolution, articles, new / PAGE_FILE, PAGE_TITLE)

    spread(lambda write: write(), (write_turtle, write_others), jobs)


def _account(resolution: Resolution, inputs: Inputs, found: Collected, folder: Path, knowledge: Knowledge) -> Account:
    languages = {reading.language for reading in resolution.readings}.intersection(knowledge.codes)
    kinds = sorted({entity.kind for entity in resolution.entities})
    return make_account(
        resolution,
        superclasses={kind: (kind, *vocab.superclasses(kind)) for kind in kinds},
        language_names={code: knowledge.english(code) for code in sorted(languages)},
        passed_over=inputs.passed_over,
        refusals=found.refusals,
        tracebacks=found.tracebacks,
        files=[folder / name for name in (*FILES, PAGE_FILE) if (folder / name).exists()],
        kept=found.kept,
    )


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""
