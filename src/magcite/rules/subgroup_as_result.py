"""The result of a subgroup is told as the result of the study.

Look at enough subgroups and one of them will show an effect by chance.

What to do: tell the result of the whole study, and name the subgroup as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters found it in a subgroup only."""
    found = shared_reason(case, Reason.SUBGROUP_ONLY)
    if found:
        source, reason = found
        yield Flaw(
            message="the result holds for a subgroup that the statement does not name",
            dutch="het resultaat geldt voor een deelgroep die de uitspraak niet noemt",
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "the result holds for a subgroup"),) if reason else (),
    )


RULE = Rule(
    id="subgroup-as-result",
    summary="a subgroup told as the whole",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc improves mood.", sources=(_source(Reason.SUBGROUP_ONLY),)),),
    clean=(
        Example(
            claim="Zinc improves mood.",
            sources=(_source(Reason.SUBGROUP_ONLY), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc improves mood.", sources=(_source(None),)),
    ),
)
