"""The command `kg`. Everything heavy is imported inside the commands, so that `kg --help` is there at once."""

from __future__ import annotations

import signal
import sys
import traceback
from pathlib import Path
from typing import NoReturn

import click

import kg
from kg.errors import InputError, KGError

DONE, FAILED, LEFT_OUT, INTERRUPTED, TERMINATED = 0, 1, 3, 130, 143
FORMATS = ("table", "csv", "tsv", "json", "markdown")
MAX_MB = 5.0
OWN_LANGUAGES = "Folder of further language files (CODE.toml); they go before those that come with kg."


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all well; 1 nothing could be done; 2 wrong usage; 3 built, but some inputs were left out.",
)
@click.version_option(kg.__version__, prog_name="kg")
def cli() -> None:
    """Build and ask knowledge graphs of treaties and diplomacy from news articles in many languages."""


@cli.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLES...")
@click.option("-o", "--out", default="output", show_default=True, type=click.Path(), help="Folder to write to.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes to read with.  [default: all cores]")
@click.option(
    "--base", default=None, help="IRI under which things are named.  [default: https://w3id.org/treaty-kg/id/]"
)
@click.option("--readings", type=click.Path(), help='Folder of readings made elsewhere (JSON, as "kg read --json").')
@click.option("--languages", type=click.Path(), help=OWN_LANGUAGES)
@click.option("--max-size", type=click.FloatRange(min=0, min_open=True), default=MAX_MB, show_default=True,
              metavar="MB", help="Longest file to read, in megabytes.")  # fmt: skip
@click.option("--no-page", is_flag=True, help="Do not write graph.html.")
@click.option("-q", "--quiet", is_flag=True, help="Print no account, only what was left out.")
@click.option("--debug", is_flag=True, help="Show where an error happened.")
def build(
    articles: tuple[str, ...],
    out: str,
    jobs: int | None,
    base: str | None,
    readings: str | None,
    languages: str | None,
    max_size: float,
    no_page: bool,
    quiet: bool,
    debug: bool,
) -> int:
    """Read articles and write OUT/graph.ttl, OUT/evidence.ttl and OUT/graph.html.

    ARTICLES are folders and files (.txt, .md, .html, .jsonl), or - for standard input: one text, or JSON Lines. A JSONL
    line holds one article: {"text": ..., "id": ..., "title": ..., "date": ..., "language": ..., "url": ...}; only text
    is required.

    Exits with 3 where the graph was built, but some inputs were left out.
    """
    from kg import pipeline
    from kg.graph.iris import DEFAULT_BASE
    from kg.progress import progress_line

    with progress_line(sys.stderr) as progress:
        account = pipeline.build(
            articles,
            out,
            base=base or DEFAULT_BASE,
            jobs=jobs,
            readings=readings,
            languages=languages,
            max_bytes=round(max_size * 1e6),
            page=not no_page,
            progress=progress,
        )
    for refusal in account.refusals:
        click.echo(f"kg: left out: {refusal}", err=True)
    for trace in account.tracebacks if debug else ():
        click.echo(trace, err=True)
    if not quiet:
        click.echo(account.text())
    return LEFT_OUT if account.refusals else DONE


@cli.command()
@click.argument("out", required=False, type=click.Path(), metavar="[OUT]")
@click.argument("sparql", required=False, metavar="[SPARQL]")
@click.option("-n", "--name", help="Run the named query.")
@click.option("-l", "--list", "show_list", is_flag=True, help="List the named queries.")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_context
def query(
    context: click.Context, out: str | None, sparql: str | None, name: str | None, show_list: bool, form: str
) -> int:
    """Ask the graph in OUT a SPARQL query, or one that has a name.

    The usual prefixes (kg, rdfs, skos, schema, dcterms, oa, ...) need no declaration. SPARQL may be - for standard
    input.
    """
    from kg.graph import query as queries
    from kg.graph.rows import render
    from kg.graph.store import open_graph

    if show_list:
        for known, title in queries.named_queries():
            click.echo(f"{known:<22} {title}")
        return DONE
    if not out:
        raise click.UsageError("name the folder that holds the graph, as in: kg query OUT --name signatories", context)
    if bool(sparql) == bool(name):
        raise click.UsageError("give either a SPARQL query or --name; --list shows the names", context)
    text = queries.named_query(name) if name else sys.stdin.read() if sparql == "-" else str(sparql)
    click.echo(render(queries.run(open_graph(out), text), form))
    return DONE


@cli.command()
@click.argument("article", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help='Print "treaty-kg reading 1" JSON, one reading a line.')
@click.option("--languages", type=click.Path(), help=OWN_LANGUAGES)
@click.option("--max-size", type=click.FloatRange(min=0, min_open=True), default=MAX_MB, metavar="MB",
show_default=True,
              help="Longest file to read, in megabytes.")  # fmt: skip
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


@cli.command("explain")
@click.argument("out", type=click.Path())
@click.argument("name")
def explain_(out: str, name: str) -> int:
    """Show what the graph in OUT says of the thing called NAME, each fact with the words that say it."""
    from kg.graph.explain import explain
    from kg.graph.explanation import render
    from kg.graph.store import open_graph

    click.echo(render(explain(open_graph(out), name)))
    return DONE


@cli.group(invoke_without_command=True)
@click.option("--languages", "folder", type=click.Path(), help=OWN_LANGUAGES)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the terms that have no words.")
@click.pass_context
def languages(context: click.Context, folder: str | None, as_json: bool) -> int:
    """List the languages that can be read, and how many terms of the ontology have words in each.

    The commands show what a language lacks, check a language file and start a new one.
    """
    if context.invoked_subcommand is None:
        from kg.languages import report
        from kg.languages.coverage import coverages

        found = coverages(folder)
        click.echo(report.as_json(found) if as_json else report.overview(found))
    return DONE


@languages.command("show")
@click.argument("code")
@click.option("--languages", "folder", type=click.Path(), help=OWN_LANGUAGES)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def languages_show(code: str, folder: str | None, as_json: bool) -> int:
    """Show which terms of the ontology have no words in the language CODE."""
    from kg.languages import report
    from kg.languages.coverage import coverage_in

    found = coverage_in(code, folder)
    click.echo(report.as_json([found]) if as_json else report.details(found))
    return DONE


@languages.command("check")
@click.argument("file", type=click.Path(path_type=Path))
def languages_check(file: Path) -> int:
    """Check a language file: what is wrong with it, and what it lacks.

    Exits with 1 where something is wrong; what is only missing is told, and is no error.
    """
    from kg.languages import report
    from kg.languages.check import check_file

    found = check_file(file)
    click.echo(report.checked(file, found))
    return DONE if found.language else FAILED


@languages.command("new")
@click.argument("code")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="File to write.  [default: CODE.toml]"
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
def languages_new(code: str, out: Path | None, force: bool) -> int:
    """Start a file for the language CODE, with what the Unicode CLDR knows of it.

    That is: its names, script and direction, months and weekdays, how dates and numbers are written, the names of
    states. Every term of the ontology is listed, to be filled in.
    """
    from kg.languages.new import new_file

    path = new_file(code, out, force)
    click.echo(f"{path}: fill it in, then: kg languages check {path}")
    click.echo(f"To read with it: kg build ARTICLES --languages {path.parent}")
    return DONE


def main() -> NoReturn:
    """Run the command line; ends the process with its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that what is half done is cleared away
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every error becomes one line on standard error.

    Where the reader of standard output has gone (`| head`), click ends the process quietly with 1.
    """
    try:
        result = cli.main(arguments, prog_name="kg", standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KGError as error:
        return _fail(str(error), arguments)
    except (KeyboardInterrupt, click.Abort):
        click.echo("kg: interrupted; what was there before is unchanged", err=True)
        return INTERRUPTED
    except Exception as error:  # the last line of defence: a user gets one line, whatever happens
        return _fail(f"a fault of kg, please report it: {type(error).__name__}: {error}", arguments)


def _fail(message: str, arguments: list[str]) -> int:
    if "--debug" in arguments:
        traceback.print_exc()
    click.echo(f"kg: {message}", err=True)
    return FAILED


if __name__ == "__main__":
    main()
