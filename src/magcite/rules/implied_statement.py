"""A statement is only implied by the published text.

The text cites sources without saying this in words; it is what a reader takes from it. Its grade is a grade of that
reading.

What to do: say it in words, so that the sources can be held against what is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion that is marked as implied, where another of the claim is made in words."""
    stated = any(not assertion.implied for assertion in case.claim.assertions)
    if case.assertion.implied and stated:
        yield Flaw(
            message="the text implies this without saying it",
            dutch="de tekst suggereert dit zonder het te zeggen",
        )


RULE = Rule(
    id="implied-statement",
    summary="statement is only implied",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(
            claim="More zinc goes with fewer colds. (implied)",
            sources=(ExampleSource(),),
            more=(("Zinc is a metal.", (None,)),),
        ),
    ),
    clean=(
        Example(claim="More zinc goes with fewer colds.", sources=(ExampleSource(),)),
        Example(claim="More zinc goes with fewer colds. (implied)", sources=(ExampleSource(),)),
    ),
)
