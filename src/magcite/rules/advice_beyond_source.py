"""A statement tells readers what to do, and no guideline among its sources does.

A study says what happened to those who took part. What others should do depends on harms, costs and their own health,
which no abstract weighs.

What to do: say what was found and leave the advice to a guideline, or cite one that gives it.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import find_advice
from magcite.model import Language, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import design_of, supporters


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag words of advice where no guideline supports the assertion."""
    words = find_advice(case.assertion.text, case.language)
    guided = any(design_of(reading) is StudyType.GUIDELINE for reading in supporters(case))
    if words and not guided:
        yield Flaw(
            message=f"“{words}” is advice, which no cited guideline gives",
            dutch=f"“{words}” is een advies, dat geen genoemde richtlijn geeft",
        )


_TRIAL = ExampleSource(study_type=StudyType.RANDOMIZED_TRIAL, verdict=Verdict.SUPPORTS)

RULE = Rule(
    id="advice-beyond-source",
    summary="advice that no guideline among the sources gives",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="You should take zinc against colds.", sources=(_TRIAL,)),
        Example(claim="Extra zink is geen overbodige luxe.", language=Language.DUTCH, sources=(_TRIAL,)),
        Example(claim="Neem dagelijks zink.", language=Language.DUTCH, sources=(_TRIAL,)),
    ),
    clean=(
        Example(
            claim="You should take zinc against colds.",
            sources=(ExampleSource(study_type=StudyType.GUIDELINE, verdict=Verdict.SUPPORTS),),
        ),
        Example(claim="People who take zinc have fewer colds.", sources=(_TRIAL,)),
        Example(claim="Wie zink slikt, is minder verkouden.", language=Language.DUTCH, sources=(_TRIAL,)),
    ),
)
