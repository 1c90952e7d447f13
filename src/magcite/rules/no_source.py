"""A statement cites nothing.

A statement about health that names no source cannot be checked by anyone.

What to do: cite the evidence for it, or leave the statement out.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion without a single citation."""
    if not case.sources:
        yield Flaw(message="no source is cited for this", dutch="hiervoor wordt geen bron genoemd")


RULE = Rule(
    id="no-source",
    summary="statement cites nothing",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Liposomal zinc is absorbed better."),),
    clean=(
        Example(claim="Liposomal zinc is absorbed better.", sources=(ExampleSource(),)),
        Example(claim="", sources=(ExampleSource(),)),
    ),
)
