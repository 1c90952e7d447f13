"""No cited source supports a statement.

Every source was read, and none bears on the statement: readers who follow the links will not find it there.

What to do: cite a source that does say it, or take the statement out.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.body import BEARING, judge_body
from magcite.model import AssertionVerdict, NoticeKind, Severity, Status, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import is_a_leaning, only_observed

SURE_OF_SILENCE = 0.6
"""Confidence in the verdicts below which silence of the sources is a warning only (ours)."""


def _how_grave(case: AssertionCase, confidence: float) -> Severity | None:
    """Lower the severity where silence is not sure, and more where the outcome told was not recognised at all."""
    if all(map(is_a_leaning, case.readings)):
        return Severity.NOTE
    return Severity.WARNING if confidence < SURE_OF_SILENCE else None


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion on which all sources were read and none bears; a warning where that is not sure.

    Where one of them watched what the assertion says is brought about, or was retracted, a rule of its own tells so.
    """
    if judge_body(case.sources) is not AssertionVerdict.NOT_SUPPORTED or only_observed(case):
        return
    verdicts = [reading.support for reading in case.readings if reading.support]
    if any(fact.value in BEARING for fact in verdicts):
        return
    count = len(verdicts)
    confidence = min(fact.confidence for fact in verdicts)
    yield Flaw(
        message=f"none of the {count} abstracts read says this" if count > 1 else "the abstract read does not say this",
        dutch=f"geen van de {count} gelezen samenvattingen zegt dit"
        if count > 1
        else "de gelezen samenvatting zegt dit niet",
        confidence=confidence,
        severity=_how_grave(case, confidence),
    )


RULE = Rule(
    id="unsupported-assertion",
    summary="no cited source supports the statement",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNRELATED),)),
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(verdict=Verdict.UNRELATED),
                ExampleSource(cited_as="23456789", verdict=Verdict.UNRELATED),
            ),
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(verdict=Verdict.UNRELATED),
                ExampleSource(cited_as="23456789", verdict=Verdict.PARTIAL),
            ),
        ),
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(verdict=Verdict.UNRELATED),
                ExampleSource(cited_as="23456789", status=Status.NO_ABSTRACT),
            ),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNCLEAR),)),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(verdict=Verdict.SUPPORTS, notices=(NoticeKind.RETRACTED,)),),
        ),
    ),
)
