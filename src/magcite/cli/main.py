"""The command line: options -> collaborators -> audit -> format -> exit code; nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated

import typer

from magcite import __version__
from magcite.cli import articles, auditing, claims_files, locking, measuring, reviewing, rule_book
from magcite.cli.exits import ExitCode, code_of
from magcite.cli.streams import abandon_output, error_lines, refuse_output, say
from magcite.errors import MagciteError

app = typer.Typer(
    name="magcite",
    help="A linter and grader for health claims: does the cited evidence carry the sentence?",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 findings at or above --fail-on; 2 wrong usage or claims file; "
    "3 PubMed or the cache failed; 70 a defect in magcite.",
)
for commands in (auditing, articles, claims_files, locking, measuring, reviewing, rule_book):
    commands.add_to(app)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"magcite {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read the options that stand before the command."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; errors are told once, here."""
    try:
        app(list(arguments), prog_name="magcite")
    except SystemExit as stop:
        return _code_of_exit(stop)
    except MagciteError as error:
        for line in error_lines(error):
            say(line)
        return code_of(error)
    except KeyboardInterrupt:
        say("interrupted")
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001  a defect must never look like a finding (exit 1)
        return _explain_failure(error)
    return ExitCode.DONE


def _code_of_exit(stop: SystemExit) -> int:
    """Give the code of an exit; Typer ends with 1, the code of findings, where a reader went away (`--help | head`)."""
    if isinstance(stop.__context__, BrokenPipeError):
        abandon_output()
        return ExitCode.DONE
    return stop.code if isinstance(stop.code, int) else ExitCode.DONE


def _explain_failure(error: Exception) -> ExitCode:
    """Tell an output that takes no more, met where a library writes, from a defect."""
    refusal = refuse_output(error) if isinstance(error, OSError) else None
    if refusal:
        say(f"error: {refusal}")
        return code_of(refusal)
    import traceback

    with suppress(OSError):
        traceback.print_exc()
    say("this is a defect in magcite, not in your files; please report the lines above.")
    return ExitCode.DEFECT
