"""Another form of the substance was studied than the statement names.

Salts differ in how much of the element they hold and in how much of that is taken up.

What to do: name the form that was studied, or leave the form out where the source does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import add_ground, shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters studied another form than it names."""
    found = shared_reason(case, Reason.FORM_MISMATCH)
    if found:
        source, reason = found
        yield Flaw(
            message=f"another form was studied: {reason.basis}",
            dutch=add_ground("een andere vorm is onderzocht dan de uitspraak noemt", reason),
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "told of citrate, studied as oxide"),) if reason else (),
    )


RULE = Rule(
    id="form-differs",
    summary="another form was studied",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc citrate improves mood.", sources=(_source(Reason.FORM_MISMATCH),)),),
    clean=(
        Example(
            claim="Zinc citrate improves mood.",
            sources=(_source(Reason.FORM_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc citrate improves mood.", sources=(_source(None),)),
    ),
)
