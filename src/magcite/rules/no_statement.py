"""A heading cites sources without saying anything that they could support.

Sources under a bare heading make readers think that something was shown, and leave them to guess what.

What to do: write down the statement that the sources are to support, or remove the sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Verdict
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag a claim that has sources, but no assertion that the text makes in words."""
    if case.sources and all(assertion.implied for assertion in case.claim.assertions):
        if case.claim.assertions:
            yield Flaw(
                message="the text cites these sources without a statement of its own; this one is only implied",
                dutch="de tekst noemt deze bronnen zonder eigen uitspraak; deze hier is alleen geïmpliceerd",
            )
        else:
            yield Flaw(
                message="sources are cited, but no statement is made that they could support",
                dutch="er worden bronnen genoemd, maar er staat geen uitspraak bij",
            )


RULE = Rule(
    id="no-statement",
    summary="sources without a statement",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(claim="", sources=(ExampleSource(),)),
        Example(claim="More zinc goes with fewer colds. (implied)", sources=(ExampleSource(),)),
    ),
    clean=(
        Example(
            claim="More zinc goes with fewer colds. (implied)",
            sources=(ExampleSource(),),
            more=(("Zinc is a metal.", (Verdict.SUPPORTS,)),),
        ),
        Example(claim="", sources=()),
    ),
)
