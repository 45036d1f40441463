"""Commands that ask a graph: `kg ask`, `kg query`, `kg explain`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.common import DONE, as_of_option, note, opened, out_argument
from kg.errors import QueryError

FORMATS = ("table", "csv", "tsv", "json", "markdown", "turtle", "ntriples")

format_option = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to write the answer; turtle and ntriples are for CONSTRUCT and DESCRIBE.",
)


@click.command()
@click.argument("out", required=False, type=click.Path(), metavar="[OUT]")
@click.argument("sparql", required=False, metavar="[SPARQL]")
@click.option("-n", "--name", help="Run the named query.")
@click.option("-s", "--set", "settings", multiple=True, metavar="NAME=VALUE", help="Give a parameter its value.")
@click.option("-l", "--list", "show_list", is_flag=True, help="List the named queries.")
@click.option("--show", is_flag=True, help="Show what the named query tells, its parameters and its SPARQL.")
@click.option("--inferred", is_flag=True, help="Ask what kg reason has inferred, too.")
@format_option
@as_of_option
@click.pass_context
def query(
    context: click.Context,
    out: str | None,
    sparql: str | None,
    name: str | None,
    settings: tuple[str, ...],
    show_list: bool,
    show: bool,
    inferred: bool,
    form: str,
    as_of: str | None,
) -> int:
    """Ask the graph in OUT a SPARQL query, or one that has a name.

    The usual prefixes (kg, rdfs, skos, schema, dcterms, oa, ...) need no declaration. SPARQL may be - for standard
    input. A value is given as one types it: a thing by any of its names, a date as 2025-12-31, 2025-12 or 2025.
    """
    from kg.ask.described import described, listed
    from kg.graph.named import named_query

    if show_list:
        click.echo(listed(), nl=False)
        return DONE
    if (show or settings) and not name:
        raise click.UsageError(f"{'--show' if show else '--set'} is for a named query: give its --name too", context)
    if show:
        click.echo(described(named_query(str(name))), nl=False)
        return DONE
    if not out:
        raise click.UsageError("name the folder that holds the graph, as in: kg query OUT --name signatories", context)
    if bool(sparql) == bool(name):
        raise click.UsageError("give either a SPARQL query or --name; --list shows the names", context)
    from kg.ask.session import Session
    from kg.graph.store import with_inferences

    if name:
        named_query(name)  # so that an unknown name is told before the graph is opened
    if inferred and as_of:
        raise click.UsageError("give either --inferred or --as-of: what was inferred, was from all that is known now")
    session = Session(context.with_resource(with_inferences(out)) if inferred else opened(out, as_of), form, note)
    if name:
        answer = session.run_named(name, dict(_setting(text) for text in settings))
    else:
        answer = session.run(sys.stdin.read() if sparql == "-" else str(sparql))
    click.echo(answer, nl=False)
    return DONE


@click.command()
@out_argument
@click.argument("question", nargs=-1)
@format_option
@as_of_option
def ask(out: str, question: tuple[str, ...], form: str, as_of: str | None) -> int:
    """Ask the graph in OUT questions, one after another, at a prompt.

    A QUESTION is SPARQL, a named query with its values, or the name of a thing, which is explained; given with the
    command, it is answered once. At the prompt, Tab completes terms, names of queries and of things; \\help tells more.
    Without a terminal, the questions are read from standard input.

    \b
    kg ask output signed-not-ratified date=2025-12-31
    kg ask output "Hanoi Convention"
    """
    from kg.ask.session import Session

    session = Session(opened(out, as_of), form, note)
    if question:
        click.echo(session.answer_words(question), nl=False)
        return DONE
    from kg.ask import prompt

    if sys.stdin.isatty() and sys.stdout.isatty():
        prompt.converse(session)
        return DONE
    return prompt.answer_all(session, sys.stdin.read())


@click.command()
@out_argument
@click.argument("name")
@as_of_option
def explain(out: str, name: str, as_of: str | None) -> int:
    """Show what the graph in OUT says of the thing called NAME, each fact with the words that say it.

    What kg reason has inferred from the graph is shown as well, with what it follows from (not with --as-of).
    """
    from kg.graph.explain import explained
    from kg.graph.inferences import fresh_inferences

    inferences = fresh_inferences(Path(out), note) if as_of is None else None
    click.echo(explained(opened(out, as_of), name, inferences))
    return DONE


def _setting(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign):
        raise QueryError(f"--set {text}: give it as NAME=VALUE, such as date=2025-12-31")
    return name.strip(), value
