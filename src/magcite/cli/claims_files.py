"""The commands about claims files: `schema`, `init`, `extract`, `fix`."""

from __future__ import annotations

import json

import typer

from magcite.cli.runs import write_out


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(schema)


def schema() -> None:
    """Print the JSON Schema of claims files, for editors."""
    from magcite.schema import claims_schema

    text = json.dumps(claims_schema(), indent=2, ensure_ascii=False)
    write_out(lambda out: out.write(text + "\n"))
