"""Another dose was studied than the statement tells.

Doses are compared as milligrams of the element: 1 mmol of magnesium is 24.305 mg, and 500 mg of a magnesium salt is not
500 mg of magnesium.

What to do: give the dose of the study, and say whether it is of the element or of the salt.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters studied another dose than it tells."""
    found = shared_reason(case, Reason.DOSE_MISMATCH)
    if found:
        source, reason = found
        yield Flaw(
            message=f"another dose was studied: {reason.basis}",
            dutch=add_ground("een andere dosis is onderzocht dan de uitspraak noemt", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "told 450 mg, studied 17 mmol"),) if reason else (),
    )


RULE = Rule(
    id="dose-differs",
    summary="another dose was studied",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="450 mg of zinc improves mood.", sources=(_source(Reason.DOSE_MISMATCH),)),),
    clean=(
        Example(
            claim="450 mg of zinc improves mood.",
            sources=(_source(Reason.DOSE_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="450 mg of zinc improves mood.", sources=(_source(None),)),
    ),
)
