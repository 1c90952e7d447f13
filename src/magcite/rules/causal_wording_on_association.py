"""A statement tells cause and effect, but its sources only watched who got what.

People who eat more of something differ in many other ways. A cohort, case-control or cross-sectional study can show
that things go together, not that one brings about the other, however large it is.

What to do: write that they go together (“people with the highest intake had … less often”), or cite trials.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Language, Reason, Severity, Strength, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import (
    DESIGNS,
    OBSERVATIONAL,
    STRENGTHS,
    all_supporters_are,
    best_of,
    design_of,
    only_observed,
    source_of,
)


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion of an ability or an effect that only observational studies support or are about."""
    if case.strength.value < Strength.CAPABILITY:
        return
    best = only_observed(case)
    if best is None and all_supporters_are(case, *OBSERVATIONAL):
        best = best_of(case)
    if best is None:
        return
    told, gezegd = STRENGTHS[case.strength.value]
    english, dutch = DESIGNS[design_of(best)]
    yield Flaw(
        message=f"told as {told}, but a {english} shows only what goes together",
        dutch=f"verteld als {gezegd}, maar een {dutch} laat alleen zien wat samengaat",
        because=best.facts.design.study_type,
        citation=source_of(case, best).citation,
    )


_ON_TOPIC = ExampleSource(
    study_type=StudyType.COHORT,
    verdict=Verdict.UNRELATED,
    reasons=((Reason.ASSOCIATION_ONLY, "the study shows only what goes together"),),
)
_COHORT = ExampleSource(study_type=StudyType.COHORT, sample_size=4000, verdict=Verdict.SUPPORTS)

RULE = Rule(
    id="causal-wording-on-association",
    summary="cause and effect from an observational study",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(_COHORT,)),
        Example(claim="Zinc prevents colds.", sources=(_ON_TOPIC,)),
        Example(
            claim="Zink kan verkoudheid voorkomen.",
            language=Language.DUTCH,
            strength=Strength.CAPABILITY,
            sources=(ExampleSource(study_type=StudyType.CROSS_SECTIONAL, verdict=Verdict.PARTIAL),),
        ),
    ),
    clean=(
        Example(claim="Zinc goes with fewer colds.", strength=Strength.ASSOCIATION, sources=(_COHORT,)),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(study_type=StudyType.COHORT, verdict=Verdict.UNRELATED),),
        ),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(study_type=StudyType.RANDOMIZED_TRIAL, verdict=Verdict.SUPPORTS),),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(study_type=None, verdict=Verdict.SUPPORTS),)),
    ),
)
