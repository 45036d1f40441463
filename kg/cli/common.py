"""What the commands share: exit codes, options, and the graph that they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.graph.query import Store

DONE, FAILED, LEFT_OUT, INTERRUPTED, TERMINATED = 0, 1, 3, 130, 143

languages_option = click.option(
    "--languages",
    type=click.Path(),
    help="Folder of further language files (CODE.toml); they go before those that come with kg.",
)
max_size_option = click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    default=5.0,
    show_default=True,
    metavar="MB",
    help="Longest file to read, in megabytes.",
)
out_argument = click.argument("out", type=click.Path())
as_of_option = click.option(
    "--as-of", metavar="DATE", help="Go by what the articles published until DATE say (2025-12-31, 2025-12 or 2025)."
)


def opened(out: str, as_of: str | None) -> Store:
    """Return the graph in a folder, or what was known of it on a day, which is noted."""
    if as_of is None:
        from kg.graph.store import open_graph

        return open_graph(out, tell=note)
    from kg.graph.asof import known_in

    known = known_in(out, as_of)
    note(known.note)
    return known.store


def note(line: str) -> None:
    """Print a line that goes beside the answer, not into it."""
    click.echo(f"kg: {line}", err=True)
