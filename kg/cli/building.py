"""Commands that read articles: `kg build`, `kg read`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import DONE, LEFT_OUT, languages_option, max_size_option
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.account import Account


def building_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the arguments and options that tell what to build from and how; `built` takes them."""
    options = (
        click.argument("articles", nargs=-1, required=True, metavar="ARTICLES..."),
        click.option("-o", "--out", default="output", show_default=True, type=click.Path(), help="Folder to write to."),
        click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes to read with.  [default: all cores]"),
        click.option(
            "--base", default=None, help="IRI under which things are named.  [default: https://w3id.org/treaty-kg/id/]"
        ),
        click.option(
            "--readings", type=click.Path(), help='Folder of readings made elsewhere (JSON, as "kg read --json").'
        ),
        click.option(
            "--corrections", type=click.Path(), help="File of corrections, beside any corrections.toml in ARTICLES."
        ),
        languages_option,
        max_size_option,
        click.option("--no-page", is_flag=True, help="Do not write graph.html."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def built(
    articles: tuple[str, ...],
    out: str,
    jobs: int | None,
    base: str | None,
    readings: str | None,
    corrections: str | None,
    languages: str | None,
    max_size: float,
    no_page: bool,
) -> Account:
    """Build as the options of `building_options` say."""
    from kg import pipeline
    from kg.graph.iris import DEFAULT_BASE
    from kg.progress import progress_line

    with progress_line(sys.stderr) as progress:
        return pipeline.build(
            articles,
            out,
            base=base or DEFAULT_BASE,
            jobs=jobs,
            readings=readings,
            corrections=corrections,
            languages=languages,
            max_bytes=round(max_size * 1e6),
            page=not no_page,
            progress=progress,
        )


@click.command()
@building_options
@click.option("-q", "--quiet", is_flag=True, help="Print no account, only what was left out.")
@click.option("--debug", is_flag=True, help="Show where an error happened.")
def build(quiet: bool, debug: bool, **options: Any) -> int:
    """Read articles and write OUT/graph.ttl, OUT/evidence.ttl and OUT/graph.html.

    ARTICLES are folders and files (.txt, .md, .html, .jsonl), or - for standard input: one text, or JSON Lines. A JSONL
    line holds one article: {"text": ..., "id": ..., "title": ..., "date": ..., "language": ..., "url": ...}; only text
    is required.

    A corrections.toml in a folder of ARTICLES is carried out: what people decided of the graph; docs/corrections.md.

    Exits with 3 where the graph was built, but some inputs were left out.
    """
    account = built(**options)
    for refusal in account.refusals:
        click.echo(f"kg: left out: {refusal}", err=True)
    for trace in account.tracebacks if debug else ():
        click.echo(trace, err=True)
    if not quiet:
        click.echo(account.text())
    return LEFT_OUT if account.refusals else DONE


@click.command()
@click.argument("article", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help='Print "treaty-kg reading 1" JSON, one reading a line.')
@languages_option
@max_size_option
def read(article: str, as_json: bool, languages: str | None, max_size: float) -> int:
    """Show what one article says: its things, facts and events, each with its words.

    ARTICLE is a file, or - for standard input.
    """
    from kg import pipeline, reading_json, show
    from kg.read import find_inputs

    if article != "-" and Path(article).is_dir():
        raise InputError(f"{article}: a folder; kg read shows one article, kg build reads folders")
    (source,) = find_inputs([article]).sources
    for number, (found, reading) in enumerate(pipeline.read(source, round(max_size * 1e6), languages)):
        if as_json:
            click.echo(reading_json.dumps(reading, found.text))
        else:
            click.echo(("\n\n" if number else "") + show.layout(reading, found.text))
    return DONE
