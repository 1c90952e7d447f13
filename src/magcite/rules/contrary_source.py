"""One of the sources of a statement says otherwise.

Others support it, and weigh more; but a reader of the statement would not learn that the evidence is divided.

What to do: say that results differ, and why the statement still stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.body import readings_with
from magcite.model import Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import is_outweighed, source_of


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag each contradicting source of an assertion that better sources support."""
    against = readings_with(case.sources, Verdict.CONTRADICTS)
    if is_outweighed(case, against):
        for reading in against:
            yield Flaw(
                message="this source says otherwise; the statement does not say that results differ",
                dutch="deze bron zegt iets anders; de bewering vermeldt niet dat de resultaten verschillen",
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
