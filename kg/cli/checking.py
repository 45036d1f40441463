"""Commands that tell what is wrong in a graph, and what its sources disagree on: `kg check`, `kg conflicts`."""

from __future__ import annotations

import click

from kg.cli.common import DONE, FAILED, out_argument


@click.command()
@out_argument
@click.option("--articles", multiple=True, type=click.Path(), help="Folder or file that was read; may be given again.")
@click.option(
    "--shapes",
    type=click.IntRange(min=0),
    help="How many suspicious things to hold against the shapes in full.  [default: 30000]",
)
@click.option("--all", "everything", is_flag=True, help="Show every finding, not only the first five of each rule.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("text", "json", "turtle")),
    default="text",
    show_default=True,
    help="turtle is a validation report of SHACL.",
)
def check(out: str, articles: tuple[str, ...], shapes: int | None, everything: bool, form: str) -> int:
    """Tell what is wrong in the graph in OUT.

    Looks at its form (SHACL), its use of the ontology, things that may be one, the order of dates, and whether every
    passage stands at its place: with --articles in the articles as they are now.

    Exits with 1 where a violation is found; warnings alone are no failure.
    """
    from kg.checks import check as checks
    from kg.checks import show

    report = checks.check(out, articles, checks.MOST_THINGS if shapes is None else shapes)
    if form == "text":
        click.echo(show.text(report, everything), nl=False)
    else:
        click.echo(show.as_json(report) if form == "json" else show.as_turtle(report), nl=False)
    return DONE if report.conforms else FAILED


@click.command()
@out_argument
@click.argument("thing", required=False, metavar="[THING]")
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def conflicts(out: str, thing: str | None, form: str) -> int:
    """Show the facts in the graph in OUT that cannot hold at the same time, each with its words and sources.

    THING is any name of a thing, where only what is said of it is meant. Both sides stay in the graph; which of them
    later articles tell is said, not decided.
    """
    from kg.graph.conflicts import as_json, conflicts_of, text
    from kg.graph.store import open_graph

    found = conflicts_of(open_graph(out), thing or "")
    click.echo(text(found) if form == "text" else as_json(found), nl=False)
    return DONE
