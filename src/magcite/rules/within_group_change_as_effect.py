"""A change over time is told as an effect.

People get better by themselves, and those who enter a study when they feel worst get better most of all. Only the
difference from a group that did not get the treatment tells what it did.

What to do: tell the difference between the groups, or say that there was nothing to compare with.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, Strength, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import first_reason, supporters


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag a causal assertion with a source that reports changes within groups only; a note where others support it."""
    found = first_reason(case, Reason.WITHIN_GROUP_ONLY)
    if found and case.strength.value >= Strength.CAPABILITY:
        source, reason = found
        yield Flaw(
            message="people changed over time, but no difference between the groups is reported",
            dutch="mensen veranderden in de loop van de tijd, maar een verschil tussen de groepen wordt niet gemeld",
            because=reason,
            citation=source.citation,
            severity=Severity.NOTE if supporters(case) else None,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.UNCLEAR,
        reasons=((reason, "all groups changed, the untreated among them"),) if reason else (),
    )


RULE = Rule(
    id="within-group-change-as-effect",
    summary="a change over time told as an effect",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc improves mood.", sources=(_source(Reason.WITHIN_GROUP_ONLY),)),),
    clean=(
        Example(
            claim="Mood was better after zinc.",
            strength=Strength.ASSOCIATION,
            sources=(_source(Reason.WITHIN_GROUP_ONLY),),
        ),
        Example(claim="Zinc improves mood.", sources=(_source(None),)),
    ),
)
