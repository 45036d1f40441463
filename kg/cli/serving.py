"""The command that puts a graph on the web: `kg serve`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from kg.cli.common import INTERRUPTED, out_argument

_MOST_BYTES = 1_000_000  # of a request: no query is longer


@click.command()
@out_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8020, show_default=True, help="0 for a free one.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="A site whose pages may ask from browsers; * for all.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Time after which a query is stopped.",
)
@click.option("--max-rows", type=click.IntRange(min=1), default=100_000, show_default=True, help="Of one answer.")
@click.option(
    "--max-memory", type=click.IntRange(min=1), default=2_000, show_default=True, metavar="MB", help="Of one query."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 64), default=4, show_default=True, help="Queries answered at once."
)
def serve(
    out: str, host: str, port: int, cors: tuple[str, ...], timeout: float, max_rows: int, max_memory: int, jobs: int
) -> int:
    """Serve the graph in OUT: a SPARQL endpoint, a query editor, and a page for every thing.

    \b
    /                the start page
    /sparql          SPARQL 1.1 Protocol, read-only
    /query           the editor
    /id/KIND/SLUG    a thing, as a page or as data
    /ontology        the vocabulary

    Only this computer can ask, unless --host says otherwise. Where OUT is built again, the next query sees the new
    graph. Ctrl-C ends it.
    """
    from kg.server.pool import Limits
    from kg.server.serve import serve as run

    with suppress(KeyboardInterrupt):
        run(
            Path(out),
            host,
            port,
            Limits(timeout, max_memory * 1_000_000, jobs),
            most_rows=max_rows,
            most_bytes=_MOST_BYTES,
            origins=cors,
            ready=lambda address: click.echo(f"Serving {out} at {address}"),
        )
    return INTERRUPTED
