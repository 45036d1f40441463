"""Commands on the languages that can be read: `kg languages`, with `show`, `check` and `new`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import DONE, FAILED, languages_option


@click.group(invoke_without_command=True)
@languages_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the terms that have no words.")
@click.pass_context
def languages(context: click.Context, languages: str | None, as_json: bool) -> int:
    """List the languages that can be read, and how many terms of the ontology have words in each.

    The commands show what a language lacks, check a language file and start a new one.
    """
    if context.invoked_subcommand is None:
        from kg.languages import report
        from kg.languages.coverage import coverages

        found = coverages(languages)
        click.echo(report.as_json(found) if as_json else report.overview(found))
    return DONE


@languages.command("show")
@click.argument("code")
@languages_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def languages_show(code: str, languages: str | None, as_json: bool) -> int:
    """Show which terms of the ontology have no words in the language CODE."""
    from kg.languages import report
    from kg.languages.coverage import coverage_in

    found = coverage_in(code, languages)
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
