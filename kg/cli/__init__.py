"""The command `kg`. Everything heavy is imported inside the commands, so that `kg --help` is there at once."""

from __future__ import annotations

import signal
import sys
import traceback
from typing import NoReturn

import click

import kg
from kg.cli.asking import ask, explain, query
from kg.cli.building import build, read
from kg.cli.checking import check, conflicts
from kg.cli.common import DONE, FAILED, INTERRUPTED, TERMINATED
from kg.cli.exporting import export
from kg.cli.keeping import diff, watch
from kg.cli.languages import languages
from kg.cli.mending import review, why
from kg.cli.networks import path, stats
from kg.cli.pushing import push
from kg.cli.reasoning import reason
from kg.cli.serving import serve
from kg.errors import KGError

COMMANDS = (
    ask, build, check, conflicts, diff, explain, export, languages, path, push, query, read, reason, review, serve,
    stats, watch, why,
)  # fmt: skip


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all well; 1 nothing could be done; 2 wrong usage; 3 built, but some inputs were left out.",
)
@click.version_option(kg.__version__, prog_name="kg")
def cli() -> None:
    """Build and ask knowledge graphs of treaties and diplomacy from news articles in many languages."""


for command in COMMANDS:
    cli.add_command(command)


def main() -> NoReturn:
    """Run the command line; ends the process with its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that what is half done is cleared away
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every error becomes one line on standard error.

    Where the reader of standard output has gone (`| head`), click ends the process quietly with 1.
    """
    try:
        result = cli.main(arguments, prog_name="kg", standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KGError as error:
        return _fail(str(error), arguments)
    except (KeyboardInterrupt, click.Abort):
        click.echo("kg: interrupted; what was there before is unchanged", err=True)
        return INTERRUPTED
    except Exception as error:  # the last line of defence: a user gets one line, whatever happens
        return _fail(f"a fault of kg, please report it: {type(error).__name__}: {error}", arguments)


def _fail(message: str, arguments: list[str]) -> int:
    if "--debug" in arguments:
        traceback.print_exc()
    click.echo(f"kg: {message}", err=True)
    return FAILED
