"""Commands that keep a graph up to date: `kg diff`, `kg watch`."""

from __future__ import annotations

import click

from kg.cli.common import DONE

DIFFERENT = 1


@click.command()
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("text", "json", "patch", "sparql")),
    default="text",
    show_default=True,
    help="Words; the same as data; or what makes NEW of OLD, as RDF Patch or SPARQL Update.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="Things told of each group, and facts of each thing; 0 for all. For text.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where the graphs differ.")
def diff(old: str, new: str, form: str, limit: int, exit_code: bool) -> int:
    """Tell what changed from one graph to another.

    OLD and NEW are folders that kg build wrote, or Turtle files. Told are the things that were added, withdrawn,
    merged, split and renamed, and the facts that are new (+), gone (-), otherwise than before (~) or told by other
    sources (=), with the words that say them.
    """
    from kg.changes.difference import difference
    from kg.changes.patch import WRITERS
    from kg.changes.text import render

    found = difference(old, new)
    text = render(found, limit) if form == "text" else WRITERS[form](found)
    if text:
        click.echo(text)
    return DIFFERENT if exit_code and not found.is_empty else DONE
