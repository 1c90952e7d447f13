"""Harm that goes with a lack is told as a benefit of taking more.

People who lack something differ from others in many ways, and nobody in such a study was given anything.

What to do: write about the lack that was studied, or cite a trial of supplements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import design_of, shared_reason

_TAKING = re.compile(
    r"\b(?:supplement\w*|taking|takes?|took|extra|tablets?|capsules?|pills?|swallow\w*|gives?|given|treat\w*)\b",
    re.IGNORECASE,
)
_GIVING = frozenset({StudyType.RANDOMIZED_TRIAL, StudyType.NON_RANDOMIZED_TRIAL, StudyType.CASE_SERIES})
"""Designs in which something is given."""


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters studied another exposure than it tells, and gave nothing."""
    found = shared_reason(case, Reason.EXPOSURE_MISMATCH)
    if not _TAKING.search(case.assertion.english or case.assertion.text):
        return
    if found and found[0].reading and design_of(found[0].reading) not in _GIVING:
        source, reason = found
        yield Flaw(
            message="nothing was given in this study: it looked at intake, level or lack, not at taking it",
            dutch="in dit onderzoek werd niets toegediend; het ging om inname, gehalte of tekort",
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.COHORT,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "told of taking it, studied was a lack of it"),) if reason else (),
    )


RULE = Rule(
    id="deficiency-told-as-supplement",
    summary="a lack was studied, taking it is told",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc supplements improve mood.", sources=(_source(Reason.EXPOSURE_MISMATCH),)),),
    clean=(
        Example(
            claim="Zinc supplements improve mood.",
            sources=(_source(Reason.EXPOSURE_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc supplements improve mood.", sources=(_source(None),)),
    ),
)
