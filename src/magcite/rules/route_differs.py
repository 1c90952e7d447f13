"""It was given by another route than readers will think of.

A drip into a vein reaches levels that no tablet does; an oil on the skin may not get in at all.

What to do: name the route that was studied.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters used a route that it does not name."""
    found = shared_reason(case, Reason.ROUTE_MISMATCH)
    if found:
        source, reason = found
        yield Flaw(
            message=f"another route was studied: {reason.basis}",
            dutch=add_ground("een andere toedieningsweg is onderzocht", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "given by drip or injection, which the statement does not say"),) if reason else (),
    )


RULE = Rule(
    id="route-differs",
    summary="given by another route",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc relieves migraine.", sources=(_source(Reason.ROUTE_MISMATCH),)),),
    clean=(
        Example(
            claim="Zinc relieves migraine.",
            sources=(_source(Reason.ROUTE_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc relieves migraine.", sources=(_source(None),)),
    ),
)
