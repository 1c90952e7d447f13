"""A statement is worded more strongly than the best of its sources can bear.

Each design bears a wording: a case report none at all, a single small trial “may”, a large trial “can”, a review of
trials a plain effect (docs/grading.md has the table; the limits are magcite's own). Two trials that agree bear one
step more than one does.

What to do: word the statement as weakly as the evidence, or cite evidence as strong as the statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Strength, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import (
    DESIGNS,
    NOT_PEOPLE,
    OBSERVATIONAL,
    STRENGTHS,
    all_supporters_are,
    best_of,
    ceiling,
    design_of,
    is_above_ceiling,
    source_of,
)


def _has_a_rule_of_its_own(case: AssertionCase) -> bool:
    """Tell whether another rule names the same fault more closely."""
    causal = case.strength.value >= Strength.CAPABILITY and all_supporters_are(case, *OBSERVATIONAL)
    return causal or all_supporters_are(case, *NOT_PEOPLE)


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion above the ceiling of its supporters, unless a closer rule does."""
    best, highest = best_of(case), ceiling(case)
    if best is None or highest is None or not is_above_ceiling(case) or _has_a_rule_of_its_own(case):
        return
    told, gezegd = STRENGTHS[case.strength.value]
    bears, draagt = STRENGTHS[highest]
    people = best.facts.sample.participants
    english, dutch = DESIGNS[design_of(best)]
    size = (f" with {people.value} people", f" met {people.value} mensen") if people else ("", "")
    yield Flaw(
        message=f"told as {told}; the best source, a {english}{size[0]}, bears {bears} at most",
        dutch=f"verteld als {gezegd}; de beste bron ({dutch}{size[1]}) draagt hooguit {draagt}",
        because=best.facts.design.study_type,
        citation=source_of(case, best).citation,
    )


def _trial(people: int, cited_as: str = "12345678") -> ExampleSource:
    return ExampleSource(
        cited_as=cited_as, study_type=StudyType.RANDOMIZED_TRIAL, sample_size=people, verdict=Verdict.SUPPORTS
    )


_ONE_ARM = ExampleSource(study_type=StudyType.NON_RANDOMIZED_TRIAL, sample_size=29, verdict=Verdict.PARTIAL)

RULE = Rule(
    id="strength-above-evidence",
    summary="wording stronger than the design bears",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc shortens colds.", sources=(_trial(40),)),
        Example(claim="Zinc may shorten colds.", strength=Strength.HEDGED, sources=(_ONE_ARM,)),
    ),
    clean=(
        Example(claim="Zinc may shorten colds.", strength=Strength.HEDGED, sources=(_trial(40),)),
        Example(claim="Zinc shortens colds.", sources=(_trial(140), _trial(200, "23456789"))),
        Example(claim="In one trial zinc shortened colds.", sources=(_trial(40),)),
        Example(claim="Zinc shortens colds.", sources=(ExampleSource(study_type=None, verdict=Verdict.SUPPORTS),)),
    ),
)
