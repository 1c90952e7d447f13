"""A cited source says the opposite of a statement, and none as good supports it.

Null results count: a trial that found no difference contradicts “it works”.

What to do: correct the statement to what the source found, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reading, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import contradicting, describe_contradiction, is_a_leaning, is_outweighed, source_of


def _rank(reading: Reading) -> tuple[int, float]:
    return (reading.evidence_level or 9, -(reading.support.confidence if reading.support else 0))


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion whose strongest contradicting source is better than any that supports it.

    It is a note where the verdict only leans that way.
    """
    against = contradicting(case)
    if not against or is_outweighed(case, against):
        return
    strongest = min(against, key=_rank)
    english, dutch = describe_contradiction(strongest)
    yield Flaw(
        message=english,
        dutch=dutch,
        because=strongest.support,
        severity=Severity.NOTE if is_a_leaning(strongest) else None,
        citation=source_of(case, strongest).citation,
    )


RULE = Rule(
    id="contradicted-assertion",
    summary="source says otherwise",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.CONTRADICTS),)),
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(verdict=Verdict.CONTRADICTS, study_type=StudyType.RANDOMIZED_TRIAL),
                ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS, study_type=StudyType.COHORT),
            ),
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(verdict=Verdict.CONTRADICTS, study_type=StudyType.COHORT),
                ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS, study_type=StudyType.RANDOMIZED_TRIAL),
            ),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNCLEAR),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=None),)),
    ),
)
