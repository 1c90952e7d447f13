"""One of the sources of a statement says otherwise.

Others as good support it; but a reader of the statement would not learn that the evidence is divided.

What to do: say that results differ, and why the statement still stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import (
    contradicting,
    describe_contradiction,
    is_a_leaning,
    is_outweighed,
    is_told_as_one,
    source_of,
)


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag the surest contradicting source of an assertion that sources as good support.

    It is a note where the statement tells the result of one study, or the verdict only leans that way.
    """
    against = contradicting(case)
    if is_outweighed(case, against):
        reading = max(against, key=lambda one: one.support.confidence if one.support else 0)
        english, dutch = describe_contradiction(reading)
        others = len(against) - 1
        more = (f", and {others} more", f", en nog {others}") if others else ("", "")
        yield Flaw(
            message=f"{english}{more[0]}; the statement does not say that results differ",
            dutch=f"{dutch}{more[1]}; de uitspraak vermeldt niet dat de resultaten verschillen",
            severity=Severity.NOTE if is_told_as_one(case) or is_a_leaning(reading) else None,
            because=reading.support,
            citation=source_of(case, reading).citation,
        )


RULE = Rule(
    id="contrary-source",
    summary="one source says otherwise",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(verdict=Verdict.CONTRADICTS, study_type=StudyType.COHORT),
                ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS, study_type=StudyType.RANDOMIZED_TRIAL),
            ),
        ),
    ),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.CONTRADICTS),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=None),)),
    ),
)
