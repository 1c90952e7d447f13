"""A statement says more than its own sources conclude.

“May lower” in the conclusion of the paper has become “lowers” here, or a link has become a cause. Exaggeration of news
mostly starts this way.

What to do: take over the caution of the source (“may”, “was associated with”).
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Fact, Reading, Severity, Strength, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import (
    STRENGTHS,
    design_of,
    is_above_ceiling,
    is_told_as_a_trial,
    is_told_as_one,
    source_of,
)

_SPEAKING = frozenset({Verdict.SUPPORTS, Verdict.PARTIAL, Verdict.UNCLEAR})
_SHORT = 60
"""Words below which an abstract tells too little for a verdict; its conclusion counts whatever that is (ours)."""


def _conclusions(case: AssertionCase) -> list[tuple[Reading, Fact[Strength]]]:
    """List what the sources that speak of an assertion conclude, where their conclusions can be read."""
    return [
        (reading, reading.facts.conclusion)
        for reading in case.readings
        if reading.support
        and reading.facts.conclusion
        and (reading.support.value in _SPEAKING or _is_cut_short(reading))
    ]


def _is_cut_short(reading: Reading) -> bool:
    """Tell whether all that is known of an article is a sentence or two."""
    return 0 < sum(len(section.text.split()) for section in reading.article.abstract) < _SHORT


def _exceeds(told: Strength, concluded: Strength) -> bool:
    """Tell whether a statement exceeds a conclusion; one that names no relation is exceeded by causal words only."""
    return told >= Strength.CAPABILITY if concluded is Strength.NONE else told > concluded


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion stronger than every conclusion of its sources, unless it exceeds their design as well."""
    conclusions = _conclusions(case)
    if not conclusions or is_above_ceiling(case) or is_told_as_a_trial(case):
        return
    reading, strongest = max(conclusions, key=lambda pair: pair[1].value)
    if is_told_as_one(case) and design_of(reading) is StudyType.RANDOMIZED_TRIAL:
        return
    if _exceeds(case.strength.value, strongest.value):
        told, gezegd = STRENGTHS[case.strength.value]
        concluded, besloten = STRENGTHS[strongest.value]
        yield Flaw(
            message=f"told as {told}, while the source itself concludes {concluded}",
            dutch=f"verteld als {gezegd}, terwijl de bron zelf concludeert tot {besloten}",
            because=strongest,
            citation=source_of(case, reading).citation,
        )


def _review(conclusion: Strength | None, verdict: Verdict = Verdict.SUPPORTS) -> ExampleSource:
    return ExampleSource(study_type=StudyType.META_ANALYSIS, covers_trials=True, conclusion=conclusion, verdict=verdict)


RULE = Rule(
    id="strength-above-source",
    summary="wording stronger than the source's own",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc shortens colds.", sources=(_review(Strength.HEDGED),)),
        Example(claim="Zinc can shorten colds.", strength=Strength.CAPABILITY, sources=(_review(Strength.NONE),)),
        Example(
            claim="Zinc shortens colds.",
            sources=(
                ExampleSource(
                    abstract="Colds may be shorter with zinc.", conclusion=Strength.HEDGED, verdict=Verdict.UNRELATED
                ),
            ),
        ),
    ),
    clean=(
        Example(claim="Zinc shortens colds.", sources=(_review(Strength.EFFECT),)),
        Example(claim="Zinc may shorten colds.", strength=Strength.HEDGED, sources=(_review(Strength.NONE),)),
        Example(claim="Zinc shortens colds.", sources=(_review(None),)),
        Example(
            claim="In one trial zinc shortened colds.",
            sources=(
                ExampleSource(
                    study_type=StudyType.RANDOMIZED_TRIAL, conclusion=Strength.CAPABILITY, verdict=Verdict.SUPPORTS
                ),
            ),
        ),
        Example(claim="Zinc shortens colds.", sources=(_review(Strength.HEDGED, Verdict.UNRELATED),)),
    ),
)
