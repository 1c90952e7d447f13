"""The source measured something else than the statement tells.

A better score for one complaint says nothing of the others, however alike they sound.

What to do: tell the outcome that was measured, or cite a study that measured the one told.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters measured another outcome."""
    found = shared_reason(case, Reason.OUTCOME_MISMATCH)
    if found:
        source, reason = found
        yield Flaw(
            message=f"the source measured something else, or less: {reason.basis}",
            dutch="wat wordt verteld is niet, of niet helemaal, wat de bron heeft gemeten",
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "what is told was not, or not all, measured"),) if reason else (),
    )


RULE = Rule(
    id="outcome-swapped",
    summary="another outcome was measured",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc improves mood.", sources=(_source(Reason.OUTCOME_MISMATCH),)),),
    clean=(
        Example(
            claim="Zinc improves mood.",
            sources=(_source(Reason.OUTCOME_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc improves mood.", sources=(_source(None),)),
    ),
)
