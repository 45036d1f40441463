"""The command that loads a graph into a store elsewhere: `kg push`."""

from __future__ import annotations

import os
import sys

import click

from kg.cli.common import DONE, INTERRUPTED, out_argument


@click.command()
@out_argument
@click.option("--endpoint", required=True, metavar="URL", help="The store's Graph Store URL or Update URL.")
@click.option(
    "--protocol",
    type=click.Choice(("auto", "gsp", "update")),
    default="auto",
    show_default=True,
    help="Graph Store Protocol or SPARQL updates; auto goes by the URL's end.",
)
@click.option("--graph", metavar="IRI", help="Named graph to load into, or default.  [default: default]")
@click.option("--replace", is_flag=True, help="Drop what that graph holds; needs --graph.")
@click.option(
    "--batch",
    type=click.IntRange(min=1),
    metavar="TRIPLES",
    help="Triples a request.  [default: 5000 by gsp, 1000 by update]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for an answer.",
)
@click.option("--again", is_flag=True, help="Start over, whatever earlier runs have done.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and send nothing.")
def push(
    out: str,
    endpoint: str,
    protocol: str,
    graph: str | None,
    replace: bool,
    batch: int | None,
    timeout: float,
    again: bool,
    dry_run: bool,
) -> int:
    """Load the graph in OUT into a store elsewhere, by SPARQL 1.1.

    Such stores are Fuseki, GraphDB, Virtuoso, Oxigraph, Stardog, Blazegraph. Run again after it broke off, it goes on;
    run again after it was done, it does nothing. The login comes from the environment: KG_PUSH_USER and
    KG_PUSH_PASSWORD, or KG_PUSH_TOKEN.
    """
    from kg.progress import progress_line
    from kg.push.client import Patience
    from kg.push.login import login_from
    from kg.push.pushing import Options
    from kg.push.pushing import push as run
    from kg.push.target import DEFAULT_GRAPH, target_of

    if replace and graph is None:
        raise click.UsageError(
            "--replace drops all that the graph holds: name it with --graph IRI, or --graph default if that is meant"
        )
    target = target_of(endpoint, DEFAULT_GRAPH if graph is None else graph, protocol)
    login = login_from(os.environ)
    if login.variables and target.in_the_clear:
        click.echo(
            f"kg: {target.address} is not https: others on the way can read what is sent, your login too", err=True
        )
    options = Options(replace, again, dry_run, batch or 0, Patience(timeout))
    try:
        with progress_line(sys.stderr) as tell:
            click.echo(run(out, target, login, options, tell).text)
    except KeyboardInterrupt:
        click.echo("kg: interrupted; the same command goes on with what is left", err=True)
        return INTERRUPTED
    return DONE
