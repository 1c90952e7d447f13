"""The source found results both ways, and the statement tells one of them.

A reader learns that it works, where the source says that some studies found so and others did not.

What to do: say that results differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import CitedSource, Fact, Reason, Severity, Strength, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import REVIEWS, SURE, design_of, is_told_as_one, shared_reason, source_of, supporters


def _mixed_review(case: AssertionCase) -> tuple[CitedSource, Fact[Reason]] | None:
    """Find a review among the supporters that says that results differ."""
    for reading in supporters(case):
        if design_of(reading) in REVIEWS:
            fact = next((fact for fact in reading.reasons if fact.value is Reason.MIXED_RESULTS), None)
            if fact:
                return source_of(case, reading), fact
    return None


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag a causal assertion where a review that supports it, or each supporter, reports mixed results."""
    if case.strength.value < Strength.CAPABILITY or is_told_as_one(case):
        return
    found = _mixed_review(case) or shared_reason(case, Reason.MIXED_RESULTS)
    if found and found[1].confidence >= SURE:
        source, reason = found
        yield Flaw(
            message="the source reports mixed results, which the statement leaves out",
            dutch="de bron meldt wisselende resultaten; de uitspraak laat dat weg",
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "the source speaks both ways"),) if reason else (),
    )


RULE = Rule(
    id="mixed-results-left-out",
    summary="mixed results are left out",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc improves mood.", sources=(_source(Reason.MIXED_RESULTS),)),),
    clean=(
        Example(claim="Zinc may improve mood.", strength=Strength.HEDGED, sources=(_source(Reason.MIXED_RESULTS),)),
        Example(claim="Zinc improves mood.", sources=(_source(None),)),
        Example(claim="In one study zinc improved mood.", sources=(_source(Reason.MIXED_RESULTS),)),
    ),
)
