"""A number or effect is told of a group for which the source reports something else.

The number is in the abstract, so a quick look confirms it; but it stands beside another group, and the group told of
fared differently.

What to do: tell the result of the group that it holds for, and that of the group told of.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.body import readings_with
from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, first_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion whose number or effect a source reports for another group, unless a source bears it in full."""
    found = first_reason(case, Reason.WRONG_SUBGROUP)
    if found and not readings_with(case.sources, Verdict.SUPPORTS):
        source, reason = found
        yield Flaw(
            message=f"this holds for another group: {reason.basis}",
            dutch=add_ground("dit geldt voor een andere groep dan de uitspraak noemt", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.CROSS_SECTIONAL,
        sample_size=240,
        verdict=Verdict.CONTRADICTS,
        reasons=((reason, "22% holds for younger people; for older people the source reports something else"),)
        if reason
        else (),
    )


RULE = Rule(
    id="wrong-subgroup",
    summary="number or effect belongs to another group",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(
            claim="People over 65 who lack zinc have a 22% higher risk.", sources=(_source(Reason.WRONG_SUBGROUP),)
        ),
    ),
    clean=(
        Example(
            claim="People over 65 who lack zinc have a 22% higher risk.",
            sources=(_source(Reason.WRONG_SUBGROUP), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="People over 65 who lack zinc have a 22% higher risk.", sources=(_source(None),)),
    ),
)
