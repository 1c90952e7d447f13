"""A disease is told, but only a marker of it was measured.

Blood values and scans stand in for illness and death. Many treatments have moved a marker and helped nobody.

What to do: tell the marker that was measured, or cite a study that counted the disease.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion on a disease each of whose supporters measured a marker of it."""
    found = shared_reason(case, Reason.SURROGATE_OUTCOME)
    if found:
        source, reason = found
        yield Flaw(
            message=f"a marker was measured, not what is told: {reason.basis}",
            dutch=add_ground("er is een merkstof of meetwaarde gemeten, niet de ziekte zelf", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "told of heart disease, measured was a marker"),) if reason else (),
    )


RULE = Rule(
    id="surrogate-outcome",
    summary="a marker is told as the disease",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc protects against heart disease.", sources=(_source(Reason.SURROGATE_OUTCOME),)),),
    clean=(
        Example(
            claim="Zinc protects against heart disease.",
            sources=(_source(Reason.SURROGATE_OUTCOME), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc protects against heart disease.", sources=(_source(None),)),
    ),
)
