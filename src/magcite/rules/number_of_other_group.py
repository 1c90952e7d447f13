"""A number holds for another group than the statement tells.

The source reports it for men, say, and the statement tells it of women, of whom the abstract gives no number.

What to do: tell the number of the group that it holds for.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion with a number that its supporters give for another group."""
    found = shared_reason(case, Reason.NUMBER_OF_OTHER_GROUP)
    if found:
        source, reason = found
        yield Flaw(
            message=f"the number belongs to another group: {reason.basis}",
            dutch=add_ground("het getal hoort bij een andere groep", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.COHORT,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "22% holds for men"),) if reason else (),
    )


RULE = Rule(
    id="number-of-other-group",
    summary="number holds for another group",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Women who lack zinc have a 22% higher risk.", sources=(_source(Reason.NUMBER_OF_OTHER_GROUP),)),
    ),
    clean=(
        Example(
            claim="Women who lack zinc have a 22% higher risk.",
            sources=(
                _source(Reason.NUMBER_OF_OTHER_GROUP),
                ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS),
            ),
        ),
        Example(claim="Women who lack zinc have a 22% higher risk.", sources=(_source(None),)),
    ),
)
