"""The commands about rules: `rules` lists them, `rule NAME` explains one."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Annotated

import typer

from magcite.cli.streams import write_out
from magcite.errors import UsageError
from magcite.formats.safe_text import fit_stream


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(rules)
    app.command()(rule)


def rules() -> None:
    """List the rules, each with its severity and what it finds."""
    from magcite.gates.catalogue import GATE_RULES
    from magcite.rules import RULES

    listed = (*RULES, *GATE_RULES.values())
    widest = max(len(rule.id) for rule in listed)
    lines = [f"{rule.id:{widest}}  {rule.severity.word:7}  {rule.summary}\n" for rule in listed]
    write_out(lambda out: out.write(fit_stream("".join(lines), out)))


def rule(name: Annotated[str, typer.Argument(help="The name of a rule, as `magcite rules` lists it.")]) -> None:
    """Explain one rule: what it finds, why that matters, what to do, and examples."""
    text = _explain(name)
    write_out(lambda out: out.write(fit_stream(text, out)))


def _explain(name: str) -> str:
    from magcite.gates.catalogue import GATE_RULES, explain_gate_rule
    from magcite.rules import RULES
    from magcite.rules.manual import explain

    found = {rule.id: rule for rule in RULES}
    if name in GATE_RULES:
        return explain_gate_rule(GATE_RULES[name])
    if name not in found:
        raise no_such_rule(name, [*found, *GATE_RULES])
    return explain(found[name])


def no_such_rule(name: str, known: Sequence[str]) -> UsageError:
    """Give the error of a rule that there is not, with the nearest that there is."""
    near = difflib.get_close_matches(name, known, n=1) or [one for one in known if name.lower() in one]
    hint = f"; did you mean {near[0]}?" if near else ""
    return UsageError(f"there is no rule {name}{hint} (magcite rules lists them)")
