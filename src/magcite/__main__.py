"""Start magcite; a defect gets an exit code of its own, so that CI never takes a crash for a finding."""

from __future__ import annotations

import sys

DEFECT = 70
"""Exit code of a defect in magcite itself (EX_SOFTWARE of sysexits.h)."""


def run() -> None:
    """Run the command line; `--version` answers without loading it."""
    if sys.argv[1:] == ["--version"]:
        from magcite import __version__

        sys.stdout.write(f"magcite {__version__}\n")
        return
    from magcite.cli.main import main

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
