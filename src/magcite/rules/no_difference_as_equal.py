"""Two treatments that did not differ are told as equally good.

“No significant difference” means that the study could not tell them apart, which a small study never can. Equality
takes a trial that was planned to show it.

What to do: write that no difference was found, and how many took part.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import claims_equality
from magcite.model import Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import shared_reason


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion of equality each of whose supporters merely found no difference."""
    found = shared_reason(case, Reason.NOT_EQUIVALENCE)
    if found and claims_equality(case.assertion.text, case.language):
        source, reason = found
        yield Flaw(
            message="no difference was found, which does not make them equal",
            dutch="er werd geen verschil gevonden; dat maakt ze nog niet gelijk",
            because=reason,
            citation=source.citation,
        )


def _source(reason: Reason | None) -> ExampleSource:
    return ExampleSource(
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "no different from another treatment"),) if reason else (),
    )


RULE = Rule(
    id="no-difference-as-equal",
    summary="no difference told as equality",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc works as well as an antidepressant.", sources=(_source(Reason.NOT_EQUIVALENCE),)),),
    clean=(
        Example(
            claim="Zinc works as well as an antidepressant.",
            sources=(_source(Reason.NOT_EQUIVALENCE), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc works as well as an antidepressant.", sources=(_source(None),)),
        Example(claim="Zinc improves mood.", sources=(_source(Reason.NOT_EQUIVALENCE),)),
    ),
)
