"""What each study design can bear: OCEBM level, GRADE start and the strongest wording it allows, as one table.

The levels are those of the Oxford Centre for Evidence-Based Medicine of 2011 for the question "does this help?" (a
benefit). Where `ours` is true the 2011 table is silent and the level is magcite's own convention. Ceilings and GRADE
starts below Low are magcite's own too.
"""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model import Certainty, Design, Sample, Strength, StudyType

ENOUGH_FOR_AN_EFFECT = 100
"""People in one randomised trial below which it bears only a hedged effect (ours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one design weighs. `level` is OCEBM 2011 for benefit; `start` is where GRADE starts; None bears nothing."""

    level: int | None
    ours: bool
    start: Certainty
    ceiling: Strength


def _weight(level: int | None, start: Certainty, ceiling: Strength, *, ours: bool = False) -> Weight:
    return Weight(level=level, ours=ours, start=start, ceiling=ceiling)


WEIGHTS: dict[StudyType, Weight] = {
    StudyType.META_ANALYSIS: _weight(1, Certainty.HIGH, Strength.EFFECT),
    StudyType.SYSTEMATIC_REVIEW: _weight(1, Certainty.HIGH, Strength.EFFECT),
    StudyType.RANDOMIZED_TRIAL: _weight(2, Certainty.HIGH, Strength.CAPABILITY),
    StudyType.NON_RANDOMIZED_TRIAL: _weight(4, Certainty.VERY_LOW, Strength.ASSOCIATION),
    StudyType.COHORT: _weight(3, Certainty.LOW, Strength.ASSOCIATION),
    StudyType.CASE_CONTROL: _weight(4, Certainty.LOW, Strength.ASSOCIATION),
    StudyType.CROSS_SECTIONAL: _weight(4, Certainty.VERY_LOW, Strength.ASSOCIATION, ours=True),
    StudyType.CASE_SERIES: _weight(4, Certainty.VERY_LOW, Strength.NONE),
    StudyType.CASE_REPORT: _weight(4, Certainty.VERY_LOW, Strength.NONE),
    StudyType.NARRATIVE_REVIEW: _weight(5, Certainty.VERY_LOW, Strength.ASSOCIATION, ours=True),
    StudyType.GUIDELINE: _weight(5, Certainty.VERY_LOW, Strength.ASSOCIATION, ours=True),
    StudyType.EDITORIAL_LETTER: _weight(5, Certainty.NONE, Strength.NONE, ours=True),
    StudyType.PROTOCOL: _weight(None, Certainty.NONE, Strength.NONE, ours=True),
    StudyType.DIAGNOSTIC: _weight(4, Certainty.VERY_LOW, Strength.ASSOCIATION, ours=True),
    StudyType.ANIMAL: _weight(5, Certainty.VERY_LOW, Strength.NONE),
    StudyType.IN_VITRO: _weight(5, Certainty.VERY_LOW, Strength.NONE),
    StudyType.OTHER: _weight(None, Certainty.NONE, Strength.NONE, ours=True),
    StudyType.UNKNOWN: _weight(None, Certainty.NONE, Strength.NONE, ours=True),
}
"""Table 1.3 of the grading guide in docs/grading.md."""

REVIEW_OF_OBSERVATIONS = _weight(3, Certainty.LOW, Strength.HEDGED, ours=True)
"""A systematic review or meta-analysis that covers observational or mixed studies."""

_REVIEWS = (StudyType.META_ANALYSIS, StudyType.SYSTEMATIC_REVIEW)


def weigh(design: Design, sample: Sample) -> Weight:
    """Give what an article of this design and size can bear; a small trial bears a hedged effect only."""
    study_type = design.study_type.value if design.study_type else StudyType.UNKNOWN
    if study_type in _REVIEWS and not (design.covers_trials and design.covers_trials.value):
        return REVIEW_OF_OBSERVATIONS
    weight = WEIGHTS[study_type]
    people = sample.participants.value if sample.participants else None
    if study_type is StudyType.RANDOMIZED_TRIAL and (people is None or people < ENOUGH_FOR_AN_EFFECT):
        return Weight(level=weight.level, ours=weight.ours, start=weight.start, ceiling=Strength.HEDGED)
    return weight
