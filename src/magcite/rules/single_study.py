"""One study is told as if research had settled the matter.

“Studies show” promises more than one study can keep: results that nobody has repeated often fail when somebody does.

What to do: write that one study found it, or cite the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import find_settled
from magcite.model import Language, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import REVIEWS, design_of, is_carried, rests_on_opinion, source_of, supporters


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag words of settled research where a single study, not a review, supports the assertion."""
    words = find_settled(case.assertion.text, case.language)
    found = supporters(case)
    if not words or len(found) != 1 or not is_carried(case) or rests_on_opinion(case):
        return
    only = found[0]
    if design_of(only) in REVIEWS or any(reading.support is None for reading in case.readings):
        return
    yield Flaw(
        message=f"“{words}”, but one study supports it, which nobody is cited to have repeated",
        dutch=f"“{words}”, maar één onderzoek steunt dit, en herhaling wordt niet genoemd",
        because=only.support,
        citation=source_of(case, only).citation,
    )


_ONE = ExampleSource(study_type=StudyType.RANDOMIZED_TRIAL, sample_size=40, verdict=Verdict.SUPPORTS)

RULE = Rule(
    id="single-study",
    summary="one study told as settled research",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Studies show that zinc shortens colds.", sources=(_ONE,)),
        Example(
            claim="Onderzoek heeft aangetoond dat zink verkoudheid verkort.", language=Language.DUTCH, sources=(_ONE,)
        ),
    ),
    clean=(
        Example(claim="In one trial zinc shortened colds.", sources=(_ONE,)),
        Example(
            claim="Studies show that zinc shortens colds.",
            sources=(_ONE, ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(
            claim="Studies show that zinc shortens colds.",
            sources=(ExampleSource(study_type=StudyType.META_ANALYSIS, verdict=Verdict.SUPPORTS),),
        ),
        Example(claim="Studies show that zinc shortens colds.", sources=(ExampleSource(verdict=None),)),
    ),
)
