"""The commands about rules: `rules` lists them, `rule NAME` explains one."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from magcite.cli.runs import write_out
from magcite.errors import UsageError


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(rules)
    app.command()(rule)


def rules() -> None:
    """List the rules, each with its severity and what it finds."""
    from magcite.rules import RULES

    widest = max(len(rule.id) for rule in RULES)
    lines = (f"{rule.id:{widest}}  {rule.severity.word:7}  {rule.summary}\n" for rule in RULES)
    write_out(lambda out: out.writelines(lines))


def rule(name: Annotated[str, typer.Argument(help="The name of a rule, as `magcite rules` lists it.")]) -> None:
    """Explain one rule: what it finds, why that matters, what to do, and examples."""
    from magcite.rules import RULES
    from magcite.rules.manual import explain

    found = {rule.id: rule for rule in RULES}
    if name not in found:
        near = difflib.get_close_matches(name, found, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UsageError(f"there is no rule {name}{hint} (magcite rules lists them)")
    write_out(lambda out: out.write(explain(found[name])))
