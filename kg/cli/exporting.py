"""The command that writes a graph for other programs: `kg export`."""

from __future__ import annotations

import sys

import click

from kg.cli.common import DONE, as_of_option, opened


@click.command()
@click.argument("out", required=False, type=click.Path(), metavar="[OUT]")
@click.option(
    "-f",
    "--format",
    "names",
    multiple=True,
    metavar="NAME",
    help="Format to write (--list shows them); may be given again.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    help="File to write, - for standard output; a folder for several formats.  [default: OUT/export/]",
)
@click.option(
    "--part",
    type=click.Choice(("both", "graph", "evidence")),
    default="both",
    show_default=True,
    help="What to write: what is, why, or both; for RDF formats.",
)
@click.option("-l", "--list", "show_list", is_flag=True, help="List the formats.")
@as_of_option
@click.pass_context
def export(
    context: click.Context,
    out: str | None,
    names: tuple[str, ...],
    output: str | None,
    part: str,
    show_list: bool,
    as_of: str | None,
) -> int:
    """Write the graph in OUT in formats that other programs read.

    A former file is replaced, when the new one is complete. The same graph gives the same bytes.
    """
    from kg.export.formats import FORMATS
    from kg.exporting import export as write
    from kg.exporting import export_to_stream

    if show_list:
        width = max(len(form.shown_name) for form in FORMATS.values())
        for form in FORMATS.values():
            click.echo(f"{form.name:<20} {form.shown_name:<{width}}  {form.description}")
        return DONE
    if not out or not names:
        raise click.UsageError("name a folder and a format, as in: kg export OUT --format jsonld", context)
    store = None if as_of is None else opened(out, as_of)
    if output == "-":
        if len(names) > 1:
            raise click.UsageError("standard output takes one format: name a folder with -o", context)
        export_to_stream(out, names[0], sys.stdout.buffer, part, store)
        return DONE
    for path in write(out, names, output, part, store):
        click.echo(path)
    return DONE
