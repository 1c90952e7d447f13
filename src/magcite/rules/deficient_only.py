"""What corrects a deficiency is told as a benefit for all.

Filling up a lack may cure what the lack caused. It does not follow that more of it helps those who have enough.

What to do: say that it was shown in people with a deficiency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magcite.lexicons.groups import describe_groups, told_groups
from magcite.model import Language, Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import shared_reason

_NOT_LACKING = re.compile(r"\b(?:not|without|no) (?:\w+ )?(?:short|deficien\w+|lack\w*)|\bnormo", re.IGNORECASE)


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion all of whose supporters treated people with a deficiency, unless it is said to be too wide."""
    found = shared_reason(case, Reason.DEFICIENT_ONLY)
    if found and not shared_reason(case, Reason.POPULATION_MISMATCH):
        source, reason = found
        if reason.quote and _NOT_LACKING.search(reason.quote.text):
            return
        told = [group for group in told_groups(case.assertion.english or case.assertion.text) if group.special]
        english, dutch = (
            (describe_groups(told, one) for one in Language)
            if told
            else ("people in general", "mensen in het algemeen")
        )
        yield Flaw(
            message=f"only people with a deficiency were studied; told of {english}",
            dutch=f"alleen mensen met een tekort zijn onderzocht; verteld van {dutch}",
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None, quote: str | None = None) -> ExampleSource:
    return ExampleSource(
        quote=quote,
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "only people who lacked it were treated"),) if reason else (),
    )


RULE = Rule(
    id="deficient-only",
    summary="correction of a deficiency told as a general benefit",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc improves mood.", sources=(_source(Reason.DEFICIENT_ONLY),)),),
    clean=(
        Example(
            claim="Zinc improves mood.",
            sources=(_source(Reason.DEFICIENT_ONLY), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc improves mood.", sources=(_source(None),)),
        Example(
            claim="Zinc improves mood.",
            sources=(_source(Reason.DEFICIENT_ONLY, "They were not short of zinc."),),
        ),
    ),
)
