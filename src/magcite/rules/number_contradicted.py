"""The source gives another number than the statement.

Readers remember numbers, and a wrong one travels further than any correction.

What to do: take over the number of the source, or cite the source of this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters gives another number than it tells."""
    found = shared_reason(case, Reason.NUMBER_MISMATCH)
    if found:
        source, reason = found
        yield Flaw(
            message=f"the source gives another number: {reason.basis}",
            dutch=add_ground("de bron noemt een ander getal dan de uitspraak", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.COHORT,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "the statement says 47%, the source 22%"),) if reason else (),
    )


RULE = Rule(
    id="number-contradicted",
    summary="source gives another number",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="People who eat zinc have a 47% lower risk.", sources=(_source(Reason.NUMBER_MISMATCH),)),),
    clean=(
        Example(
            claim="People who eat zinc have a 47% lower risk.",
            sources=(_source(Reason.NUMBER_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="People who eat zinc have a 47% lower risk.", sources=(_source(None),)),
    ),
)
