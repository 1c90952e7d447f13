"""A study that found no difference is told as proof that there is none.

A small trial misses most effects that exist. Only a trial that was large enough to find one shows that there is none.

What to do: write that the trial found no difference, and how many took part.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag a denial each of whose supporters was too small to bear it."""
    found = shared_reason(case, Reason.NOT_NO_EFFECT)
    if found:
        source, reason = found
        yield Flaw(
            message=f"too small to show that there is no effect: {reason.basis}",
            dutch=add_ground("te klein om te laten zien dat er geen effect is", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.SUPPORTS,
        reasons=((reason, "no difference among 40 people does not show that there is none"),) if reason else (),
    )


RULE = Rule(
    id="no-difference-as-no-effect",
    summary="no difference told as no effect",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc does not improve mood.", sources=(_source(Reason.NOT_NO_EFFECT),)),),
    clean=(
        Example(
            claim="Zinc does not improve mood.",
            sources=(_source(Reason.NOT_NO_EFFECT), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc does not improve mood.", sources=(_source(None),)),
    ),
)
