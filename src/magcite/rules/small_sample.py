"""The largest study behind a statement is small.

Small studies miss real effects and exaggerate the ones they find. Below 30 people a study is of pilot size; below 100
its result is imprecise (magcite's own limits, after GRADE's rule of thumb that fewer than 400 in all is imprecise).

What to do: cite a larger study, or say in the text that the study is small.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import admits_small_size
from magcite.model import Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import NOT_PEOPLE, design_of, is_carried, source_of, supporters

PILOT = 30
"""People below which a study is of pilot size (ours)."""
SMALL = 100
"""People below which a study is small (ours)."""


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion none of whose supporting studies has SMALL people, where each gives its size."""
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
        )


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
        Example(claim="Zinc shortens colds.", sources=(_study(99, Verdict.PARTIAL),)),
    ),
    clean=(
        Example(claim="Zinc shortens colds.", sources=(_study(100),)),
        Example(claim="In a small trial zinc shortened colds.", sources=(_study(29),)),
        Example(claim="Among 29 adults zinc shortened colds.", sources=(_study(29),)),
        Example(claim="Zinc shortens colds.", sources=(_study(None),)),
        Example(claim="Zinc shortens colds.", sources=(_study(12, Verdict.UNRELATED),)),
    ),
)
