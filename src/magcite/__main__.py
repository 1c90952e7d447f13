"""Start magcite; a defect gets an exit code of its own, so that CI never takes a crash for a finding."""

from __future__ import annotations

import sys

USAGE = 2
INTERRUPTED = 130
"""Exit codes of `magcite.cli.exits`, given here without loading the command line."""


def run() -> None:
    """Run the command line; an interrupt during the imports ends it as quietly as a later one."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run(arguments: list[str]) -> int:
    """Run one command; `--version` answers without loading the others."""
    from magcite.cli.streams import open_missing_streams

    open_missing_streams()
    if arguments == ["--version"]:
        return _print_version()
    from magcite.cli.main import main

    return main(arguments)


def _print_version() -> int:
    from magcite import __version__
    from magcite.cli.streams import say, write_out
    from magcite.errors import UsageError

    try:
        write_out(lambda out: out.write(f"magcite {__version__}\n"))
    except UsageError as error:
        say(f"error: {error}")
        return USAGE
    return 0


if __name__ == "__main__":
    run()
