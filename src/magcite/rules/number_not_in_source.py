"""A number of the statement stands in no abstract cited for it.

It may stand in the full text, or come from another paper altogether.

What to do: check the number against the article, and cite the source that gives it.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion with a number that none of its supporters gives; a note where it cannot be named."""
    found = shared_reason(case, Reason.NUMBER_NOT_STATED)
    if found:
        source, reason = found
        yield Flaw(
            message=f"this number was not found: {reason.basis}",
            dutch=add_ground("dit getal staat niet in de samenvatting", reason),
            because=reason,
            citation=source.citation,
            severity=None if any(sign.isdigit() for sign in reason.basis) else Severity.NOTE,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.COHORT,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "47% is not in the abstract"),) if reason else (),
    )


RULE = Rule(
    id="number-not-in-source",
    summary="number is in no abstract cited",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="People who eat zinc have a 47% lower risk.", sources=(_source(Reason.NUMBER_NOT_STATED),)),
    ),
    clean=(
        Example(
            claim="People who eat zinc have a 47% lower risk.",
            sources=(_source(Reason.NUMBER_NOT_STATED), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="People who eat zinc have a 47% lower risk.", sources=(_source(None),)),
    ),
)
