"""Time what a user waits for, as ratios that hold on any machine: start-up, and an audit cold and warm.

    python benchmarks/startup_speed.py

Prints CPU seconds of a child process each: `magcite --version` and `--help` beside importing typer and rich, and the
audit of data/claims.yaml without network, first with nothing remembered and then again.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping

ROUNDS = 5


def cpu_seconds(arguments: list[str], environment: Mapping[str, str], rounds: int = ROUNDS) -> float:
    """Give the least CPU time (user and system) that a child process needed in several rounds."""
    times = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, env=dict(environment), stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main() -> None:
    """Print the seconds and the ratios."""
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"MAGCITE_CACHE_DIR": cache}
        audit = ["-m", "magcite", "audit", "data/claims.yaml", "--offline"]
        imports = cpu_seconds(["-c", "import typer, rich"], environment)
        rows = {
            "import typer, rich": imports,
            "magcite --version": cpu_seconds(["-m", "magcite", "--version"], environment),
            "magcite --help": cpu_seconds(["-m", "magcite", "--help"], environment),
            "audit, nothing remembered": cpu_seconds(audit, environment, rounds=1),
            "audit, again": cpu_seconds(audit, environment),
        }
    for name, seconds in rows.items():
        sys.stdout.write(f"{name:28}{seconds:6.2f} s  {seconds / imports:5.1f} x the imports\n")


if __name__ == "__main__":
    main()
