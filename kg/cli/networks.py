"""Commands on the network of things and facts: `kg path`, `kg stats`."""

from __future__ import annotations

import click

from kg.cli.common import DONE, as_of_option, opened, out_argument

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command()
@out_argument
@click.argument("a")
@click.argument("b")
@click.option("--limit", type=click.IntRange(min=1), default=3, show_default=True, help="Connections to show.")
@click.option("--length", type=click.IntRange(min=1), default=6, show_default=True, help="Steps up to which to look.")
@json_option
@as_of_option
def path(out: str, a: str, b: str, limit: int, length: int, as_json: bool, as_of: str | None) -> int:
    """Show the shortest connections of A and B in OUT: which facts lead from one to the other, and the words for each.

    A and B are names in any language and script, as for kg explain, or ids. Facts are followed in both directions;
    articles, roles and topics connect nothing. Of several shortest connections, those through things with few
    neighbours come first.
    """
    from kg.graph.connections import as_json as to_json
    from kg.graph.connections import connections, render

    found = connections(opened(out, as_of), a, b, longest=length, limit=limit)
    click.echo(to_json(found) if as_json else render(found))
    return DONE


@click.command()
@out_argument
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="Things and groups to list.")
@json_option
@as_of_option
def stats(out: str, top: int, as_json: bool, as_of: str | None) -> int:
    """Show what is in the graph in OUT: how much of what, what stands in the middle, and who tells it.

    That is: things by kind, events by status, the most central things, groups of things that have more to do with one
    another than with the rest, what each language and each source tells and what it alone tells, and articles and
    events by month.
    """
    from kg.graph import statistics
    from kg.graph.statistics_text import render

    found = statistics.statistics(opened(out, as_of), top)
    click.echo(statistics.as_json(found) if as_json else render(found))
    return DONE
