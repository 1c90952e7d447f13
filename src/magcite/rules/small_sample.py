"""The largest study behind a statement is small.

Small studies miss real effects and exaggerate the ones they find. Below 30 people a study is of pilot size; below 50
chance alone can make or hide a large difference (magcite's own limits).

What to do: cite a larger study, or say in the text that the study is small.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import admits_small_size
from magcite.model import Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import (
    NOT_PEOPLE,
    OBSERVATIONAL,
    all_supporters_are,
    design_of,
    is_above_ceiling,
    is_carried,
    source_of,
    supporters,
)

PILOT = 30
"""People below which a study is of pilot size (ours)."""
SMALL = 50
"""People below which a study is small (ours)."""


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion none of whose supporting studies has SMALL people, where each gives its size.

    It is a note where the finding that the wording is too strong names the size already.
    """
    if not is_carried(case):
        return
    studies = [reading for reading in supporters(case) if design_of(reading) not in NOT_PEOPLE]
    sized = [(reading, sample) for reading in studies if (sample := reading.facts.sample.participants)]
    if not sized or len(sized) < len(studies):
        return
    largest, sample = max(sized, key=lambda pair: pair[1].value)
    admitted = admits_small_size(case.assertion.text, case.language, sample.value)
    if sample.value < SMALL and not admitted:
        size = ("of pilot size", "van proefformaat") if sample.value < PILOT else ("small", "klein")
        yield Flaw(
            message=f"the largest study that supports this is {size[0]}: {sample.value} people",
            dutch=f"het grootste onderzoek dat dit steunt is {size[1]}: {sample.value} mensen",
            because=sample,
            citation=source_of(case, largest).citation,
            severity=Severity.NOTE if _is_told_already(case) else None,
        )


def _is_told_already(case: AssertionCase) -> bool:
    """Tell whether the finding on the wording names the size of the study too."""
    return is_above_ceiling(case) and not all_supporters_are(case, *OBSERVATIONAL)


def _study(size: int | None, verdict: Verdict = Verdict.SUPPORTS) -> ExampleSource:
    return ExampleSource(study_type=StudyType.RANDOMIZED_TRIAL, sample_size=size, verdict=verdict)


RULE = Rule(
    id="small-sample",
    summary="largest supporting study is small",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc shortens colds.", sources=(_study(29),)),
        Example(claim="Zinc shortens colds.", sources=(_study(49, Verdict.PARTIAL),)),
    ),
    clean=(
        Example(claim="Zinc shortens colds.", sources=(_study(50),)),
        Example(claim="In a small trial zinc shortened colds.", sources=(_study(29),)),
        Example(claim="Among 29 adults zinc shortened colds.", sources=(_study(29),)),
        Example(claim="Zinc shortens colds.", sources=(_study(None),)),
        Example(claim="Zinc shortens colds.", sources=(_study(12, Verdict.UNRELATED),)),
    ),
)
