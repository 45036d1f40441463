"""Commands that ask a graph: `kg query`, `kg explain`."""

from __future__ import annotations

import sys

import click

from kg.cli.common import DONE, out_argument

FORMATS = ("table", "csv", "tsv", "json", "markdown")


@click.command()
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


@click.command()
@out_argument
@click.argument("name")
def explain(out: str, name: str) -> int:
    """Show what the graph in OUT says of the thing called NAME, each fact with the words that say it."""
    from kg.graph import explain as explaining
    from kg.graph.explanation import render
    from kg.graph.store import open_graph

    click.echo(render(explaining.explain(open_graph(out), name)))
    return DONE
