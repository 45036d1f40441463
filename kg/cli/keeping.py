"""Commands that keep a graph up to date: `kg diff`, `kg watch`."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import click

from kg.cli.building import building_options, built
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


@click.command()
@building_options
@click.option(
    "--every",
    type=click.FloatRange(min=0.05),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="How often to look at the files.",
)
@click.option("--debug", is_flag=True, help="Show where an error happened.")
def watch(every: float, debug: bool, **options: Any) -> int:
    """Keep the graph in OUT up to date while ARTICLES come, change and go.

    Builds as kg build does, now and whenever files have changed and come to rest, and tells what changed in the graph
    (kg diff tells more). An error is told, and the next change waited for. Ctrl-C ends it.
    """
    from kg.watching import watch as turns

    also = [options[name] for name in ("readings", "corrections", "languages") if options[name]]
    with suppress(KeyboardInterrupt):
        for turn in turns(options["articles"], options["out"], lambda: built(**options), also, every):
            if debug and turn.trace:
                click.echo(turn.trace, err=True)
            click.echo(turn.text())
    return DONE
