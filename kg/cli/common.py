"""What the commands share: exit codes and options."""

from __future__ import annotations

import click

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
