"""Commands for mending a graph: `kg why`, `kg review`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kg.cli.common import DONE, out_argument


@click.command()
@out_argument
@click.argument("a")
@click.argument("b")
def why(out: str, a: str, b: str) -> int:
    """Tell why A and B are one thing in the graph in OUT, or two.

    A and B are names as for kg explain, or "ARTICLE: name" for what one article calls something. Shown is what was
    decided on them, step by step where one thing leads to the other, with scores, reasons and the values compared. Two
    things that the build never compared are compared on the spot.

    \b
    kg why output "Kaveh Daryabandi" "کاوه دریابندی"
    kg why output "06-muscat-signing.en.txt: Oman" "Iran"
    """
    from kg.mending.told import told
    from kg.mending.why import Reasons

    click.echo(told(Reasons(out).why(a, b)))
    return DONE


@click.command()
@out_argument
@click.option(
    "--corrections",
    default="corrections.toml",
    show_default=True,
    type=click.Path(),
    help="File to add corrections to.",
)
@click.option("--who", help="Your name.  [default: git's user.name, else your login]")
@click.option("--when", type=click.DateTime(["%Y-%m-%d"]), help="The day of your decisions.  [default: today]")
def review(out: str, corrections: str, who: str | None, when: datetime | None) -> int:
    """Look through what is doubtful in the graph in OUT, and write down what you decide.

    Asks about things that were nearly, or only just, taken for one, and about claims that are weak, contradicted or
    told by a single source; the most useful first, each with the words that speak for it. An answer may have its reason
    behind it: d two brothers. Answers are added to the file at once; the next build carries them out. Without a
    terminal, they are read from standard input, one a line.
    """
    from kg.mending.review import Reviewer, review
    from kg.mending.written import author

    day = (when or datetime.now()).date().isoformat()
    review(out, Reviewer(who or author(), day, Path(corrections)), input, click.echo)
    return DONE
