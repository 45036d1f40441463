"""The command that infers from a graph, or looks for contradictions in it: `kg reason`."""

from __future__ import annotations

import click

from kg.cli.common import DONE, FAILED, out_argument


@click.command()
@out_argument
@click.option("--check", is_flag=True, help="Look for contradictions instead; nothing is written.")
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=20_000,
    show_default=True,
    metavar="TRIPLES",
    help="With --check: up to which size the reasoner HermiT gets the graph.",
)
@click.option(
    "--runs",
    type=click.IntRange(min=0),
    default=30,
    show_default=True,
    metavar="N",
    help="With --check: how many more times HermiT may be asked which statements contradict each other.",
)
def reason(out: str, check: bool, most: int, runs: int) -> int:
    """Infer what follows from the graph in OUT, and write it to OUT/inferred.ttl; the graph is not changed.

    Which treaties are in force and whom they bind since when, who is whose official, who was represented where, what is
    part of what: kg explain shows it with its reasons, kg query --inferred asks it. Only what has happened counts.

    With --check, ontology and graph are held against each other. The axioms of the ontology are checked one by one at
    any size, and what contradicts them is told with its words; where Java is installed, the OWL reasoner HermiT checks
    the ontology, and a graph that is not too large, as a whole. Where they contradict each other in a way that no
    single axiom shows, it is asked again until the fewest statements are left that do.
    """
    if check:
        from kg.graph.soundness import check as soundness

        found = soundness(out, most, runs)
        click.echo(str(found))
        return DONE if found.sound else FAILED
    from kg.reasoning import reason as infer

    click.echo(str(infer(out)))
    return DONE
