"""A statement is told of more people than were studied.

What helps elderly people with diabetes, or children in a clinic, may do nothing for others.

What to do: name the people who were studied, or cite a study in the people meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters studied other people than it speaks of."""
    found = shared_reason(case, Reason.POPULATION_MISMATCH)
    if found:
        source, reason = found
        yield Flaw(
            message=f"told of more people than were studied: {reason.basis}",
            dutch="de bron onderzocht andere of minder mensen dan waar de bewering over gaat",
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "studied in people with diabetes"),) if reason else (),
    )


RULE = Rule(
    id="population-widened",
    summary="told of more people than were studied",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc improves mood in adults.", sources=(_source(Reason.POPULATION_MISMATCH),)),),
    clean=(
        Example(
            claim="Zinc improves mood in adults.",
            sources=(_source(Reason.POPULATION_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc improves mood in adults.", sources=(_source(None),)),
    ),
)
