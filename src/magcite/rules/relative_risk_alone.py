"""A relative risk is told without the risk itself.

“47% lower risk” may mean 2 in 1,000 instead of 4, or 20 in 100 instead of 38: readers cannot tell which.

What to do: add how many people got it in each group, where the source says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import find_relative_risk
from magcite.model import Language, Severity, Strength, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import is_carried


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag a percentage of more or less risk in an assertion that gives no risk in whole numbers."""
    words = find_relative_risk(case.assertion.text, case.language)
    if words and is_carried(case):
        yield Flaw(
            message=f"“{words}” is relative: of how many people, and from what risk?",
            dutch=f"“{words}” is relatief: van hoeveel mensen, en ten opzichte van welk risico?",
        )


_COHORT = ExampleSource(study_type=StudyType.COHORT, sample_size=4000, verdict=Verdict.SUPPORTS)

RULE = Rule(
    id="relative-risk-alone",
    summary="relative risk without the risk itself",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(
            claim="People who eat zinc have a 47% lower risk of colds.",
            strength=Strength.ASSOCIATION,
            sources=(_COHORT,),
        ),
        Example(
            claim="Wie veel zink eet, heeft 47% minder kans op verkoudheid.",
            language=Language.DUTCH,
            strength=Strength.ASSOCIATION,
            sources=(_COHORT,),
        ),
    ),
    clean=(
        Example(
            claim="People who eat zinc have a 47% lower risk of colds: 8 in 100 instead of 15.",
            strength=Strength.ASSOCIATION,
            sources=(_COHORT,),
        ),
        Example(claim="Of all zinc, 60% is in muscle.", strength=Strength.NONE, sources=(_COHORT,)),
        Example(
            claim="People who eat zinc have a 47% lower risk of colds.",
            strength=Strength.ASSOCIATION,
            sources=(ExampleSource(verdict=None),),
        ),
    ),
)
