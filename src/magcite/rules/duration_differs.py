"""The study lasted for another time than the statement tells.

An effect after a year does not show one after four weeks, nor the other way round.

What to do: give the duration of the study.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters lasted for another time than it tells."""
    found = shared_reason(case, Reason.DURATION_MISMATCH)
    if found:
        source, reason = found
        yield Flaw(
            message=f"studied for another time: {reason.basis}",
            dutch=add_ground("het onderzoek duurde korter of langer dan de uitspraak zegt", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "told four weeks, studied 12 weeks"),) if reason else (),
    )


RULE = Rule(
    id="duration-differs",
    summary="studied for another time",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc improves mood in four weeks.", sources=(_source(Reason.DURATION_MISMATCH),)),),
    clean=(
        Example(
            claim="Zinc improves mood in four weeks.",
            sources=(_source(Reason.DURATION_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc improves mood in four weeks.", sources=(_source(None),)),
    ),
)
