"""Only reviews without a method, guidelines or opinion support a statement.

A narrative review, a guideline or an editorial tells what its authors make of studies by others. It may be right, but
it is not the evidence, and it may leave out what does not fit.

What to do: find the studies it rests on and cite those, or a systematic review of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import names_opinion
from magcite.model import Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import DESIGNS, best_of, design_of, rests_on_opinion, source_of


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion whose supporters are all opinion or retelling, where it does not say so."""
    best = best_of(case)
    if best is None or not rests_on_opinion(case) or names_opinion(case.assertion.text, case.language):
        return
    english, dutch = DESIGNS[design_of(best)]
    one = "an" if english[0] in "aeio" else "a"
    yield Flaw(
        message=f"supported by no study of its own, only by {one} {english}: find the primary study",
        dutch=f"geen eigen onderzoek steunt dit, alleen een {dutch}: zoek het oorspronkelijke onderzoek",
        because=best.facts.design.study_type,
        citation=source_of(case, best).citation,
    )


_REVIEW = ExampleSource(study_type=StudyType.NARRATIVE_REVIEW, verdict=Verdict.SUPPORTS)

RULE = Rule(
    id="opinion-as-only-support",
    summary="only opinion or retelling supports it",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(_REVIEW,)),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(study_type=StudyType.EDITORIAL_LETTER, verdict=Verdict.PARTIAL),),
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(
                _REVIEW,
                ExampleSource(cited_as="23456789", study_type=StudyType.COHORT, verdict=Verdict.SUPPORTS),
            ),
        ),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(study_type=StudyType.SYSTEMATIC_REVIEW, verdict=Verdict.SUPPORTS),),
        ),
        Example(claim="Experts think that zinc prevents colds.", sources=(_REVIEW,)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(study_type=None, verdict=Verdict.SUPPORTS),)),
    ),
)
